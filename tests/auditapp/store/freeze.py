# SPDX-License-Identifier: MPL-2.0
"""Make the workspace that is frozen when the form of what is stored changes.

Run ``python3 -m tests.auditapp.store.freeze version_<n>_whole`` at the last commit of the old form,
and keep what it leaves in ``old_files`` for ever. It holds every kind of content there is; a new
kind gets a line here and one in ``test_old_workspaces.py``.
"""

import datetime as dt
import sys
import tempfile
from pathlib import Path

from auditapp import bootstrap
from auditapp.backups import Backup
from auditapp.insight.sampling import draw_round, next_case
from auditapp.model.answer import Answer, SetAsideAnswer, ToConfirm
from auditapp.model.case_listed import ListRead
from auditapp.model.edits import (
    Author,
    Edit,
    change_answer,
    change_links,
    change_overall,
    give_grade,
    put_action,
    put_concern,
    put_feedback,
)
from auditapp.model.exchange import Purpose
from auditapp.model.follow_up import (
    Action,
    ActionStatus,
    Concern,
    EarlierWording,
    Feedback,
    FeedbackFrom,
)
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.history import HistoryKind
from auditapp.model.ids import new_audit_id, new_record_id, new_round_id
from auditapp.model.ledger import LedgerKind
from auditapp.model.links import Links
from auditapp.model.records import Put
from auditapp.model.register import Dispute, LearningMessage, QualityActivity, Register
from auditapp.model.round import RoundAuditor
from auditapp.model.round_edits import (
    allocate_cases,
    change_progress,
    exclude,
    put_auditor,
    put_list,
    record_draw,
    replace_case,
    take_back_draw,
)
from auditapp.model.round_tables import ROUND_SPECS, round_from_tables, round_to_puts
from auditapp.paths import find_paths
from auditapp.sessions.ledger_session import KIND
from auditapp.settings import Settings, save
from auditapp.store import log_pages
from tests.making import PASSPHRASE, Clock, make_workspace, start_audit
from tests.making_rounds import make_round

OLD_FILES = Path(__file__).with_name("old_files")
SIGNED, DRAFT, REMOVED, RESTORED = "HX-2047", "HX-2048", "HX-2049", "HX-2050"
AMENDED, MERGED, REVISED = "HX-2052", "HX-2053", "HX-2054"
NOTE = "Seen alone three times."
OTHER_NOTE = "Seen alone twice."
EVIDENCE = "The record of 3 October."
MATTER = "The plan drifts."


def freeze(home: Path) -> None:
    """Make the workspace in ``home``, with a backup of it."""
    log_pages.LINES_PER_PAGE = 4  # several pages, as after years
    clock = Clock()
    settings = Settings().with_changes(auditor="R. Okafor", organisation="Northshire")
    save(find_paths(home).settings, settings)
    workspace = make_workspace(home, clock)
    by = Author("R. Okafor", clock.now)
    _fill(workspace, start_audit(workspace, "seen-and-safe", "visits"), by)
    signed = workspace.audits()[0].id
    workspace._sessions.get(signed).sign_off(by)
    _follow_up(workspace, signed, by)
    clock.move(minutes=1)
    _fill(workspace, start_audit(workspace, "visits", case_reference=DRAFT), by)
    _amend(workspace, start_audit(workspace, "visits", case_reference=AMENDED), by)
    _merge(workspace, start_audit(workspace, "visits", case_reference=MERGED), by)
    _revise(workspace, start_audit(workspace, "visits", case_reference=REVISED), by)
    _draw_a_round(workspace, by)
    _keep_registers(workspace, signed, by)
    removed, restored = (
        start_audit(workspace, "seen-and-safe", case_reference=name) for name in (REMOVED, RESTORED)
    )
    _restore(workspace, restored, by)
    workspace.hold_audit(restored, "An inquiry asked for it.", by)
    workspace.avoid_names(restored, ["Robin Hart"], by)
    workspace.remove_audit(removed)
    workspace.keep_draft_front({"case_reference": "HX-2051"})
    workspace.back_up(home / "backup.zip")
    workspace.close()
    for name in ("lock", "reserve"):  # made anew at each start
        (workspace.paths.store / name).unlink()


def _fill(workspace, audit_id, by):
    """Put every kind of record into an audit, and undo one change."""
    now = by.now
    grade = Grade(band="good", reason="Read whole.", given_at=now, given_by=by.name)
    evidence = [{"document": "Visit record", "date": "2026-10-03", "place": "page 2"}]
    audit = workspace.open_audit(audit_id)
    answered = change_answer(
        audit, "visits/VS1", by, value="met", note=NOTE, evidence=evidence, flagged=True
    )
    edits = [
        answered,
        change_answer(audit, "visits/VS2", by, value="not_met", note="Late.", cause="practice"),
        change_answer(audit, "visits/VS3", by, not_applicable=True, note="Moved in May."),
        put_action("a" * 32, Action(what="Visit this week.", owner_role="SW", created_at=now), by),
        put_concern(
            "b" * 32,
            Concern(what="Alone.", found_at=now, told_whom="Team manager", told_at=now,
                    response="Seen today.", closed_at=now, raised_by=by.name),
            by,
        ),
        put_feedback(FeedbackFrom.CHILD, Feedback(asked=True, how="Call", said="Listens."), by),
        give_grade(PRACTICE, grade, by),
        give_grade(IMPACT, grade, by),
        change_overall(audit.overall.model_copy(update={"strengths": "Steady."}), by),
        change_links(Links(round="c" * 32), by),
    ]  # fmt: skip
    for edit in edits:
        workspace.commit(audit_id, edit)
    undone = change_answer(workspace.open_audit(audit_id), "visits/VS2", by, note="Undone.")
    workspace.commit(audit_id, undone)
    workspace.undo(audit_id, by)
    workspace.close_audit(audit_id)


def _follow_up(workspace, audit_id, by):
    """Do about a signed audit what is done after its sign-off."""
    workspace.progress_action(
        audit_id, "a" * 32, ActionStatus.DONE, by, words=EVIDENCE, done_by="E. Helper"
    )
    other = Author("A. Manager", by.now)
    workspace.progress_action(audit_id, "a" * 32, ActionStatus.VERIFIED, other)
    workspace.agree_grade(audit_id, PRACTICE, GradeBand.OUTSTANDING, "Both read it.", other)
    workspace.close_audit(audit_id)


def _keep_registers(workspace, audit_id, by):
    """Put an entry into each register, and change, remove and erase some."""
    stamp, day = {"author": by.name, "created_at": by.now}, by.now.date()
    dispute = Dispute(matter=MATTER, raised_by_role="Chair", raised_on=day, audit=audit_id, **stamp)
    learning = LearningMessage(message="See them.", audience="All", sent_on=day, **stamp)
    activity = QualityActivity(kind="complaint", held_on=day, found="No reply.", **stamp)
    first, second, third, fourth = (
        workspace.add_to_register(each, by) for each in (dispute, dispute, learning, activity)
    )
    result = {"settled_on": day, "result": "Heard."}
    workspace.change_in_register(first, dispute.model_copy(update=result), by)
    workspace.remove_from_register(Register.DISPUTES, second, "Entered twice.", by)
    workspace.erase_from_register(Register.ACTIVITIES, fourth, by)
    assert third in workspace.learning_messages()


def _amend(workspace, audit_id, by):
    """Sign an audit off, open it for an amendment and change it."""
    _fill(workspace, audit_id, by)
    workspace._sessions.get(audit_id).sign_off(by)
    workspace.amend(audit_id, by, "A date was wrong.")
    audit = workspace.open_audit(audit_id)
    workspace.commit(audit_id, change_answer(audit, "visits/VS1", by, note="Amended."))
    workspace.close_audit(audit_id)


def _merge(workspace, audit_id, by):
    """Answer one question otherwise on another computer, and bring that back."""
    with tempfile.TemporaryDirectory() as folder:
        other = make_workspace(Path(folder) / "other", Clock(by.now))
        _send(workspace, other, audit_id, Path(folder) / "out.cfaudit")
        _answer(other, audit_id, OTHER_NOTE, Author("A. Manager", by.now))
        _answer(workspace, audit_id, NOTE, by)
        _send(other, workspace, audit_id, Path(folder) / "back.cfaudit")
        other.close()


def _send(sender, receiver, audit_id, path):
    saved = sender.export_package([audit_id], path, Purpose.MERGE)
    receiver.import_package(receiver.read_package(path, saved.code))


def _answer(workspace, audit_id, note, by):
    edit = change_answer(workspace.open_audit(audit_id), "visits/VS2", by, note=note)
    workspace.commit(audit_id, edit)
    workspace.close_audit(audit_id)


def _revise(workspace, audit_id, by):
    """Leave what moving to a revised checklist leaves."""
    held = {"question_text": "Was the child seen?", "checklist_version": "0.9"}
    why = {"answer_text": "Met", "why": "It asks for more."}
    aside = SetAsideAnswer(**held, **why, answer=Answer(note=NOTE))
    action = Action(what="See her.", question="visits/VS2", created_at=by.now)
    _answer(workspace, audit_id, NOTE, by)
    for edit in (
        put_action("d" * 32, action, by),
        Edit(
            HistoryKind.MIGRATED,
            by,
            (
                Put("to_confirm", "visits/VS2", ToConfirm(**held, **why).record()),
                Put("set_aside", "visits/VS0", aside.record()),
                Put("earlier_wordings", "d" * 32, EarlierWording(**held).record()),
            ),
        ),
    ):
        workspace.open_audit(audit_id)
        workspace.commit(audit_id, edit)
    workspace.close_audit(audit_id)


def _draw_a_round(workspace, by):
    """Draw twice, replace a case, share out and start one."""
    whole, row, ash = make_round(), {KIND: LedgerKind.ROUND.value}, new_record_id()
    session = workspace._ledgers.create(whole.id, row)
    session.change(round_to_puts(whole), "list", by, row)
    listed = ListRead(kind="csv", columns=(), cases=30, sha256="0" * 64, by=by.name, at=by.now)
    for make in (
        lambda now: put_list(now, listed, now.cases, by),
        lambda now: exclude(now, [next(iter(now.cases))], "My own.", by),
    ):
        _change(session, make(read_round(session)), row)
    draw, sample = draw_round(read_round(session), by)
    for make in (
        lambda now: record_draw(now, draw, sample.drawn, by),
        lambda now: take_back_draw(now, "A team was missing.", by),
        lambda now: record_draw(now, draw, sample.drawn, by),
        lambda now: put_auditor(now, ash, RoundAuditor(name="Ash"), by),
        lambda now: replace_case(now, now.sample[0], next_case(now, now.sample[0]), "Sealed.", by),
        lambda now: allocate_cases(now, {now.sample[3]: ash}, by),
        lambda now: change_progress(now, now.sample[3], by, audit=new_audit_id()),
    ):
        _change(session, make(read_round(session)), row)


def _change(session, edit, row):
    assert session.change(edit.puts, edit.kind, edit.by, row)


def read_round(session):
    """Return the round that a ledger holds."""
    tables = {table: dict(session.rows(table)) for table in ROUND_SPECS}
    return round_from_tables(new_round_id(), tables)  # its id is in no table


def _restore(workspace, audit_id, by):
    """Bring an audit back from a backup, over what was written since."""
    path = workspace.back_up(workspace.paths.home / "first.zip").path
    by = Author(by.name, by.now + dt.timedelta(minutes=5))
    edit = change_answer(
        workspace.open_audit(audit_id), "seen-and-safe/VS5-worker", by, note="Later."
    )
    workspace.commit(audit_id, edit)
    workspace.close_audit(audit_id)
    backup = Backup.open(workspace.paths, path, PASSPHRASE)
    workspace.restore_audit(backup, audit_id, by, is_wanted=True)
    path.unlink()


if __name__ == "__main__":
    bootstrap.ensure("test")
    freeze(OLD_FILES / sys.argv[1])
