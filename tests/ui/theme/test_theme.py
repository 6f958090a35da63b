# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.theme.theme``."""

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QLabel

from ui.theme.theme import Theme
from ui.theme.tokens import DARK, FAMILY, LIGHT, TYPE


def test_colour_follows_the_theme(theme):
    """The same name is another colour in the dark."""
    light = theme.colour("bg").name().upper()
    theme.set_dark(True)
    assert (LIGHT["bg"], DARK["bg"]) == (light, theme.colour("bg").name().upper())


def test_unknown_colour_is_an_error(theme):
    """A misspelt colour fails at once."""
    with pytest.raises(KeyError):
        theme.colour("mauve")


def test_own_font_is_used(theme):
    """Text is shown in the bundled font, not in whatever the machine has."""
    assert FAMILY == QFontInfo(theme.font()).family()


@pytest.mark.parametrize("kind", TYPE)
def test_font_grows_with_the_text_size(theme, kind):
    """At 200 % each kind of text is twice as large."""
    theme.set_text_scale(2.0)
    assert TYPE[kind].size * 2 == theme.font(kind).pixelSize()


def test_weights_are_drawn(theme):
    """Strong text is wider than body text: the weights are real fonts."""
    label = QLabel()
    label.setFont(theme.font("body"))
    body = label.fontMetrics().horizontalAdvance("recorded")
    label.setFont(theme.font("strong"))
    assert body < label.fontMetrics().horizontalAdvance("recorded")


@pytest.mark.parametrize(("asked", "given"), [(0.5, 1.0), (1.25, 1.25), (3.0, 2.0)])
def test_text_size_stays_within_limits(asked, given):
    """A size out of bounds moves to the nearer bound."""
    assert given == Theme(text_scale=asked).text_scale


def test_lengths_grow_with_the_text_size():
    """A length in pixels is scaled and whole."""
    assert 19 == Theme(text_scale=1.25).px(15)


def test_application_is_restyled_at_once(theme, qapp):
    """Switching to dark reaches palette and style sheet."""
    theme.set_dark(True)
    window = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
    assert (DARK["bg"], True) == (window, DARK["surface"] in qapp.styleSheet())


def test_application_font_follows_the_text_size(theme, qapp):
    """A stock widget gets larger text too."""
    theme.set_text_scale(1.5)
    assert 21 == qapp.font().pixelSize()


def test_change_is_told_once(theme, qtbot):
    """Setting what is set already tells nobody."""
    heard = []
    theme.changed.connect(lambda: heard.append(theme.is_dark))
    theme.set_dark(True)
    theme.set_dark(True)
    theme.set_text_scale(1.0)
    assert [True] == heard


def test_icon_has_its_size(theme):
    """An icon for a stock widget is as large as its icon size."""
    theme.set_text_scale(1.5)
    assert theme.icon_size(20) == theme.icon("star", size=20).actualSize(theme.icon_size(20))


def test_theme_without_application_still_measures(qapp):
    """Colours, lengths and icons need no application to be styled."""
    assert 18 == Theme().pixmap("star").width()
