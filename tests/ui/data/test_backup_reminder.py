# SPDX-License-Identifier: MPL-2.0
"""Being reminded of a backup."""

import pytest

from auditapp import settings as settings_file
from ui.data.backup_reminder import BackupReminder
from ui.preferences import Preferences


@pytest.fixture
def reminder(theme, workspace, show, audit_id):
    """Return the reminder of a workspace whose audit is ten days old."""
    workspace.clock.move(days=10)
    return show(BackupReminder(theme, workspace, Preferences(workspace.paths.settings)), height=120)


def press(reminder, words):
    """Press the button with these words."""
    next(each for each in reminder.buttons if each.text() == words).click()


def test_it_shows_when_a_backup_is_due(reminder):
    """And says that there is none."""
    assert reminder.isVisible()
    assert reminder.accessibleDescription().startswith("No backup has been made yet.")


def test_a_backup_sends_it_away(reminder, workspace, tmp_path):
    """Until the days are over again."""
    workspace.back_up(tmp_path / "backup.zip")
    reminder.refresh()
    assert reminder.isHidden()
    workspace.clock.move(days=7)
    reminder.refresh()
    assert reminder.isVisible()
    assert "(7 days ago)" in reminder.accessibleDescription()


def test_it_leaves_the_person_in_peace_until_tomorrow(reminder, workspace):
    """Across locking and closing."""
    press(reminder, "Not today")
    assert reminder.isHidden()
    today = workspace.clock().astimezone().date().isoformat()
    assert today == settings_file.load(workspace.paths.settings).backup_quiet_day
    workspace.clock.move(days=1)
    reminder.refresh()
    assert reminder.isVisible()


def test_it_leads_to_a_backup(reminder, qtbot):
    """By one button."""
    with qtbot.waitSignal(reminder.backup_asked):
        press(reminder, "Back up now")
    assert reminder.isVisible()
