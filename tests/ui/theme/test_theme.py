# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.theme.theme``."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.theme.style_property import set_style_property
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


def test_what_is_done_to_a_font_or_a_colour_stays_with_whoever_did_it(theme):
    """They are made once and kept, and each caller gets one of their own."""
    theme.font().setPixelSize(99)
    theme.colour("bg").setRed(0)
    assert TYPE["body"].size == theme.font().pixelSize()
    assert QColor(LIGHT["bg"]) == theme.colour("bg")


class StyleCount(QObject):
    """Count how often a widget is styled."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget, event):  # noqa: N802 - overrides Qt's
        """Count, and let the event go on."""
        self.count += event.type() == QEvent.Type.StyleChange
        return False


def test_another_size_styles_a_widget_as_often_wherever_it_is(theme, qtbot):
    """Below nine widgets it is not styled nine times: a window full of them would stand still."""
    outermost = around = QWidget()
    qtbot.addWidget(outermost)
    counts = []
    for _level in range(9):
        inner = QLabel("words")
        QVBoxLayout(around).addWidget(inner)
        counts.append(StyleCount(inner))
        around = inner
    outermost.show()
    for each in counts:
        each.count = 0

    theme.set_text_scale(1.5)

    assert 1 == len({each.count for each in counts})
    assert 0 < counts[-1].count < len(counts) / 2


def test_a_property_of_the_style_is_in_force_before_a_widget_is_shown(theme, qtbot):
    """It is styled when it is shown, and again at each change after that."""
    label = QLabel("words")
    qtbot.addWidget(label)
    set_style_property(label, "tone", "danger")
    label.show()
    shown = label.palette().color(label.foregroundRole())
    set_style_property(label, "tone", "ok")
    changed = label.palette().color(label.foregroundRole())

    assert (theme.colour("danger"), theme.colour("ok")) == (shown, changed)


def test_what_is_put_together_before_the_sheet_is_styled_by_it(qapp, qtbot):
    """With the colours that were wished for meanwhile, palette included."""
    theme = Theme()
    theme.prepare(qapp)
    label = QLabel("words")
    qtbot.addWidget(label)
    label.setProperty("tone", "2")
    theme.set_dark(True)
    theme.apply(qapp)
    label.show()
    window = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
    ink = label.palette().color(label.foregroundRole()).name().upper()
    assert (DARK["bg"], DARK["text2"]) == (window, ink)
