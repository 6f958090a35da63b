# SPDX-License-Identifier: MPL-2.0
"""Test the question for what lies behind a shortfall."""

import pytest

from auditapp.model.answer import Cause
from ui.walkthrough.question.answer_specs import cause_specs
from ui.widgets.answers.answer_spec import AnswerSpec


def test_the_cause_is_asked_only_after_a_shortfall(card, ask):
    """A good answer asks no more."""
    ask("VS2")
    asked = []
    for number in (1, 2, 3, 4, 5):
        card.choose(number)
        asked.append(card.cause_part.isVisible())
    assert [False, True, True, False, False] == asked


def test_the_cause_is_kept(card, ask, answer):
    """A press on one of the four gives the cause."""
    ask("VS2")
    card.choose(3)
    card.cause_part.options.card("recording").click()
    assert Cause.RECORDING is answer().cause


def test_the_cause_stays_between_two_shortfalls(card, ask, answer):
    """From partly met to not met the cause is the same."""
    ask("VS2")
    card.choose(2)
    card.cause_part.options.card("system").click()
    card.choose(3)
    assert Cause.SYSTEM is answer().cause


@pytest.mark.parametrize("number", [1, 5])
def test_the_cause_goes_with_the_shortfall(card, ask, answer, number):
    """What is met, or does not apply, has no cause."""
    ask("VS2")
    card.choose(2)
    card.cause_part.options.card("system").click()
    card.choose(number)
    assert answer().cause is None


def test_causes_stand_two_in_a_line_where_there_is_room(card, ask):
    """Four causes take two lines on a laptop, and four in a narrow window."""
    ask("VS2")
    card.choose(2)
    group = card.cause_part.options
    tops = [[rect.top() for rect in group._stacked_rects(width)] for width in (660, 400)]
    assert [2, 4] == [len(set(each)) for each in tops]


def test_the_numbers_of_the_causes_come_after_those_of_the_answers(card, ask, answer):
    """The same cause has the same number everywhere; before a shortfall it chooses nothing."""
    ask("VS2")
    card.choose(7)
    assert answer().cause is None
    card.choose(3)
    card.choose(7)
    assert (Cause.SYSTEM, "not_met") == (answer().cause, answer().value)
    assert [6, 7, 8, 9] == [each.spec.digit for each in card.cause_part.options.cards]


def test_where_the_answers_need_all_numbers_the_causes_have_none():
    """Six answers leave three numbers, and there are four causes."""
    answers = [AnswerSpec(str(number), "An answer", digit=number) for number in range(1, 7)]
    assert {None} == {each.digit for each in cause_specs(answers)}
    assert 6 == cause_specs(answers[:5])[0].digit
