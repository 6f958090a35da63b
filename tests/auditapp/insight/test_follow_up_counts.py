# SPDX-License-Identifier: MPL-2.0
"""Test the counts of actions, causes, timescales and of those who were heard."""

import datetime as dt

from auditapp.insight.follow_up_counts import (
    action_themes,
    causes,
    frequent_words,
    heard,
    timeliness,
)
from auditapp.insight.intervals import Share
from auditapp.judgement.timescales import LateUnit, TimescaleResult, TimescaleState
from auditapp.model.answer import Cause
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from tests.auditapp.insight.counting import make_criterion, make_judged, make_themed, said

CHILD = FeedbackFrom.CHILD
TODAY = dt.date(2026, 11, 22)


def test_actions_are_counted_by_theme():
    """By hand: the most frequent first; overdue are open ones whose day has passed."""
    past, today = TODAY - dt.timedelta(days=1), TODAY
    audits = [
        make_judged(actions=(make_themed("Visits", due=past), make_themed("Visits", due=today))),
        make_judged(
            actions=(make_themed("Visits", due=past, status=ActionStatus.DONE), make_themed("Plan"))
        ),
        make_judged(),
    ]
    visits, plan = action_themes(audits, TODAY)
    assert ("Visits", 3, 2, 1) == (
        visits.theme,
        visits.actions,
        visits.still_open,
        visits.overdue,
    )
    assert Share(2, 3) == visits.audits
    assert ("Plan", 1, 1, 0) == (plan.theme, plan.actions, plan.still_open, plan.overdue)


def test_sections_of_few_audits_are_put_together_in_what_is_shared():
    """With the next larger one where they are too few together; an audit with both is one."""
    audits = [
        *[make_judged(actions=(make_themed("Visits"), make_themed("Health")))] * 6,
        make_judged(actions=(make_themed("Plan"), make_themed("Health"))),
    ]
    health, others = sorted(action_themes(audits, TODAY, is_shared=True), key=lambda e: e.sections)
    assert ("Health", 7, Share(7, 7)) == (health.theme, health.actions, health.audits)
    assert ("", 2, 7, Share(7, 7)) == (
        others.theme,
        others.sections,
        others.actions,
        others.audits,
    )


def test_causes_are_added_up():
    """Over all audits."""
    audits = [make_judged(causes={Cause.SYSTEM: 2}), make_judged(causes={Cause.SYSTEM: 1})]
    assert {Cause.SYSTEM: 3} == causes(audits)


def result(state, **changes):
    """Make what became of a timescale."""
    return TimescaleResult("rule", state, **changes)


def test_timescales_are_counted():
    """Two of four in time; late by 4 and 12 days, so 8 in the middle; one without a date."""
    criterion = make_criterion("Visited?")
    results = [
        result(TimescaleState.MET),
        result(TimescaleState.MET),
        result(TimescaleState.LATE, late_by=4),
        result(TimescaleState.LATE, overdue_by=12, late_by=3),
        result(TimescaleState.NO_DATE),
        result(TimescaleState.DUE),
    ]
    (found,) = timeliness([make_judged(timescales={criterion: each}) for each in results])
    assert (Share(2, 4), 1, 8) == (found.in_time, found.no_date, found.late_by)
    assert LateUnit.DAYS is found.unit
    (none_late,) = timeliness([make_judged(timescales={criterion: results[0]})])
    assert none_late.late_by is None


def test_those_who_were_heard_are_counted_of_all_audits():
    """An audit that says nothing of a child counts as one that did not ask."""
    audits = [
        make_judged(feedback=said(CHILD, "They listen.")),
        make_judged(feedback=said(CHILD, " ")),
        make_judged(feedback=said(CHILD, "Heard by chance.", asked=False)),
        make_judged(),
    ]
    child, parent, _practitioner = heard(audits)
    assert (CHILD, Share(2, 4), Share(2, 4)) == (child.person, child.asked, child.said)
    assert Share(0, 4) == parent.asked


def test_words_are_counted_once_an_audit():
    """Everyday words, short ones and those in too few audits are left out."""
    more = ("A visit.", "One visit too few", "Fun")
    texts = (f"Listen! They listen and then listen. {each}" for each in more)
    audits = [make_judged(feedback=said(CHILD, text)) for text in texts]
    assert [("listen", 3)] == frequent_words(audits, CHILD, 3)
    assert [("listen", 3), ("visit", 2)] == frequent_words(audits, CHILD, 2)
    assert [] == frequent_words(audits, FeedbackFrom.PRACTITIONER, 1)


def test_what_may_be_a_name_is_never_among_the_words():
    """A capital in mid-sentence gives it away, also for where it stands elsewhere."""
    texts = ("I told Marlene. Nice visits", "“Marlene came.” Visits help", "marlene\nVisits: few")
    audits = [make_judged(feedback=said(CHILD, text)) for text in texts]
    assert [("visits", 3)] == frequent_words(audits, CHILD, 2)
