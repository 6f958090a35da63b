# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ProgressRing``, ``SavedBadge``, ``RailButton`` and ``announce``."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.tokens import EDGE
from ui.widgets.buttons.rail_button import RailButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs import saved_badge
from ui.widgets.signs.progress_ring import ProgressRing
from ui.widgets.signs.saved_badge import SavedBadge


def test_ring_says_its_words(theme, show):
    """Screen readers and the tool tip get the figures."""
    ring = show(ProgressRing(theme), 34, 34)
    ring.set_value(15 / 40, "15 of 40 answered")
    assert (0.375, "15 of 40 answered", "15 of 40 answered") == (
        ring.value,
        ring.accessibleName(),
        ring.toolTip(),
    )


@pytest.mark.parametrize(("asked", "shown"), [(-1, 0.0), (2, 1.0)])
def test_ring_stays_within_its_limits(theme, show, asked, shown):
    """More than all is all."""
    ring = show(ProgressRing(theme))
    ring.set_value(asked, "done")
    assert shown == ring.value


def test_ring_fills(theme, show):
    """A full ring has the primary colour at its lower edge, an empty one the track's."""
    ring = show(ProgressRing(theme), 34, 34)
    ring.resize(34, 34)
    seen = []
    for value in (0.0, 1.0):
        ring.set_value(value, "")
        seen.append(ring.grab().toImage().pixelColor(17, 31))
    assert [theme.colour("track"), theme.colour("primary")] == seen


def test_ring_grows_with_the_text(theme, show):
    """At 200 % the ring is twice as wide."""
    ring = show(ProgressRing(theme, 20))
    theme.set_text_scale(2.0)
    assert 40 == ring.sizeHint().width()


@pytest.fixture
def said(monkeypatch):
    """Return what the badge announces; the screen reader is the edge of the program."""
    said = []

    def announce_instead(widget, text, *, urgent=False):
        said.append((text, urgent))

    monkeypatch.setattr(saved_badge, "announce", announce_instead)
    return said


def test_badge_says_when(theme, show, said):
    """The time of the last save is shown and announced politely, once a minute."""
    badge = show(SavedBadge(theme))
    badge.show_saved(time(14, 32))
    badge.show_saving()
    badge.show_saved(time(14, 32))
    assert ("Saved 14:32", "ok", [("Saved 14:32", False)]) == (badge.text(), badge.tone, said)


def test_badge_is_quiet_while_saving(theme, show, said):
    """What passes in a moment is shown and not announced."""
    badge = show(SavedBadge(theme))
    badge.show_saving()
    assert ("Saving …", "neutral", []) == (badge.text(), badge.tone, said)


def test_badge_interrupts_when_saving_failed(theme, show, said):
    """That something is not saved is said at once."""
    badge = show(SavedBadge(theme))
    badge.show_failed("Not saved: the disk is full")
    assert ("danger", [("Not saved: the disk is full", True)]) == (badge.tone, said)


@pytest.mark.parametrize("urgent", [False, True])
def test_announcing_needs_no_screen_reader(theme, show, urgent):
    """Without a screen reader nothing happens, and nothing moves the focus."""
    badge = show(SavedBadge(theme))
    announce(badge, "Saved", urgent=urgent)
    assert not badge.hasFocus()


@pytest.fixture
def rail(theme, show):
    """Return two rail buttons that belong together, the first chosen."""
    page = QWidget()
    column = QVBoxLayout(page)
    buttons = [
        RailButton(theme, "list-checks", "Audits"),
        RailButton(theme, "flag", "Actions"),
    ]
    for button in buttons:
        column.addWidget(button)
    buttons[0].set_shortcut("Ctrl+Shift+A")
    buttons[0].setChecked(True)
    show(page)
    return buttons


def test_rail_buttons_exclude_each_other(rail):
    """Going to one place leaves the other, and both read as choices with a state."""
    rail[1].click()
    accessible = [QAccessible.queryAccessibleInterface(button) for button in rail]
    assert [QAccessible.Role.RadioButton] * 2 == [each.role() for each in accessible]
    assert [False, True] == [bool(each.state().checked) for each in accessible]


def test_arrow_keys_go_along_the_rail(rail, qtbot):
    """The arrow key goes to the next place."""
    rail[0].setFocus()
    qtbot.keyClick(rail[0], Qt.Key.Key_Down)
    assert (True, True) == (rail[1].hasFocus(), rail[1].isChecked())


def test_compact_rail_keeps_its_words(rail):
    """Without words on it, a button is narrower and has them as tool tip and name."""
    wide = rail[1].sizeHint().width()
    for button in rail:
        button.set_compact(True)
    assert (True, "Actions", "Actions") == (
        rail[1].sizeHint().width() < wide,
        rail[1].toolTip(),
        rail[1].accessibleName(),
    )
    assert "Audits  (Ctrl+Shift+A)" == rail[0].toolTip()


def test_chosen_place_is_tinted(rail, theme):
    """The place one is at stands out, in light and in dark."""
    for is_dark in (False, True):
        theme.set_dark(is_dark)
        image = rail[0].grab().toImage()
        assert theme.colour("primary_tint") == image.pixelColor(EDGE + 8, EDGE + 4)
