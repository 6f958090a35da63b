# SPDX-License-Identifier: MPL-2.0
"""Open what another workspace sent in a package, and say what it would do.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import orjson

from auditapp.errors import AuditAppError, StoppedError, reason_of
from auditapp.exchange import contents, packing, plans, refusals
from auditapp.exchange.contents import Package, PackagedAudit
from auditapp.exchange.incoming import AuditPlan, IncomingPackage
from auditapp.exchange.merging import Side
from auditapp.exchange.plans import Decision, reference
from auditapp.exchange.sealed_package import MOST_BYTES, open_package
from auditapp.exchange.soundness import require_sound
from auditapp.files import read_bytes
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.exchange import Outcome, Purpose
from auditapp.model.ids import AuditId
from auditapp.model.tables import Tables
from auditapp.operations.sending import SendingOperations, is_faulty
from auditapp.sessions.signing_session import SigningSession


@dataclass(frozen=True, slots=True)
class Arrived:
    """Hold an audit of a package, ready for the store, and what it would do."""

    plan: AuditPlan
    decision: Decision
    tables: Tables
    ours: Side | None
    theirs: Side


class ArrivingOperations(SendingOperations):
    """Open packages, and see how each audit in them stands to what is here."""

    def read_package(
        self,
        path: Path,
        code: str,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> IncomingPackage:
        """Open a package and say what it would do. Nothing is changed, and nothing is written.

        Args:
            path: The file.
            code: What opens it.
            report_progress: Is told how many audits are looked at, and of how many.
            is_cancelled: Asked before each audit whether to give up.

        Raises:
            WrongCodeError: The code is mistyped, or that of another package.
            PackageError: The file is no package, damaged, or cannot be read.
            SchemaTooNewError: A newer version of this program wrote it.
            NotAllowedError: It was made here for somebody else to grade, or the workspace was
                locked meanwhile.
            StoppedError: The person stopped it.
        """
        file = _read(path)
        body = open_package(file, code)
        package = contents.from_bytes(body)
        with self._lock:
            self._require_unlocked()
            is_own = package.sender.workspace == self._vault.store_id.hex()
            if is_own and package.purpose is Purpose.FOR_MODERATION:
                raise refusals.own_package()
        found = self._plan_each(package, report_progress, is_cancelled)
        digest = hashlib.sha256(file).hexdigest()
        return IncomingPackage(package, contents.package_id(body), digest, found, is_own)

    def _plan_each(
        self,
        package: Package,
        report_progress: ReportProgress | None,
        is_cancelled: IsCancelled,
    ) -> tuple[AuditPlan, ...]:
        """Say of each audit of a package what it would do; the lock is let go between them.

        Raises:
            StoppedError: The person stopped it.
        """
        found = []
        for number, each in enumerate(package.audits, start=1):
            if is_cancelled():
                raise StoppedError(_("The file was not opened."), _("Nothing was changed."))
            with self._lock:
                self._require_unlocked()
                found.append(self._arrive(package, each).plan)
            if report_progress is not None:
                report_progress(number, len(package.audits))
        return tuple(found)

    def _arrive(self, package: Package, packaged: PackagedAudit) -> Arrived:
        """Read an audit of a package and see how it stands to what is here.

        Raises:
            PackageError: It is not one that this program wrote.
            SchemaTooNewError: A newer version of it did.
        """
        if package.purpose is Purpose.FOR_MODERATION:
            return self._arrive_blind(packaged)
        here = AuditId(packaged.id)
        tables = packing.unpack(packaged)
        theirs = self._read_theirs(here, tables)
        ours = self._side(here) if self._is_here(here) else None
        if ours is not None and plans.are_signed_apart(ours, theirs):
            return self._arrive_beside(packaged, ours, theirs)
        was_removed = self._repository.is_removed(here)
        decision = plans.decide(ours, theirs, was_removed=was_removed)
        return Arrived(_plan(packaged, here, decision, tables), decision, tables, ours, theirs)

    def _arrive_beside(self, packaged: PackagedAudit, ours: Side, theirs: Side) -> Arrived:
        """See how an audit that was signed with other contents stands to its copy, kept here."""
        here = packing.signed_copy_id(AuditId(packaged.id), ours, theirs)
        tables = packing.as_signed_copy(theirs.tables, here)
        theirs = self._read_theirs(here, tables)
        kept = self._side(here) if self._is_here(here) else None
        was_removed = self._repository.is_removed(here)
        decision = plans.decide(kept, theirs, was_removed=was_removed)
        if decision.outcome is Outcome.NEW:
            decision = Decision(Outcome.BOTH_SIGNED)
        return Arrived(_plan(packaged, here, decision, tables), decision, tables, kept, theirs)

    def _arrive_blind(self, packaged: PackagedAudit) -> Arrived:
        here = packing.moderation_id(AuditId(packaged.id), self._vault.store_id.hex())
        tables = packing.moderation(packaged, here, self._me())
        theirs = self._read_theirs(here, tables)
        decision = plans.decide_blind(
            is_here=self._is_here(here), was_removed=self._repository.is_removed(here)
        )
        return Arrived(_plan(packaged, here, decision, tables), decision, tables, None, theirs)

    def _read_theirs(self, here: AuditId, tables: Tables) -> Side:
        """Read an audit as the store would, which finds whatever no audit can hold.

        Raises:
            PackageError: It is not what was written, or was never written by this program.
        """
        try:
            session = self._prepared(here, tables)
            is_true = not is_faulty(session)
            states = (session.state(), *session.signed_versions())
            lines = (*session.history, *session.brought.values())
            require_sound([each.audit for each in states], lines)
        except (AuditAppError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
            # Without its cause, because that quotes the words of the case.
            raise refusals.package_damaged() from None
        if not is_true:
            raise refusals.package_damaged()
        return Side(tables, session.history)

    def _prepared(self, here: AuditId, tables: Tables) -> SigningSession:
        return self._sessions.read(self._repository.prepare_import(here, orjson.dumps(tables)))

    def _is_here(self, audit_id: AuditId) -> bool:
        return self._repository.has(audit_id)

    def _side(self, audit_id: AuditId) -> Side:
        with self._visited(audit_id) as session:
            return Side(session.whole(), list(session.history))


def _plan(packaged: PackagedAudit, here: AuditId, decision: Decision, tables: Tables) -> AuditPlan:
    merge = decision.merge
    return AuditPlan(
        AuditId(packaged.id),
        here,
        reference(tables),
        decision.outcome,
        merge.taken if merge else 0,
        len(merge.differences) if merge else 0,
        decision.choices,
        decision.has_own,
    )


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refusals.package_too_large()
        return read_bytes(path)
    except OSError as error:
        raise refusals.cannot_read(path, reason_of(error)) from error
