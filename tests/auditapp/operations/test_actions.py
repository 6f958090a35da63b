# SPDX-License-Identifier: MPL-2.0
"""Test what is done with the actions of many audits, through the workspace, on a real store."""

import datetime as dt

import pytest

from auditapp.errors import LedgerDamagedError, NotAllowedError
from auditapp.insight.action_search import ActionFilter
from auditapp.model.edits import put_action
from auditapp.model.follow_up import ActionStatus
from auditapp.model.ledger import LedgerKind
from auditapp.model.links import Links
from auditapp.model.records import Put
from auditapp.model.tables import ONLY
from auditapp.operations.action_steps import GivenMove, GivenStep
from auditapp.operations.actions import EVERY_AUDIT, FIRST_READINGS
from auditapp.sessions.ledger_session import KIND
from tests.auditapp.operations.action_fixtures import MANAGER, WORKER, act, places
from tests.making import make_front, start_audit

__all__ = ["places"]

OPEN, DONE, VERIFIED, DROPPED = ActionStatus
EVERY = ActionFilter(selection=EVERY_AUDIT)


def test_one_action_is_told_whole(workspace, places, author):
    """Its question, the answer, what became of it; and the audit is closed again."""
    workspace.progress_actions(places[:1], GivenStep(DONE, "Sent.", "E. Helper"), author(WORKER))
    story = workspace.action_story(places[0], WORKER)
    assert ("HX-0", "Not met", "Seldom.", DONE) == (
        story.reference,
        story.answer,
        story.note,
        story.action.status,
    )
    assert "seen alone" in story.question
    assert "(done by E. Helper)" in story.course[0]
    assert (True, False) == (
        story.is_own,
        workspace.action_story(places[0], MANAGER).is_own,
    )
    assert not workspace._sessions.is_open(places[0][0])


def test_an_action_that_went_has_no_story(workspace, places, by):
    """It is said, and nothing breaks."""
    audit_id, key = places[0]
    workspace.commit(audit_id, put_action(key, None, by))
    with pytest.raises(NotAllowedError, match="no longer in the audit"):
        workspace.action_story(places[0], WORKER)


def test_several_actions_take_a_step_at_once(workspace, places, author):
    """One that may not is told with its reason, and does not keep the others from it."""
    workspace.progress_actions(places[:1], GivenStep(DROPPED, "Not needed."), author(WORKER))
    taken = workspace.progress_actions(places, GivenStep(DONE, "Sent."), author(WORKER))
    assert 1 == taken.taken
    (reason,) = taken.refused
    assert "Only an open action can be done." in reason
    rows = workspace.actions_across(EVERY).rows
    assert [DONE, DROPPED] == sorted(row.action.status for row in rows)


def test_what_waits_is_carried_to_the_next_audit(workspace, places, author):
    """Of the same case whole; of the same worker without the case; not what is settled."""
    found = workspace.earlier_actions("hx-0", "w  7")
    assert [(True, "HX-0"), (False, "")] == [
        (each.is_same_case, each.row.reference) for each in found
    ]
    assert (True, False) == tuple(bool(each.row.question) for each in found)
    assert [] == workspace.earlier_actions("HX-0", "", without=places[0][0])
    assert [] == workspace.earlier_actions("", "")
    workspace.progress_actions(places, GivenStep(DROPPED, "Not needed."), author(WORKER))
    assert [] == workspace.earlier_actions("HX-0", "W 7")


def test_a_date_that_was_moved_counts_everywhere(workspace, places, author):
    """In the list, its order, the figures and the plan; the signed words stay."""
    by, today = author(MANAGER), author(MANAGER).now.date()
    late, soon = today - dt.timedelta(days=4), today + dt.timedelta(days=4)
    key = "a" * 32
    audit_id = start_audit(workspace, case_reference="HX-9")
    place = act(workspace, audit_id, key, by, owner_role="Social worker", due=late)
    workspace.open_audit(audit_id)
    workspace._sessions.get(audit_id).sign_off(by)
    workspace.close_audit(audit_id)
    overdue = ActionFilter(selection=EVERY_AUDIT, is_overdue=True)
    assert [key] == [row.id for row in workspace.actions_across(overdue).rows]
    taken = workspace.move_actions([place], GivenMove("She is ill.", soon, "Team manager"), by)
    assert (1, ()) == (taken.taken, taken.refused)

    assert () == workspace.actions_across(overdue).rows
    (row,) = workspace.actions_across(
        ActionFilter(selection=EVERY_AUDIT, is_due_soon=True, owners=frozenset({"team manager"}))
    ).rows
    assert (soon, late, 1) == (row.action.due, row.action.first_due, row.action.due_moves)
    assert ("Team manager", "Social worker") == (row.action.owner_role, row.action.first_owner)
    (whole,) = [each for each in workspace.insights().actions.owners if each.name]
    assert ("Team manager", 1, 0, 1) == (
        whole.name,
        whole.still_open,
        whole.overdue,
        whole.due_soon,
    )
    assert (late, "Social worker") == (
        workspace.open_audit(audit_id).actions[key].due,
        workspace.open_audit(audit_id).actions[key].owner_role,
    )
    assert [] == workspace.signing_faults(audit_id)


def test_a_move_that_changes_nothing_is_refused(workspace, places, author):
    """And so is one of an action that was never signed."""
    by = author(MANAGER)
    (reason,) = workspace.move_actions(
        places[:1], GivenMove("Why not.", None, " social  WORKER"), by
    ).refused
    assert "already" in reason
    (reason,) = workspace.move_actions(places[:1], GivenMove("Why not.", by.now.date()), by).refused
    assert "not signed off" in reason
    gone = [(places[0][0], "f" * 32)]
    (reason,) = workspace.move_actions(gone, GivenMove("Why not.", by.now.date()), by).refused
    assert "no longer in the audit" in reason


def test_a_second_reading_does_not_count_twice(workspace, places, by):
    """It is found and told apart; what is counted is the first, as in every figure."""
    first = places[0][0]
    links = Links(moderates=first)
    second = workspace.start_audit(make_front(case_reference="HX-0"), ["visits"], links=links)
    place = act(workspace, second, "9" * 32, by, question="visits/VS2")
    assert workspace.action_choices().has_second
    (row,) = workspace.actions_across(
        ActionFilter(selection=EVERY_AUDIT, is_second=True, is_vague=True)
    ).rows
    assert (place, True) == ((row.audit, row.id), row.is_second)
    assert workspace.action_story(place, "").is_second
    assert 1 == sum(row.is_second for row in workspace.actions_across(EVERY).rows)
    without = ActionFilter(selection=FIRST_READINGS)
    assert len(places) == len(workspace.actions_across(without).rows)
    (totals,) = workspace.themes_side_by_side()
    assert len(places) == totals.actions


def test_an_action_is_left_as_it_stands_for_a_reason(workspace, places, author):
    """Who did it and the evidence stay; another audit sees that somebody looked."""
    workspace.progress_actions(places[:1], GivenStep(DONE, "Sent."), author(WORKER))
    workspace.leave_action(places[0], author(MANAGER), "Nobody could be asked.")
    found, _other = workspace.earlier_actions("HX-0", "W 7")
    assert "Left as it is: Nobody could be asked." in found.course[-1]
    assert (DONE, "Sent.") == (found.row.action.status, found.row.action.completion_evidence)
    assert workspace.action_story(places[0], WORKER).is_own
    assert not workspace.action_story(places[0], MANAGER).is_own


@pytest.mark.parametrize(
    ("status", "words", "sentence"),
    [(OPEN, " ", "for a reason"), (DROPPED, "Why not", "not verified or dropped")],
)
def test_leaving_needs_a_reason_and_somebody_who_waits(
    workspace, places, author, status, words, sentence
):
    """Nothing is changed else."""
    if status is DROPPED:
        workspace.progress_actions(places[:1], GivenStep(DROPPED, "Not needed."), author(WORKER))
    before = workspace.action_story(places[0], WORKER)
    with pytest.raises(NotAllowedError, match=sentence):
        workspace.leave_action(places[0], author(MANAGER), words)
    assert before == workspace.action_story(places[0], WORKER)


def test_one_cannot_be_left_that_went(workspace, places, author, by):
    """It is refused like any step."""
    audit_id, key = places[0]
    workspace.commit(audit_id, put_action(key, None, by))
    with pytest.raises(NotAllowedError, match="no longer in the audit"):
        workspace.leave_action(places[0], author(MANAGER), "Why not")


def test_owners_and_themes_are_offered(workspace, places, by):
    """Those that there are, each once, without nobody."""
    act(workspace, places[0][0], "2" * 32, by)
    choices = workspace.action_choices()
    assert (("Social worker", "Team manager"), ()) == (choices.owners, choices.rounds)
    (theme,) = choices.themes
    assert theme.startswith("Visits")


def test_the_list_goes_on_where_it_stopped(workspace, places, by):
    """In the same order, without one twice."""
    due = by.now.date() + dt.timedelta(days=1)
    act(workspace, places[0][0], "3" * 32, by, due=due)
    whole = workspace.actions_across(EVERY).rows
    first = workspace.actions_across(EVERY, most=2)
    rest = workspace.actions_across(EVERY, most=2, after=2)
    assert (True, False) == (first.has_more, rest.has_more)
    assert whole == (*first.rows, *rest.rows)


def test_what_was_read_last_is_searched_while_somebody_types(workspace, places, by):
    """Until it is read again; a lock forgets it."""
    workspace.actions_across(EVERY)
    act(workspace, places[0][0], "3" * 32, by)
    assert 2 == len(workspace.actions_across(EVERY, as_read=True).rows)
    assert 3 == len(workspace.actions_across(EVERY).rows)
    assert 3 == len(workspace.actions_across(EVERY, as_read=True).rows)
    workspace.forget_insights()
    assert 3 == len(workspace.actions_across(EVERY, as_read=True).rows)


def test_stopping_keeps_what_was_done_by_then(workspace, places, author):
    """And says that the others were not come to."""
    told = []
    taken = workspace.progress_actions(
        places,
        GivenStep(DONE, "Sent."),
        author(WORKER),
        report_progress=lambda done, total: told.append((done, total)),
        is_cancelled=lambda: bool(told),
    )
    assert (1, [(1, 2)]) == (taken.taken, told)
    assert "stopped" in taken.refused[0]


def test_rounds_are_offered_by_their_names(workspace, by, monkeypatch):
    """One that cannot be read, or is not here, by its id."""
    here, elsewhere = "1" * 32, "2" * 32
    session = workspace._ledgers.create(here, {KIND: LedgerKind.ROUND.value})
    session.change([Put("about", ONLY, {"name": "Autumn"})], "made", by, {KIND: "round"})
    for number, round_id in enumerate((here, elsewhere)):
        front = make_front(case_reference=f"HX-{number}")
        audit_id = workspace.start_audit(front, ["visits"], links=Links(round=round_id))
        act(workspace, audit_id, str(number) * 32, by)
    assert ((here, "Autumn"), (elsewhere, elsewhere)) == workspace.action_choices().rounds

    def refuse(_ledger_id):
        raise LedgerDamagedError("It is damaged.", "Restore a backup.")

    monkeypatch.setattr(workspace._ledgers, "get", refuse)
    assert ((here, here), (elsewhere, elsewhere)) == workspace.action_choices().rounds
