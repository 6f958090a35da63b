# SPDX-License-Identifier: MPL-2.0
"""Test how the grades of an audit and their reasons are shown."""

from auditapp.checklist.models import QuestionKind
from auditapp.model.answer import Answer
from auditapp.model.audit import Overall
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand
from auditapp.model.labels import label
from auditapp.report.blocks import (
    GradeScale,
    QuestionBlock,
    RowGroup,
    SideBySide,
    Table,
    Tone,
)
from tests.auditapp.report.reading import blocks_of, headings, make_grade, report, tables


def test_grades_stand_on_their_scales(make_outline, words_in):
    """Best first; the grade given is chosen, the suggestion marked, and the words explained."""
    grade = make_grade(reason="Because", suggested=GradeBand.REQUIRES_IMPROVEMENT)
    document = report(make_outline(grades={PRACTICE: grade}))
    practice, impact = blocks_of(document, GradeScale)
    assert list(map(label, GradeBand)) == [step.text for step in practice.steps]
    assert "Good" == practice.steps[practice.chosen].text
    assert ["Requires improvement"] == [practice.steps[m.step].text for m in practice.other_marks]
    assert (None, ()) == (impact.chosen, impact.other_marks)
    said = words_in(document)
    assert "Here they describe one case file, not a service" in said
    assert "No grade has been given yet." in said


def test_overall_grades_given_together_say_so_once(make_outline, words_in):
    """Two stamps that are the same are one; two that differ stand each at its grade."""
    alike = make_outline(grades={PRACTICE: make_grade(), IMPACT: make_grade()})
    said = words_in(report(alike))
    assert 1 == said.count("given by R. Okafor on 14 November 2026 at 17:12")
    other = make_grade().model_copy(update={"given_by": "B. Reader"})
    said = words_in(report(make_outline(grades={PRACTICE: make_grade(), IMPACT: other})))
    assert "Both grades" not in said
    assert "Given by R. Okafor on" in said
    assert "Given by B. Reader on" in said


def test_sections_show_their_grade_and_answers(make_outline, questions):
    """The bar counts ratings by what they count as."""
    key, question = next(
        each for each in questions if each[1].scale == "compliance" and each[1].when is None
    )
    outline = make_outline({key: Answer(value="not_met")})
    table = blocks_of(report(outline), Table)[0]
    rows = [row for row in table.rows if not isinstance(row, RowGroup)]
    parts = [part for row in rows if not isinstance(row[2], str) for part in row[2].parts]
    assert [(1, "not met", Tone.NOT_MET)] == [(p.count, p.text, p.tone) for p in parts]
    assert {"No grade yet"} >= {row[1] for row in rows} - {"Not graded"}
    titles = [row.title for row in table.rows if isinstance(row, RowGroup)]
    assert [pin.title for pin in outline.audit.checklists] == titles
    assert question.text in [block.text for block in blocks_of(report(outline), QuestionBlock)]


def test_the_suggestion_of_the_day_and_of_today_are_told_apart(make_outline, questions):
    """Where answers changed after a grade was given, both suggestions are there."""
    key, question = next(
        each for each in questions if each[1].scale == "compliance" and each[1].when is None
    )
    outline = make_outline({key: Answer(value="met")})
    section = outline.by_key[key].section
    said = {}
    for suggested in (GradeBand.GOOD, GradeBand.INADEQUATE, None):
        grades = {section: make_grade(suggested=suggested)}
        (table,) = tables(report(make_outline({key: Answer(value="met")}, grades=grades)), "Reas")
        said[suggested] = table.rows[0][3]
    assert question.kind is QuestionKind.RATING
    assert said[GradeBand.GOOD].startswith("Good. Compliance: 1 met (100%).")
    assert said[GradeBand.INADEQUATE].startswith("When it was given: Inadequate. Now: Good.")
    assert said[None].startswith("When it was given: nothing. Now: Good.")


def test_points_stand_side_by_side_while_they_are_short(make_outline):
    """Long lists of strengths and improvements stand one after the other."""
    short = report(make_outline(overall=Overall(strengths="a\n\nb", improvements="c")))
    (both,) = blocks_of(short, SideBySide)
    assert ("a", "b") == both.left[1].items
    long = report(make_outline(overall=Overall(strengths="a " * 900, improvements="c")))
    assert [] == blocks_of(long, SideBySide)
    assert {"Strengths", "Areas for improvement"} <= set(headings(long))


def test_what_is_critical_and_not_met_is_listed_whatever_the_auditor_wrote(make_outline):
    """A child not seen alone cannot be left out of the areas for improvement."""
    outline = make_outline({"visits/VS2": Answer(value="not_met")}, overall=Overall(strengths="a"))
    (both,) = blocks_of(report(outline), SideBySide)
    asked = outline.by_key["visits/VS2"]

    listed = f"Not met: {asked.question.text} (question {asked.number})"
    assert (listed,) == both.right[1].items
