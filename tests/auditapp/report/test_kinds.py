# SPDX-License-Identifier: MPL-2.0
"""Test the kinds of report that are made of one audit."""

import re
from dataclasses import replace

import pytest

from auditapp.errors import NotAllowedError
from auditapp.judgement.audit_states import AuditState
from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.amendment import Amendment
from auditapp.model.audit import Overall
from auditapp.model.follow_up import ActionStatus, Feedback, FeedbackFrom
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.report.blank_blocks import BlankPart, BlankSheet, BlankTable, NewPart
from auditapp.report.blocks import (
    Bullets,
    Callout,
    Facts,
    GradeScale,
    Paragraph,
    QuestionBlock,
    RowGroup,
    Table,
)
from auditapp.report.kinds import report_of
from tests.auditapp.report.kind_fixtures import make
from tests.auditapp.report.kind_samples import (
    ACROSS,
    DAY,
    action,
    concern,
    graded,
    rated,
    records,
    signed_off,
)
from tests.auditapp.report.reading import NOW, OPTIONS, blocks_of, headings

__all__ = ["make"]

OF_ONE = [kind for kind, about in KINDS.items() if about.is_of_one_audit]


@pytest.mark.parametrize(
    "kind", [kind for kind in OF_ONE if kind is not ReportKind.LEARNING and KINDS[kind].tells]
)
def test_every_kind_is_framed_alike(make, kind):
    """Marking, fingerprint, case reference and body; a draft says in its title that it is one."""
    held = {"concerns": records(concern())}
    document = make(kind, **signed_off(**held))
    assert (OPTIONS.marking, OPTIONS.organisation) == (document.marking, document.overline)
    assert ("HX-2047", "c0" * 32, NOW) == (
        document.reference,
        document.content_hash,
        document.created_at,
    )
    assert "Report c0c0c0c0c0c0" in document.footer_left
    draft = make(kind, **held)
    title = f"{document.title[0].lower()}{document.title[1:]}"
    assert f"DRAFT: {title}" == draft.title


def test_a_kind_of_many_audits_is_not_made_of_one(make):
    """Nor is a blank checklist."""
    for kind in set(ReportKind) - set(OF_ONE):
        with pytest.raises(NotAllowedError, match="not made of a single audit"):
            make(kind)


def test_the_short_report_has_the_judgement_and_the_actions(make, questions, words_in):
    """And no question; what is left out stands at its end."""
    document = make(
        ReportKind.SHORT,
        rated(questions, 2, note="A note that stays out"),
        grades=graded(),
        actions=records(action()),
        concerns=records(concern()),
        overall=Overall(strengths="Heard", improvements="Cover", summary="All in all"),
    )
    said = words_in(document)
    for words in ("Heard", "Cover", "All in all", "Write it down", "Nobody saw her"):
        assert words in said
    assert "A note that stays out" not in said
    assert [] == blocks_of(document, QuestionBlock)
    assert 2 == len(blocks_of(document, GradeScale))
    last = blocks_of(document, Paragraph)[-2].text
    assert "It leaves out" in last
    assert "the answers to 2 questions, with their notes and evidence" in last


def test_an_amended_audit_says_so_in_the_short_report(make_outline, words_in):
    """With the number and the reason; the full report has the rest."""
    amendment = Amendment(number=1, reason="A visit was found", by="R. Okafor", at=NOW, amends="a")
    state = AuditState(make_outline(amendment=amendment, **signed_off()), [])
    document = report_of(ReportKind.SHORT, replace(state, is_superseded=True), ACROSS)
    assert document.title.endswith(", amendment 1")
    titles = [block.title for block in blocks_of(document, Callout)]
    assert ["This is not the newest version", "Amendment 1"] == titles
    assert "A visit was found" in words_in(document)


def test_the_action_plan_is_in_the_order_of_doing(make):
    """Overdue first, then by date, then what is done; each group has a head."""
    actions = records(
        action("done", status=ActionStatus.DONE),
        action("some day", due=None, owner_role=""),
        action("tomorrow"),
        action("late", due=NOW.date() - 2 * DAY),
        action("dropped", status=ActionStatus.DROPPED, dropped_reason="No need"),
    )
    document = make(ReportKind.ACTIONS, actions=actions)
    (table,) = blocks_of(document, Table)
    groups = [row.title for row in table.rows if isinstance(row, RowGroup)]
    assert ["Overdue", "To be done", "Done, to be verified", "Dropped"] == groups
    rows = [row for row in table.rows if not isinstance(row, RowGroup)]
    expected = ["late", "tomorrow", "some day", "done", "dropped"]
    assert expected == [row[1].text for row in rows]
    assert ["1", "2", "3", "4", "5"] == [row[0] for row in rows]
    assert ["2 days overdue"] == list(filter(None, rows[0][3].notes))
    assert "does not say who does it or by when" in rows[2][1].notes[-1]
    assert ("Nobody named", "No date") == (rows[2][2].text, rows[2][3].text)
    counts = dict(blocks_of(document, Facts)[1].pairs)
    assert ("3", "1", "1") == (counts["Open"], counts["Overdue"], counts["Open and vague"])


def test_the_action_plan_goes_by_the_date_and_owner_of_now(make):
    """What was put off is not overdue; the first date and owner stand below."""
    actions = records(action("late", due=NOW.date() - 2 * DAY, owner_role="Social worker"))
    stamp = {"status": ActionStatus.OPEN, "by": "A. Manager", "at": NOW, "words": "Ill."}
    step = ActionStep(**stamp, due=NOW.date() + DAY, owner_role="Team manager")
    progress = {key: ActionProgress(steps=(step,)) for key in actions}
    document = make(ReportKind.ACTIONS, actions=actions, action_progress=progress)
    (table,) = blocks_of(document, Table)
    (row,) = (row for row in table.rows if not isinstance(row, RowGroup))
    assert ("Team manager", ("At first: Social worker",)) == (row[2].text, row[2].notes)
    assert "moved once" in row[3].notes[-1]
    assert "0" == dict(blocks_of(document, Facts)[1].pairs)["Overdue"]


def test_an_audit_without_actions_has_a_plan_that_says_so(make, words_in):
    """There is no empty table."""
    document = make(ReportKind.ACTIONS)
    assert "No action was set." in words_in(document)
    assert [] == blocks_of(document, Table)


def test_the_conversation_begins_with_the_strengths(make, words_in):
    """Then what to work on, the grades, what was said, the actions, and room to write and sign."""
    document = make(
        ReportKind.CONVERSATION,
        grades=graded(),
        actions=records(action()),
        overall=Overall(strengths="Heard", improvements="Cover", summary="All in all"),
        feedback={FeedbackFrom.PRACTITIONER: Feedback(asked=True, said="Too many", how="A talk")},
    )
    expected = [
        "What is strong",
        "What to work on",
        "Overall grades",
        "Summary",
        "What the practitioner said",
        "Actions",
        "In the conversation",
        "Signed",
        "What is not in this report",
    ]
    assert expected == headings(document)
    assert "Heard" == blocks_of(document, Bullets)[0].items[0]
    said = words_in(document)
    assert "Too many" in said
    assert "How asked: A talk" in said
    assert ("Practitioner", "Date", "Auditor", "Date") == blocks_of(document, BlankSheet)[0].labels


def test_the_conversation_can_be_prepared_of_little(make, words_in):
    """No strength and no feedback leave a sentence each; an open concern stands first."""
    concerns = records(concern("shut", is_open=False), concern("open"))
    document = make(ReportKind.CONVERSATION, concerns=concerns)
    said = words_in(document)
    assert "No strength is written down yet." in said
    assert "Nothing is on record yet." in said
    assert isinstance(document.blocks[0], Callout)
    assert "open" == document.blocks[0].paragraphs[0]
    refused = {FeedbackFrom.PRACTITIONER: Feedback(asked=False, why_not="On leave")}
    assert "Not asked before: On leave" in words_in(make(ReportKind.CONVERSATION, feedback=refused))


def test_a_second_reader_does_not_see_the_first_grades(make, words_in):
    """There is room for each grade; the first ones begin another page, and what is agreed."""
    document = make(ReportKind.MODERATION, grades=graded())
    new_part = [type(block) for block in document.blocks].index(NewPart)
    before = replace(document, blocks=document.blocks[:new_part])
    asked = blocks_of(before, BlankPart)
    assert "Practice: how well the work was done" == asked[0].text
    assert 2 < len(asked)
    steps = [step.text for step in asked[0].blanks[0].ticks]
    assert ["Outstanding", "Good", "Requires improvement", "Inadequate"] == steps
    assert [] == blocks_of(before, GradeScale) + blocks_of(before, Table)
    assert 2 == len(blocks_of(document, GradeScale))
    assert 1 == len(blocks_of(document, BlankTable))
    expected = ["Second grades", "Read by", "First grades", "Overall grades", "Grade by section"]
    assert expected == headings(document)[:5]
    assert "No grade has been given yet." in words_in(make(ReportKind.MODERATION))


def test_a_learning_note_wants_a_signed_audit(make):
    """What is passed on must not change any more."""
    with pytest.raises(NotAllowedError, match="signed audits only"):
        make(ReportKind.LEARNING)


def test_the_sheets_of_questions_say_nothing_of_what_was_found(make, words_in):
    """A child, a parent and a practitioner get a page each, with room and no word of the audit."""
    document = make(
        ReportKind.QUESTIONS, grades=graded(), concerns=records(concern("A planted worry"))
    )
    assert ["Child or young person", "Parent or carer", "Practitioner"] == headings(document)
    assert 2 == len(blocks_of(document, NewPart))
    assert all(part.blanks for part in blocks_of(document, BlankPart))
    said = words_in(document)
    assert "0800 1111" in said
    assert "planted" not in said
    assert "DRAFT" not in document.title + document.subtitle
    assert not re.search("signed|found", document.subtitle)
