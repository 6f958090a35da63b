# SPDX-License-Identifier: MPL-2.0
"""Tests of ``date_text``, ``DateField`` and ``CalendarPopup``."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCalendarWidget, QToolButton

from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.fields.calendar_popup import CalendarPopup
from ui.widgets.fields.date_field import DateField
from ui.widgets.fields.date_text import date_words, read_date

TODAY = date(2026, 11, 21)
FIFTH = date(2026, 12, 5)


@pytest.mark.parametrize(
    "text",
    [
        "5/12/2026",
        "05/12/2026",
        "5/12/26",
        "5.12.26",
        "5. 12. 2026",
        "5-12-2026",
        "5 12 2026",
        "2026-12-05",
        "2026-12-5",
        "5 Dec 2026",
        "5 december 2026",
        "5 December, 2026",
        "5th Dec 26",
        "5dec2026",
        "5-Dec-2026",
        "  5 DEC 2026 ",
    ],
)
def test_ways_of_writing_a_date(text):
    """Each of the ways people write the fifth of December is understood."""
    assert FIFTH == read_date(text, TODAY)


@pytest.mark.parametrize(
    ("text", "days"), [("today", 0), ("Today ", 0), ("yesterday", -1), ("tomorrow", 1)]
)
def test_days_by_name(text, days):
    """Days near today have names."""
    assert TODAY + timedelta(days=days) == read_date(text, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "5",
        "5 Dec",
        "12/2026",
        "31/2/2026",
        "12/25/2026",
        "0/1/2026",
        "5 De 2026",
        "5 Foo 2026",
        "5/12/226",
        "5/12/20260",
        "2026-13-01",
        "5/12/0000",
    ],
)
def test_what_is_not_a_date(text):
    """Half a date, an impossible one or other words are not guessed at."""
    assert None is read_date(text, TODAY)


@pytest.mark.parametrize(
    ("text", "year"), [("1/1/36", 2036), ("1/1/37", 1937), ("1/1/99", 1999), ("1/1/00", 2000)]
)
def test_short_years(text, year):
    """Two figures mean at most ten years ahead, else the century before."""
    assert year == read_date(text, TODAY).year


def test_short_years_can_be_refused():
    """While somebody types, "5/12/20" may be the start of 2026."""
    assert None is read_date("5/12/20", TODAY, takes_short_years=False)


@given(day=st.dates(), form=st.sampled_from(["{0:%Y}-{0.month}-{0.day}", "words"]))
def test_every_date_in_words_reads_back(day, form):
    """What the field shows, it understands."""
    text = date_words(day) if form == "words" else f"{day.year:04}-{day.month}-{day.day}"
    expected = day if day.year >= 1000 or form != "words" else None
    if expected is not None:
        assert expected == read_date(text, TODAY)


@given(st.text(max_size=30))
def test_any_text_is_read_without_failing(text):
    """Whatever is typed or pasted, it is a date or it is not."""
    assert isinstance(read_date(text, TODAY), date | None)


@pytest.fixture
def field(theme, show):
    """Return an empty date field in a window."""
    return show(DateField(theme, "Due"))


def _heard(field):
    heard = []
    field.date_changed.connect(heard.append)
    return heard


def test_date_typed_is_told_and_written_out(field, qtbot):
    """On Enter the date is told once and shown in full."""
    heard = _heard(field)
    qtbot.keyClicks(field.line_edit, "5/12/26")
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Return)
    assert ([FIFTH], "5 December 2026", FIFTH) == (heard, field.text, field.date)


def test_wrong_date_is_said_in_words(field, qtbot):
    """What is not a date stays as typed, with words about it; the last good date stays too."""
    field.set_date(FIFTH)
    heard = _heard(field)
    field.line_edit.selectAll()
    qtbot.keyClicks(field.line_edit, "31/2/2026")
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Return)
    assert ([], "31/2/2026", FIFTH) == (heard, field.text, field.date)
    assert field.error.startswith("This is not a date.")
    assert field.error == field.line_edit.accessibleDescription()


def test_field_may_be_emptied(field, qtbot):
    """No date is an answer too."""
    field.set_date(FIFTH)
    heard = _heard(field)
    field.line_edit.selectAll()
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Delete)
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Return)
    assert ([None], None, None) == (heard, field.date, field.error)


def test_pause_tells_a_whole_date(field, qtbot):
    """A date with its whole year is safe after a pause, and stays as it is typed."""
    with qtbot.waitSignal(field.date_changed) as told:
        qtbot.keyClicks(field.line_edit, "5/12/2026")
    assert ([FIFTH], "5/12/2026") == (told.args, field.text)


def test_pause_waits_for_the_rest_of_a_year(field, qtbot):
    """A date with a short year is not taken before the field is left."""
    heard = _heard(field)
    with qtbot.waitSignal(field.text_settled):
        qtbot.keyClicks(field.line_edit, "5/12/20")
    assert ([], None) == (heard, field.error)


def test_settling_is_leaving(field, qtbot):
    """Before moving on, a short year counts and an emptied field is no date."""
    heard = _heard(field)
    qtbot.keyClicks(field.line_edit, "5/12/26")
    field.settle_now()
    field.line_edit.selectAll()
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Delete)
    field.settle_now()
    assert ([FIFTH, None], None) == (heard, field.date)


def test_settling_says_what_is_no_date(field, qtbot):
    """What is typed stays, with words about it."""
    qtbot.keyClicks(field.line_edit, "soon")
    field.settle_now()
    assert ("soon", True) == (field.text, field.error.startswith("This is not a date."))


def test_read_only_date_can_be_read_and_not_changed(field, qtbot):
    """Tab reaches the text; there is no calendar to open, and nothing to type."""
    field.set_date(FIFTH)
    field.set_read_only(True)
    heard = _heard(field)
    qtbot.keyClicks(field.line_edit, "1")
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    field.settle_now()
    state = QAccessible.queryAccessibleInterface(field.line_edit).state()
    assert ([], "5 December 2026", True, False) == (
        heard,
        field.text,
        bool(state.readOnly),
        bool(state.disabled),
    )
    assert ([], None) == (
        [button for button in field.findChildren(IconButton) if button.isVisible()],
        field.findChild(CalendarPopup),
    )


def test_alt_and_down_open_the_calendar(field, qtbot):
    """The keys that the tool tip of the button names."""
    qtbot.keyClick(field.line_edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = field.findChild(CalendarPopup)
    is_open = popup.isVisible()
    popup.close()
    assert is_open


def test_set_date_is_silent(field):
    """A stored date is shown in words without a signal, and takes an error back."""
    heard = _heard(field)
    field.set_error("Wrong")
    field.set_date(FIFTH)
    assert ([], "5 December 2026", None) == (heard, field.text, field.error)


def test_one_stop_for_tab_and_a_button(field, qtbot):
    """The text is one stop; the calendar button is named."""
    buttons = [button for button in field.frame.findChildren(object) if hasattr(button, "set_icon")]
    assert ["Pick from a calendar"] == [button.accessibleName() for button in buttons]


@pytest.fixture
def popup(field):
    """Return the calendar of a field with a date, open."""
    field.set_date(FIFTH)
    field.open_calendar()
    popup = field.findChild(CalendarPopup)
    yield popup
    popup.close()


def test_calendar_opens_on_the_date(popup):
    """The calendar shows the date of the field and has the focus."""
    calendar = popup.findChild(QCalendarWidget)
    assert (True, QDate(2026, 12, 5)) == (popup.isVisible(), calendar.selectedDate())


def test_calendar_arrows_are_named(popup):
    """Screen readers can tell the two arrows apart."""
    names = [
        popup.findChild(QToolButton, name).accessibleName()
        for name in ("qt_calendar_prevmonth", "qt_calendar_nextmonth")
    ]
    assert ["Month before", "Month after"] == names


def test_picking_a_day_tells_it_once(field, popup):
    """Picking closes the calendar; the day is told once and shown."""
    heard = _heard(field)
    calendar = popup.findChild(QCalendarWidget)
    calendar.clicked.emit(QDate(2026, 12, 24))
    calendar.activated.emit(QDate(2026, 12, 24))
    assert ([date(2026, 12, 24)], False, "24 December 2026") == (
        heard,
        popup.isVisible(),
        field.text,
    )


def test_escape_closes_the_calendar(field, popup, qtbot):
    """Esc leaves the date as it was."""
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert (False, FIFTH) == (popup.isVisible(), field.date)


def test_calendar_is_inside_the_screen(theme, show):
    """Near the lower edge the calendar opens upwards."""
    field = show(DateField(theme, "Due"), 300, 70)
    room = field.screen().availableGeometry()
    field.move(room.right() - 310, room.bottom() - 75)
    field.open_calendar()
    popup = field.findChild(CalendarPopup)
    frame = popup.geometry()
    popup.close()
    assert room.contains(frame)


def test_calendar_is_named(popup):
    """The month is announced as a calendar."""
    calendar = popup.findChild(QCalendarWidget)
    name = QAccessible.queryAccessibleInterface(calendar).text(QAccessible.Text.Name)
    assert "Calendar" == name
