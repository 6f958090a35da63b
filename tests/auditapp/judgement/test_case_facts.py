# SPDX-License-Identifier: MPL-2.0
"""Test what the conditions of a checklist may see of an audit."""

import datetime as dt

from tests.making import make_checklist, make_outline, make_standards


def facts_of(outline):
    """Return the facts of the only checklist."""
    return outline.facts["sample"]


def make_two_sections():
    """Make a checklist with two sections, one question each."""
    one = make_checklist({"id": "a"}, {"id": "t", "kind": "text"})
    other = make_checklist({"id": "b"}).sections[0].model_dump(by_alias=True)
    held = one.model_dump(by_alias=True)
    held["sections"] = [*held["sections"], other | {"id": "second"}]
    return type(one).model_validate(held)


def test_answers_are_counted_by_section_or_in_the_whole_checklist():
    """Ratings and choices count; a text does not, nor does a question without an answer."""
    answers = {"a": {"value": "met"}, "b": {"value": "not_met"}, "t": {"value": "met"}}
    facts = facts_of(make_outline(make_two_sections(), answers))

    assert ["met"] == list(facts.answers_in("only"))
    assert ["not_met"] == list(facts.answers_in("second"))
    assert ["met", "not_met"] == list(facts.answers_in("checklist"))
    assert [] == list(facts.answers_in("none"))
    assert [] == list(facts_of(make_outline(make_two_sections())).answers_in("checklist"))


def test_a_hidden_answer_has_no_value_and_is_still_there():
    """Conditions do not see it; nothing deletes it."""
    checklist = make_checklist({"id": "a", "cohorts": ["ADO"]})
    facts = facts_of(make_outline(checklist, {"a": {"value": "met"}}))

    assert not facts.is_shown("a")
    assert facts.value("a") is None
    assert "met" == facts.answer("a").value


def test_the_facts_of_the_front_sheet():
    """Today is the end of the time looked at, so that a report does not change by itself."""
    facts = facts_of(make_outline(make_checklist({"id": "a"})))

    assert dt.date(2026, 10, 31) == facts.today
    assert {"CIC", "CL16"} == facts.cohorts
    assert dt.date(2026, 11, 9) == facts.add_working_days(dt.date(2026, 10, 30), 6)


def test_a_rule_that_is_not_there_is_not_judged():
    """An audit may carry an old checklist that names a timescale no longer shipped."""
    checklist = make_checklist(
        {"id": "d", "kind": "dates", "timescale": {"rule": "of_old"}}, {"id": "t", "kind": "date"}
    )
    facts = facts_of(
        make_outline(checklist, {"d": {"value": ("2026-05-01",)}}, standards=make_standards())
    )

    assert facts.timescale("d") is None
    assert facts.timescale_state("d") is None
    assert facts.timescale("t") is None
