# SPDX-License-Identifier: MPL-2.0
"""Make a workspace of thousands of invented, signed audits, of which only the digests are whole."""

import os
from pathlib import Path
from unittest import mock

import orjson

from auditapp.checklist.embedding import pin_with_bytes
from auditapp.checklist.library import LoadedChecklist
from auditapp.insight.digest import FORM, Facts, Words
from auditapp.paths import find_paths
from auditapp.store.digest_pages import CHECKLISTS, DigestPages, KeptDigest, stamp_of
from auditapp.store.migrations import SCHEMA_VERSION
from auditapp.store.vault import Vault
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock

Digests = dict[str, tuple[Facts, Words]]


def invented_workspace(
    home: Path, digests: Digests, used: list[LoadedChecklist]
) -> tuple[Workspace, Vault]:
    """Return a workspace that reads across audits as if they were whole, and its vault.

    None of the audits can be opened; nothing that only reads across them does.
    """
    paths = find_paths(home)
    vault, _key = Vault.create(paths.store, PASSPHRASE, WEAK)
    pages = DigestPages(vault, FORM)
    changed_at = Clock().now.isoformat()
    with mock.patch.object(os, "fsync"):  # what is measured comes later
        _put_audits(vault, digests, changed_at)
        pages.save_part(CHECKLISTS, {each.sha256: pin_with_bytes(each).row() for each in used})
        stamp = stamp_of(1, changed_at)
        pages.save({
            key: KeptDigest(stamp, [facts.record()], [words.record()])
            for key, (facts, words) in digests.items()
        })  # fmt: skip
        workspace = Workspace(paths, vault, Clock())
        workspace.insights()
    return workspace, vault


def _put_audits(vault: Vault, digests: Digests, changed_at: str) -> None:
    """Put as many signed audits into the folder as the list is to have; none is ever opened."""
    tables = {"meta": {"1": {"schema": SCHEMA_VERSION, "locked": True}}, "history": {}}
    for audit_id, (facts, _words) in digests.items():
        row = {
            "case_reference": facts.reference,
            "team": facts.team,
            "auditor": facts.auditor,
            "checklists": [],
            "status": facts.status,
            "grade": facts.practice,
            "answered": 80,
            "asked": 80,
            "open_concerns": 0,
            "open_actions": 2,
            "created_at": changed_at,
            "changed_at": changed_at,
            "signed_at": changed_at,
        }
        vault.save(vault.place_of(audit_id), 1, orjson.dumps(row), orjson.dumps(tables))
