# SPDX-License-Identifier: MPL-2.0
"""Load made-up checklists into a library with a shelf, as a person would."""

import datetime as dt
import json
from dataclasses import replace

from auditapp.checklist.library import Library
from auditapp.checklist.shelf import Shelf
from auditapp.checklist.shelving import Shelving
from auditapp.checklist.trust.minisign import SecretKey
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.model.edits import Author
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock

SHORT = """\
schema: checklist/1
id: {id}
version: "{version}"
status: active
title: {title}
purpose: Tests the shelf.
licence: none
publisher: {{name: Halden Council}}
sections:
  - id: only
    title: Only
    questions:
      - {{id: SH1, kind: text, text: What happened?, sources: [nobody]}}
"""

KEY = SecretKey(b"\x01" * 8, b"s" * 32)
OTHER_KEY = SecretKey(b"\x02" * 8, b"t" * 32)
BY = Author("R. Okafor", dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC))


class Desk:
    """Hold a library with a shelf in a folder, and load made-up checklists into it."""

    def __init__(self, folder):
        self.folder = folder
        self.shipped = folder / "shipped"
        self.shelf_folder = folder / "shelf"
        self.organisation = folder / "organisation.yaml"
        self.shipped.mkdir()
        self.open()

    def open(self):
        """Begin anew, as after a restart."""
        self.shelf = Shelf(self.shelf_folder, self.organisation)
        self.library = Library([self.shipped], self.shelf)
        self.shelving = Shelving(self.library, self.shelf)

    def trust(self, **fields):
        """Let the organisation trust `KEY` for the checklists ``halden-*``."""
        publisher = {"name": "Halden Council", "key": KEY.public.line, "may_sign": ["halden-*"]}
        revoked = fields.pop("revoked", [])
        held = {"schema": "organisation/1", "publishers": [{**publisher, **fields}]}
        self.organisation.write_text(json.dumps({**held, "revoked": revoked}), encoding="utf-8")

    def file(self, version="1.0", key=None, *, checklist_id="halden-visits", title="Visits"):
        """Return the file of a checklist, signed when there is a key."""
        data = SHORT.format(id=checklist_id, version=version, title=title).encode()
        signature = key and key.sign(data, f"template {checklist_id} version {version}")
        return SignedFile(f"{checklist_id}.yaml", data, signature)

    def ship(self, file):
        """Put a checklist among those that came with the program."""
        (self.shipped / file.name).write_bytes(file.data)
        (self.shipped / "SHA256SUMS").write_text(f"{file.sha256}  {file.name}\n", encoding="utf-8")
        self.library.refresh()

    def add(self, file, **options):
        """Load a checklist."""
        return self.shelving.add(file, BY, **options)

    def put(self, file):
        """Save a file and its signature where a person may have saved them; return its path."""
        path = self.folder / file.name
        path.write_bytes(file.data)
        signature = path.with_name(f"{file.name}.minisig")
        signature.unlink(missing_ok=True)
        if file.signature is not None:
            signature.write_bytes(file.signature)
        return path

    def make_workspace(self):
        """Make a workspace on a computer with this file of an organisation; leave it unlocked."""
        paths = replace(find_paths(self.folder / "home"), organisation=self.organisation)
        return Workspace.create(paths, PASSPHRASE, strength=WEAK, clock=Clock())[0]

    def in_use(self):
        """Return the versions in use by id."""
        return {header.id: header.version for header in self.library.in_use()}
