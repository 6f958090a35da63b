# SPDX-License-Identifier: MPL-2.0
"""Test moving drafts to a revised checklist, on the real store in a temporary folder."""

import pytest

from auditapp.checklist.revision.fates import AnswerState
from auditapp.judgement.gaps import GapKind, gaps
from auditapp.model.chain import first_fault
from auditapp.model.edits import change_answer, confirm_answer
from auditapp.model.grade import GradeBand
from auditapp.model.history import HistoryKind
from auditapp.paths import PROGRAM
from tests.auditapp.operations.revision_fixtures import (
    CHANGES,
    KEY,
    NEW_TEXT,
    OLD_TEXT,
    answer,
    draft,
    read,
    reopened,
    stored,
)
from tests.making import start_audit

__all__ = ["answer", "draft", "read"]


def test_a_preview_says_everything_and_changes_nothing(workspace, draft, read):
    """Each answer has its state, open questions are named, and the audit is as it was."""
    before = stored(workspace, draft)
    preview = workspace.preview_move(draft, read())

    assert {
        KEY: AnswerState.TO_CONFIRM,
        "visits/VS3-count": AnswerState.KEPT,
        "visits/VS4-tools": AnswerState.SET_ASIDE,
        "visits/VS4-words": AnswerState.KEPT,
    } == {fate.key: fate.state for fate in preview.plan.fates}
    assert preview.changes_something
    assert "visits 1.0 to 2.0: 2 kept, 1 to confirm, 1 set aside" == preview.summary
    assert before == stored(workspace, draft)
    assert HistoryKind.MIGRATED not in {entry.kind for entry in workspace.history(draft)}


def test_a_move_is_durable_and_one_line_of_history(workspace, draft, read, by):
    """The audit opens with the new version, its bytes, its answers and what waits."""
    revision = read()
    change = workspace.move_draft(workspace.preview_move(draft, revision), revision, by)
    audit = reopened(workspace, draft)
    texts = [asked.question.text for asked in workspace.outline(audit).questions]

    assert change.audit == audit
    assert change.touches("checklists", "visits")
    assert [("chronology", "1.0"), ("visits", "2.0")] == [
        (pin.id, pin.version) for pin in audit.checklists
    ]
    assert revision.sha256 == audit.checklists[1].sha256
    assert NEW_TEXT in texts
    assert OLD_TEXT == audit.to_confirm[KEY].question_text
    assert "She likes school." == audit.answers["visits/VS4-said"].value
    assert "In May." == audit.set_aside["visits/VS4-tools"].answer.note
    last = workspace.history(draft)[-1]
    assert (HistoryKind.MIGRATED, True) == (last.kind, last.detail.startswith("visits 1.0 to 2.0"))
    assert first_fault(workspace.history(draft)) is None


@pytest.mark.parametrize("closes", [False, True])
def test_one_undo_takes_all_of_a_move_back(workspace, draft, read, by, closes):
    """The tables are byte for byte what they were, across a restart too; redo moves again."""
    before, outline = stored(workspace, draft), workspace.outline(workspace.open_audit(draft))
    revision = read()
    workspace.move_draft(workspace.preview_move(draft, revision), revision, by)
    moved = stored(workspace, draft)
    if closes:
        workspace.close_audit(draft)
    undone = workspace.undo(draft, by).audit

    assert before == stored(workspace, draft)
    assert [asked.key for asked in outline.questions] == [
        asked.key for asked in workspace.outline(undone).questions
    ]
    if closes:
        workspace.close_audit(draft)
    redone = workspace.redo(draft, by).audit
    assert moved == stored(workspace, draft)
    assert NEW_TEXT in [asked.question.text for asked in workspace.outline(redone).questions]


def test_an_answer_to_confirm_blocks_the_sign_off(workspace, draft, read, by):
    """Until it is confirmed, or given anew."""
    revision = read()
    workspace.move_draft(workspace.preview_move(draft, revision), revision, by)

    def waiting():
        found = gaps(workspace.outline(workspace.open_audit(draft)))
        return [gap.question for gap in found if gap.kind is GapKind.TO_CONFIRM and gap.blocks]

    assert [KEY] == waiting()
    workspace.commit(draft, confirm_answer(KEY, by))
    assert [] == waiting()
    assert HistoryKind.CONFIRMED is workspace.history(draft)[-1].kind
    workspace.undo(draft, by)
    assert [KEY] == waiting()
    audit = workspace.open_audit(draft)
    workspace.commit(draft, change_answer(audit, KEY, by, note="Asked again."))
    assert [KEY] == waiting()
    audit = workspace.open_audit(draft)
    workspace.commit(draft, change_answer(audit, KEY, by, value="not_met"))
    assert [] == waiting()


def test_moving_again_changes_nothing(workspace, draft, read, by):
    """There is no second line of history."""
    revision = read()
    workspace.move_draft(workspace.preview_move(draft, revision), revision, by)
    lines, before = len(workspace.history(draft)), stored(workspace, draft)
    again = workspace.preview_move(draft, revision)
    workspace.move_draft(again, revision, by)

    assert not again.changes_something
    assert (lines, before) == (len(workspace.history(draft)), stored(workspace, draft))


def test_the_shipped_version_is_the_identity(workspace, draft):
    """The bytes that the audit carries are those of the file."""
    revision = workspace.read_revision(PROGRAM / "checklists" / "visits.yaml")

    assert not workspace.preview_move(draft, revision).changes_something


def test_every_draft_is_previewed_and_the_chosen_ones_move(workspace, draft, read, by, answer):
    """Signed audits and other checklists are left out; what was closed is closed again."""
    other = start_audit(workspace, "visits", case_reference="HX-1")
    start_audit(workspace, "chronology", case_reference="HX-2")
    signed = start_audit(workspace, "visits", case_reference="HX-3")
    workspace._sessions.get(signed).sign_off(by)
    answer(other, VS2={"value": "met"})
    workspace.close_audit(other)
    revision = read()
    found = workspace.preview_revision(revision)

    assert {draft, other} == {each.audit_id for each in found}
    assert {"HX-2047", "HX-1"} == {each.case_reference for each in found}
    assert workspace._sessions.is_open(draft)
    assert not workspace._sessions.is_open(other)
    chosen = [each.preview for each in found if each.audit_id == other]
    (moved,) = workspace.move_drafts(chosen, revision, by)
    assert (other, None) == (moved.audit_id, moved.refusal)
    assert "2.0" == workspace.open_audit(other).checklists[0].version
    assert "1.0" == workspace.open_audit(draft).checklists[1].version


def test_a_stricter_rule_that_an_answer_fails(workspace, draft, read, by, answer):
    """The answer is kept and looked at again; one that meets the rule is not touched."""
    rule = (
        "        whole: true\n",
        """        whole: true
        rules:
          - {must: {question: VS3-count, at_least: 5}, message: Fewer than five.}
""",
    )
    revision = read(CHANGES[0], rule)

    def fate():
        found = workspace.preview_move(draft, revision).plan.fates
        return next(each for each in found if each.key == "visits/VS3-count")

    assert (AnswerState.TO_CONFIRM, True) == (fate().state, "Fewer than five." in fate().why)
    answer(draft, VS3_count={"value": 6})
    assert AnswerState.KEPT is fate().state


def test_a_changed_condition_hides_and_opens(workspace, draft, read, by, answer):
    """The answer to a hidden question stays and counts no more; a question that shows is open."""
    answer(draft, VS2_why={"value": "child_asked"})
    why = "        when: {question: VS2, is: [partly_met, not_met]}\n"
    revision = read(CHANGES[0], (why, "        when: {cohort: ADO}\n"))
    preview = workspace.preview_move(draft, revision)

    assert ("visits/VS2-why",) == preview.now_hidden
    assert "visits/VS2-why" in workspace.move_draft(preview, revision, by).audit.answers
    back = workspace.read_revision(PROGRAM / "checklists" / "visits.yaml")
    cleared = workspace.open_audit(draft)
    workspace.commit(draft, change_answer(cleared, "visits/VS2-why", by, value=None))
    assert ("visits/VS2-why",) == workspace.preview_move(draft, back).newly_open


def test_suggested_grades_before_and_after_are_on_record(workspace, draft, read, by, answer):
    """A cap that is new may change what is suggested; the history says from what to what."""
    answer(draft, VS2={"value": "met"})
    cap = (
        "  - {id: new-cap, when: {question: VS2, is: met}, section: seen,"
        " section_at_most: inadequate, because: It matters (hull-2015 para 124).}\n"
    )
    revision = read(CHANGES[0], ("\ncaps:\n", f"\ncaps:\n{cap}"))
    preview = workspace.preview_move(draft, revision)
    workspace.move_draft(preview, revision, by)

    assert ("visits/seen", GradeBand.INADEQUATE) == (preview.shifts[0].key, preview.shifts[0].after)
    assert "suggested for visits/seen:" in workspace.history(draft)[-1].detail


def test_looking_at_all_drafts_can_be_watched_and_stopped(workspace, draft, read):
    """It may take a while; what was found until then is returned."""
    start_audit(workspace, "visits")
    revision, told = read(), []

    assert 2 == len(
        workspace.preview_revision(revision, report_progress=lambda *of: told.append(of))
    )
    assert [(1, 2), (2, 2)] == told
    stopped = workspace.preview_revision(revision, is_cancelled=lambda: len(told) == 3)
    assert 2 == len(stopped)
    found = workspace.preview_revision(
        revision,
        report_progress=lambda *of: told.append(of),
        is_cancelled=lambda: len(told) == 3,
    )
    assert 1 == len(found)
