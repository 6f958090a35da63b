# SPDX-License-Identifier: MPL-2.0
"""Do at random what people do with audits, and say before and after each thing what it is."""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import count
from pathlib import Path

from auditapp.backups import Backup
from auditapp.listing import AuditRow
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author, change_answer, give_grade, put_feedback
from auditapp.model.follow_up import Feedback, FeedbackFrom
from auditapp.model.grade import IMPACT, PRACTICE, Grade, GradeBand
from auditapp.model.ids import AuditId
from auditapp.paths import AppPaths, find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, make_front
from tests.torture.ledger import REGISTERS, ROUNDS, WHOLE, Deed
from tests.torture.ledger_work import LONGEST_NOTE, do_aside, next_aside
from tests.torture.reading import is_revised, kept_of
from tests.torture.short_checklist import (
    FIRST,
    KEYS,
    RENAMED,
    REVISED_VERSION,
    SECOND,
    checklist,
    revised_checklist,
)

REVISED = "revised.yaml"
FINISHED = "It has been finished now."
"""Ends the sentence about a restore that was cut short: the only thing that may be said."""

MOST_AUDITS = 12
FEW_AUDITS = 3
WHOLE_SHARE = 0.1
ASIDE_SHARE, AGREED_SHARE = 0.17, 0.1
CREATED_SHARE, CLOSED_SHARE, AMENDED_SHARE, GIVEN_UP_SHARE = 0.1, 0.3, 0.1, 0.2


def make_paths(folder: Path) -> AppPaths:
    """Make the folders of a workspace whose only checklist is a short one."""
    shipped = find_paths().checklists
    beside = folder / "shipped"
    beside.mkdir(parents=True)
    for name in ("timescales", "bank-holidays", "local-names", "sources"):
        shutil.copy(shipped / f"{name}.yaml", beside)
    (beside / "short.yaml").write_text(checklist(), "utf-8")
    (folder / REVISED).write_text(revised_checklist(), "utf-8")
    return replace(find_paths(folder / "home"), checklists=beside)


def make_store(paths: AppPaths) -> None:
    """Make the workspace, with nothing in it."""
    workspace, _recovery_key = Workspace.create(paths, PASSPHRASE, strength=WEAK, clock=Clock())
    workspace.close()


@contextmanager
def unlocked(paths: AppPaths, clock: Clock | None = None) -> Iterator[Workspace]:
    """Open the workspace for the length of a ``with`` block."""
    clock = clock or Clock()
    with closing(Workspace.unlock(paths, PASSPHRASE, strength=WEAK, clock=clock)) as workspace:
        yield workspace


def restore(paths: AppPaths, path: Path) -> None:
    """Put a backup in the place of all audits, which must be locked.

    Raises:
        AssertionError: The backup is not what was written.
        StoreError: It does not open, or cannot be restored.
    """
    backup = Backup.open(paths, path, PASSPHRASE)
    check = backup.check()
    assert () == check.faults, "the backup is not what was written"
    backup.restore(check, Clock().now, is_wanted=True)


class Worker:
    """Do one random thing after the other in an open workspace."""

    def __init__(
        self,
        workspace: Workspace,
        seed: int,
        backup: Path | None = None,
        without: frozenset[str] = frozenset(),
    ) -> None:
        """Begin.

        Args:
            workspace: Where it works.
            seed: What its random choices go by.
            backup: Where backups go; without it, no deed about all audits is done.
            without: What else is not done.
        """
        self._workspace = workspace
        self._backup = backup
        self._without = without
        self._chance = random.Random(seed)
        self._prefix = f"T{seed}"
        self._numbers = count(1)

    def next_deed(self) -> Deed:
        """Choose what to do next, by what there is."""
        while (deed := self._any_deed()).what in self._without:
            pass
        return deed

    def _any_deed(self) -> Deed:
        rows = {row.case_reference: row for row in self._workspace.audits()}
        drafts = sorted(n for n, row in rows.items() if row.status is AuditStatus.DRAFT)
        number = next(self._numbers)
        if self._chance.random() < ASIDE_SHARE:
            return next_aside(self._workspace, self._chance, self._prefix, number)
        if self._backup is not None and rows and self._chance.random() < WHOLE_SHARE:
            can_restore = self._backup.exists()
            return Deed(self._chance.choice(sorted(WHOLE if can_restore else {"back up"})))
        if not drafts or (len(rows) < MOST_AUDITS and self._chance.random() < CREATED_SHARE):
            return Deed("create", f"{self._prefix}-{number}")
        signed = sorted(rows.keys() - set(drafts))
        if signed and self._chance.random() < AMENDED_SHARE:
            return Deed("amend", self._chance.choice(signed))
        if signed and self._chance.random() < AGREED_SHARE:
            name = self._chance.choice(signed)
            return Deed("agree", name, text=f"{self._prefix} {number}")
        name = self._chance.choice(drafts)
        return self._deed_for(rows[name], number, is_one_of_many=len(rows) > FEW_AUDITS)

    def _deed_for(self, row: AuditRow, number: int, *, is_one_of_many: bool) -> Deed:
        name = row.case_reference
        if row.amendment and self._chance.random() < GIVEN_UP_SHARE:
            return Deed("give up", name)
        is_movable = not (row.amendment or is_revised(row))
        weights = (80, 10, 4, 6 * is_one_of_many, 8 * is_movable)
        (what,) = self._chance.choices(("answer", "grade", "sign", "remove", "move"), weights)
        if what == "sign" and row.amendment and self._is_untouched(row.id):
            what = "answer"  # nobody signs an amendment that changes nothing
        if what == "answer":
            length = self._chance.randrange(LONGEST_NOTE)
            text = f"{self._prefix} {number} " + "seen " * (length // 5)
            keys = (FIRST, SECOND) if is_revised(row) else KEYS
            return Deed(what, name, self._chance.choice(keys), text)
        if what == "move":
            return Deed(what, name, text=REVISED_VERSION)
        if what == "grade":
            return Deed(what, name, text=self._chance.choice(list(GradeBand)).value)
        return Deed(what, name)

    def do(self, deed: Deed) -> None:
        """Do it, and leave the audit open or not. What it raises is what the workspace raises."""
        workspace = self._workspace
        if deed.what in WHOLE:
            self._do_whole(deed)
            return
        if deed.reference in (REGISTERS, ROUNDS):
            do_aside(workspace, deed, Author("R. Okafor", workspace.clock()))
            return
        if deed.what == "create":
            workspace.start_audit(make_front(case_reference=deed.reference), ["short"])
            return
        rows = workspace.audits()
        audit_id = next(r.id for r in rows if r.case_reference == deed.reference)
        if deed.what == "remove":
            workspace.remove_audit(audit_id)
            return
        self._change(audit_id, deed, Author("R. Okafor", workspace.clock()))
        if self._chance.random() < CLOSED_SHARE:
            workspace.close_audit(audit_id)

    def _do_whole(self, deed: Deed) -> None:
        workspace = self._workspace
        for row in workspace.audits():
            workspace.close_audit(row.id)
        if deed.what == "back up" and self._backup is not None:
            workspace.back_up(self._backup)
        elif deed.what == "seal anew":
            key = workspace.offer_recovery_key(PASSPHRASE, for_resealing=True)
            workspace.reseal(PASSPHRASE, key, strength=WEAK)

    def _change(self, audit_id: AuditId, deed: Deed, by: Author) -> None:
        workspace = self._workspace
        audit = workspace.open_audit(audit_id)
        if deed.what == "answer":
            key = (
                RENAMED
                if (deed.key, kept_of(audit).version) == (SECOND, REVISED_VERSION)
                else deed.key
            )
            workspace.commit(audit_id, change_answer(audit, key, by, note=deed.text))
        elif deed.what == "move":
            self._move(audit_id, by)
        elif deed.what == "grade":
            workspace.commit(audit_id, give_grade(PRACTICE, _grade(deed.text, by), by))
        elif deed.what == "sign":
            self._sign(audit_id, by)
        elif deed.what == "agree":
            workspace.agree_grade(audit_id, IMPACT, GradeBand.GOOD, deed.text, by)
        elif deed.what == "amend":
            workspace.amend(audit_id, by, "A date was wrong.")
        elif deed.what == "give up":
            workspace.give_up_amendment(audit_id, by)

    def _move(self, audit_id: AuditId, by: Author) -> None:
        """Move a draft to the revised checklist, as the window does with those that were ticked."""
        workspace = self._workspace
        revision = workspace.read_revision(workspace.paths.checklists.with_name(REVISED))
        preview = workspace.preview_move(audit_id, revision)
        (moved,) = workspace.move_drafts([preview], revision, by)
        if moved.refusal is not None:
            raise moved.refusal

    def _is_untouched(self, audit_id: AuditId) -> bool:
        audit = self._workspace.open_audit(audit_id)
        versions = self._workspace.signed_versions(audit_id)
        if not versions:  # another window gave it up, and the list here does not know
            return False
        signed = versions[-1].outline.audit
        return (audit.answers, audit.grades) == (signed.answers, signed.grades)

    def _sign(self, audit_id: str, by: Author) -> None:
        """Sign off, having made good what would block it and is in no ledger."""
        workspace = self._workspace
        audit = workspace.open_audit(audit_id)
        for who in FeedbackFrom:
            if who not in audit.feedback:
                workspace.commit(audit_id, put_feedback(who, _NOT_ASKED, by))
        if IMPACT not in audit.grades:
            workspace.commit(audit_id, give_grade(IMPACT, _grade(GradeBand.GOOD, by), by))
        # The store is what is tried here, not the rules of what an audit must have.
        workspace._sessions.get(audit_id).sign_off(by)


def _grade(band: str, by: Author) -> Grade:
    return Grade(band=GradeBand(band), reason="Read whole.", given_at=by.now, given_by=by.name)


_NOT_ASKED = Feedback(asked=False, why_not="It was too late.")
