# SPDX-License-Identifier: MPL-2.0
"""Test how grades are suggested, rule by rule, and that each says how it came about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.judgement.grading import (
    answer_counts,
    best_fit,
    critical_shortfalls,
    suggest_grade,
)
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from tests.making import Clock, make_checklist, make_outline

TOP, GOOD, WEAK, POOR = GradeBand
SECTION = "sample/only"
NOT_APPLICABLE = {"allowed": True}


def suggestion(*answers, key=SECTION, caps=(), grades=None):
    """Suggest for a section whose ratings were answered so, one question each.

    An answer is an id of either scale, ``None`` (not answered) or ``"na"``.
    """
    questions, given_answers = [], {}
    for number, answer in enumerate(answers):
        scale = "quality" if answer in tuple(GradeBand) else "compliance"
        questions.append({"id": f"q{number}", "scale": scale, "not_applicable": NOT_APPLICABLE})
        if answer == "na":
            given_answers[f"q{number}"] = {"not_applicable": True, "reason": "x"}
        elif answer is not None:
            given_answers[f"q{number}"] = {"value": str(answer)}
    outline = make_outline(
        make_checklist(*questions, caps=caps), given_answers, grades=grades or {}
    )
    return suggest_grade(outline, key)


@pytest.mark.parametrize(
    ("answers", "band"),
    [
        ([TOP], TOP),
        ([GOOD, GOOD, WEAK], GOOD),
        ([GOOD, WEAK, WEAK], WEAK),
        ([TOP, GOOD, GOOD, POOR], GOOD),
        ([TOP, TOP, GOOD], TOP),
        ([TOP, GOOD], GOOD),
        ([GOOD, GOOD, WEAK, WEAK], WEAK),
        ([GOOD, WEAK], GOOD),
        ([POOR, POOR, GOOD], POOR),
        ([WEAK, POOR, POOR, POOR], POOR),
    ],
)
def test_quality_ratings_suggest_by_best_fit(answers, band):
    """The middle rating counts, the lower of two; nothing is averaged."""
    assert band is suggestion(*answers).band


@pytest.mark.parametrize(
    ("answers", "band"),
    [
        (["met"] * 5, GOOD),
        (["met"] * 4 + ["not_met"], GOOD),
        (["met"] * 3 + ["not_met"] * 2, WEAK),
        (["met"] * 2 + ["partly_met"] * 2, WEAK),
        (["not_met"] * 3 + ["met"], POOR),
        (["not_met"], POOR),
    ],
)
def test_compliance_alone_suggests_by_its_share_and_never_above_good(answers, band):
    """All met is Good, and no better: presence is not quality."""
    assert band is suggestion(*answers).band


def test_one_shortfall_alone_does_not_lower_the_grade():
    """Two of three met would be under 80 %, but only one thing fell short."""
    found = suggestion("met", "met", "not_met")

    assert GOOD is found.band
    assert "One shortfall alone does not lower the grade." in found.explanation


@given(
    st.lists(st.sampled_from([TOP, GOOD, WEAK]), min_size=1, max_size=9),
    st.sampled_from(["inadequate", "not_met"]),
)
def test_no_grade_rests_on_one_bad_answer(others, worst):
    """Best fit: a single criterion at the bottom never suggests what no other rating supports."""
    with_one = suggestion(*[band.value for band in others], worst).band

    assert max(band.rank for band in others) >= with_one.rank


def test_little_compliance_lowers_by_one_grade_and_says_so():
    """Quality and compliance are never averaged; low compliance takes one grade off."""
    found = suggestion(GOOD, GOOD, "not_met", "not_met", "partly_met")

    assert WEAK is found.band
    assert "So little was met that the suggestion goes down to Requires improvement." in (
        found.explanation
    )


def test_enough_compliance_leaves_the_quality_suggestion_alone():
    """Compliance over 60 % neither lowers nor raises."""
    assert GOOD is suggestion(GOOD, GOOD, "met", "met", "not_met").band
    assert WEAK is suggestion(WEAK, WEAK, "met", "met", "met").band


def test_not_applicable_drops_out():
    """A question that does not apply neither counts nor is counted."""
    assert GOOD is suggestion("met", "met", "na", "na", "na").band
    assert suggestion("na", "na").band is None


def test_could_not_find_is_not_a_not_met():
    """What could not be found is left out of the share, and named."""
    found = suggestion("met", "met", "could_not_find")

    assert GOOD is found.band
    assert "Compliance: 2 met, 1 could not be found (100%)." == found.explanation[0]


def test_too_much_not_found_cannot_be_good():
    """When most of it could not be found, Good cannot be shown."""
    assert WEAK is suggestion("met", "could_not_find", "could_not_find").band


def test_nothing_rated_suggests_nothing():
    """Without a rating there is no suggestion, and it says why."""
    found = suggestion(None, None)

    assert found.band is None
    assert ("No rating has been given here yet.",) == found.explanation


CAP = {
    "id": "unseen",
    "when": {"question": "q0", "is": "not_met"},
    "section": "only",
    "section_at_most": "requires_improvement",
    "because": "A child who is not seen cannot be known to be safe.",
}


def test_a_cap_limits_the_suggestion_with_its_reason():
    """The cap applies although best fit would say Good."""
    found = suggestion("not_met", TOP, GOOD, GOOD, caps=[CAP])

    assert WEAK is found.band
    assert found.is_capped
    assert found.explanation[-1] == (
        "Capped at Requires improvement: A child who is not seen cannot be known to be safe."
    )


def test_a_cap_never_raises_and_is_silent_when_it_changes_nothing():
    """A suggestion below the cap stays, and nothing is said of a cap."""
    found = suggestion("not_met", POOR, POOR, POOR, caps=[CAP])

    assert POOR is found.band
    assert not found.is_capped


def test_a_cap_stands_without_any_rating():
    """An answer that caps suggests the limit even before anything is rated."""
    cap = CAP | {"when": {"question": "q0", "answered": False}}

    assert WEAK is suggestion(None, caps=[cap]).band


def test_the_lowest_of_several_caps_counts():
    """Every cap that lowers is explained; the strictest decides."""
    stricter = CAP | {"id": "unsafe", "section_at_most": "inadequate", "because": "Not safe."}
    found = suggestion("not_met", GOOD, GOOD, caps=[CAP, stricter])

    assert POOR is found.band
    assert 2 == len([line for line in found.explanation if "Capped" in line])


def test_practice_is_suggested_from_the_grades_that_were_given():
    """A grade a person gave goes before the section's own suggestion."""
    given_grade = Grade(band=POOR, reason="x", given_at=Clock().now, given_by="R. Okafor")

    assert GOOD is suggestion(GOOD, key=PRACTICE).band
    assert POOR is suggestion(GOOD, key=PRACTICE, grades={SECTION: given_grade}).band


def test_a_cap_on_the_audit_limits_practice_only():
    """A cap on the audit leaves the section's suggestion alone."""
    cap = {
        "id": "unsafe",
        "when": {"question": "q0", "is": "not_met"},
        "audit_at_most": "inadequate",
        "because": "The child cannot be shown to be safe.",
    }

    assert POOR is suggestion("not_met", GOOD, GOOD, caps=[cap], key=PRACTICE).band
    assert GOOD is suggestion("not_met", GOOD, GOOD, caps=[cap]).band


def test_practice_without_any_grade_suggests_nothing():
    """There is nothing to fit."""
    assert ("No section has a grade yet.",) == suggestion(None, key=PRACTICE).explanation


def test_impact_is_never_suggested():
    """What changed for the child is for a person to judge."""
    assert suggestion(GOOD, GOOD, key=IMPACT).band is None


def test_weight_counts_as_so_many_ratings():
    """A weight of three is three ratings, when more than one question is at that level."""
    assert WEAK is best_fit([(GOOD, 1), (GOOD, 1), (WEAK, 3), (WEAK, 1)])
    assert best_fit([]) is None


def test_an_own_scale_counts_as_the_built_in_one_it_measures():
    """A council's own words are counted by what they stand for."""
    scale = {
        "id": "rag",
        "title": "Red, amber, green",
        "measures": "quality",
        "answers": [
            {"id": "green", "text": "Green", "counts_as": "good"},
            {"id": "red", "text": "Red", "counts_as": "inadequate"},
        ],
    }
    checklist = make_checklist({"id": "q0", "scale": "rag"})
    checklist = type(checklist).model_validate(
        checklist.model_dump(by_alias=True) | {"scales": [scale]}
    )

    assert POOR is suggest_grade(make_outline(checklist, {"q0": {"value": "red"}}), SECTION).band


def test_questions_that_do_not_count_are_left_out():
    """``counts: false`` keeps a rating out of the suggestion."""
    checklist = make_checklist({"id": "q0"}, {"id": "q1", "counts": False})
    outline = make_outline(checklist, {"q0": {"value": "met"}, "q1": {"value": "not_met"}})

    assert "Compliance: 1 met (100%)." == suggest_grade(outline, SECTION).explanation[0]


def test_answers_are_counted_for_the_report():
    """The bars of the report count every rating, not applicable among them."""
    questions = [{"id": f"q{n}", "not_applicable": NOT_APPLICABLE} for n in range(4)]
    answers = {
        "q0": {"value": "met"},
        "q1": {"value": "met"},
        "q2": {"not_applicable": True, "reason": "x"},
    }
    outline = make_outline(make_checklist(*questions, {"id": "t", "kind": "text"}), answers)

    assert {"met": 2, "not_applicable": 1} == answer_counts(outline, outline.sections[0])


def test_the_worst_grade_goes_no_lower():
    """Little compliance beside the worst quality changes nothing, and is not said to."""
    suggested = suggestion(POOR, POOR, "not_met", "not_met")

    assert POOR is suggested.band
    assert not any("goes down" in sentence for sentence in suggested.explanation)


def test_a_heavy_weight_is_still_one_criterion():
    """One rating alone never lowers the grade, however much it weighs."""
    assert GOOD is best_fit([(GOOD, 1.0), (POOR, 3.0)])
    assert POOR is best_fit([(POOR, 3.0)])


def test_a_section_without_a_grade_says_nothing_about_practice():
    """Its answers are for reading, not for judging."""
    checklist = make_checklist({"id": "q0"}, grade="none")

    assert suggest_grade(make_outline(checklist, {"q0": {"value": "met"}}), PRACTICE).band is None


@pytest.mark.parametrize(
    ("scale", "value", "is_listed"),
    [
        ("compliance", "not_met", True),
        ("compliance", "partly_met", False),
        ("compliance", "could_not_find", False),
        ("quality", "inadequate", True),
        ("quality", "requires_improvement", False),
        ("quality", None, False),
    ],
)
def test_a_critical_question_that_is_not_met_is_listed(scale, value, is_listed):
    """It goes under the areas for improvement, whatever the auditor wrote there."""
    checklist = make_checklist({"id": "q", "scale": scale, "critical": True}, {"id": "other"})
    answers = {"q": {"value": value}, "other": {"value": "not_met"}}
    found = critical_shortfalls(make_outline(checklist, answers))

    assert (["q"] if is_listed else []) == [asked.question.id for asked in found]
