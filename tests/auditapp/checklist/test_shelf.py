# SPDX-License-Identifier: MPL-2.0
"""Keep loaded checklists through restarts, damage and full disks."""

import json
import stat
import sys

import pytest

from auditapp.checklist import shelf as shelf_module
from auditapp.errors import ChecklistRefusedError, UnsafePathError
from tests.auditapp.checklist.desk import BY, KEY

ID = "halden-visits"


@pytest.fixture
def path(desk):
    """Return the file of a checklist on the shelf that is unsigned and accepted."""
    file = desk.file("1.0")
    desk.add(file, accept_unsigned=True)
    return desk.shelf_folder / f"{file.sha256}.yaml"


def test_a_shelf_that_is_not_there_is_empty(desk):
    """The folder is made when something is loaded, not before."""
    assert () == desk.shelf.entries()
    assert [] == desk.shelf.problems()
    assert not desk.shelf_folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the rights of the user folder decide there")
def test_it_is_closed_to_others(desk, path):
    """Like everything of a person's."""
    assert 0o700 == stat.S_IMODE(desk.shelf_folder.stat().st_mode)
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("change", [b"# a comment\n", b" "])
def test_a_file_that_was_changed_is_not_used(desk, path, change):
    """Not even when the choice to load it unsigned was made: that was for other bytes."""
    path.write_bytes(path.read_bytes() + change)
    with pytest.raises(ChecklistRefusedError, match="changed after it was loaded"):
        desk.library.load(ID)
    desk.library.refresh()
    (entry,) = desk.library.shelved()
    assert "changed after it was loaded" in entry.why_not
    assert entry.file is None
    assert {} == desk.in_use()


@pytest.mark.parametrize("change", [{"id": "visits"}, {"version": "9.0"}])
def test_a_record_of_another_checklist_is_not_believed(desk, path, change):
    """It cannot lend the bytes another name, or another version."""
    record = path.with_suffix(".json")
    fields = json.loads(record.read_bytes())
    record.write_text(json.dumps(fields | change), encoding="utf-8")
    desk.library.refresh()
    assert {} == desk.in_use()
    assert "changed after it was loaded" in desk.library.shelved()[0].why_not


def test_a_file_that_became_something_else_is_not_used(desk, path):
    """Neither noise nor a data file of another kind."""
    for data, reason in ((b"", "cannot be read"), (b"schema: timescales/1\n", "was changed")):
        path.write_bytes(data)
        (problem,) = desk.shelf.problems()
        assert reason in problem


def test_a_file_that_is_gone_is_told(desk, path):
    """With its name and that it cannot be opened."""
    path.unlink()
    (problem,) = desk.shelf.problems()
    assert f"The checklist {ID} 1.0 is not offered. {path.name} cannot be read." in problem


def test_loading_it_again_mends_it(desk, path):
    """The damaged file is put aside, and what it was is there again."""
    whole = path.read_bytes()
    path.write_bytes(b"damaged")
    desk.add(desk.file("1.0"))
    assert whole == path.read_bytes()
    assert b"damaged" == path.with_name(f"{path.name}.damaged-1").read_bytes()
    assert {ID: "1.0"} == desk.in_use()


def test_a_damaged_record_is_told_and_kept_aside(desk, path):
    """The choice in it is lost, so it is asked again; the damaged record is not overwritten."""
    record = path.with_suffix(".json")
    record.write_bytes(b"{}")
    desk.library.refresh()
    assert () == desk.library.shelved()
    assert [
        f"What is known of a loaded checklist cannot be read ({record.name}). Load it again."
    ] == desk.shelf.problems()
    desk.add(desk.file("1.0"), accept_unsigned=True)
    assert b"{}" == record.with_name(f"{record.name}.damaged-1").read_bytes()
    assert {ID: "1.0"} == desk.in_use()


def test_a_record_of_a_newer_version_is_not_guessed_at(desk, path):
    """Nor is one with a field that this version does not know."""
    record = path.with_suffix(".json")
    fields = json.loads(record.read_bytes())
    for change in ({"schema_version": 2}, {"new": 1}):
        record.write_text(json.dumps(fields | change), encoding="utf-8")
        assert 1 == len(desk.shelf.problems())
        assert () == desk.shelf.entries()


def test_a_file_without_a_record_does_not_count(desk, path):
    """That is what is left when the program dies between the two."""
    path.with_suffix(".json").unlink()
    assert () == desk.shelf.entries()
    assert [] == desk.shelf.problems()


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_a_full_disk_leaves_the_shelf_as_it_was(desk, monkeypatch, failing):
    """Whichever of the three files could not be written; trying again succeeds."""
    desk.trust()
    file = desk.file("1.0", KEY)
    write, calls = shelf_module.write_atomically, []

    def fail(path, data):
        calls.append(path)
        if len(calls) == failing:
            raise OSError(28, "No space left on device")
        write(path, data)

    with monkeypatch.context() as full:
        full.setattr(shelf_module, "write_atomically", fail)
        full.setattr("auditapp.checklist.shelf_records.write_atomically", fail)
        with pytest.raises(OSError, match="No space left"):
            desk.add(file)
    desk.open()
    assert {} == desk.in_use()
    assert [] == desk.shelf.problems()
    assert desk.add(file).is_in_use


def test_an_unreadable_choice_is_no_choice(desk, path):
    """Then the latest version is in use; the file is put aside with the next choice."""
    desk.shelving.use(ID, "1.0", BY)
    (choice,) = desk.shelf_folder.glob("use-*")
    choice.write_bytes(b"[")
    assert desk.shelf.chosen(ID) is None
    desk.shelving.use(ID, "1.0", BY)
    assert "1.0" == desk.shelf.chosen(ID)
    assert b"[" == choice.with_name(f"{choice.name}.damaged-1").read_bytes()


def test_no_id_leads_out_of_the_folder(desk):
    """A file in the program's folder could hold any."""
    desk.ship(desk.file(checklist_id="halden-visits"))
    (desk.shipped / "odd.yaml").write_bytes(
        desk.file().data.replace(b"id: halden-visits", b"id: ../odd")
    )
    desk.library.refresh()
    with pytest.raises(UnsafePathError):
        desk.shelving.use("../odd", "1.0", BY)
    assert desk.shelf.chosen("../odd") is None
    assert "../odd" in desk.in_use()


def test_what_was_never_loaded_cannot_be_used(desk):
    """Nor can what was withdrawn."""
    with pytest.raises(ChecklistRefusedError, match="not to be used any more"):
        desk.shelf.usable("0" * 64)
    file = desk.file("1.0")
    desk.add(file, accept_unsigned=True)
    desk.shelving.withdraw(ID, "1.0", BY, "Wrong.")
    with pytest.raises(ChecklistRefusedError, match="not to be used any more"):
        desk.shelf.usable(file.sha256)


def test_the_organisation_is_asked_each_time(desk):
    """A change of its file counts at once."""
    assert () == desk.shelf.organisation().publishers
    desk.trust()
    assert 1 == len(desk.shelf.organisation().publishers)
