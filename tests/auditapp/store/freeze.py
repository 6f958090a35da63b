# SPDX-License-Identifier: MPL-2.0
"""Make the workspace that is frozen when the form of what is stored changes.

Run ``python3 -m tests.auditapp.store.freeze version_<n>_whole`` at the last commit of the old form,
and keep what it leaves in ``old_files`` for ever. It holds every kind of content there is; a new
kind gets a line here and one in ``test_old_workspaces.py``.
"""

import datetime as dt
import sys
from pathlib import Path

from auditapp import bootstrap
from auditapp.backups import Backup
from auditapp.model.edits import (
    Author,
    change_answer,
    change_links,
    change_overall,
    give_grade,
    put_action,
    put_concern,
    put_feedback,
)
from auditapp.model.follow_up import Action, ActionStatus, Concern, Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.links import Links
from auditapp.paths import find_paths
from auditapp.settings import Settings, save
from auditapp.store import log_pages
from tests.making import PASSPHRASE, Clock, make_workspace, start_audit

OLD_FILES = Path(__file__).with_name("old_files")
SIGNED, DRAFT, REMOVED, RESTORED = "HX-2047", "HX-2048", "HX-2049", "HX-2050"
AMENDED = "HX-2052"
NOTE = "Seen alone three times."
EVIDENCE = "The record of 3 October."


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
        change_links(Links(round="c" * 32, is_independent=True), by),
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


def _amend(workspace, audit_id, by):
    """Sign an audit off, open it for an amendment and change it."""
    _fill(workspace, audit_id, by)
    workspace._sessions.get(audit_id).sign_off(by)
    workspace.amend(audit_id, by, "A date was wrong.")
    audit = workspace.open_audit(audit_id)
    workspace.commit(audit_id, change_answer(audit, "visits/VS1", by, note="Amended."))
    workspace.close_audit(audit_id)


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
