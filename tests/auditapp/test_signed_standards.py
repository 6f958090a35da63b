# SPDX-License-Identifier: MPL-2.0
"""Test that a signed audit is judged for good by the standards that were signed with it."""

import shutil
from dataclasses import replace

import pytest

from auditapp.judgement.audit_states import AuditState
from auditapp.model.edits import Author, change_answer
from auditapp.model.front_sheet import Cohort
from auditapp.model.tables import content_hash
from auditapp.paths import find_paths
from auditapp.report.audit.full_report import ReportOptions, audit_report
from auditapp.settings import Settings, save
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, make_workspace, start_audit

KEY = "visits/VS1-cp"
DATES = ("2026-10-05", "2026-10-16", "2026-10-26")
CHECKLISTS = find_paths().checklists


def choose(paths, number):
    """Set the council's own number of working days between visits."""
    save(paths.settings, Settings(local_standards={"cp_visits": {"on": True, "number": number}}))


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace of a council that wants visits every 10 working days."""
    made = make_workspace(tmp_path)
    choose(made.paths, 10)
    yield made
    made.close()


@pytest.fixture
def audit_id(workspace):
    """Return an audit of a child on a protection plan who was visited in time."""
    audit_id = start_audit(workspace, cohorts=(Cohort.CHILD_PROTECTION,))
    edit = change_answer(workspace.open_audit(audit_id), KEY, author(), value=DATES)
    workspace.commit(audit_id, edit)
    return audit_id


def author():
    """Return who does it, and when."""
    return Author("R. Okafor", Clock().now)


def sign(workspace, audit_id):
    """Sign an audit off, complete or not."""
    return workspace._sessions.get(audit_id).sign_off(author())


def judged(workspace, audit_id):
    """Return the state of the visits, and the limit in words."""
    outline = workspace.outline(workspace.open_audit(audit_id))
    result = outline.timescale(outline.by_key[KEY])
    return str(result.state), result.limit_words


def report(workspace, audit_id):
    """Return what the report would say."""
    outline = workspace.outline(workspace.open_audit(audit_id))
    return audit_report(AuditState(outline, workspace.history(audit_id)), ReportOptions("", ""))


@pytest.mark.parametrize("is_signed", [False, True])
def test_another_number_in_the_settings_reaches_drafts_only(workspace, audit_id, is_signed):
    """The draft is judged by today's number, the signed audit by the one that was signed."""
    assert ("met", "10 working days") == judged(workspace, audit_id)
    if is_signed:
        sign(workspace, audit_id)
        before = report(workspace, audit_id)
    workspace.close_audit(audit_id)
    choose(workspace.paths, 3)

    if is_signed:
        assert ("met", "10 working days") == judged(workspace, audit_id)
        assert before == report(workspace, audit_id)
    else:
        assert ("late", "3 working days") == judged(workspace, audit_id)


@pytest.mark.parametrize("is_signed", [False, True])
def test_an_update_of_the_rules_reaches_drafts_only(workspace, audit_id, tmp_path, is_signed):
    """Neither a rule that changed, nor one that went away, nor another holiday alters a report."""
    if is_signed:
        sign(workspace, audit_id)
    before = report(workspace, audit_id)
    workspace.close()
    updated = update(tmp_path / "updated")
    newer = Workspace.unlock(
        replace(workspace.paths, checklists=updated), PASSPHRASE, strength=WEAK, clock=Clock()
    )

    assert is_signed is (before == report(newer, audit_id))
    newer.close()


def update(folder):
    """Make the checklists of a newer program, with a rule fewer and a day off more."""
    shutil.copytree(CHECKLISTS, folder)
    rules, holidays = folder / "timescales.yaml", folder / "bank-holidays.yaml"
    changed = rules.read_text("utf-8").replace("cp_visits", "cp_visits_2")
    assert changed != rules.read_text("utf-8")
    rules.write_text(changed, "utf-8")
    with holidays.open("a", encoding="utf-8") as file:
        file.write("  - {add: 2026-10-14, because: A day of rest}\n")
    return folder


def test_only_the_rules_of_its_checklists_are_kept(workspace, audit_id):
    """With the council's choice about them, and the exceptions to the bank holidays."""
    draft = workspace.open_audit(audit_id)
    change = sign(workspace, audit_id)
    kept = change.audit.standards
    calendar = workspace._standards().calendar

    assert draft.standards is None
    assert ["cin_visits", "cp_visits", "visits_in_care"] == [rule["id"] for rule in kept.rules]
    assert {"cp_visits": {"on": True, "number": 10}} == kept.local
    assert (calendar.added, calendar.removed) == (kept.days_off, kept.days_worked)
    assert change.touches("standards")


def test_they_are_part_of_what_is_signed(workspace, audit_id):
    """Another number would be another hash."""
    signed = sign(workspace, audit_id).audit
    other = signed.model_copy(
        update={"standards": signed.standards.model_copy(update={"local": {}})}
    )
    head = signed.sign_off.history_head

    assert signed.sign_off.content_hash == content_hash(signed, head)
    assert signed.sign_off.content_hash != content_hash(other, head)
