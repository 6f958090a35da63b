# SPDX-License-Identifier: MPL-2.0
"""Test that settings, layout and loaded checklists go into a backup and come back."""

import pytest

from auditapp.beside import gather_beside, put_beside
from auditapp.paths import find_paths
from auditapp.settings import Settings, save

DIGEST = "0123456789abcdef" * 4


@pytest.fixture
def paths(tmp_path):
    """Return a home with settings and a loaded checklist."""
    paths = find_paths(tmp_path / "home")
    save(paths.settings, Settings().with_changes(organisation="Northshire"))
    paths.layout.write_text("layout")
    paths.shelf.mkdir()
    for name in (f"{DIGEST}.yaml", f"{DIGEST}.yaml.minisig", f"{DIGEST}.json", "use-visits.json"):
        (paths.shelf / name).write_text(name)
    return paths


def test_what_is_known_is_gathered(paths):
    """A file that somebody else put there is not."""
    (paths.shelf / "notes.txt").write_text("not ours")
    assert {
        "settings.json",
        "report-layout.json",
        f"checklists/{DIGEST}.yaml",
        f"checklists/{DIGEST}.yaml.minisig",
        f"checklists/{DIGEST}.json",
        "checklists/use-visits.json",
    } == gather_beside(paths).keys()


def test_what_cannot_be_read_is_left_out(paths):
    """It keeps nobody from a backup."""
    paths.settings.unlink()
    paths.settings.mkdir()
    assert "settings.json" not in gather_beside(paths)


def test_nothing_there_is_nothing(tmp_path):
    """Before the first setting."""
    assert {} == gather_beside(find_paths(tmp_path))


def test_checklists_come_back_where_they_are_missing(paths, tmp_path):
    """One that is there stays as it is, and so do the settings of the person here."""
    there = find_paths(tmp_path / "there")
    there.shelf.mkdir(parents=True)
    (there.shelf / "use-visits.json").write_text("chosen here")
    put_beside(there, gather_beside(paths), is_new_here=False)
    assert f"{DIGEST}.yaml" == (there.shelf / f"{DIGEST}.yaml").read_text()
    assert "chosen here" == (there.shelf / "use-visits.json").read_text()
    assert not there.settings.exists()


def test_the_layout_becomes_that_of_the_backup(paths, tmp_path):
    """Its logbook vouches for no other; one that is there is put by, unless it is the same."""
    there = find_paths(tmp_path / "there")
    there.shelf.mkdir(parents=True)
    for _time in range(2):
        put_beside(there, gather_beside(paths), is_new_here=False)
        assert "layout" == there.layout.read_text()
    put_beside(there, {}, is_new_here=False)
    assert not there.layout.exists()
    assert ["report-layout.json.replaced-1"] == [path.name for path in there.home.glob("*.json*")]


def test_names_that_lead_elsewhere_are_not_followed(tmp_path):
    """Though only a holder of the key could have put them there."""
    there = find_paths(tmp_path / "there")
    names = ("checklists/../evil.yaml", "checklists/evil.yaml", "../settings.json", "evil")
    put_beside(there, dict.fromkeys(names, b"evil"), is_new_here=True)
    assert [] == [path for path in tmp_path.rglob("*") if path.is_file()]
