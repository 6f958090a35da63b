# SPDX-License-Identifier: MPL-2.0
"""Test reading across the audits of a real workspace."""

from dataclasses import replace

import pytest

from auditapp import settings as settings_file
from auditapp.errors import NotAllowedError
from auditapp.insight.action_search import ActionFilter
from auditapp.insight.rollups.chosen import Line
from auditapp.insight.rollups.criteria import Outcome, criterion_counts, criterion_lines
from auditapp.insight.selection import Selection
from auditapp.model.edits import put_concern, put_feedback
from auditapp.model.follow_up import ActionStatus, Concern, Feedback, FeedbackFrom
from auditapp.model.ids import new_record_id
from tests.auditapp.operations.insight_fixtures import (
    DRAFTS,
    act,
    met,
    rate,
    three,
    workspace_count,
)
from tests.making import start_audit

__all__ = ["three"]


def test_signed_audits_are_counted(workspace, three):
    """Drafts are not; teams go together whatever their letter case."""
    start_audit(workspace)
    insights = workspace.insights()
    assert 3 == insights.audits
    assert (2, 3) == met(insights)
    assert ["north", "south"] == [team.casefold() for team in insights.criteria.teams]
    assert (3, 1) == (insights.actions.whole.still_open, insights.actions.whole.overdue)
    assert insights == workspace.insights()
    assert 4 == workspace.insights(DRAFTS).audits


def test_an_open_amendment_counts_as_it_was_signed(workspace, three, by):
    """Unless drafts are wanted: then it counts as it stands."""
    workspace.amend(three[0], by, "A visit was missed")
    rate(workspace, three[0], by, "not_met")
    assert (2, 3) == met(workspace.insights())
    assert (1, 3) == met(workspace.insights(DRAFTS))
    assert 3 == workspace_count(workspace, Selection())


def test_nothing_is_read_where_nothing_is_chosen(workspace, three):
    """There is no report about no audit."""
    reading, counted = workspace.reading_across(Selection(teams=frozenset({"Nobody"})))
    assert (None, ()) == (reading, counted.audits)


def test_local_standards_make_drafts_be_judged_again(workspace, three, by):
    """What is signed keeps those that it was signed with, and is not read again."""
    start_audit(workspace)
    workspace.refresh_digests()
    settings = replace(workspace.settings(), local_names={"legal_meeting": "Gateway"})
    settings_file.save(workspace.paths.settings, settings)
    assert 1 == workspace.refresh_digests().made


def test_reading_can_be_stopped(workspace, three):
    """What was read until then is kept."""
    steps = []
    with pytest.raises(NotAllowedError, match="stopped"):
        workspace.insights(
            report_progress=lambda *step: steps.append(step), is_cancelled=lambda: len(steps) == 2
        )
    assert [(1, 3), (2, 3)] == steps
    assert 1 == workspace.refresh_digests().made


def test_an_audit_that_cannot_be_read_is_counted_as_such(workspace, three):
    """The answers are not kept then: the next reading tries again."""
    for path in workspace.paths.store.glob(f"audits/{three[1]}.*"):
        path.write_bytes(b"damaged")
    insights = workspace.insights()
    assert (2, 1) == (insights.audits, insights.unreadable)
    assert 1 == workspace.insights().unreadable
    counted = workspace.count_across(Selection(teams=frozenset({"North"})))
    assert (2, 0) == (len(counted.audits), len(counted.unreadable))
    reading, counted = workspace.reading_across(Selection())
    assert (1, (three[1],)) == (reading.unreadable, counted.unreadable)


def test_actions_are_found_while_typing(workspace, three, by):
    """By the beginnings of words, in any order; what is due first stands on top."""
    act(workspace, start_audit(workspace), by, due=None)
    no_date = workspace.actions_across(ActionFilter(selection=DRAFTS)).rows[-1]
    alone = ActionFilter(selection=DRAFTS, only=(no_date.audit, no_date.id))
    assert (no_date,) == workspace.actions_across(alone).rows
    assert (None, 0) == (no_date.action.due, no_date.days_late(by.now.date()))
    found = workspace.actions_across(ActionFilter())
    assert three == [row.audit for row in found.rows]
    assert (1, 0, 0) == tuple(row.days_late(by.now.date()) for row in found.rows)
    assert "HX-0" == found.rows[0].reference
    assert "how we will know" in found.rows[0].vague
    first = workspace.actions_across(ActionFilter(text="lett man 1 wri"))
    assert [three[1]] == [row.audit for row in first.rows]
    for text in ("etters", "write nobody", "hx-9"):
        assert () == workspace.actions_across(ActionFilter(text=text)).rows
    for odd in ('"', "w* OR", "what:write", "NEAR(", "…"):
        workspace.actions_across(ActionFilter(text=odd))
    some = workspace.actions_across(ActionFilter(), most=2)
    assert (2, True) == (len(some.rows), some.has_more)


def test_actions_are_narrowed_down(workspace, three, by):
    """By state, owner, theme, team and date."""

    def count(**wanted):
        return len(workspace.actions_across(ActionFilter(**wanted)).rows)

    assert 3 == count(statuses=frozenset({ActionStatus.OPEN}))
    assert 0 == count(statuses=frozenset({ActionStatus.DONE}))
    assert 3 == count(owners=frozenset({"TEAM manager"}))
    assert 0 == count(owners=frozenset({"Nobody"}))
    assert 3 == count(themes=frozenset({""}))
    assert 2 == count(selection=Selection(teams=frozenset({"North"})))
    assert 1 == count(is_overdue=True)
    assert 0 == count(is_due_soon=True)
    assert 2 == count(is_due_later=True)
    assert 0 == count(is_undated=True)
    draft = start_audit(workspace, case_reference="HX-9")
    workspace.open_audit(draft)
    act(workspace, draft, by, what="Say how it went")
    drafts = {"selection": DRAFTS}
    assert (1, 4) == (count(is_undated=True, **drafts), count(**drafts))


def test_concerns_and_what_people_said_are_listed(workspace, by):
    """A concern that waits for a response stands before one that is closed."""
    audit_id = start_audit(workspace, team="North")
    for what, closed in (("Closed", by.now), ("Waits", None)):
        concern = Concern(what=what, found_at=by.now, closed_at=closed, response="Seen")
        workspace.commit(audit_id, put_concern(new_record_id(), concern, by))
    said = Feedback(asked=True, said="She listened to me.")
    workspace.commit(audit_id, put_feedback(FeedbackFrom.CHILD, said, by))
    concerns = workspace.concerns_across(DRAFTS)
    assert ["Waits", "Closed"] == [row.concern.what for row in concerns]
    (row,) = workspace.feedback_across(DRAFTS)
    assert (audit_id, FeedbackFrom.CHILD, said) == (row.audit, row.person, row.feedback)
    assert [] == workspace.concerns_across(Selection())


def test_a_locked_workspace_tells_nothing(workspace, three, by):
    """As any other operation; nothing that was read stays in memory, whoever holds it."""
    tables = [workspace.insight_tables()]
    workspace.amend(three[0], by, "A visit was missed")
    tables.append(workspace.insight_tables())
    assert tables[0] is not tables[1]
    workspace.actions_across(ActionFilter())
    workspace.close()
    assert (None, None) == (workspace._tables, workspace._search)
    for each in tables:
        with pytest.raises(NotAllowedError, match="locked"):
            each.rows("SELECT id FROM audit")
        each.close()  # once more does no harm
    assert {} == workspace._repository.digests._pages
    with pytest.raises(NotAllowedError):
        workspace.insights()


def test_the_tables_answer_what_is_behind_a_figure(workspace, three):
    """They are handed out brought up to date, for any function of the roll-ups."""
    tables = workspace.insight_tables()
    (row,) = criterion_counts(tables, Selection()).rows
    lines = criterion_lines(tables, Selection(), row.criterion, Outcome.UNMET)
    assert (Line(three[1], "VS2"),) == lines


def test_a_later_day_is_answered_anew(workspace, three, clock):
    """What is overdue depends on the day."""
    assert 1 == workspace.insights().actions.whole.overdue
    clock.move(days=30)
    later = workspace.insights()
    assert (2, clock.now.date()) == (later.actions.whole.overdue, later.day)
