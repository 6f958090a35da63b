# SPDX-License-Identifier: MPL-2.0
"""The hashes of the checklists that come with the program."""

import hashlib
import re

import pytest
import yaml

from auditapp.checklist.library import Library
from auditapp.checklist.shipped import HASHES, ShippedHashes
from auditapp.model.trust import TrustState
from auditapp.paths import PROGRAM

FOLDER = PROGRAM / "checklists"
TYPEWRITER = re.compile(r"""["']| - """)
"""What books print otherwise: ‘ ’ “ ” and –."""


def test_the_list_names_every_file_with_its_hash():
    """After a change of one: ``cd checklists; sha256sum *.yaml > SHA256SUMS``."""
    files = sorted(FOLDER.glob("*.yaml"))
    expected = {f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in files}
    assert expected == set((FOLDER / HASHES).read_text(encoding="utf-8").splitlines())


def test_every_shipped_checklist_is_known_as_shipped():
    """So that no audit on one prints that it is unsigned."""
    headers = Library([FOLDER]).headers()
    assert {TrustState.SHIPPED} == {header.verdict.state for header in headers}


def test_what_is_not_in_the_list_did_not_ship(tmp_path):
    """Nor anything in a folder without a list."""
    assert TrustState.UNSIGNED is ShippedHashes(FOLDER).verdict("0" * 64).state
    assert TrustState.UNSIGNED is ShippedHashes(tmp_path).verdict("0" * 64).state


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_texts_are_set_as_in_a_book(path):
    """They stand beside texts of the program, which are."""
    said = list(_texts(yaml.safe_load(path.read_text("utf-8"))))
    assert [] == [text for text in said if TYPEWRITER.search(text)]
    assert said


def _texts(part):
    """Yield the values that are text, and not the keys."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict | list):
        for each in part.values() if isinstance(part, dict) else part:
            yield from _texts(each)
