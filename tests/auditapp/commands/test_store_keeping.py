# SPDX-License-Identifier: MPL-2.0
"""Test what the store command says about keeping, as somebody types it."""

import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.commands.store_keeping import list_due
from auditapp.errors import UnsafePathError
from auditapp.model.edits import Author
from auditapp.model.register import LearningMessage
from auditapp.settings import Settings, SettingsDamagedError, save
from tests.making import Clock, start_audit


@pytest.fixture
def audit_id(change_workspace):
    """Return an audit that is on hold."""

    def start(workspace):
        audit_id = start_audit(workspace)
        workspace.hold_audit(audit_id, "Court", Author("R. Okafor", workspace.clock()))
        return audit_id

    return change_workspace(start)


def test_what_is_due_is_listed(typed, workspace_home, change_workspace, audit_id):
    """With its day, and whether it is on hold; without a time that was set nothing is due."""
    unset = "No time is set, so no audit is due for deletion. It is set in the window, under "
    assert (0, [f"{unset}Your data."]) == typed("store due")

    save(workspace_home / "settings.json", Settings().with_changes(keep_months=1))
    assert ["0 audits were kept as long as they are to be."] == typed("store due")[1]

    lines = []
    change_workspace(lambda workspace: list_due(_later(workspace), lines.append))
    assert f"HX-2047 ({audit_id}), 2026-11-21, on hold" == lines[0]


@pytest.mark.parametrize("held", ["{", '{"schema_version": 1, "keep_months": "six"}'])
def test_settings_that_cannot_be_read_set_no_time(typed, workspace_home, audit_id, capsys, held):
    """That is an error, at every try until there are settings again; the old ones are kept."""
    (workspace_home / "settings.json").write_text(held)
    with pytest.raises(SettingsDamagedError, match="Nobody can say which audits") as caught:
        typed("store due")
    assert "kept as settings.unreadable-1.json" in caught.value.remedy
    said = capsys.readouterr().err
    assert "the usual ones are in use. The old file was kept as settings.unreadable-1" in said
    assert held == (workspace_home / "settings.unreadable-1.json").read_text()
    with pytest.raises(SettingsDamagedError):
        typed("store due")

    save(workspace_home / "settings.json", Settings())
    assert 0 == typed("store due")[0]


def test_settings_without_a_right_to_them_set_no_time(typed, workspace_home, audit_id, capsys):
    """Nor do those that nobody may read."""
    (workspace_home / "settings.json").mkdir()
    with pytest.raises(SettingsDamagedError, match="Nobody can say which audits"):
        typed("store due")
    assert "Check that you may read and write the folder" in capsys.readouterr().err


def _later(workspace):
    workspace.clock.move(days=40)
    return workspace


def test_a_case_is_found_and_written(typed, audit_id, tmp_path):
    """The report of its audit, and one file with all of it."""
    folder = tmp_path / "out" / "of-the-case"
    code, lines = typed(f"store find-case hx2047 -o {folder}")

    assert 0 == code
    assert f"Audit {audit_id}: 0 answers, 0 set aside, 0 reports made" == lines[0]
    assert ["audit-1.pdf", "everything.json"] == sorted(path.name for path in folder.iterdir())
    with pytest.raises(WrongUseError, match="empty"):
        typed(f"store find-case hx2047 -o {folder}")
    with pytest.raises(WrongUseError, match="below cannot be made"):
        typed(f"store find-case hx2047 -o {folder / 'everything.json' / 'below'}")


def test_a_case_is_written_to_a_folder_that_is_there(typed, audit_id, tmp_path):
    """An empty one; a file is none."""
    folder = tmp_path / "out"
    folder.mkdir()
    assert 0 == typed(f"store find-case hx2047 -o {folder}")[0]
    with pytest.raises(WrongUseError, match="empty"):
        typed(f"store find-case hx2047 -o {folder / 'everything.json'}")


def test_nothing_is_made_among_the_audits(typed, audit_id, workspace_home):
    """Not even an empty folder."""
    folder = workspace_home / "store" / "new"
    with pytest.raises(UnsafePathError):
        typed(f"store find-case hx2047 -o {folder}")
    assert not folder.exists()


def test_a_case_that_is_unknown(typed, tmp_path):
    """It is said, and nothing is written."""
    assert (0, ["Nothing is held on this case reference."]) == typed(
        f"store find-case HX-1 -o {tmp_path / 'workspace' / 'store' / 'audits'}"
    )


def test_entries_of_registers_are_named(typed, change_workspace, audit_id):
    """By their register and their id; their words are in the file that is written."""
    clock = Clock()
    by = Author("R. Okafor", clock.now)
    message = LearningMessage(
        author=by.name,
        created_at=by.now,
        message="As with HX-2047, see the child alone.",
        audience="All",
        sent_on=clock.now.date(),
    )
    entry_id = change_workspace(lambda workspace: workspace.add_to_register(message, by))
    assert f"Learning log: entry {entry_id}" in typed("store find-case HX-2047")[1]
