# SPDX-License-Identifier: MPL-2.0
"""Test a day and a time of day that are typed."""

import datetime as dt

import pytest

from ui.walkthrough.moment_field import MomentField, read_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:30", dt.time(14, 30)),
        ("1430", dt.time(14, 30)),
        ("9.05", dt.time(9, 5)),
        ("2pm", dt.time(14)),
        ("12.15 am", dt.time(0, 15)),
        ("12 PM", dt.time(12)),
        ("14", None),
        ("25:00", None),
        ("13pm", None),
        ("half past two", None),
    ],
)
def test_a_time_is_read_as_people_write_it(text, expected):
    """What could mean several things is refused."""
    assert expected == read_time(text)


@pytest.fixture
def field(qtbot, theme):
    """Return an empty field."""
    field = MomentField(theme, "Told on")
    qtbot.addWidget(field)
    return field


def test_a_moment_comes_back_as_it_was_given(field):
    """To the minute, whatever the time zone."""
    moment = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
    field.set_moment(moment)
    assert moment == field.read()


def test_an_empty_field_is_no_moment(field):
    """A day without a time is the start of that day."""
    assert field.read() is None
    field.day.set_date(dt.date(2026, 11, 21))
    assert dt.datetime(2026, 11, 21).astimezone() == field.read()


def test_a_day_that_cannot_be_read_is_refused(field):
    """The field says so in words."""
    field.day.line_edit.setText("some day")
    with pytest.raises(ValueError, match="not a date"):
        field.read()
