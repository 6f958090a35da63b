# SPDX-License-Identifier: MPL-2.0
"""Test what is done about an audit after its sign-off: through the workspace, on a real store."""

import pytest

from auditapp.errors import NotAllowedError
from auditapp.history.lines import read_history
from auditapp.model.audit import AuditStatus
from auditapp.model.chain import first_fault
from auditapp.model.edits import change_answer, change_links, give_grade, put_action
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from auditapp.model.history import HistoryKind
from auditapp.model.links import Links
from auditapp.model.tables import content_hash
from tests.making import make_front

KEY = "a" * 32
WORKER, MANAGER = "D. Worker", "A. Manager"
OPEN, DONE, VERIFIED, DROPPED = ActionStatus


@pytest.fixture
def draft(workspace, audit_id, by):
    """Put an action and a grade into the audit, and return its id."""
    grade = Grade(band="good", reason="Read whole.", given_at=by.now, given_by=by.name)
    action = Action(what="See her at school.", question="visits/VS2", created_at=by.now)
    workspace.commit(audit_id, put_action(KEY, action, by))
    workspace.commit(audit_id, give_grade(PRACTICE, grade, by))
    return audit_id


@pytest.fixture
def signed(workspace, draft, by):
    """Sign it off, complete or not; return its id."""
    workspace._sessions.get(draft).sign_off(by)
    return draft


@pytest.fixture
def step(workspace, author):
    """Return a function that follows the action up."""

    def step(audit_id, status, name=WORKER, words="The record of 3 June.", **more):
        by = author(name)
        return workspace.progress_action(audit_id, KEY, status, by, words=words, **more)

    return step


def reopened(workspace, audit_id):
    """Close the audit and return it as it is read from the disk."""
    workspace.close_audit(audit_id)
    return workspace.open_audit(audit_id)


def test_an_action_is_followed_up_after_the_sign_off(workspace, signed, step, by):
    """Done, verified by another, on the disk; and it is still what was signed."""
    before = workspace.open_audit(signed)
    step(signed, DONE, done_by="E. Helper")
    step(signed, VERIFIED, MANAGER, words="Read it.")
    after = reopened(workspace, signed)

    assert (VERIFIED, "The record of 3 June.", MANAGER) == (
        after.action_now(KEY).status,
        after.action_now(KEY).completion_evidence,
        after.action_now(KEY).verified_by,
    )
    assert before.actions == after.actions
    assert [(WORKER, by.now, "E. Helper"), (MANAGER, by.now, "")] == [
        (each.by, each.at, each.done_by) for each in after.action_progress[KEY].steps
    ]
    assert after.sign_off.content_hash == content_hash(after, after.sign_off.history_head)
    assert [] == workspace.signing_faults(signed)
    assert first_fault(workspace.history(signed)) is None


def test_the_list_counts_what_is_open_now(workspace, signed, step):
    """Not what was open at the sign-off."""
    counts = [workspace.audits()[0].open_actions]
    for status in (DONE, OPEN, DROPPED):
        step(signed, status)
        counts.append(workspace.audits()[0].open_actions)
    assert [1, 0, 1, 0] == counts


def test_what_is_not_allowed_changes_nothing(workspace, signed, step):
    """No step, and no line of history."""
    step(signed, DONE)
    before, lines = workspace.open_audit(signed), workspace.history(signed)
    for status, name, words in [
        (VERIFIED, WORKER, "Myself."),
        (DROPPED, MANAGER, "Why not."),
        (OPEN, MANAGER, ""),
    ]:
        with pytest.raises(NotAllowedError):
            step(signed, status, name, words)
    assert before == reopened(workspace, signed)
    assert lines == workspace.history(signed)


def test_a_draft_is_followed_up_and_undo_steps_over_that(workspace, draft, step, by):
    """Somebody may have relied on it; what was typed before and after is undone as ever."""
    step(draft, DONE)
    audit = workspace.open_audit(draft)
    workspace.commit(draft, change_answer(audit, "visits/VS2", by, value="met"))
    kinds = [workspace.undo(draft, by).entry.takes_back for _each in range(2)]
    after = reopened(workspace, draft)
    lines = {each.seq: each.kind for each in workspace.history(draft)}

    assert [HistoryKind.ANSWER, HistoryKind.GRADE] == [lines[each] for each in kinds]
    assert DONE is after.action_now(KEY).status


def test_an_amendment_and_its_end_leave_follow_ups_alone(workspace, signed, step, author):
    """Those from before it and those made meanwhile; what was signed is shown as it was signed."""
    step(signed, DONE)
    workspace.agree_grade(signed, PRACTICE, GradeBand.GOOD, "Both read it.", author(MANAGER))
    workspace.amend(signed, author(MANAGER), "A visit was overlooked.")
    (original,) = workspace.signed_versions(signed)
    assert OPEN is original.outline.audit.action_now(KEY).status
    step(signed, OPEN, MANAGER, "Not for May.")
    amending = reopened(workspace, signed)
    assert (OPEN, {PRACTICE}) == (amending.action_now(KEY).status, amending.agreed.keys())
    with pytest.raises(NotAllowedError, match="does not change anything"):
        workspace._sessions.get(signed).sign_off(author(MANAGER))

    change = workspace.give_up_amendment(signed, author(MANAGER))
    after = reopened(workspace, signed)
    assert change.audit == after
    assert (AuditStatus.MODERATED, 2) == (after.status, len(after.action_progress[KEY].steps))
    assert [] == workspace.signing_faults(signed)


def test_an_amendment_that_is_signed_keeps_them_as_well(workspace, signed, step, author, by):
    """And the audit counts as signed off: what was moderated is another now."""
    step(signed, DONE)
    workspace.agree_grade(signed, PRACTICE, GradeBand.GOOD, "Both read it.", author(MANAGER))
    workspace.amend(signed, by, "A visit was overlooked.")
    audit = workspace.open_audit(signed)
    workspace.commit(signed, change_answer(audit, "visits/VS2", by, value="met"))
    workspace._sessions.get(signed).sign_off(by)
    after = reopened(workspace, signed)
    assert (AuditStatus.SIGNED_OFF, DONE) == (after.status, after.action_now(KEY).status)
    assert {PRACTICE} == after.agreed.keys()
    assert [] == workspace.signing_faults(signed)


def test_a_grade_is_agreed(workspace, signed, author, by):
    """The one that was given stays; the audit is moderated, in the list as well."""
    band = GradeBand.REQUIRES_IMPROVEMENT
    workspace.agree_grade(signed, PRACTICE, band, " Two visits late. ", author(MANAGER))
    after = reopened(workspace, signed)
    agreed = after.agreed[PRACTICE]
    assert (band, "Two visits late.", MANAGER, by.now) == (
        agreed.band,
        agreed.reason,
        agreed.by,
        agreed.at,
    )
    assert GradeBand.GOOD is after.grades[PRACTICE].band
    assert AuditStatus.MODERATED is after.status is workspace.audits()[0].status
    assert [] == workspace.signing_faults(signed)


@pytest.mark.parametrize(
    ("is_signed", "key", "reason"),
    [(False, PRACTICE, "Why."), (True, PRACTICE, " "), (True, "visits/none", "Why.")],
)
def test_a_grade_is_agreed_with_a_reason_on_what_was_signed(
    workspace, draft, by, is_signed, key, reason
):
    """Not in a draft, and not where no grade was given."""
    if is_signed:
        workspace._sessions.get(draft).sign_off(by)
    status = workspace.open_audit(draft).status
    with pytest.raises(NotAllowedError):
        workspace.agree_grade(draft, key, GradeBand.GOOD, reason, by)
    assert (status, {}) == (reopened(workspace, draft).status, workspace.open_audit(draft).agreed)


def test_an_audit_is_closed_when_nothing_waits(workspace, signed, step, author):
    """Done is not enough: nobody has looked at it yet."""
    for status in (None, DONE):
        if status:
            step(signed, status)
        with pytest.raises(NotAllowedError, match="one action"):
            workspace.mark_closed(signed, author(MANAGER))
    step(signed, VERIFIED, MANAGER)
    workspace.mark_closed(signed, author(MANAGER))
    assert AuditStatus.CLOSED is reopened(workspace, signed).status
    with pytest.raises(NotAllowedError):
        workspace.mark_closed(signed, author(MANAGER))


def test_a_draft_is_not_closed(workspace, audit_id, by):
    """It was not signed off."""
    with pytest.raises(NotAllowedError):
        workspace.mark_closed(audit_id, by)


@pytest.mark.parametrize("is_moderated", [False, True])
def test_opening_an_action_again_opens_its_audit_again(
    workspace, signed, step, author, is_moderated
):
    """As what it was before it was closed."""
    if is_moderated:
        workspace.agree_grade(signed, PRACTICE, GradeBand.GOOD, "As given.", author(MANAGER))
    step(signed, DROPPED, words="She moved away.")
    workspace.mark_closed(signed, author(MANAGER))
    step(signed, OPEN, MANAGER, "She came back.")
    expected = AuditStatus.MODERATED if is_moderated else AuditStatus.SIGNED_OFF
    assert expected is reopened(workspace, signed).status
    assert [] == workspace.signing_faults(signed)


def test_the_history_tells_each_step_in_words(workspace, signed, step, author):
    """At the question of the action, with what the action is; and at the grade."""
    step(signed, DONE, done_by="E. Helper")
    step(signed, OPEN, MANAGER, "Not for May.")
    workspace.agree_grade(signed, PRACTICE, GradeBand.GOOD, "Both read it.", author(MANAGER))
    outline = workspace.outline(workspace.open_audit(signed))
    done, opened, agreed = read_history(outline, workspace.history(signed)).lines[-3:]

    (row,) = done.rows
    assert ("visits/VS2", "See her at school.") == (row.place.question, row.about)
    was = "Done, to be verified (done by E. Helper): The record of 3 June."
    assert [("How it stands", "", was)] == [(f.name, f.old, f.new) for f in row.fields]
    assert [("How it stands", was, "Opened again: Not for May.")] == [
        (f.name, f.old, f.new) for f in opened.rows[0].fields
    ]
    assert "Practice grade" == agreed.rows[0].place.words
    assert {("Agreed grade", "Good"), ("Reason", "Both read it.")} <= {
        (field.name, field.new) for field in agreed.rows[0].fields
    }


def test_an_audit_says_what_it_belongs_to(workspace, by):
    """From its start, or later while it is a draft; it is a part of what is signed."""
    links = Links(round="b" * 32, is_independent=True)
    audit_id = workspace.start_audit(make_front(), ["visits"], links=links)
    assert links == reopened(workspace, audit_id).links
    unlinked = content_hash(workspace.open_audit(audit_id).model_copy(update={"links": None}), "h")
    assert unlinked != content_hash(workspace.open_audit(audit_id), "h")

    workspace.commit(audit_id, change_links(Links(re_audits="c" * 32), by))
    assert "c" * 32 == reopened(workspace, audit_id).links.re_audits
    workspace.undo(audit_id, by)
    assert links == reopened(workspace, audit_id).links
