# SPDX-License-Identifier: MPL-2.0
"""Tests of ``Card``, ``Pane``, ``Banner``, ``Divider``, ``EmptyState``, ``FlowRow``."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from ui.theme.painting import shape_of
from ui.theme.tokens import EDGE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.icon_label import IconLabel
from ui.widgets.signs.pill import Pill
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.divider import Divider
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.pane import Pane


def _heard(signal):
    heard = []
    signal.connect(lambda *what: heard.append(what))
    return heard


def _pixel(widget, x, y):
    return widget.grab().toImage().pixelColor(x, y)


@pytest.mark.parametrize(("kind", "ground"), [("large", "surface"), ("sunken", "sunken")])
def test_card_has_its_ground(theme, show, kind, ground):
    """A card is painted in its ground, in light and in dark."""
    card = show(Card(theme, kind), 200, 100)
    light = (theme.colour(ground), _pixel(card, 100, 50))
    theme.set_dark(True)
    assert light[0] == light[1]
    assert theme.colour(ground) == _pixel(card, 100, 50)


def test_card_can_be_tinted(theme, show):
    """A tone given later tints the card."""
    card = show(Card(theme), 200, 100)
    card.set_tone("warn")
    assert theme.colour("warn_tint") == _pixel(card, 100, 50)


@pytest.mark.parametrize("kind", ["large", "small", "sunken"])
def test_edges_in_a_card_line_up(theme, show, kind):
    """A label's letters and a control's shape begin at the same distance from the edge."""
    card = Card(theme, kind)
    label, button = TextLabel(theme, "text"), PushButton(theme, "Save")
    card.body.addWidget(label)
    card.body.addWidget(button)
    show(card, 300, 200)
    letters = label.x() + label.contentsMargins().left()
    assert letters == button.x() + shape_of(button).left()


@pytest.mark.parametrize(
    ("ground", "name"), [("page", "bg"), ("surface", "surface"), ("sunken", "sunken")]
)
def test_pane_has_its_ground(theme, show, ground, name):
    """A pane is painted in its ground."""
    assert theme.colour(name) == _pixel(show(Pane(theme, ground), 60, 60), 30, 30)


def test_pane_has_a_hairline(theme, show):
    """The line is at the edge asked for, and only there."""
    pane = show(Pane(theme, "surface", "bottom"), 60, 60)
    assert (theme.colour("line"), theme.colour("surface")) == (
        _pixel(pane, 30, 59),
        _pixel(pane, 30, 0),
    )


def test_banner_tells_which_button(theme, show):
    """A button of the banner tells its key."""
    banner = show(
        Banner(theme, "danger", "A concern is open", actions=[("open", "Open"), ("later", "Later")])
    )
    heard = _heard(banner.action_clicked)
    banner.buttons[1].click()
    assert [("later",)] == heard


def test_buttons_of_a_banner_stand_beside_its_words_where_there_is_room(theme, show):
    """And below them in a narrow one, which grows for it."""
    banner = show(
        Banner(theme, "warn", "It is time for a backup", actions=[("now", "Back up now")]), 700, 70
    )
    button, wide = banner.buttons[0], banner.heightForWidth(700)
    assert button.mapTo(banner, button.rect().center()).x() > 500
    banner.resize(260, 160)
    assert button.mapTo(banner, button.rect().center()).x() < 200
    assert banner.sizeHint().height() > wide


def test_banner_can_say_something_else(theme, show):
    """Tone, title and text can be replaced."""
    banner = show(Banner(theme, "warn", "3 answers to confirm"), 400, 80)
    banner.set_content("ok", "All confirmed", "Thank you.")
    assert ("All confirmed", "Thank you.", theme.colour("ok_tint")) == (
        banner.accessibleName(),
        banner.accessibleDescription(),
        _pixel(banner, 390, 40),
    )


@pytest.mark.parametrize("tone", ["info", "ok", "warn", "danger"])
def test_banner_is_never_colour_alone(theme, show, tone):
    """Each tone has an icon too."""
    banner = show(Banner(theme, tone, "Title"))
    assert not banner.findChild(IconLabel).pixmap().isNull()


def test_banner_is_tall_enough_for_its_words(theme, show):
    """Long text is shown whole in a narrow banner, at 200 % too."""
    banner = Banner(theme, "warn", "3 answers to confirm", "A long explanation. " * 10)
    theme.set_text_scale(2.0)
    show(banner, 360, 900)
    labels = [label for label in banner.findChildren(TextLabel) if label.isVisible()]
    assert [] == [each for each in labels if each.height() < each.heightForWidth(each.width())]


@pytest.mark.parametrize(
    ("orientation", "size"), [(Qt.Orientation.Horizontal, 17), (Qt.Orientation.Vertical, 17)]
)
def test_divider_is_thin(theme, show, orientation, size):
    """A divider takes its line and the room around it, and paints the line."""
    divider = show(Divider(theme, orientation), 40, 40)
    hint = divider.sizeHint()
    across = hint.height() if orientation == Qt.Orientation.Horizontal else hint.width()
    middle = (20, 8) if orientation == Qt.Orientation.Horizontal else (8, 20)
    assert (size, theme.colour("line")) == (across, _pixel(divider, *middle))


def test_empty_state_begins_something(theme, show):
    """Its button tells that it was pressed."""
    state = show(EmptyState(theme, "clipboard-list", "No audits yet", "Start one.", "Start"))
    heard = _heard(state.button_clicked)
    state.button.click()
    assert 1 == len(heard)


def test_empty_state_without_button(theme, show):
    """Where nothing can be begun there is no button; the words can change."""
    state = show(EmptyState(theme, "search", "Nothing found", "Try fewer words."))
    state.set_content("Nothing here", "")
    assert state._text.isHidden()  # no gap where nothing is said
    state.set_content("Nothing here", "Look elsewhere.")
    assert not state._text.isHidden()
    words = [label.text() for label in state.findChildren(TextLabel)]
    assert (False, ["Nothing here", "Look elsewhere."]) == (state.button.isVisible(), words)


def test_flow_row_wraps(theme, show):
    """Widgets that do not fit go to the next line, and the height says so."""
    row = show(FlowRow(), 200, 200)
    pills = [Pill(theme, f"Pill {i}") for i in range(8)]
    for pill in pills:
        row.add(pill)
    rights = [pill.geometry().right() for pill in pills]
    bottom = max(pill.geometry().bottom() + 1 for pill in pills)
    assert (True, True, bottom) == (
        len({pill.y() for pill in pills}) > 1,
        max(rights) < 200,
        row.heightForWidth(200),
    )


def test_flow_row_centres_a_line(theme, show):
    """Small and tall widgets of a line share their middle."""
    row = show(FlowRow(), 300, 100)
    tall, small = QLabel(), QLabel()
    tall.setFixedSize(20, 40)
    small.setFixedSize(20, 10)
    row.add(tall)
    row.add(small)
    assert (0, 15) == (tall.y(), small.y())


def test_flow_row_may_stand_at_the_right(theme, show):
    """Each line ends at the right edge, the first widget first."""
    row = show(FlowRow(gap=10, is_at_right=True), 200, 100)
    widgets = [QLabel() for _ in range(3)]
    for widget in widgets:
        widget.setFixedSize(80, 20)
        row.add(widget)
    places = [(widget.x(), widget.y()) for widget in widgets]
    assert [(30, 0), (120, 0), (120, 30)] == places


def test_flow_row_asks_for_one_line(theme, show):
    """The hint is one line; the least is the widest widget."""
    row = show(FlowRow(gap=4))
    for width in (30, 50):
        widget = QLabel()
        widget.setFixedSize(width, 20)
        row.add(widget)
    assert (84, 20, 50) == (
        row.sizeHint().width(),
        row.sizeHint().height(),
        row.minimumSizeHint().width(),
    )


def test_flow_row_leaves_no_gap_for_what_is_hidden(show):
    """A hidden widget takes no room, wherever it was hidden."""
    labels = [QLabel() for _ in range(3)]
    for label in labels:
        label.setFixedSize(30, 20)
    labels[0].hide()
    row = FlowRow(gap=4)
    for label in labels:
        row.add(label)
    show(row)
    before = (labels[1].x(), row.sizeHint().width())
    labels[1].hide()
    QApplication.processEvents()
    assert ((0, 64), (0, 30)) == (before, (labels[2].x(), row.sizeHint().width()))
    labels[0].show()
    QApplication.processEvents()
    assert (0, 34) == (labels[0].x(), labels[2].x())


@pytest.mark.parametrize("is_in_sight", [True, False])
def test_flow_row_measures_again_at_another_text_size(theme, show, is_in_sight):
    """Larger pills push each other on, also where the row was out of sight meanwhile."""
    page = QWidget()
    column = QVBoxLayout(page)
    row = FlowRow()
    pills = [Pill(theme, "Concern open"), Pill(theme, "Flagged")]
    for pill in pills:
        row.add(pill)
    column.addWidget(row)
    column.addStretch(1)
    show(page)
    row.setVisible(is_in_sight)
    theme.set_text_scale(2.0)
    row.show()
    QApplication.processEvents()
    assert (pills[0].sizeHint(), pills[0].sizeHint().width() + 4, pills[0].height()) == (
        pills[0].size(),
        pills[1].x(),
        row.height(),
    )


def test_cleared_flow_row_is_empty(theme, show):
    """A cleared row takes no room and can be filled again."""
    row = show(FlowRow())
    row.add(QWidget())
    row.clear()
    empty = row.heightForWidth(100)
    row.add(Pill(theme, "Good"))
    assert (0, True) == (empty, row.heightForWidth(100) > 0)


def test_icon_label_follows_the_theme(theme, show):
    """An icon is painted again in the new colours and size."""
    icon = show(IconLabel(theme, "star", "ok"))
    light = icon.pixmap().toImage()
    theme.set_dark(True)
    dark = icon.pixmap().toImage()
    theme.set_text_scale(2.0)
    icon.set_icon("check", "danger")
    assert (True, 36) == (light != dark, icon.pixmap().width())


def test_tone_two_and_three_differ(theme, show):
    """The quieter tones of text are their own colours."""
    labels = [show(TextLabel(theme, "text", tone=tone)) for tone in ("2", "3")]
    inks = [label.palette().windowText().color() for label in labels]
    assert [theme.colour("text2"), theme.colour("text3")] == inks
    assert EDGE == labels[0].contentsMargins().left()
