# SPDX-License-Identifier: MPL-2.0
"""Test that the file of exceptions is read, and its faults are reported with their place."""

from datetime import date

import pytest

from auditapp.errors import ChecklistInvalidError
from auditapp.judgement.bank_holidays import load_working_days

HEADER = b"schema: bank-holidays/1\nknown_on: 2026-01-05\nexceptions:\n"


def faults(lines):
    """Return the faults in a file with ``lines`` below the header."""
    with pytest.raises(ChecklistInvalidError) as caught:
        load_working_days(HEADER + lines, "days.yaml")
    return [str(fault) for fault in caught.value.faults]


def test_exceptions_reach_the_calendar():
    """A council's own closure day is no working day, and the calendar tells its date."""
    line = b"  - {add: 2026-12-24, because: The council is closed}\n"
    calendar = load_working_days(HEADER + line, "days.yaml")
    assert not calendar.is_working_day(date(2026, 12, 24))
    assert date(2026, 1, 5) == calendar.known_on


def test_only_a_bank_holiday_can_be_removed():
    """A date that is no yearly bank holiday cannot be taken away."""
    assert [
        (
            "days.yaml:4:5: 2026-05-05 is no bank holiday that could be removed."
            " Check the date; only a yearly bank holiday can be removed."
        )
    ] == faults(b"  - {remove: 2026-05-05, because: Moved}\n")


@pytest.mark.parametrize(
    "line",
    [
        b"  - {because: Nothing}\n",
        b"  - {add: 2026-05-05, remove: 2026-05-04, because: Both}\n",
    ],
)
def test_an_exception_adds_or_removes(line):
    """An exception with neither date, or with both, is refused."""
    assert [
        (
            "days.yaml:4:5: An exception adds a day or removes one."
            " Write either add or remove, with a date like 2022-06-03."
        )
    ] == faults(line)


def test_a_wrong_date_is_reported_with_its_place():
    """A date that does not exist is refused where it stands."""
    (fault,) = faults(b"  - {add: 2026-02-30, because: No such day}\n")
    assert fault.startswith("days.yaml:4:6: '2026-02-30' is not a date.")
