# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.surfaces.page_heading``."""

from PySide6.QtCore import QPoint

from ui.widgets.buttons.push_button import PushButton
from ui.widgets.surfaces.page_heading import PageHeading

WIDE, NARROW = 900, 280


def centre(part, around):
    """Return the middle of a part, within what is around it."""
    return part.mapTo(around, part.rect().center())


def left(part, around):
    """Return where a part begins, within what is around it."""
    return part.mapTo(around, QPoint()).x()


def test_titles_stand_equally_high(theme, show):
    """A page without buttons has its title where a page with buttons has it."""
    bare = show(PageHeading(theme, "Settings"), WIDE, 46)
    full = show(PageHeading(theme, "Audits", PushButton(theme, "New")), WIDE, 46)
    assert centre(bare.title, bare).y() == centre(full.title, full).y()
    assert bare.sizeHint().height() == full.sizeHint().height()


def test_buttons_fold_under_the_beginning_of_the_title(theme, show, qtbot):
    """Beside the title at the right end where there is room, else below it at the left."""
    button = PushButton(theme, "Save counts without names")
    heading = show(PageHeading(theme, "Insights", button, words="Of 20 audits."), WIDE, 70)
    assert WIDE == button.mapTo(heading, button.rect().topRight()).x() + 1
    heading.resize(NARROW, 120)
    qtbot.waitUntil(lambda: left(heading.title, heading) == left(button, heading))
    assert centre(heading.title, heading).y() < centre(heading._words, heading).y()
    assert centre(heading._words, heading).y() < centre(button, heading).y()


def test_a_note_and_words_take_room_only_when_said(theme, show):
    """How many there are stands beside the title, a sentence below."""
    heading = show(PageHeading(theme, "Audits"), WIDE, 46)
    assert (True, 1) == (heading.note.isHidden(), heading.height() // heading.sizeHint().height())
    heading.set_note("21 audits")
    heading.set_words("Signed ones too.")
    assert ("21 audits", False) == (heading.note.text(), heading.note.isHidden())
    assert heading.sizeHint().height() > 46
    heading.set_words("")
    heading.set_note("")
    assert heading.note.isHidden()
