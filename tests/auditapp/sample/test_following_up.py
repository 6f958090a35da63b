# SPDX-License-Identifier: MPL-2.0
"""What follows from an audit fits what was found."""

import datetime as dt

from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.front_sheet import AgeBand
from auditapp.sample.chance import chance_for
from auditapp.sample.following_up import invent_actions, invent_feedback, theme_of
from auditapp.sample.theme_words import THEMES
from tests.making import make_checklist, make_front, make_outline

NOW = dt.datetime(2026, 11, 20, 10, tzinfo=dt.UTC)


def outline(value="not_met", **question):
    """Return the outline of an audit with one rating."""
    return make_outline(make_checklist({"id": "Q1", **question}), {"Q1": {"value": value}})


def test_where_nothing_fell_short_there_is_no_action():
    """An action answers a shortfall."""
    assert [] == invent_actions(chance_for(1), outline("met"), NOW)
    assert 1 == len(invent_actions(chance_for(1), outline(), NOW))


def test_no_action_of_an_audit_says_what_another_says():
    """Ten shortfalls of one theme, and each action is another."""
    questions = [{"id": f"Q{number}", "criteria": ["CH1"]} for number in range(10)]
    answers = {each["id"]: {"value": "not_met"} for each in questions}
    many = make_outline(make_checklist(*questions), answers)
    for seed in range(30):
        said = [action.what for _asked, action in invent_actions(chance_for(seed), many, NOW)]
        assert len(set(said)) == len(said) <= 5


def test_an_action_is_worded_by_the_theme_of_its_criterion():
    """A theme that nobody wrote words for is a matter of recording."""
    assert THEMES["LS"] is theme_of(outline(criteria=["LS1"]).questions[0])
    assert THEMES["RC"] is theme_of(outline().questions[0])


def test_feedback_is_settled_either_way():
    """Somebody was asked and said something, or there is a reason; small children rarely are."""
    small = make_front(age_band=AgeBand.UNDER_5)
    for person in FeedbackFrom:
        said = [invent_feedback(chance_for(n), make_front(), person) for n in range(60)]
        assert all(each.is_complete for each in said)
        assert {True, False} == {each.asked for each in said}
    asked = [invent_feedback(chance_for(n), small, FeedbackFrom.CHILD).asked for n in range(60)]
    assert sum(asked) < 20
