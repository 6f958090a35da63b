# SPDX-License-Identifier: MPL-2.0
"""Test how who did something, and when, is said once for most."""

import datetime as dt

from auditapp.report.audit.stamps import Stamp, UsualStamp

NOW = dt.datetime(2026, 11, 14, 17, 12, tzinfo=dt.UTC)
OFTEN = Stamp("A. Auditor", NOW)
LATER = Stamp("A. Auditor", NOW + dt.timedelta(hours=2))
OTHER = Stamp("B. Reader", NOW)
NEXT_DAY = Stamp("A. Auditor", NOW + dt.timedelta(days=1))
NOBODY = Stamp("", None)


def test_the_usual_stamp_is_the_one_of_most():
    """Person and day count; the hour does not."""
    usual = UsualStamp([OTHER, OFTEN, LATER, NEXT_DAY, NOBODY])
    assert "A. Auditor on 14 November 2026" == usual.words
    assert ["", ""] == [usual.exception(OFTEN), usual.exception(LATER)]


def test_exceptions_are_told_in_full():
    """Another person, another day and nothing at all are exceptions."""
    usual = UsualStamp([OFTEN, LATER, OTHER])
    expected = [
        "B. Reader on 14 November 2026 at 17:12",
        "A. Auditor on 15 November 2026 at 17:12",
        "not recorded",
        "C. Clerk",
    ]
    unusual = [OTHER, NEXT_DAY, NOBODY, Stamp("C. Clerk", None)]
    assert expected == [usual.exception(stamp) for stamp in unusual]


def test_without_stamps_nothing_is_usual():
    """Then what is not recorded is no exception either."""
    usual = UsualStamp([NOBODY])
    assert ["", ""] == [usual.words, usual.exception(NOBODY)]
    assert "14 November 2026 at 17:12" == usual.exception(Stamp("", NOW))
