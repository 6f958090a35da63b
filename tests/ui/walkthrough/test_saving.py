# SPDX-License-Identifier: MPL-2.0
"""Test that the window says "Saved" when, and only when, everything is on the disk."""

import datetime as dt
import threading

import pytest

KEY = "visits/VS2"


@pytest.fixture
def gate(monkeypatch, workspace):
    """Return a gate; while it is closed, a write waits."""
    opened = threading.Event()
    opened.set()
    commit = workspace.commit

    def wait(audit_id, edit):
        opened.wait(10)
        return commit(audit_id, edit)

    monkeypatch.setattr(workspace, "commit", wait)
    return opened


def test_saved_is_said_only_when_it_is_durable(qtbot, view, open_audit, gate, workspace):
    """While the disk has not answered, the badge says that it is on its way."""
    gate.clear()
    open_audit.change_answer(KEY, value="met")
    assert "Saving …" == view.header.saved.badge.text()
    with qtbot.waitSignal(open_audit.saved):
        gate.set()
    local = workspace.clock().astimezone()
    assert f"Saved {local:%H:%M}" == view.header.saved.badge.text()
    assert "met" == workspace.open_audit(open_audit.audit.id).answer(KEY).value


def test_a_save_that_fails_is_said_in_words_until_it_works(qtbot, view, open_audit, full_disk):
    """The strip says what to do; trying again saves everything in line."""
    full_disk.set()
    with qtbot.waitSignal(open_audit.save_failed):
        open_audit.change_answer(KEY, value="met")
    banner = view.save_failed.banner
    assert view.save_failed.isVisible()
    assert "The disk is full." == banner.accessibleName()
    assert "Free some space." in banner.accessibleDescription()
    assert "Not saved" == view.header.saved.badge.text()
    open_audit.change_answer(KEY, note="Seen alone.")
    assert "Not saved" == view.header.saved.badge.text()
    full_disk.clear()
    with qtbot.waitSignal(open_audit.saved):
        banner.buttons[0].click()
    assert not view.save_failed.isVisible()
    assert view.header.saved.badge.text().startswith("Saved ")
    assert open_audit.is_saved


def test_the_time_is_the_local_one(view):
    """The store counts in UTC; the auditor reads the clock on the wall."""
    at = dt.datetime(2026, 7, 1, 12, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
    view.header.saved.show_saved(at)
    assert f"Saved {at.astimezone():%H:%M}" == view.header.saved.badge.text()


def test_the_badge_keeps_its_place(view):
    """Its neighbours do not jump when the words change."""
    corner = view.header.saved
    before = corner.sizeHint()
    corner.show_saving()
    assert before == corner.sizeHint()
