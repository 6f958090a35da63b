# SPDX-License-Identifier: MPL-2.0
"""Test where audits cannot be kept, and where nothing else can be saved."""

import pytest

from auditapp.commands.places import PlaceRefusedError
from auditapp.errors import UnsafePathError
from tests.test_project import ROOT

VISITS = ROOT / "checklists/visits.yaml"


@pytest.mark.parametrize("line", ["create", "restore {backup}"])
@pytest.mark.parametrize(
    ("home", "words"), [("file", "file is no folder."), ("file/below", "below cannot be made: ")]
)
def test_a_home_that_cannot_be_is_named(typed, tmp_path, monkeypatch, line, home, words):
    """It is not called an error of the disk, and nobody types a passphrase to hear it."""
    (tmp_path / "file").touch()
    (tmp_path / "backup.zip").touch()
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", "no such file")
    with pytest.raises(PlaceRefusedError, match=words) as caught:
        typed(f"store {line.format(backup=tmp_path / 'backup.zip')}", home=tmp_path / home)
    assert "Give another folder" in caught.value.remedy


@pytest.mark.parametrize(
    "line",
    [
        "handbook -o {store}/handbook.html",
        f"checklist export {VISITS} -o {{store}}/visits.xlsx",
        f"checklist import {VISITS} -o {{store}}/visits.yaml",
        f"checklist accept-key {VISITS} -o {{store}}/organisation.yaml",
        "checklist keygen -o {store}/halden.key",
    ],
)
def test_nothing_is_saved_among_the_audits(typed, workspace_home, line):
    """Whatever it is, and whether it has to do with them or not."""
    store = workspace_home / "store"
    before = sorted(store.iterdir())
    with pytest.raises(UnsafePathError, match="where the audits are kept"):
        typed(line.format(store=store))
    assert before == sorted(store.iterdir())
