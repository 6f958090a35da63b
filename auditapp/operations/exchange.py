# SPDX-License-Identifier: MPL-2.0
"""Bring in what another workspace sent in a package: first what it would do, then doing it.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. Each audit is brought
in by a save of its own, and an import that was cut off goes on where it was when it is done again.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson

from auditapp.errors import AuditAppError, NotAllowedError
from auditapp.exchange import contents, packing, plans, refusals
from auditapp.exchange.contents import Package, PackagedAudit
from auditapp.exchange.incoming import (
    NO_CHOICES,
    AuditDone,
    AuditPlan,
    IncomingPackage,
    RowVersions,
)
from auditapp.exchange.merging import Side, shown_first
from auditapp.exchange.plans import PACKAGE, Decision, reference
from auditapp.exchange.sealed_package import MOST_BYTES, open_package
from auditapp.exchange.soundness import require_sound
from auditapp.files import read_bytes
from auditapp.i18n import _, ngettext
from auditapp.model.exchange import Choice, Outcome, Purpose
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.labels import label
from auditapp.model.logbook import LogKind
from auditapp.model.merged import Merged
from auditapp.model.settling import unsettled
from auditapp.model.tables import Tables
from auditapp.operations.sending import SendingOperations, is_faulty
from auditapp.sessions.signing_session import SigningSession
from auditapp.store.migrations import HISTORY_TABLE


@dataclass(frozen=True, slots=True)
class _Arrived:
    """Hold an audit of a package, ready for the store, and what it would do."""

    plan: AuditPlan
    decision: Decision
    tables: Tables
    ours: Side | None


class ExchangeOperations(SendingOperations):
    """Open packages and bring in what is in them."""

    def read_package(self, path: Path, code: str) -> IncomingPackage:
        """Open a package and say what it would do. Nothing is changed, and nothing is written.

        Raises:
            WrongCodeError: The code is mistyped, or that of another package.
            PackageError: The file is no package, damaged, or cannot be read.
            SchemaTooNewError: A newer version of this program wrote it.
            NotAllowedError: It was made here for somebody else to grade, or the workspace was
                locked meanwhile.
        """
        file = _read(path)
        body = open_package(file, code)
        package = contents.from_bytes(body)
        with self._lock:
            self._require_unlocked()
            is_own = package.sender.workspace == self._vault.store_id.hex()
            if is_own and package.purpose is Purpose.FOR_MODERATION:
                raise refusals.own_package()
            found = tuple(self._arrive(package, each).plan for each in package.audits)
        digest = hashlib.sha256(file).hexdigest()
        return IncomingPackage(package, contents.package_id(body), digest, found, is_own)

    def import_package(
        self, incoming: IncomingPackage, choices: Mapping[AuditId, Choice] = NO_CHOICES
    ) -> tuple[AuditDone, ...]:
        """Bring in what a package holds, each audit whole or not at all, and record it.

        What is here is looked at anew. Doing it again changes nothing that was done. An audit that
        is open may be put together with another copy; whoever shows it reads it again after that.

        Args:
            incoming: The package, as it was opened.
            choices: What a person wants of an audit that needs a choice, by `AuditPlan.here`.

        Raises:
            NotAllowedError: An audit whose place is to be taken is open.
            SaveFailedError: One could not be written; those before it are done, and it goes on
                from there when it is done again.
        """
        with self._lock:
            self._require_unlocked()
            arrived = [self._arrive(incoming.package, each) for each in incoming.package.audits]
            wanted = [(each, _wanted(each.plan, choices)) for each in arrived]
            self._require_closed(wanted)
            done: list[AuditDone] = []
            try:
                with self._repository.listing_later():
                    for each, choice in wanted:
                        done.append(self._bring_in(each, choice, incoming))
            finally:
                self._record_import(incoming, done)
        return tuple(done)

    def differences(self, audit_id: AuditId) -> tuple[RowVersions, ...]:
        """Return the rows of an audit that a person has to settle, with every version of each.

        `auditapp.model.settling.settle` makes the edit that settles one.
        """
        with self._lock, self._visited(audit_id) as session:
            self._require_unlocked()
            state = Side(session.whole(), session.history).state
            rows = [(each.table, each.key) for each in unsettled(session.audit)]
        return tuple(
            RowVersions(table, key, tuple(shown_first(state.versions((table, key)))))
            for table, key in rows
        )

    def _arrive(self, package: Package, packaged: PackagedAudit) -> _Arrived:
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
        was_removed = self._repository.is_removed(here)
        decision = plans.decide(ours, theirs, was_removed=was_removed)
        return self._arrived(packaged, here, decision, tables, ours)

    def _arrive_blind(self, packaged: PackagedAudit) -> _Arrived:
        here = packing.moderation_id(AuditId(packaged.id), self._vault.store_id.hex())
        tables = packing.moderation(packaged, here, self._me())
        self._read_theirs(here, tables)
        decision = plans.decide_blind(
            is_here=self._is_here(here), was_removed=self._repository.is_removed(here)
        )
        return self._arrived(packaged, here, decision, tables, None)

    def _arrived(
        self,
        packaged: PackagedAudit,
        here: AuditId,
        decision: Decision,
        tables: Tables,
        ours: Side | None,
    ) -> _Arrived:
        merge = decision.merge
        plan = AuditPlan(
            AuditId(packaged.id),
            here,
            reference(tables),
            decision.outcome,
            merge.taken if merge else 0,
            len(merge.differences) if merge else 0,
            decision.choices,
        )
        return _Arrived(plan, decision, tables, ours)

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

    def _require_closed(self, wanted: list[tuple[_Arrived, Choice]]) -> None:
        """Refuse to take an audit from under whoever is at work in it."""
        for each, choice in wanted:
            if choice is Choice.TAKE and self._sessions.is_open(each.plan.here):
                raise NotAllowedError(_("This audit is open."), _("Close it, then try again."))

    def _bring_in(self, arrived: _Arrived, choice: Choice, incoming: IncomingPackage) -> AuditDone:
        plan, merge = arrived.plan, arrived.decision.merge
        if merge is not None:
            merged = Merged(
                sender=incoming.package.sender.workspace,
                package=incoming.id,
                entries=tuple(each.hash for each in merge.entries),
                writers=merge.writers,
            )
            with self._visited(plan.here) as session:
                session.merge(merge.puts, merged, merge.entries, self._me(), _words(incoming))
            return AuditDone(plan, is_changed=True)
        if plan.outcome is Outcome.NEW:
            self._write(plan.here, arrived.tables, incoming)
            return AuditDone(plan, is_changed=True)
        if choice is Choice.TAKE:
            return self._take(arrived, incoming)
        if choice is Choice.KEEP_BOTH:
            kept = self._keep_copy(arrived.plan.id, arrived.tables, incoming)
            return AuditDone(plan, choice, is_changed=True, set_aside=kept)
        return AuditDone(plan)

    def _take(self, arrived: _Arrived, incoming: IncomingPackage) -> AuditDone:
        """Put an audit in the place of ours; a draft of ours stays, under an id of its own."""
        plan, ours, tables = arrived.plan, arrived.ours, arrived.tables
        kept = None
        if ours is not None:
            theirs = self._read_theirs(plan.here, tables)
            if not plans.is_signed(ours) and plans.has_own_lines(ours, theirs):
                kept = self._keep_copy(plan.here, ours.tables, incoming)
            tables = packing.with_beside(tables, ours.tables)
        self._write(plan.here, tables, incoming)
        return AuditDone(plan, Choice.TAKE, is_changed=True, set_aside=kept)

    def _keep_copy(self, audit_id: AuditId, tables: Tables, incoming: IncomingPackage) -> AuditId:
        """Keep a draft as an audit of its own, once; return its id."""
        head = list(tables[HISTORY_TABLE].values())[-1]["hash"]
        kept = packing.copy_id(audit_id, head)
        if not self._is_here(kept):
            self._write(kept, packing.as_copy(tables, kept), incoming)
        return kept

    def _write(self, here: AuditId, tables: Tables, incoming: IncomingPackage) -> None:
        self._repository.make_way(here)
        session = self._prepared(here, tables)
        session.note_event(HistoryKind.IMPORTED, self._me(), _words(incoming))
        session.close()

    def _record_import(self, incoming: IncomingPackage, done: list[AuditDone]) -> None:
        count = sum(each.is_changed for each in done)
        changed = ngettext("{count} audit changed", "{count} audits changed", count)
        detail = f"{_words(incoming)}; {changed.format(count=count)}"
        one = done[0].plan.here if len(incoming.plans) == 1 and count else ""
        self._log(LogKind.PACKAGE_IMPORTED, detail, one)


def _wanted(plan: AuditPlan, choices: Mapping[AuditId, Choice]) -> Choice:
    """Return what a person chose, as far as it may be chosen as things stand now."""
    choice = choices.get(plan.here, Choice.LEAVE)
    return choice if choice in plan.choices else Choice.LEAVE


def _words(incoming: IncomingPackage) -> str:
    purpose = label(incoming.package.purpose).lower()
    sender = _(", from {sender}").format(sender=incoming.package.sender.name)
    return f"{PACKAGE} {incoming.digest}, {purpose}{sender}"


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise refusals.package_too_large()
        return read_bytes(path)
    except OSError as error:
        raise refusals.cannot_read(path, error.strerror or type(error).__name__) from error
