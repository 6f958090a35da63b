# SPDX-License-Identifier: MPL-2.0
"""Test how concerns, actions and what people said are shown."""

import datetime as dt

from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.ids import RecordId
from auditapp.report.blocks import (
    Badge,
    Callout,
    CalloutTone,
    Facts,
    Noted,
    Paragraph,
    Tone,
)
from tests.auditapp.report.reading import (
    NOW,
    blocks_of,
    report,
    tables,
)


def test_open_concerns_stand_first_and_in_red(make_outline):
    """Concerns come before everything else: those still open, then the others, oldest first."""
    later = dt.timedelta(days=1)
    concerns = {
        RecordId("1"): Concern(what="third", found_at=NOW, closed_at=NOW + later),
        RecordId("2"): Concern(what="second", found_at=NOW + later),
        RecordId("3"): Concern(what="first", found_at=NOW, told_at=NOW, raised_by="B. Reader"),
    }
    blocks = report(make_outline(concerns=concerns)).blocks
    assert [*[Callout] * 3, Facts] == [type(block) for block in blocks[:4]]
    tones = [CalloutTone.DANGER, CalloutTone.DANGER, CalloutTone.WARN]
    assert tones == [block.tone for block in blocks[:3]]
    assert ["first", "second", "third"] == [block.paragraphs[0] for block in blocks[:3]]
    moment = "14 November 2026 at 17:12"
    expected = ("first", f"Found on {moment} by B. Reader. Told: {moment}.")
    assert expected == blocks[0].paragraphs


def test_actions_are_a_table(make_outline, questions):
    """An action names owner, date and state, and what it comes from; gaps are told."""
    key, question = questions[0]
    actions = {
        RecordId("1"): Action(
            what="Write it down",
            question=key,
            owner_role="Social worker",
            due=dt.date(2026, 12, 4),
            how_we_will_know="It is written down",
            created_at=NOW,
        ),
        RecordId("2"): Action(what="Ask her", created_at=NOW + dt.timedelta(days=1)),
    }
    document = report(make_outline(actions=actions))
    (table,) = tables(document, "Actions")
    full, bare = table.rows
    number, what, *rest = full
    assert ("1", "Write it down") == (number, what.text)
    assert "How we will know: It is written down" == what.notes[0]
    assert f"From: 1 {question.text}" in what.notes
    owner, due, state = rest
    assert ("Social worker", "4 December 2026") == (owner.text, due.text)
    assert Badge("Open", Tone.PARTLY_MET) == state
    assert ["Nobody named", "No date"] == [cell.text for cell in bare[2:4]]
    assert "Set: 15 November 2026 at 17:12" == bare[1].notes[-1]
    assert "" == what.notes[-1]
    said = [block.text for block in blocks_of(report(make_outline()), Paragraph)]
    assert "No action was set." in said


def test_feedback_says_whether_people_were_asked(make_outline):
    """Asked, not asked and not recorded are three things."""
    feedback = {
        FeedbackFrom.CHILD: Feedback(asked=True, said="Kind"),
        FeedbackFrom.PARENT_OR_CARER: Feedback(asked=False, why_not="No answer"),
        FeedbackFrom.PRACTITIONER: Feedback(how="By phone"),
    }
    (table,) = tables(report(make_outline(feedback=feedback)), "people said")
    assert ["Asked", "Not asked", "Not recorded"] == [row[2].text for row in table.rows]
    assert Noted("", ("", "Why not asked: No answer")) == table.rows[1][1]
