# SPDX-License-Identifier: MPL-2.0
"""Test reading across the audits of a real workspace, and what is remembered of them for it."""

import datetime as dt
from dataclasses import replace

import pytest

from auditapp import settings as settings_file
from auditapp.errors import NotAllowedError
from auditapp.insight.action_search import ActionFilter
from auditapp.insight.rollups.chosen import Line
from auditapp.insight.rollups.criteria import Outcome, criterion_counts, criterion_lines
from auditapp.insight.selection import Selection
from auditapp.model.edits import change_answer, put_action, put_concern, put_feedback
from auditapp.model.follow_up import Action, ActionStatus, Concern, Feedback, FeedbackFrom
from auditapp.model.ids import new_record_id
from auditapp.operations import digests
from auditapp.store.digest_pages import CHECKLISTS
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, start_audit

SECRET = "Quarrington"
DRAFTS = Selection(has_drafts=True)


@pytest.fixture
def three(workspace, by):
    """Return three signed audits of two teams, each with an action."""
    ids = [
        start_audit(workspace, case_reference=f"HX-{number}", team=team)
        for number, team in enumerate(("North", "South", "north"))
    ]
    for number, audit_id in enumerate(ids):
        rate(workspace, audit_id, by, ("met", "not_met", "met")[number])
        act(workspace, audit_id, by, what=f"Write {number} letters", due=days(by, number * 20 - 1))
        sign(workspace, audit_id, by)
        workspace.close_audit(audit_id)
    return ids


def days(by, count):
    """Return the day so many days from now."""
    return by.now.date() + dt.timedelta(days=count)


def rate(workspace, audit_id, by, value="met", note=""):
    """Rate one criterion."""
    audit = workspace.open_audit(audit_id)
    workspace.commit(audit_id, change_answer(audit, "visits/VS2", by, value=value, note=note))


def act(workspace, audit_id, by, **fields):
    """Set an action."""
    fields = {"what": "Write it down", "created_at": by.now, "owner_role": "Team manager"} | fields
    workspace.commit(audit_id, put_action(new_record_id(), Action(**fields), by))


def sign(workspace, audit_id, by):
    """Sign an audit off, complete or not."""
    workspace._sessions.get(audit_id).sign_off(by)


def met(insights):
    """Return how often the rated criterion was met, and of how many."""
    (row,) = insights.criteria.rows
    return row.whole.count, row.whole.total


def digest_files(workspace):
    """Return what lies on the disk of digests, unsealed."""
    vault = workspace._vault
    held = [vault.unseal(place, place.path) for place in vault.digest_places()]
    return b"".join(each.summary + each.body for each in held)


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


def test_the_answers_are_there_at_once_after_a_start(workspace, three, monkeypatch):
    """No audit is opened for them, and no table is made."""
    before = workspace.insights()
    workspace.close()
    again = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=workspace.clock)
    monkeypatch.setattr(again._sessions, "get", lambda _id: pytest.fail("an audit was opened"))
    assert before == again.insights()
    assert None is again._tables
    assert 2 == workspace_count(again, Selection(teams=frozenset({"NORTH"})))
    again.close()


def workspace_count(workspace, selection):
    """Return how many audits a selection takes."""
    return len(workspace.count_across(selection).audits)


def test_only_what_changed_is_read_again(workspace, three, by):
    """A new answer, a signature, an amendment: the next reading has it."""
    workspace.insights()
    draft = start_audit(workspace)
    assert 1 == workspace.refresh_digests().made
    assert 0 == workspace.refresh_digests().made
    rate(workspace, draft, by)
    assert (3, 4) == met(workspace.insights(DRAFTS))
    assert (2, 3) == met(workspace.insights())
    sign(workspace, draft, by)
    assert (3, 4) == met(workspace.insights())


def test_an_open_amendment_counts_as_it_was_signed(workspace, three, by):
    """Unless drafts are wanted: then it counts as it stands."""
    workspace.amend(three[0], by, "A visit was missed")
    rate(workspace, three[0], by, "not_met")
    assert (2, 3) == met(workspace.insights())
    assert (1, 3) == met(workspace.insights(DRAFTS))
    assert 3 == workspace_count(workspace, Selection())


def test_nothing_of_an_erased_audit_stays(workspace, three, by):
    """In no page, no sum and no table."""
    secret = start_audit(workspace, case_reference=SECRET, team=SECRET)
    act(workspace, secret, by, what=f"Ask {SECRET}")
    sign(workspace, secret, by)
    assert 4 == workspace.insights().audits
    assert SECRET.encode() in digest_files(workspace)
    workspace.remove_audit(secret)
    assert SECRET.encode() not in digest_files(workspace)
    assert not list(workspace.paths.store.glob("digest-*.prev"))
    assert 3 == workspace.insights().audits
    assert () == workspace.actions_across(ActionFilter(text=SECRET)).rows
    assert SECRET.encode() not in digest_files(workspace)


def test_an_audit_erased_while_it_is_read_does_not_come_back(workspace, three):
    """What was made of it meanwhile is not written."""
    erased = []

    def erase(_done, _of):
        if not erased:
            erased.extend((three[0], three[2]))
            for audit_id in erased:
                workspace.remove_audit(audit_id)

    workspace.refresh_digests(report_progress=erase)
    files = digest_files(workspace)
    assert not [audit_id for audit_id in erased if audit_id.encode() in files]
    assert 1 == workspace.insights().audits


def test_many_digests_are_written_a_page_at_a_time(workspace, three, monkeypatch):
    """What was read of thousands is not lost when the program dies meanwhile."""
    monkeypatch.setattr(digests, "DIGESTS_PER_PAGE", 2)
    kept = []
    workspace.refresh_digests(
        lambda *_step: kept.append(len(workspace._repository.digests.stamps()))
    )
    assert [0, 2, 2] == kept
    assert 3 == len(workspace._repository.digests.stamps())


def test_nothing_is_read_where_nothing_is_chosen(workspace, three):
    """There is no report about no audit."""
    reading, counted = workspace.reading_across(Selection(teams=frozenset({"Nobody"})))
    assert (None, ()) == (reading, counted.audits)


def test_digests_that_are_lost_are_made_again(workspace, three):
    """Pages, checklists or all of it: the figures are the same."""
    before = workspace.insights()
    for pattern in ("digest-0*", "digest-checklists*", "digest-*"):
        for path in workspace.paths.store.glob(pattern):
            path.unlink()
        workspace._tables = None
        workspace._read.clear()
        assert 3 == workspace_count(workspace, Selection())
        workspace._repository.digests.drop_part("answers")
        assert before == workspace.insights()
    assert None is not workspace._repository.digests.part(CHECKLISTS)


def test_lost_texts_are_made_again(workspace, three):
    """A page whose texts are damaged gives its rows all the same, after its audits were read."""
    workspace.insights()
    for path in workspace.paths.store.glob("digest-0*"):
        data = bytearray(path.read_bytes())
        data[-1] ^= 1
        path.write_bytes(data)
    lines = [line.about for line in workspace.check().lines]
    assert "digest-000001.seal" in lines
    assert 3 == len(workspace.actions_across(ActionFilter()).rows)


def test_texts_that_are_lost_for_good_take_their_audit_with_them(workspace, three):
    """Where it cannot be read either; the others are there all the same."""
    workspace.insights()
    for lost in (
        lambda: workspace.actions_across(ActionFilter()).rows,
        lambda: workspace.digests_chosen(Selection()),
    ):
        for path in workspace.paths.store.glob("digest-0*"):
            data = bytearray(path.read_bytes())
            data[-1] ^= 1
            path.write_bytes(data)
        audit_id = three.pop()
        for path in workspace.paths.store.glob(f"audits/{audit_id}.*"):
            path.write_bytes(b"damaged")
        assert len(three) == len(lost())


def test_names_that_are_changed_are_in_the_texts_at_once(workspace, by):
    """Those of signed audits too, which are not read again for it."""
    audit_id = start_audit(workspace, "child-in-need")
    sign(workspace, audit_id, by)

    def texts():
        checklists = workspace.insight_tables().checklists.values()
        return " ".join(each.model_dump_json() for each in checklists)

    assert "Gateway" not in texts()
    settings = replace(workspace.settings(), local_names={"legal_meeting": "Gateway"})
    settings_file.save(workspace.paths.settings, settings)
    assert "Gateway" in texts()
    assert 0 == workspace.refresh_digests().made


def test_each_audit_is_read_in_the_same_time_however_many_there_are(workspace, three, monkeypatch):
    """Nothing is asked of the whole list for one of them."""
    asked = []
    stamps = workspace._repository.stamps
    monkeypatch.setattr(
        type(workspace._repository), "stamps", lambda _self: asked.append(1) or stamps()
    )
    workspace.refresh_digests()
    count = len(asked)
    workspace._repository.digests.save({}, three)
    start_audit(workspace)
    workspace.refresh_digests()
    assert 2 * count == len(asked)


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


def test_backups_leave_digests_out(workspace, three, tmp_path):
    """They can be made again from what a backup has."""
    workspace.insights()
    workspace.back_up(tmp_path / "backup.zip")
    assert b"digest-" not in (tmp_path / "backup.zip").read_bytes()


def test_a_later_day_is_answered_anew(workspace, three, clock):
    """What is overdue depends on the day."""
    assert 1 == workspace.insights().actions.whole.overdue
    clock.move(days=30)
    later = workspace.insights()
    assert (2, clock.now.date()) == (later.actions.whole.overdue, later.day)
