# SPDX-License-Identifier: MPL-2.0
"""Test the settings as the window holds them."""

import os

from auditapp.settings import Settings, save
from ui.preferences import Preferences


def test_a_change_is_kept_and_told(qtbot, tmp_path):
    """The next start has it."""
    path = tmp_path / "settings.json"
    preferences = Preferences(path)
    with qtbot.waitSignal(preferences.changed):
        preferences.change(theme="dark")

    assert "dark" == Preferences(path).settings.theme


def test_what_is_done_is_recorded_under_the_person_s_name(tmp_path, monkeypatch):
    """Where they gave none, and their account has none either, under its number."""
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_123)
    preferences = Preferences(tmp_path / "settings.json")

    assert "4000000123" == preferences.person_name
    preferences.change(auditor=" R. Okafor ")
    assert "R. Okafor" == preferences.person_name


def test_no_change_is_not_told(qtbot, tmp_path):
    """Setting what is set already writes nothing."""
    preferences = Preferences(tmp_path / "settings.json")
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.change(theme=preferences.settings.theme)

    assert not (tmp_path / "settings.json").exists()


def test_a_change_that_cannot_be_written_still_holds(qtbot, tmp_path):
    """It is in force until the window closes, and the person is told."""
    (tmp_path / "home").write_text("a file where the folder should be")
    preferences = Preferences(tmp_path / "home" / "settings.json")
    with qtbot.waitSignal(preferences.save_failed):
        preferences.change(theme="dark")

    assert "dark" == preferences.settings.theme


def test_a_file_that_cannot_be_read_is_not_overwritten(qtbot, tmp_path):
    """The change holds until the window closes, and the person is told why it is not kept."""
    path = tmp_path / "settings.json"
    path.mkdir()
    preferences = Preferences(path)
    with qtbot.waitSignal(preferences.save_failed) as failed, qtbot.waitSignal(preferences.changed):
        preferences.change(theme="dark")

    assert "could not be saved" in str(failed.args[0])
    assert "dark" == preferences.settings.theme
    assert path.is_dir()


def test_a_damaged_file_is_reported_once(tmp_path):
    """The usual settings are in force, and the fault waits to be shown."""
    path = tmp_path / "settings.json"
    path.write_text("{")
    preferences = Preferences(path)

    assert Settings() == preferences.settings
    assert preferences.fault is not None
    assert Preferences(path).fault is None


def test_settings_that_something_else_brought_are_read(qtbot, tmp_path):
    """As after a restore."""
    path = tmp_path / "settings.json"
    preferences = Preferences(path)
    preferences.reload()
    save(path, Settings().with_changes(organisation="Northshire"))
    with qtbot.waitSignal(preferences.changed):
        preferences.reload()
    assert "Northshire" == preferences.settings.organisation
    with qtbot.assertNotEmitted(preferences.changed):
        preferences.reload()


def test_settings_that_could_not_be_saved_are_not_read_over(tmp_path, monkeypatch):
    """They hold until the window closes."""
    path = tmp_path / "settings.json"
    preferences = Preferences(path)
    preferences.change(organisation="Northshire")

    def refuse(*_args):
        raise OSError("full")

    monkeypatch.setattr("auditapp.settings.save", refuse)
    preferences.change(organisation="Southshire")
    preferences.reload()
    assert "Southshire" == preferences.settings.organisation


def test_settings_that_became_unreadable_are_not_taken(tmp_path):
    """The ones from before go on to hold."""
    path = tmp_path / "settings.json"
    preferences = Preferences(path)
    preferences.change(organisation="Northshire")
    path.write_text("not settings")
    preferences.reload()
    assert "Northshire" == preferences.settings.organisation
