# SPDX-License-Identifier: MPL-2.0
"""Tests of ``SuggestingField``, ``SuggestionList`` and ``SuggestionDelegate``."""

import pytest
from PySide6.QtCore import Qt

from ui.widgets.fields.suggesting_field import SuggestingField


@pytest.fixture
def field(theme, show, qtbot):
    """Return a line that suggests three roles, with the focus."""
    field = show(SuggestingField(theme, "Owner"))
    field.set_suggestions(["Team manager", "Social worker", "Reviewing officer"])
    qtbot.waitUntil(field.isActiveWindow)
    field.setFocus()
    yield field
    field.completer.popup().hide()


def _heard(signal):
    heard = []
    signal.connect(heard.append)
    return heard


def _shown(field):
    model = field.completer.completionModel()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_words_that_fit_are_suggested(field, qtbot):
    """Any part of a suggestion finds it, in capitals or not."""
    qtbot.keyClicks(field.line_edit, "MAN")
    assert (True, ["Team manager"]) == (field.is_suggesting, _shown(field))


def test_any_other_text_may_be_typed(field, qtbot):
    """A suggestion is no rule."""
    qtbot.keyClicks(field.line_edit, "Head of service")
    assert ("Head of service", False) == (field.text, field.is_suggesting)


def test_enter_takes_a_suggestion(field, qtbot):
    """What is taken settles at once."""
    heard = _heard(field.text_settled)
    qtbot.keyClicks(field.line_edit, "team")
    qtbot.keyClick(field.completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(field.completer.popup(), Qt.Key.Key_Return)
    assert ("Team manager", {"Team manager"}) == (field.text, set(heard))


def test_down_shows_all(field, qtbot):
    """In an empty line the arrow key asks what there is."""
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Down)
    assert (True, 3) == (field.is_suggesting, len(_shown(field)))


def test_read_only_line_suggests_nothing(field, qtbot):
    """There is nothing to choose in a signed audit."""
    field.set_read_only(True)
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Down)
    assert ("", False) == (field.text, field.is_suggesting)


def test_list_follows_the_text_size(field, theme, qtbot):
    """Rows and list grow with the text."""
    popup = field.completer.popup()
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Down)
    sizes = [(popup.minimumWidth(), popup.sizeHintForRow(0))]
    theme.set_text_scale(2.0)
    sizes.append((popup.minimumWidth(), popup.sizeHintForRow(0)))
    assert [(280, 34), (560, 68)] == sizes


def test_suggestion_to_take_is_tinted(field, theme, qtbot):
    """The row that Enter takes is on the tint of the main colour."""
    popup = field.completer.popup()
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    image = popup.viewport().grab().toImage()
    grounds = [image.pixelColor(4, y) for y in (17, 51)]
    assert [theme.colour("primary_tint"), theme.colour("surface")] == grounds
