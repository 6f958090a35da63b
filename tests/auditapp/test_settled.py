# SPDX-License-Identifier: MPL-2.0
"""Test that what the organisation has settled holds, whatever a person's own settings are."""

import os

import pytest

from auditapp import files
from auditapp import settings as settings_file
from auditapp.paths import AppPaths
from auditapp.settings import Settings
from auditapp.settled import in_force, settled_layout, settled_values, under
from tests.auditapp.settled_samples import SETTLED, write_organisation


@pytest.fixture
def paths(tmp_path):
    """Return the places of a person on a computer with a file of its organisation."""
    found = AppPaths(tmp_path / "home", tmp_path / "checklists", write_organisation(tmp_path))
    own = Settings().with_changes(marking="", auditor="R. Okafor", idle_minutes=60, theme="dark")
    settings_file.save(found.settings, own)
    return found


def test_what_is_settled_holds_over_what_a_person_chose(paths):
    """What is left out of the file is the person's."""
    found = in_force(paths)
    assert ("OFFICIAL", "Halden Council", 5) == (
        found.marking,
        found.organisation,
        found.idle_minutes,
    )
    assert ("R. Okafor", "dark") == (found.auditor, found.theme)


def test_a_shorter_time_until_the_window_locks_may_be_chosen(paths):
    """The organisation settles the longest."""
    settings_file.save(paths.settings, Settings().with_changes(idle_minutes=2))
    assert 2 == in_force(paths).idle_minutes


def test_names_and_timescales_are_settled_one_by_one(paths):
    """Those that the file does not name are the person's."""
    own = {
        "local_names": {"placement_panel": "mine", "early_help_panel": "our panel"},
        "local_standards": {"assessment_local": {"on": False}, "other": {"on": True}},
    }
    settings_file.save(paths.settings, Settings().with_changes(**own))
    found = in_force(paths)
    names = {"placement_panel": "resource panel", "early_help_panel": "our panel"}
    assert names == found.local_names
    assert {
        "assessment_local": {"on": True, "number": 35},
        "other": {"on": True},
    } == found.local_standards


@pytest.mark.parametrize("text", ["", "settings: {marking: [}", "schema: organisation/1\nx: 1\n"])
def test_a_file_with_faults_settles_nothing(paths, text):
    """It is told elsewhere; nobody is kept from their work."""
    write_organisation(paths.organisation.parent, text)
    assert "" == in_force(paths).marking
    assert settled_layout(paths.organisation) is None


def test_without_a_file_nothing_is_settled(tmp_path):
    """Nor where none is looked for."""
    assert {} == settled_values(None) == settled_values(tmp_path / "none.yaml")
    assert Settings() == under(Settings(), tmp_path / "none.yaml")


def test_a_file_that_was_changed_is_read_again(paths):
    """An administrator need not wait for anybody to start the program anew."""
    assert "OFFICIAL" == in_force(paths).marking
    write_organisation(paths.organisation.parent, SETTLED.replace("OFFICIAL", "PROTECT!"))
    os.utime(paths.organisation, ns=(1, 1))
    assert "PROTECT!" == in_force(paths).marking


def test_a_file_that_could_not_be_opened_for_a_while_holds_afterwards(paths, monkeypatch):
    """As one that a virus scanner held while the window opened, which may stay open for days."""

    def fail(_path, _size):
        raise PermissionError

    with monkeypatch.context() as held:
        held.setattr(files, "_read_start", fail)
        assert "" == in_force(paths).marking
    assert "OFFICIAL" == in_force(paths).marking


def test_a_layout_is_found_beside_the_file(tmp_path):
    """Whoever may write the one may write the other."""
    path = write_organisation(tmp_path, "schema: organisation/1\nlayout: council.yaml\n")
    assert tmp_path / "council.yaml" == settled_layout(path)
