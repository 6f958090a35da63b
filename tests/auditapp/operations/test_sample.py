# SPDX-License-Identifier: MPL-2.0
"""Sample data fills an empty workspace, and only an empty one."""

import datetime as dt
from itertools import count

import pytest

from auditapp.errors import NotAllowedError
from auditapp.insight.allocation import unfit_allocations
from auditapp.insight.sampling_statement import verify_draw
from auditapp.judgement.round_progress import round_progress
from auditapp.model.edits import Author
from auditapp.model.ledger import ledger_fault
from auditapp.model.logbook import LogKind
from auditapp.model.register import DisputeKind, QualityActivity, Register
from auditapp.sample.plans import Outcome, SampleOrder, plan_audit
from auditapp.store.catalogue import Catalogue
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, start_audit

DAY = dt.date(2026, 11, 22)


def test_a_check_of_the_store_finds_nothing(workspace):
    """Every seal, chain and signature is true."""
    made = workspace.make_sample(SampleOrder(6, 1, DAY))
    check = workspace.check()
    assert () == check.lines
    assert made == check.counts.audits == 7
    assert check.counts.history_lines > 6 * 80


def test_the_list_shows_what_the_audits_hold(workspace):
    """The rows of the list are those that opening and saving each audit would give."""
    workspace.make_sample(SampleOrder(4, 2, DAY))
    for row in workspace.audits():
        audit = workspace.open_audit(row.id)
        outline = workspace.outline(audit)
        required = [each.key for each in outline.questions if each.question.required]
        assert row.asked == len(required)
        assert row.answered == sum(audit.answer(key).is_given for key in required)
        assert row.status is audit.status
        assert row.open_actions == sum(
            each.status.value == "open" for each in audit.actions_now.values()
        )


def test_the_list_is_written_once_for_all(workspace, monkeypatch):
    """Not once for each audit: of thousands that would take longer than making them."""
    writes, write = [], Catalogue._write

    def counted(catalogue):
        writes.append(1)
        write(catalogue)

    monkeypatch.setattr(Catalogue, "_write", counted)
    workspace.make_sample(SampleOrder(4, 1, DAY))
    assert 1 == len(writes)


def test_an_amended_audit_keeps_what_was_signed(workspace):
    """The amendment is a true one, with the original behind it."""
    orders = (SampleOrder(1, seed, DAY) for seed in count())
    order = next(each for each in orders if plan_audit(each, 0).outcome is Outcome.AMENDED)
    workspace.make_sample(order)
    audit_id = plan_audit(order, 0).id
    assert 1 == workspace.open_audit(audit_id).amendment.number
    assert 1 == len(workspace.signed_versions(audit_id))
    assert () == workspace.check().lines


def test_a_workspace_with_an_audit_is_refused(workspace):
    """Invented cases never lie among real ones."""
    audit_id = start_audit(workspace)
    with pytest.raises(NotAllowedError):
        workspace.make_sample(SampleOrder(1, 1, DAY))
    assert [audit_id] == [row.id for row in workspace.audits()]


def test_a_workspace_with_an_entry_of_a_register_is_refused(workspace):
    """A dispute that somebody raised is as real as an audit; it stays alone, even once removed."""
    by = Author("R. Okafor", workspace.clock())
    entry = QualityActivity(
        author=by.name, created_at=by.now, kind="complaint", held_on=DAY, found="Nobody rang"
    )
    entry_id = workspace.add_to_register(entry, by)
    for _again in range(2):
        with pytest.raises(NotAllowedError, match="work here already"):
            workspace.make_sample(SampleOrder(1, 1, DAY))
        if workspace.quality_activities():
            workspace.remove_from_register(Register.ACTIVITIES, entry_id, "By mistake", by)
    assert [] == workspace.audits()


def test_the_registers_are_filled(workspace):
    """With what the authority's own rules allow, in order of time, and nothing of the future."""
    workspace.make_sample(SampleOrder(1, 3, DAY))
    disputes = workspace.disputes().values()
    messages = workspace.learning_messages().values()
    activities = workspace.quality_activities().values()
    assert {True, False} == {each.is_settled for each in disputes}
    assert {True, False} == {each.checked_on is None for each in messages}
    assert len(set(DisputeKind)) - 1 == len({each.kind for each in disputes})
    entries = [*disputes, *messages, *activities]
    assert all(each.created_at.date() <= DAY for each in entries)
    assert all(each.settled_on is None or each.settled_on <= DAY for each in disputes)
    assert [] == [found for each in entries for found in workspace.register_findings(each)]
    times = [line.at for line in workspace.register_history()]
    assert sorted(times) == times


def test_there_are_two_rounds(workspace):
    """One was finished half a year ago, one is going on; each draw comes out the same again."""
    workspace.make_sample(SampleOrder(24, 1, DAY))
    going_on, over = (workspace.round(each.id) for each in workspace.rounds())
    assert (None, True) == (going_on.about.closed_at, over.about.closed_at is not None)
    assert over.about.last < DAY - dt.timedelta(days=180) < DAY < going_on.about.last
    done = round_progress(over, DAY)
    assert done.signed == done.expected > 0
    underway = round_progress(going_on, DAY)
    assert 0 < underway.signed < underway.expected
    assert (1, 1, 0) == (len(underway.late), underway.exempt, underway.unallocated)
    for whole in (going_on, over):
        assert verify_draw(whole).is_same
        assert 1 == len(whole.replacements)
        assert 100 < len(whole.cases) < 200
        assert {} == unfit_allocations(whole)
        assert whole == workspace.refresh_round(whole.id)
        history = workspace.round_history(whole.id)
        assert ledger_fault(history) is None
        assert max(line.at for line in history) < dt.datetime(2026, 11, 23, tzinfo=dt.UTC)


def test_a_sample_without_audits_of_a_round_has_none(workspace):
    """Of one audit, it is as likely as not."""
    orders = (SampleOrder(1, seed, DAY) for seed in count())
    order = next(each for each in orders if not any(
        plan.links for plan in (plan_audit(each, 0), plan_audit(each, 1, is_draft=True))
    ))  # fmt: skip
    workspace.make_sample(order)
    assert [] == workspace.rounds()


def test_what_was_made_before_it_was_stopped_is_whole(workspace):
    """Stopping it loses nothing that was made, and leaves nothing half made."""

    def stop(done, _total):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workspace.make_sample(SampleOrder(4, 1, DAY), stop)
    paths = workspace.paths
    workspace.close()
    again = Workspace.unlock(paths, PASSPHRASE)
    assert 2 == len(again.audits())
    assert () == again.check().lines
    again.close()


def test_the_logbook_says_that_the_audits_are_invented(workspace):
    """Whoever finds the workspace later can see what it is."""
    workspace.make_sample(SampleOrder(1, 1, DAY))
    line = next(each for each in workspace.logbook() if each.kind is LogKind.SAMPLE_MADE)
    assert "2" == line.detail


def test_each_audit_is_told_as_it_is_made(workspace):
    """The last number told is how many there are."""
    told = []
    made = workspace.make_sample(SampleOrder(3, 1, DAY), lambda done, of: told.append((done, of)))
    assert (made, made) == told[-1]
    assert sorted(told) == told
