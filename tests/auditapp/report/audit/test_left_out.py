# SPDX-License-Identifier: MPL-2.0
"""Test that it is said what a kind of report leaves out."""

from dataclasses import replace

from auditapp.judgement.audit_states import AuditState
from auditapp.model.answer import Answer, SetAsideAnswer
from auditapp.model.audit import Overall
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.report_kinds import KINDS, Content, ReportKind
from auditapp.report.audit.left_out import left_out
from tests.auditapp.report.kind_samples import action, concern, graded, rated, records
from tests.auditapp.report.reading import make_grade
from tests.making import make_checklist
from tests.making import make_outline as make_outline_of

RULE = {"rule": "life_story_book", "starts_from": "start"}


def test_the_full_report_leaves_nothing_out(make_outline):
    """Whatever there may be in an audit."""
    assert () == left_out(ReportKind.AUDIT, AuditState(make_outline(), []))


def test_only_what_is_there_is_named(make_outline):
    """An empty audit has a front sheet and checklists, and nothing else to leave out."""
    missing = left_out(ReportKind.CONCERN, AuditState(make_outline(), []))
    expected = ("most of the front sheet", "the exact checklists, and the reports made before")
    assert expected == missing


def test_every_part_is_counted(make_outline, questions):
    """Each kind of content is named once there is some of it, with how much."""
    first = questions[0][0]
    outline = make_outline(
        rated(questions, 3) | {"chronology/gone": Answer(note="A note")},
        grades=graded() | {"visits/seen": make_grade(reason="So it is")},
        actions=records(action(), action()),
        concerns=records(concern()),
        feedback={person: Feedback(said="Well") for person in FeedbackFrom},
        overall=Overall(strengths="One", summary="All in all"),
        set_aside={
            first: SetAsideAnswer(
                question_text="?",
                answer_text="!",
                answer=Answer(value="met"),
                why="Why",
                checklist_version="0.9",
            )
        },
    )
    state = AuditState(outline, [])
    state = replace(state, earlier=(state,))
    nothing = ReportKind.BOARD_PACK
    assert frozenset() == KINDS[nothing].holds
    said = left_out(nothing, state)
    assert len(Content) - 1 == len(said)  # all but timescales
    expected = {
        "1 immediate concern",
        "2 actions",
        "the grade of 1 section",
        "the reason for 1 section grade",
        "the answers to 3 questions, with their notes and evidence",
        "2 answers that do not count any more",
        "what the practitioner said",
        "what the child, the parents or the carers said",
        "what each amendment changed, and the original",
    }
    assert expected <= set(said)


def test_what_a_kind_holds_is_not_left_out(make_outline):
    """The short report has the actions; the notice has the concerns."""
    outline = make_outline(actions=records(action()), concerns=records(concern()))
    state = AuditState(outline, [])
    assert "1 action" not in left_out(ReportKind.SHORT, state)
    assert "1 action" in left_out(ReportKind.CONCERN, state)
    assert "1 immediate concern" not in left_out(ReportKind.CONCERN, state)


def test_timescales_that_were_judged_are_counted():
    """One that does not apply is not."""
    dated = {"id": "q", "kind": "date", "timescale": RULE}
    checklist = make_checklist({"id": "start", "kind": "date"}, dated)
    answers = {"start": {"value": "2026-05-01"}, "q": {"value": "2026-06-30"}}
    state = AuditState(make_outline_of(checklist, answers), [])
    assert "1 timescale" in left_out(ReportKind.SHORT, state)
    blank = AuditState(make_outline_of(make_checklist({"id": "a"})), [])
    assert not any("timescale" in each for each in left_out(ReportKind.SHORT, blank))
