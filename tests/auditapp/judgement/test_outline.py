# SPDX-License-Identifier: MPL-2.0
"""Test what an audit asks: sections and questions by cohort, condition and answers."""

from auditapp.judgement.outline import most_questions
from auditapp.judgement.progress import progress
from auditapp.judgement.timescales import TimescaleState
from auditapp.model.front_sheet import Cohort
from tests.making import make_checklist, make_outline, make_standards


def asked(outline):
    """Return the ids of the questions that are asked."""
    return [each.question.id for each in outline.questions]


def test_questions_for_another_cohort_are_hidden():
    """A question meant for children in need is not asked about a child in care."""
    checklist = make_checklist({"id": "all"}, {"id": "cin", "cohorts": ["CIN"]})

    assert ["all"] == asked(make_outline(checklist, front={"cohorts": [Cohort.CHILD_IN_CARE]}))
    assert ["all", "cin"] == asked(
        make_outline(checklist, front={"cohorts": [Cohort.CHILD_IN_NEED, Cohort.CHILD_IN_CARE]})
    )


def test_a_section_and_a_checklist_can_be_for_a_cohort():
    """Where nothing is left to ask, the section is not there."""
    section = make_checklist({"id": "q"}, cohorts=[], when={"cohort": "ADO"})
    checklist = make_checklist({"id": "q"}, cohorts=["ADO"])

    assert () == make_outline(section).sections
    assert () == make_outline(checklist).sections
    assert 1 == len(make_outline(checklist, front={"cohorts": ["ADO"]}).sections)


def test_a_condition_shows_a_question_and_hides_it_again():
    """The follow-up appears with the answer that calls for it; its answer is kept when hidden."""
    checklist = make_checklist(
        {"id": "seen"}, {"id": "why", "kind": "text", "when": {"question": "seen", "is": "not_met"}}
    )
    follow_up = {"why": {"value": "Refused at the door"}}

    shown = make_outline(checklist, {"seen": {"value": "not_met"}} | follow_up)
    hidden = make_outline(checklist, {"seen": {"value": "met"}} | follow_up)

    assert ["seen", "why"] == asked(shown)
    assert () == shown.hidden_answers
    assert ["seen"] == asked(hidden)
    assert ("sample/why",) == hidden.hidden_answers


def test_a_hidden_question_counts_as_unanswered_elsewhere():
    """What hangs on a hidden answer is hidden too."""
    checklist = make_checklist(
        {"id": "a"},
        {"id": "b", "when": {"question": "a", "is": "not_met"}},
        {"id": "c", "when": {"question": "b", "is": "not_met"}},
    )
    answers = {"a": {"value": "met"}, "b": {"value": "not_met"}}

    assert ["a"] == asked(make_outline(checklist, answers))


def test_a_retired_question_is_not_asked():
    """It stays in the checklist only for the answers of old audits."""
    assert ["q"] == asked(make_outline(make_checklist({"id": "q"}, {"id": "old", "retired": True})))


def test_numbers_count_through_the_audit_and_in_the_section():
    """A hidden question keeps its number, so that none depends on an answer; it is on paper."""
    checklist = make_checklist(
        {"id": "a"}, {"id": "b", "cohorts": ["CIN"]}, {"id": "old", "retired": True}, {"id": "c"}
    )
    outline = make_outline(checklist)

    assert [(1, 1), (3, 2)] == [(each.number, each.number_in_section) for each in outline.questions]
    assert [1, 3] == list(outline.by_number)
    assert 3 == outline.last_number


def test_optional_questions_have_no_number_in_their_section():
    """So that the last number is what progress counts up to."""
    outline = make_outline(make_checklist({"id": "a"}, {"id": "b", "required": False}, {"id": "c"}))

    assert ["1", "0", "2"] == [str(each.number_in_section) for each in outline.questions]
    assert 2 == outline.sections[0].required_count == progress(outline).asked


def test_progress_counts_required_questions_that_are_asked():
    """Optional ones do not count; not applicable and none on file are answers."""
    checklist = make_checklist(
        {"id": "a"},
        {"id": "b", "not_applicable": {"allowed": True}},
        {"id": "c", "kind": "dates"},
        {"id": "d", "required": False},
        {"id": "e"},
    )
    answers = {
        "a": {"value": "met"},
        "b": {"not_applicable": True, "reason": "x"},
        "c": {"none_on_file": True},
        "d": {"value": "met"},
        "e": {"note": "Only written about"},
    }
    done = progress(make_outline(checklist, answers))

    assert (3, 4, 0.75, False) == (done.answered, done.asked, done.share, done.is_complete)


def test_an_audit_that_asks_nothing_is_complete():
    """There is nothing left to answer."""
    assert progress(make_outline(make_checklist({"id": "q", "required": False}))).is_complete


TIMESCALE = {
    "rule": "visits_in_care",
    "starts_from": "start",
    "situation": "which",
}
VISITS = (
    {"id": "start", "kind": "date"},
    {
        "id": "which",
        "kind": "choice",
        "answers": [{"id": "first_year", "text": "First year"}, {"id": "to_18", "text": "To 18"}],
    },
    {"id": "visits", "kind": "dates", "timescale": TIMESCALE},
)
ANSWERS = {
    "start": {"value": "2026-06-01"},
    "which": {"value": "first_year"},
    "visits": {"value": ("2026-06-05", "2026-07-10", "2026-10-01")},
}


def test_a_timescale_is_judged_from_the_answers_it_names():
    """Start, situation and dates come from three questions; the period's end is the day."""
    outline = make_outline(make_checklist(*VISITS), ANSWERS)
    result = outline.timescale(outline.questions[2])

    assert TimescaleState.LATE is result.state
    assert (83, 1, 41) == (result.longest_gap, result.number_late, result.late_by)


def test_a_timescale_without_its_situation_is_not_judged():
    """It says which answer it waits for."""
    outline = make_outline(make_checklist(*VISITS), {"start": ANSWERS["start"]})

    assert TimescaleState.NOT_APPLICABLE is outline.timescale(outline.questions[2]).state


def test_none_on_file_is_judged_as_no_visit():
    """Nothing on file since the placement began is late, not a blank."""
    answers = ANSWERS | {"visits": {"none_on_file": True}}
    outline = make_outline(make_checklist(*VISITS), answers)

    assert TimescaleState.LATE is outline.timescale(outline.questions[2]).state


def test_a_question_without_a_timescale_or_that_does_not_apply_has_no_result():
    """Not applicable dates are not judged."""
    visits = VISITS[2] | {"not_applicable": {"allowed": True}}
    answers = ANSWERS | {"visits": {"not_applicable": True, "reason": "x"}}
    outline = make_outline(make_checklist(VISITS[0], VISITS[1], visits), answers)

    assert outline.timescale(outline.questions[0]) is None
    assert outline.timescale(outline.questions[2]) is None


def test_a_condition_can_ask_how_a_timescale_stands():
    """A cap or a follow-up may hang on late visits."""
    follow_up = {"id": "why", "kind": "text", "when": {"question": "visits", "timescale": "late"}}
    checklist = make_checklist(*VISITS, follow_up)

    assert "why" in asked(make_outline(checklist, ANSWERS))
    assert "why" not in asked(make_outline(checklist, {}))


def test_a_local_rule_is_judged_once_the_council_switches_it_on():
    """Switched off it is not applicable; switched on it counts."""
    dates = {"id": "q", "kind": "dates", "timescale": {"rule": "cp_visits"}}
    answers = {"q": {"value": ("2026-06-01", "2026-09-01")}}
    checklist = make_checklist(dates)
    off = make_outline(checklist, answers)
    on = make_outline(checklist, answers, standards=make_standards(cp_visits={"on": True}))

    assert TimescaleState.NOT_APPLICABLE is off.timescale(off.questions[0]).state
    assert TimescaleState.LATE is on.timescale(on.questions[0]).state


def test_conditions_count_answers_in_a_section_and_working_days():
    """The facts offer what every verb of the conditions needs."""
    many = {"answers_in": "only", "equal": "not_met", "at_least": 2}
    soon = {"question": "end", "within": {"of": "start", "working_days": 5}}
    checklist = make_checklist(
        {"id": "a"},
        {"id": "b"},
        {"id": "start", "kind": "date"},
        {"id": "end", "kind": "date"},
        {"id": "many", "kind": "text", "when": many},
        {"id": "soon", "kind": "text", "when": soon},
    )
    answers = {
        "a": {"value": "not_met"},
        "b": {"value": "not_met"},
        "start": {"value": "2026-05-01"},
        "end": {"value": "2026-05-11"},
    }

    assert ["many", "soon"] == asked(make_outline(checklist, answers))[-2:]
    answers |= {"a": {"value": "met"}, "end": {"value": "2026-05-12"}}
    assert ["end"] == asked(make_outline(checklist, answers))[-1:]


def test_a_question_is_found_whether_it_applies_or_not():
    """The report and the review name questions that are hidden now."""
    checklist = make_checklist({"id": "cin", "cohorts": ["CIN"]}, {"id": "q"})
    outline = make_outline(checklist)

    assert "cin" == outline.find_question("sample/cin")[1].id
    assert outline.find_question("sample/none") is None
    assert outline.find_question("other/q") is None


def test_the_most_that_may_be_asked_depends_on_the_child_alone():
    """Conditions may still show a question; a retired one is never asked."""
    follow_up = {"id": "why", "kind": "text", "when": {"question": "seen", "is": "not_met"}}
    checklist = make_checklist(
        {"id": "seen"},
        follow_up,
        {"id": "cin", "cohorts": ["CIN"]},
        {"id": "gone", "retired": True},
    )
    for_care_only = checklist.model_copy(update={"cohorts": (Cohort.CHILD_IN_CARE,)})

    assert 2 == most_questions(checklist, [])
    assert 3 == most_questions(checklist, [Cohort.CHILD_IN_NEED])
    assert (0, 2) == tuple(
        most_questions(for_care_only, [cohort])
        for cohort in (Cohort.CHILD_IN_NEED, Cohort.CHILD_IN_CARE)
    )


def test_a_series_ends_on_the_answer_it_names():
    """After the end of the plan nothing is due; while that has no answer, the plan goes on."""
    visits = {"id": "visits", "kind": "dates", "timescale": TIMESCALE | {"ends_on": "end"}}
    checklist = make_checklist(*VISITS[:2], {"id": "end", "kind": "date"}, visits)
    answers = ANSWERS | {"visits": {"value": ("2026-06-05", "2026-07-10")}}

    def state(**more):
        outline = make_outline(checklist, answers | more)
        return outline.timescale(outline.questions[3]).state

    assert TimescaleState.LATE is state()
    assert TimescaleState.MET is state(end={"value": "2026-08-01"})
