# SPDX-License-Identifier: MPL-2.0
"""Test a painted chart: how it looks, how the keys and the mouse go through it."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from auditapp.charts.picture import TONES_DRAWN
from auditapp.contrast import contrast
from tests.auditapp.charts.charting import EMPTY, EVERY, heat, stack, trend
from ui.charts import chart_view
from ui.charts.chart_view import ChartView
from ui.theme.tokens import DARK, EDGE, LIGHT
from ui.widgets.surfaces.scroll_area import ScrollArea

KEY = Qt.Key
TEXT = [("surface", tone) for tone in TONES_DRAWN]
TEXT += [(ink, f"{tone}_tint") for ink, tone in product(("text", "text2"), TONES_DRAWN)]
TEXT += [(ink, "surface") for ink in ("text", "text2", "text3")] + [("text", "primary_tint")]
SHAPES = [(ink, "surface") for ink in ("primary", "danger", "focus")] + [
    ("primary", "primary_tint")
]


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("pair", "least"), [*product(TEXT, [4.5]), *product(SHAPES, [3.0])], ids=str
)
def test_charts_can_be_read(colours, pair, least):
    """Text has 4.5 to 1, and shapes that mean something 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11)."""
    ink, ground = (colours[name] for name in pair)
    assert least <= contrast(ink, ground)


@pytest.fixture
def view(theme, show):
    """Return a function that shows a chart with the keys in it."""

    def view(chart, width=700):
        made = ChartView(theme, chart)
        show(made, width, made.heightForWidth(width))
        made.setFocus()
        return made

    return view


@pytest.mark.parametrize("chart", [*EVERY.values(), *EMPTY.values()], ids=[*EVERY, *EMPTY])
def test_every_chart_is_painted_light_and_dark(view, theme, chart):
    """In other colours, at the same places: nothing jumps."""
    made = view(chart)
    light, places = made.grab().toImage(), made.picture.spots
    theme.set_dark(True)
    assert light != made.grab().toImage()
    assert places == made.picture.spots


def test_larger_text_makes_a_taller_chart(view, theme):
    """Nothing is cut at 200 %."""
    made = view(stack(), 560)
    before = made.heightForWidth(560)
    theme.set_text_scale(2.0)
    assert made.heightForWidth(560) > 1.5 * before


def test_a_narrow_chart_is_taller(view):
    """Names go over the bars."""
    made = view(stack())
    assert made.hasHeightForWidth()
    assert made.heightForWidth(300) > made.heightForWidth(700)


def test_layouts_do_not_have_it_drawn_again_and_again(view):
    """A width that was asked for is remembered, and a few are enough."""
    made = view(stack())
    assert made._drawn(700) is made._drawn(700)
    for width in range(300, 320):
        made.heightForWidth(width)
    assert len(made._pictures) <= 8


def test_the_part_of_a_grade_has_its_colour(view, theme):
    """Where the spot of the mark is."""
    made = view(stack(1))
    good = made.rect_of(1)
    colour = made.grab().toImage().pixelColor(good.left() + 4, good.top() + 4)
    assert theme.colour("good") == colour


def test_keys_go_from_mark_to_mark(view, qtbot):
    """The first arrow begins at the first; each step is told."""
    made = view(heat())
    told = []
    made.mark_changed.connect(told.append)
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Down, KEY.Key_End, KEY.Key_Home):
        qtbot.keyClick(made, key)
    assert [made.marks[at].words for at in (0, 1, 4, 5, 3)] == told
    qtbot.keyClick(made, KEY.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert 8 == made.current


def test_marks_are_announced(view, qtbot, monkeypatch):
    """A screen reader hears the words of each mark as the keys come to it; leaving is silent."""
    made = view(heat())
    said = []
    monkeypatch.setattr(chart_view, "announce", lambda _widget, words: said.append(words))
    for key in (KEY.Key_Right, KEY.Key_Down, KEY.Key_Escape):
        qtbot.keyClick(made, key)
    assert [made.marks[0].words, made.marks[3].words] == said


def test_a_chart_has_a_name_and_a_description(view):
    """Qt hands both to a screen reader."""
    found = QAccessible.queryAccessibleInterface(view(stack(1)))
    assert "Grades by team" == found.text(QAccessible.Text.Name)
    assert "Team 0, Good: 6 of 10 (60%)." in found.text(QAccessible.Text.Description)


def test_end_reaches_the_last_mark_at_once(view, qtbot):
    """Of a trend, the newest."""
    made = view(trend())
    qtbot.keyClick(made, KEY.Key_End)
    with qtbot.assertNotEmitted(made.mark_changed):
        qtbot.keyClick(made, KEY.Key_End)
    assert 2 == made.current


def test_enter_opens_the_lines_behind_a_mark(view, qtbot):
    """Not before one has the keys."""
    made = view(heat())
    qtbot.keyClick(made, KEY.Key_Return)
    qtbot.keyClick(made, KEY.Key_Down)
    with qtbot.waitSignal(made.lines_wanted) as wanted:
        qtbot.keyClick(made, KEY.Key_Return)
    assert [(0, 0)] == wanted.args


def test_escape_leaves_the_mark_and_then_is_the_windows(view, qtbot):
    """The first forgets, the second goes on to whoever is around."""
    made = view(heat())
    qtbot.keyClick(made, KEY.Key_Right)
    with qtbot.waitSignal(made.mark_changed) as told:
        qtbot.keyClick(made, KEY.Key_Escape)
    assert (None, [""]) == (made.current, told.args)
    with qtbot.assertNotEmitted(made.mark_changed):
        qtbot.keyClick(made, KEY.Key_Escape)


def test_an_empty_chart_takes_no_keys(view, qtbot):
    """And nothing happens."""
    made = view(EMPTY["no rows"])
    for key in (KEY.Key_Right, KEY.Key_Return, KEY.Key_Escape):
        qtbot.keyClick(made, key)
    assert made.current is None


def test_the_mark_with_the_keys_is_seen(view, theme):
    """A ring of the focus colour is around it, and around the chart while no mark has them."""
    made = view(heat())
    focus = theme.colour("focus")
    assert focus == made.grab().toImage().pixelColor(made.width() // 2, 1)
    made.go_to(4)
    rect = made.rect_of(4)
    image = made.grab().toImage()
    assert focus == image.pixelColor(rect.center().x(), rect.top() - 3)
    assert focus != image.pixelColor(made.width() // 2, 1)


def test_a_mark_that_leads_nowhere_opens_nothing(view, qtbot):
    """As that of all counts that are not shown."""
    made = view(EVERY["stack with hidden counts"])
    made.go_to(1)
    with qtbot.assertNotEmitted(made.lines_wanted):
        qtbot.keyClick(made, KEY.Key_Return)


def test_a_click_opens_the_lines_behind_a_mark(view, qtbot):
    """And gives it the keys; beside the marks a click does nothing."""
    made = view(heat())
    with qtbot.waitSignal(made.lines_wanted) as wanted:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=made.rect_of(5).center())
    assert (5, [(1, 2)]) == (made.current, wanted.args)
    with qtbot.assertNotEmitted(made.lines_wanted):
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(EDGE, EDGE))


def test_the_pointer_shows_where_a_click_opens(view, qtbot):
    """A hand over a mark, an arrow elsewhere."""
    made = view(heat())
    qtbot.mouseMove(made, made.rect_of(0).center())
    over = made.cursor().shape()
    qtbot.mouseMove(made, QPoint(EDGE, EDGE))
    assert Qt.CursorShape.PointingHandCursor == over
    assert Qt.CursorShape.ArrowCursor == made.cursor().shape()


def test_the_mouse_is_told_the_same_words(view, qapp, monkeypatch):
    """As a tool tip, of the mark under it; a name in it is never taken for markup."""
    row = stack(1).rows[0]
    made = view(stack(rows=(row, type(row)("A & <b>B</b>", row.counts, row.total))))
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, words, *_rest: told.append(words))
    for place in (made.rect_of(3).center(), QPoint(EDGE, EDGE)):
        kind = QHelpEvent.Type.ToolTip
        qapp.sendEvent(made, QHelpEvent(kind, place, made.mapToGlobal(place)))
    assert ["<p>A &amp; &lt;b&gt;B&lt;/b&gt;, Outstanding: 1 of 10 (10%).</p>"] == told


def test_the_page_scrolls_with_the_keys(theme, show, qtbot):
    """A heat map may be many times as tall as the page, and the mark with the keys is in sight."""
    made = ChartView(theme, heat(60, 12))
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(made)
    area = show(ScrollArea(theme, page), 700, 300)
    made.setFocus()
    qtbot.keyClick(made, KEY.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert made.visibleRegion().contains(made.rect_of(719))
    assert made.rect_of(719) == made.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    qtbot.keyClick(made, KEY.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert made.visibleRegion().contains(made.rect_of(0))
    assert area.verticalScrollBar().value() < 200


def test_another_chart_is_shown_from_its_beginning(view):
    """With its own marks, name and words."""
    made = view(heat())
    made.go_to(8)
    made.set_chart(stack(1))
    assert (None, 3) == (made.current, len(made.marks))
    assert "Grades by team" == made.accessibleName()
    assert made.accessibleDescription().startswith("Grades by team. Team 0, Outstanding")
