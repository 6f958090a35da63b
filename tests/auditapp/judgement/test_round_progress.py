# SPDX-License-Identifier: MPL-2.0
"""Test what is said of how far a round is."""

import datetime as dt

from auditapp.judgement.round_progress import is_late, round_progress
from auditapp.model.round_edits import allocate_cases, change_progress
from tests.making_rounds import LEAD, auditors, done, drawn_round, make_about

LAST = dt.date(2026, 12, 18)
IN_TIME = dt.datetime(2026, 12, 18, 20, tzinfo=dt.UTC)
AFTER = IN_TIME + dt.timedelta(days=1)


def test_what_is_signed_late_exempt_and_not_given_out_is_counted():
    """Exempt cases are neither expected nor late."""
    whole = drawn_round(auditors=auditors(Ash={}))
    a, b, c, d, *rest = whole.sample
    whole = done(
        whole,
        allocate_cases(whole, dict.fromkeys((a, b, c, d), "Ash"), LEAD),
        change_progress(whole, a, LEAD, audit="0" * 32, signed_at=IN_TIME),
        change_progress(whole, b, LEAD, audit="1" * 32, signed_at=AFTER, late_reason="Ill"),
        change_progress(whole, c, LEAD, exempt_reason="Moved away"),
    )
    before, after = (round_progress(whole, LAST + dt.timedelta(days=n)) for n in (0, 1))

    assert (9, 2, 1, 6) == (before.expected, before.signed, before.exempt, before.unallocated)
    assert ((b,), ()) == (before.late, before.unexplained)
    assert {b, d, *rest} == set(after.late)
    assert {d, *rest} == set(after.unexplained)


def test_the_target_of_the_round_counts_where_there_is_one():
    """Fewer than were drawn may be aimed at."""
    assert 6 == round_progress(drawn_round(about=make_about(target=6)), LAST).expected


def test_a_case_may_have_a_day_of_its_own():
    """It is late after that day, whatever the round says; the day is the one in this country."""
    whole = drawn_round(about=make_about(last=dt.date(2026, 7, 31)))
    case = whole.sample[0]
    midnight = dt.datetime(2026, 7, 31, 23, 30, tzinfo=dt.UTC)  # 1 August by the clock
    signed = done(whole, change_progress(whole, case, LEAD, audit="0" * 32, signed_at=midnight))
    longer = done(signed, change_progress(signed, case, LEAD, due=dt.date(2026, 8, 2)))

    assert is_late(signed, case, LAST)
    assert not is_late(longer, case, LAST)
