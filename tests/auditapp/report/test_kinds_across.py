# SPDX-License-Identifier: MPL-2.0
"""Test the kinds of report that are made of several audits."""

import pytest

from auditapp.errors import NotAllowedError
from auditapp.judgement.audit_states import AuditState
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.report.blank_blocks import NewPart
from auditapp.report.blocks import (
    Heading,
    RowGroup,
    Table,
)
from auditapp.report.kinds import report_across
from auditapp.report.shared_copy import mask_of, shared_copy
from tests.auditapp.report.kind_samples import (
    ACROSS,
    SHARED,
    action,
    graded,
    many,
    rated,
    records,
    signed_off,
)
from tests.auditapp.report.reading import NOW, blocks_of, headings

SUMMARY, PACK = ReportKind.SUMMARY, ReportKind.BOARD_PACK
OF_MANY = [kind for kind, about in KINDS.items() if about.is_of_audits]


@pytest.mark.parametrize("kind", OF_MANY)
def test_every_kind_is_framed_alike(make_outline, questions, kind):
    """They name no case reference; the fingerprint depends on the audits, not on their order."""
    states = many(make_outline, questions, "North", "South")
    document = report_across(kind, states, ACROSS)
    assert KINDS[kind].name == document.title
    assert ("", NOW, "Example Council") == (
        document.reference,
        document.created_at,
        document.overline,
    )
    assert document.footer_left.startswith(
        f"{document.title}   Report {document.content_hash[:12]}"
    )
    assert document == report_across(kind, states, ACROSS)
    other = report_across(kind, states[::-1], ACROSS)
    assert document.content_hash == other.content_hash


def test_a_kind_of_one_audit_is_not_made_of_several(make_outline):
    """Nor is any made of none."""
    states = [AuditState(make_outline(), [])]
    for kind in set(ReportKind) - set(OF_MANY):
        with pytest.raises(NotAllowedError, match="not made of several audits"):
            report_across(kind, states, ACROSS)
    with pytest.raises(NotAllowedError, match="No audit was found"):
        report_across(SUMMARY, [], ACROSS)
    with pytest.raises(NotAllowedError, match="signed audits only"):
        report_across(ReportKind.LEARNING, states, ACROSS)


@pytest.mark.parametrize("kind", OF_MANY)
def test_too_few_audits_are_not_shared(make_outline, questions, kind):
    """Whatever is hidden, four audits point at four children."""
    states = many(make_outline, questions, *["North"] * 4)
    with pytest.raises(NotAllowedError, match="5 audits or more"):
        report_across(kind, states, SHARED)


def test_the_pack_binds_three_parts(make_outline, questions):
    """Each begins a page, with a title and a footer of its own."""
    document = report_across(PACK, many(make_outline, questions, "North"), ACROSS)
    titles = [block.text for block in blocks_of(document, Heading) if block.level == 0]
    assert ["Action plan", "Learning note"] == titles
    footers = [block.footer_left.split("   ")[0] for block in blocks_of(document, NewPart)]
    assert titles == footers


def test_the_plan_of_several_audits_says_whose_each_is(make_outline, questions, words_in):
    """The case reference and the question; not so in a copy that is shared."""
    acts = records(action("Ask HX-0 about Court team", verified_by="B. Reader"))
    states = many(make_outline, questions, "Court team", *["North"] * 4, actions=acts)
    document = report_across(ReportKind.ACTIONS, states, ACROSS)
    assert "5 actions from 5 audits, as at 14 November 2026" == document.subtitle
    (table,) = blocks_of(document, Table)
    assert [f"HX-{at}" for at in range(5)] == [
        row[2] for row in table.rows if not isinstance(row, RowGroup)
    ]
    mask = mask_of(states, [], lambda text: f"<{len(text)}>")
    shared = words_in(shared_copy(report_across(ReportKind.ACTIONS, states, SHARED), mask))
    assert "Ask Case <4> about Team <10>" in shared
    assert "HX-0" not in shared
    assert "Reader" not in shared


def test_the_learning_note_of_many_audits_is_made_of_figures(make_outline, questions, words_in):
    """What was met and what was not, what good looks like, and no word of a case."""
    short = rated(questions, 2, "not_met", "A note of the case")
    acts = records(action("A secret plan", question=questions[0][0]))
    held = signed_off(grades=graded(), actions=acts)
    states = [AuditState(make_outline(rated(questions, 6) | short, **held), []) for _ in range(6)]
    document = report_across(ReportKind.LEARNING, states, ACROSS)
    assert {"What works well", "What to do better", "What good looks like"} <= set(
        headings(document)
    )
    said = words_in(document)
    texts = [question.text for key, question in questions if key in short]
    assert all(f"{text} Met in 0% of 6 audits." in said for text in texts)
    assert "Chronology and history: Is the child’s story known?" in said
    assert "A note of the case" not in said
    assert "A secret plan" not in said


def test_a_learning_note_of_too_few_audits_says_so(make_outline, questions, words_in):
    """No figure is shown under five."""
    states = many(make_outline, questions, "North")
    document = report_across(ReportKind.LEARNING, states, ACROSS)
    assert "no figure is shown under 5" in words_in(document)
