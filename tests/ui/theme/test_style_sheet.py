# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.theme.style_sheet``."""

import pytest
from PySide6.QtWidgets import QLabel

from ui.theme.style_property import set_style_property
from ui.theme.style_sheet import MARK, style_sheet
from ui.theme.tokens import SETS, TONES, TYPE
from ui.widgets.fields.line_field import LineField


def test_no_file_is_named():
    """The style sheet needs nothing on the disk."""
    assert "url(" not in style_sheet("light", 1.0)


def test_all_sets_have_the_same_rules():
    """Each is there once for everything, or once for the windows that are marked with it."""
    rules = {name: style_sheet(name, 1.0).count("{") for name in SETS}
    assert {rules["light"]} == set(rules.values())
    for name in SETS.keys() - {"dark"}:
        marked = style_sheet("dark", 1.0).count(f'[{MARK}="{name}"] ')
        assert rules["light"] / len(SETS) < marked


def test_the_first_sheet_holds_the_colours_that_are_worn_and_no_others():
    """The first paint waits for it."""
    alone = style_sheet("dark", 1.0, holds_others=False)
    assert MARK not in alone
    assert style_sheet("dark", 1.0).startswith(alone)


@pytest.mark.parametrize("kind", TYPE)
def test_kind_sets_the_font(theme, qtbot, kind):
    """A label of a kind has its size and weight, also after the text size changed."""
    label = QLabel("text")
    qtbot.addWidget(label)
    label.setProperty("kind", kind)
    label.ensurePolished()
    theme.set_text_scale(2.0)
    style = TYPE[kind]
    assert (style.size * 2, style.weight) == (label.font().pixelSize(), label.font().weight())


@pytest.mark.parametrize("tone", TONES)
def test_tone_sets_the_ink(theme, qtbot, tone):
    """A label of a tone has its colour, also after the theme changed."""
    label = QLabel("text")
    qtbot.addWidget(label)
    label.setProperty("tone", tone)
    label.ensurePolished()
    theme.set_dark(True)
    ink = "primary_text" if tone == "primary" else tone
    assert theme.colour(ink) == label.palette().windowText().color()


def test_set_style_property_styles_again(theme, qtbot):
    """A property set later counts at once."""
    label = QLabel("text")
    qtbot.addWidget(label)
    label.ensurePolished()
    set_style_property(label, "tone", "danger")
    assert theme.colour("danger") == label.palette().windowText().color()


def test_an_example_in_an_empty_line_is_readable(theme, qtbot):
    """Qt would show it in half of the colour of the text, which is too faint to read."""
    field = LineField(theme, "Case reference")
    qtbot.addWidget(field)
    field.line_edit.ensurePolished()
    shown = field.line_edit.palette().placeholderText().color()
    assert theme.colour("text3").name() == shown.name()
    assert 255 == shown.alpha()
