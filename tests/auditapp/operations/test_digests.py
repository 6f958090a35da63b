# SPDX-License-Identifier: MPL-2.0
"""Test what is remembered of audits for reading across them, and that it follows the audits."""

from dataclasses import replace

import pytest

from auditapp import settings as settings_file
from auditapp.insight.action_search import ActionFilter
from auditapp.insight.selection import Selection
from auditapp.operations import digests
from auditapp.store.digest_pages import CHECKLISTS
from auditapp.workspace import Workspace
from tests.auditapp.operations.insight_fixtures import (
    DRAFTS,
    SECRET,
    act,
    digest_files,
    met,
    rate,
    sign,
    three,
    workspace_count,
)
from tests.making import PASSPHRASE, WEAK, start_audit

__all__ = ["three"]


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


def test_backups_leave_digests_out(workspace, three, tmp_path):
    """They can be made again from what a backup has."""
    workspace.insights()
    workspace.back_up(tmp_path / "backup.zip")
    assert b"digest-" not in (tmp_path / "backup.zip").read_bytes()
