# SPDX-License-Identifier: MPL-2.0
"""Test the card of the logbook over a real workspace."""

import pytest

from auditapp.model.logbook import LogKind
from tests.making import start_audit
from tests.ui.one_path import OnePath
from ui.data.logbook_card import LogbookCard


@pytest.fixture
def outside(tmp_path):
    """Return what chooses a file in the folder of the test."""
    return OnePath(tmp_path / "logbook.csv")


@pytest.fixture
def card(qtbot, theme, workspace, jobs, outside, show):
    """Return the card of a workspace in which an audit was removed."""
    workspace.remove_audit(start_audit(workspace))
    workspace._log(LogKind.BACKED_UP, "1 audit")
    card = show(LogbookCard(theme, workspace, jobs, outside), 700, 700)
    card.refresh()
    qtbot.waitUntil(lambda: bool(card.group.rows))
    return card


def titles(card):
    """Return what the lines on show say."""
    return [row.title for row in card.group.rows]


def test_the_newest_line_is_first(card):
    """Each says who did it, when, and which line it is."""
    assert ["Backup made", "Audit removed", "Place for audits made"] == titles(card)
    assert card.group.rows[0].remarks[-1].text.endswith("21 November 2026 at 09:30  ·  line 3")
    assert card.fault.isHidden()


def test_lines_are_found_by_kind_and_by_words(card):
    """Only kinds that occur are offered; nothing found is said."""
    box = card.kind.combo_box
    assert ["", "made", "backed_up", "audit_removed"] == [
        box.itemData(place) for place in range(box.count())
    ]
    card.kind.set_value("audit_removed")
    card.kind.value_chosen.emit("audit_removed")
    assert ["Audit removed"] == titles(card)
    card.search.set_text("Backup")
    card.search.text_edited.emit("Backup")
    assert [] == titles(card)
    assert not card.nothing.isHidden()


def test_the_whole_logbook_is_saved_whatever_is_looked_for(qtbot, card, outside, workspace):
    """And that is a line of it."""
    card.search.set_text("Backup")
    card.save_button.click()
    qtbot.waitUntil(card.desk.banner.isVisible)

    assert ["Logbook 2026-11-21.csv"] == outside.names
    assert "Audit removed" in outside.path.read_text("utf-8-sig")
    card.refresh()
    qtbot.waitUntil(lambda: len(card._lines) == 4)
    assert LogKind.LOGBOOK_EXPORTED is workspace.log_lines()[-1].kind


def test_a_line_that_was_changed_is_told_above_the_lines(qtbot, card, workspace, heard):
    """The others are shown all the same."""
    lines = workspace._logbook._pages._lines
    lines[1]["by"] = "Somebody else"
    card.refresh()
    qtbot.waitUntil(card.fault.isVisible)

    assert "Line 2 of the logbook is not what was written." == card.fault.accessibleDescription()
    assert ["Something is wrong with the logbook. " + card.fault.accessibleDescription()] == heard
    assert 3 == len(titles(card))


def test_the_logbook_is_the_last_card_and_is_read_when_the_page_is(qtbot, view):
    """What happened since it was shown last is there as well."""
    view.refresh()
    qtbot.waitUntil(lambda: len(view.logbook.group.rows) == 1)
    view.logbook._workspace._log(LogKind.BACKED_UP)
    view.refresh()
    qtbot.waitUntil(lambda: len(view.logbook.group.rows) == 2)

    others = (view.backup, view.keys, view.keeping, view.case)
    assert all(view.logbook.y() > card.y() for card in others)
