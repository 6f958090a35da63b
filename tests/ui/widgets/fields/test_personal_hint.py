# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.fields.personal_hint``."""

import time

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.avoided_names import PersonalFinder
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.personal_hint import AFTER, BEFORE
from ui.widgets.fields.text_area import TextArea

PHONE = "Call 07700 900123."


class Page(QWidget):
    """Stand for the view of an audit."""

    personal_finder = PersonalFinder(["Aisha Bright"])


@pytest.fixture
def page(theme, show):
    """Return a page with a text area and a line."""
    page = Page()
    column = QVBoxLayout(page)
    page.area = TextArea(theme, "Note")
    page.line = LineField(theme, "Place")
    column.addWidget(page.area)
    column.addWidget(page.line)
    column.addStretch(1)
    return show(page)


@pytest.fixture
def heard(monkeypatch):
    """Return what screen readers are asked to say."""
    heard = []
    monkeypatch.setattr(
        "ui.widgets.fields.personal_hint.announce", lambda _widget, text: heard.append(text)
    )
    return heard


def test_it_speaks_when_the_typing_rests(page, heard, qtbot):
    """Not at a key, and once to a screen reader, however long one types on."""
    qtbot.keyClicks(page.area.text_edit, PHONE)
    assert "" == page.area.personal_hint.words
    qtbot.waitUntil(lambda: page.area.personal_hint.words != "")
    qtbot.keyClicks(page.area.text_edit, " Seen.")
    page.area.settle_now()
    page.area.personal_hint.look_now()

    assert page.area.personal_hint.words.startswith("“07700 900123” looks like a phone number. ")
    assert [page.area.personal_hint.words] == heard
    assert f"{PHONE} Seen." == page.area.text


def test_a_line_is_looked_at_as_well(page):
    """Names that must not appear are known there too."""
    page.line.line_edit.insert("aisha bright's plan")
    page.line.personal_hint.look_now()
    assert "“aisha bright's” is a name that you want" in page.line.personal_hint.words


def test_what_is_all_right_is_not_said_again(page, qtbot):
    """For this text: in another text the same words are another find."""
    hint = page.area.personal_hint
    page.area.text_edit.insertPlainText(PHONE)
    hint.look_now()
    hint.harmless_button.click()
    assert "" == hint.words
    page.area.text_edit.insertPlainText(" More.")
    hint.look_now()
    assert "" == hint.words

    page.area.set_text("Her mother has 07700 900123")
    hint.look_now()
    assert "07700" in hint.words


def test_the_next_find_is_shown_after_one_is_all_right(page):
    """One at a time, so that the line stays a line."""
    page.area.text_edit.insertPlainText(f"{PHONE} Write to a@b.org.")
    page.area.personal_hint.look_now()
    page.area.personal_hint.harmless_button.click()
    assert "a@b.org" in page.area.personal_hint.words


def test_another_text_takes_it_away(page, qtbot):
    """Nothing is said about a text that nobody is typing."""
    page.area.text_edit.insertPlainText(PHONE)
    page.area.personal_hint.look_now()
    page.area.set_text("Another.")
    assert page.area.personal_hint.isHidden()


def test_mending_the_text_takes_it_away(page):
    """What is not there any more is not spoken of."""
    page.area.text_edit.insertPlainText(PHONE)
    page.area.personal_hint.look_now()
    page.area.text_edit.setPlainText("Call her.")
    page.area.personal_hint.look_now()
    assert "" == page.area.personal_hint.words


def test_outside_an_audit_nothing_is_looked_at(theme, show):
    """Nobody prints the settings."""
    area = show(TextArea(theme, "Note"))
    area.text_edit.insertPlainText(PHONE)
    area.personal_hint.look_now()
    assert "" == area.personal_hint.words


def test_the_hint_can_be_read(page):
    """A screen reader that goes through the page finds the words and the button."""
    page.area.text_edit.insertPlainText(PHONE)
    page.area.personal_hint.look_now()
    button = QAccessible.queryAccessibleInterface(page.area.personal_hint.harmless_button)
    assert "It is all right here" == button.text(QAccessible.Text.Name)


def test_a_very_long_text_is_looked_at_in_no_time(page):
    """Of 80,000 words only those near the caret are looked at."""
    page.area.text_edit.setPlainText("She was seen at school. " * 16_000)
    page.area.text_edit.insertPlainText(f"{PHONE} ")
    looked = []

    class Finder(PersonalFinder):
        def find(self, text):
            looked.append(len(text))
            return super().find(text)

    page.personal_finder = Finder()
    start = time.perf_counter()
    page.area.personal_hint.look_now()
    seconds = time.perf_counter() - start

    assert "07700" in page.area.personal_hint.words
    assert looked[0] <= BEFORE + AFTER
    assert seconds < 1
