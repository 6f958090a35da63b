# SPDX-License-Identifier: MPL-2.0
"""Test that the parts of a report follow a layout, and that none vanishes without a word."""

from dataclasses import replace

import pytest

from auditapp.judgement.audit_states import AuditState
from auditapp.model.answer import Answer, SetAsideAnswer
from auditapp.model.audit import AuditStatus, Overall, SignOff
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.grade import PRACTICE
from auditapp.model.ids import QuestionKey
from auditapp.model.report_kinds import ReportKind
from auditapp.report.audit.full_report import ReportOptions, audit_report
from auditapp.report.blocks import Callout, Heading, KeepTogether, SideBySide
from auditapp.report.kinds import report_of
from auditapp.report.layouts.layout import NEVER_LEFT_OUT, SHIPPED, Part, Wording
from tests.auditapp.report.kind_samples import ACROSS
from tests.auditapp.report.reading import NOW, make_grade
from tests.auditapp.report.some_layouts import make_layout

LEFT_OUT = "Left out by the layout of this report"
GONE = QuestionKey("chronology/no-such-question")


@pytest.fixture
def outline(make_outline, questions):
    """Return the outline of an audit that has something to say in every part."""
    key, answer = questions[0][0], Answer(note="seen")
    return make_outline(
        {key: answer, GONE: answer},
        grades={PRACTICE: make_grade(), "chronology/no-such-section": make_grade()},
        overall=Overall(summary="all", strengths="this", improvements="that"),
        actions={"1": Action(what="do it", created_at=NOW)},
        concerns={"1": Concern(what="worry", found_at=NOW)},
        feedback={FeedbackFrom.CHILD: Feedback(asked=True, said="fine")},
        set_aside={
            "1": SetAsideAnswer(
                question_text="q", answer_text="a", answer=answer, why="w", checklist_version="1"
            )
        },
    )


def blocks(outline, text=""):
    """Return the blocks of the report in a layout, those inside others among them."""
    options = ReportOptions("", "", make_layout(text))
    waiting, found = list(audit_report(AuditState(outline, ()), options).blocks), []
    while waiting:
        block = waiting.pop(0)
        found.append(block)
        if isinstance(block, KeepTogether):
            waiting[:0] = block.blocks
        elif isinstance(block, SideBySide):
            waiting[:0] = (*block.left, *block.right)
    return found


def headings(outline, text=""):
    """Return the headings of the first level."""
    found = blocks(outline, text)
    return [each.text for each in found if isinstance(each, Heading) and each.level == 1]


def left_out(outline, text):
    """Return what the report says that it leaves out; empty when it says nothing."""
    said = [b for b in blocks(outline, text) if isinstance(b, Callout) and b.title == LEFT_OUT]
    return said[0].paragraphs[0] if said else ""


def test_the_usual_order_has_every_part(outline):
    """Nothing is left out, and nothing says so."""
    assert [
        "Overall grades",
        "Summary",
        "Strengths",
        "Areas for improvement",
        "Grade by section",
        "Actions",
        "Timescales",
        "What people said",
        "How the section grades came about",
        "Questions and answers",
        "Answers to questions that no longer apply",
        "Answers set aside",
        "Sign-off",
    ] == headings(outline)
    assert not left_out(outline, "")


def test_the_order_of_the_layout_holds(outline):
    """Whatever it is."""
    others = [part for part in SHIPPED.parts if part is not Part.CONCERNS]
    turned = ", ".join(["concerns", *reversed(others)])
    usual = headings(outline)
    assert {*usual} == {*headings(outline, f"parts: [{turned}]")}
    assert "Sign-off" == headings(outline, f"parts: [{turned}]")[0]


def test_what_is_left_out_is_named_under_the_sign_off(outline):
    """Nobody takes a report for the whole of it; an open concern is in every one."""
    text = f"parts: [{', '.join(NEVER_LEFT_OUT)}]"
    assert ["Sign-off"] == headings(outline, text)
    assert (
        "The front sheet; Overall grades; Summary; Grade by section; Actions; Timescales; "
        "What people said; How the section grades came about; Questions and answers; "
        "Answers to questions that no longer apply; Answers set aside."
    ) == left_out(outline, text)
    titles = [each.title for each in blocks(outline, text) if isinstance(each, Callout)]
    assert ["Immediate concern, still open", LEFT_OUT] == titles


def test_a_part_that_the_audit_has_not_is_not_missed(make_outline):
    """Only what could have been read is named."""
    text = f"parts: [{', '.join(part for part in Part if part is not Part.FEEDBACK)}]"
    assert not left_out(make_outline(), text)


OTHERS = ("title", "titles", "headings")


@pytest.mark.parametrize("name", [name for name in Wording.model_fields if name not in OTHERS])
def test_each_heading_can_be_said_otherwise(outline, name):
    """It stands where the usual one stood, and no other heading changes."""
    usual = headings(outline)
    changed = headings(outline, f"wording: {{{name}: Otherwise}}")
    assert 1 == changed.count("Otherwise")
    assert [usual[place] for place, text in enumerate(changed) if text != "Otherwise"] == [
        text for text in changed if text != "Otherwise"
    ]


def test_a_part_left_out_is_named_by_its_own_heading(outline):
    """Readers of an organisation know it by that."""
    kept = ", ".join(part for part in Part if part is not Part.ACTIONS)
    text = f"parts: [{kept}]\nwording: {{actions: What we agreed}}"
    assert "What we agreed." == left_out(outline, text)


def test_the_title_can_be_said_otherwise(make_outline):
    """A draft is called one in any case."""
    options = ReportOptions("", "", make_layout("wording: {title: Practice report}"))
    draft = audit_report(AuditState(make_outline(), ()), options)
    assert ("DRAFT: Practice report", "DRAFT: Practice report   HX-2047") == (
        draft.title,
        draft.running_title,
    )
    signed = make_outline(
        status=AuditStatus.SIGNED_OFF,
        sign_off=SignOff(by="R. Okafor", at=NOW, content_hash="ab" * 32, history_head="cd" * 32),
    )
    assert "Practice report" == audit_report(AuditState(signed, ()), options).title


def test_the_short_report_has_the_same_headings(outline):
    """What an organisation calls a part is the same on every paper about one audit."""
    layout = make_layout("wording: {title: Practice report, actions: What we agreed}")
    options = replace(ACROSS, report=ReportOptions("", "", layout))
    document = report_of(ReportKind.SHORT, AuditState(outline, ()), options)
    found = [each.text for each in document.blocks if isinstance(each, Heading)]
    assert ("What we agreed" in found, "Actions" in found) == (True, False)
    assert "Practice report" not in document.title
