# SPDX-License-Identifier: MPL-2.0
"""Test how long audits are kept, what stops their deletion, and what is left of them."""

import datetime as dt
import os
from dataclasses import replace

import orjson
import pytest

from auditapp import settings as settings_file
from auditapp.errors import AuditNotFoundError, NotAllowedError, SaveFailedError
from auditapp.model.answer import Cause
from auditapp.model.edits import Author, change_answer, put_action
from auditapp.model.follow_up import Action
from auditapp.model.history import HistoryKind
from auditapp.model.ids import new_record_id
from auditapp.model.logbook import LogKind
from auditapp.model.statistics import AnswerState
from auditapp.model.tables import content_hash
from auditapp.operations.keeping import months_after
from auditapp.personal_data import PersonalKind
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, start_audit

SECRET = "Quarrington"
"""A word that nothing else holds."""


@pytest.fixture
def audit_id(workspace, by):
    """Return an audit with a rating, a text, dates and an action, each with the secret word."""
    audit_id = start_audit(workspace, case_reference=f"{SECRET}-1")
    fields = {
        "visits/VS2": {"value": "not_met", "note": SECRET, "cause": "practice"},
        "visits/VS4": {"not_applicable": True, "reason": SECRET},
    }
    for key, answer in fields.items():
        edit = change_answer(workspace.open_audit(audit_id), key, by, **answer)
        workspace.commit(audit_id, edit)
    action = Action(what=SECRET, created_at=by.now)
    workspace.commit(audit_id, put_action(new_record_id(), action, by))
    workspace.avoid_names(audit_id, (SECRET, "Aisha Bright"), by)
    return audit_id


def sign(workspace, audit_id, by):
    """Sign an audit off, complete or not."""
    workspace._sessions.get(audit_id).sign_off(by)


def keep(workspace, months):
    """Set how long audits are kept."""
    settings = replace(workspace.settings(), keep_months=months)
    settings_file.save(workspace.paths.settings, settings)


def in_folder(workspace, words):
    """Return the sealed objects in the workspace that hold ``words``, unsealed."""
    vault = workspace._vault
    files = [
        (place, path)
        for place in vault.places()
        for path in (place.path, place.previous)
        if path.exists()
    ]
    unsealed = ((path, vault.unseal(place, path)) for place, path in files)
    return [path.name for path, held in unsealed if words.encode() in held.summary + held.body]


# Names that must not appear


def test_names_to_be_avoided_are_kept_with_the_audit(workspace, audit_id):
    """They are there after the next start, and found in its texts."""
    workspace.close_audit(audit_id)

    assert (SECRET, "Aisha Bright") == workspace.avoided_names(audit_id)
    found = workspace.personal_findings(workspace.open_audit(audit_id))
    assert {PersonalKind.AVOIDED_NAME} == {each.kind for each in found}
    places = [(each.place.table, each.place.field) for each in found]
    assert ("front", "case_reference") == places[0]
    assert [("actions", "what"), ("answers", "note"), ("answers", "reason")] == sorted(places[1:])


def test_the_history_counts_names_and_does_not_hold_them(workspace, by):
    """What has to be forgotten must not be in what is never changed."""
    audit_id = start_audit(workspace)
    workspace.avoid_names(audit_id, (SECRET,), by)
    workspace.avoid_names(audit_id, (SECRET,), by)
    last = workspace.history(audit_id)[-1]

    assert (HistoryKind.NAMES_AVOIDED, "1", 2) == (last.kind, last.detail, last.seq)
    assert SECRET not in last.model_dump_json()
    workspace.avoid_names(audit_id, (), by)
    assert () == workspace.avoided_names(audit_id)


def test_names_that_could_not_be_written_are_not_shown_as_kept(workspace, by, monkeypatch):
    """What is shown is what is on the disk."""
    audit_id = start_audit(workspace)
    workspace.avoid_names(audit_id, ("First",), by)

    def refuse(*_args):
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(SaveFailedError):
            workspace.avoid_names(audit_id, ("Second",), by)
    assert ("First",) == workspace.avoided_names(audit_id)


# Holds


def test_a_hold_can_be_put_on_a_signed_audit(workspace, audit_id, by):
    """What was signed stays what it was, and it is on record."""
    sign(workspace, audit_id, by)
    signed = workspace.open_audit(audit_id)
    workspace.hold_audit(audit_id, " Inquiry 7 ", by)
    workspace.close_audit(audit_id)
    audit = workspace.open_audit(audit_id)

    assert "Inquiry 7" == workspace.hold(audit_id).reason
    assert signed == audit
    assert audit.sign_off.content_hash == content_hash(audit, audit.sign_off.history_head)
    assert HistoryKind.HELD is workspace.history(audit_id)[-1].kind
    assert workspace.audits()[0].is_held


def test_an_audit_on_hold_is_not_removed(workspace, audit_id, by):
    """Until the hold is taken off, also after the next start."""
    workspace.hold_audit(audit_id, "Court", by)
    workspace.close()
    again = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=workspace.clock)
    try:
        with pytest.raises(NotAllowedError, match="on hold"):
            again.remove_audit(audit_id)
        again.release_audit(audit_id, by)
        again.release_audit(audit_id, by)
        kinds = [entry.kind for entry in again.history(audit_id)]
        assert 1 == kinds.count(HistoryKind.RELEASED)
        again.remove_audit(audit_id)
        assert [] == again.audits()
    finally:
        again.close()


def test_a_hold_needs_a_reason(workspace, audit_id, by):
    """A hold that nobody can explain is never taken off."""
    with pytest.raises(NotAllowedError, match="reason"):
        workspace.hold_audit(audit_id, " ", by)
    assert workspace.hold(audit_id) is None


# Being due


def test_nothing_is_due_until_a_time_is_set(workspace, audit_id, clock):
    """The time is the council's to say."""
    clock.move(days=365 * 90)
    assert [] == workspace.due_for_deletion()


def test_an_audit_is_due_by_its_sign_off(workspace, audit_id, by, clock):
    """A later export or hold does not put it off; a draft counts from its last change."""
    keep(workspace, 72)
    sign(workspace, audit_id, by)
    draft = start_audit(workspace)
    clock.move(days=300)
    workspace.hold_audit(audit_id, "Court", Author("R. Okafor", clock()))
    clock.now = dt.datetime(2032, 11, 20, tzinfo=dt.UTC)
    assert [] == workspace.due_for_deletion()

    clock.now = dt.datetime(2032, 11, 21, tzinfo=dt.UTC)
    assert {(audit_id, True), (draft, False)} == {
        (row.id, row.is_held) for row in workspace.due_for_deletion()
    }


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (dt.date(2026, 11, 21), 1, dt.date(2026, 12, 21)),
        (dt.date(2026, 11, 21), 2, dt.date(2027, 1, 21)),
        (dt.date(2027, 12, 31), 2, dt.date(2028, 2, 29)),
        (dt.date(9999, 12, 1), 1, dt.date.max),
    ],
)
def test_months_are_those_of_the_calendar(day, months, expected):
    """The end of a longer month becomes that of the shorter one."""
    assert expected == months_after(day, months)


# Removing


def test_no_copy_of_a_removed_audit_is_left_in_the_workspace(workspace, audit_id, by):
    """Neither in the list, nor one save earlier, nor in a damaged file that was put aside."""
    place = workspace._vault.place_of(audit_id)
    place.path.with_name(f"{audit_id}.seal.damaged-1").write_bytes(place.path.read_bytes())
    listed = workspace._vault.catalogue.path
    listed.with_name("catalogue.seal.damaged-1").write_bytes(listed.read_bytes())
    sign(workspace, audit_id, by)
    assert {"catalogue.seal", f"{audit_id}.seal", f"{audit_id}.prev"} <= {
        *in_folder(workspace, SECRET)
    }
    workspace.remove_audit(audit_id)

    assert [] == in_folder(workspace, SECRET)
    assert [] == list(workspace.paths.store.rglob("*damaged*"))
    assert [] == list((workspace.paths.store / "audits").iterdir())
    last = workspace.logbook()[-1]
    assert (LogKind.AUDIT_REMOVED, audit_id, "") == (last.kind, last.audit_id, last.detail)


def test_the_figures_of_a_removed_audit_are_left(workspace, audit_id, by):
    """Codes and counts, and not one word that a person wrote."""
    sign(workspace, audit_id, by)
    workspace.remove_audit(audit_id)
    figures = workspace.statistics()[0]

    kept = workspace._vault.statistics_of(audit_id).path
    assert kept in [place.path for place in workspace._vault.places()]
    assert ("2026-11", "signed_off", {"open": 1}) == (
        figures.month,
        figures.status,
        figures.actions,
    )
    assert {("visits", "1.0")} == {(each.id, each.version) for each in figures.checklists}
    rated, not_applicable = figures.answers["visits/VS2"], figures.answers["visits/VS4"]
    assert (("not_met",), Cause.PRACTICE) == (rated.codes, rated.cause)
    assert (AnswerState.NOT_APPLICABLE, ()) == (not_applicable.state, not_applicable.codes)
    for words in (SECRET, "Okafor", "north", "SW-14"):
        assert words not in figures.model_dump_json()


def test_an_audit_that_came_back_is_not_counted_twice(workspace, audit_id):
    """Its figures count again when it is gone again."""
    place = workspace._vault.place_of(audit_id)
    file = place.path.read_bytes()
    workspace.remove_audit(audit_id)
    assert 1 == len(workspace.statistics())

    workspace._repository._catalogue.record(audit_id, 1, orjson.loads(workspace_row(file)))
    assert [] == workspace.statistics()


def workspace_row(_file):
    """Return a row of the list, as of an audit that was restored."""
    return orjson.dumps(
        {
            "case_reference": "HX-1",
            "team": "",
            "auditor": "",
            "checklists": [],
            "status": "draft",
            "grade": None,
            "answered": 0,
            "asked": 0,
            "open_concerns": 0,
            "open_actions": 0,
            "created_at": "2026-11-21T09:30:00+00:00",
            "changed_at": "2026-11-21T09:30:00+00:00",
        }
    )


def test_damaged_figures_are_told_and_the_others_read(workspace, audit_id):
    """One bad file does not hide the rest."""
    other = start_audit(workspace)
    for each in (audit_id, other):
        workspace.remove_audit(each)
    path = workspace.paths.store / f"statistics-{other}.seal"
    path.write_bytes(path.read_bytes()[:-1])

    assert 1 == len(workspace.statistics())
    assert [True] == ["figures" in problem for problem in workspace.problems]


def test_a_damaged_audit_can_be_removed(workspace, audit_id):
    """It leaves no figures, because nobody can read them."""
    workspace.close_audit(audit_id)
    place = workspace._vault.place_of(audit_id)
    for path in (place.path, place.previous):
        path.write_bytes(b"")
    workspace.remove_audit(audit_id)

    assert ([], []) == (workspace.audits(), workspace.statistics())


def test_an_audit_that_is_not_there_is_not_removed(workspace):
    """The person is told."""
    with pytest.raises(AuditNotFoundError):
        workspace.remove_audit("0" * 32)
