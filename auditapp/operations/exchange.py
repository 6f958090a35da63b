# SPDX-License-Identifier: MPL-2.0
"""Bring in what another workspace sent in a package, once somebody saw what it would do.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. Each audit is brought
in by a save of its own, and an import that was cut off goes on where it was when it is done again.
"""

from collections.abc import Iterator, Mapping, Sequence

from auditapp.change import Change
from auditapp.errors import NotAllowedError, SaveFailedError
from auditapp.exchange import packing, plans
from auditapp.exchange.following import merge_follow_ups
from auditapp.exchange.incoming import (
    NO_CHOICES,
    AuditDone,
    AuditPlan,
    IncomingPackage,
    RowVersions,
)
from auditapp.exchange.merging import Merge, Side, shown_first
from auditapp.exchange.plans import PACKAGE
from auditapp.i18n import _, ngettext
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.edits import Author
from auditapp.model.exchange import Choice, Outcome
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.labels import label
from auditapp.model.logbook import LogKind
from auditapp.model.merged import Merged
from auditapp.model.records import Record
from auditapp.model.settling import PROGRESS, unsettled
from auditapp.model.tables import Tables
from auditapp.operations.arriving import Arrived, ArrivingOperations
from auditapp.sessions.signing_session import SigningSession
from auditapp.store.migrations import HISTORY_TABLE


class ExchangeOperations(ArrivingOperations):
    """Bring in what is in packages, and list what a person has to settle after that."""

    def import_package(
        self,
        incoming: IncomingPackage,
        choices: Mapping[AuditId, Choice] = NO_CHOICES,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> tuple[AuditDone, ...]:
        """Bring in what a package holds, each audit whole or not at all, and record it.

        What is here is looked at anew. Doing it again changes nothing that was done. An audit that
        is open may be put together with another copy; whoever shows it reads it again after that.

        Args:
            incoming: The package, as it was opened.
            choices: What a person wants of an audit that needs a choice, by `AuditPlan.here`.
            report_progress: Is told how many audits are done, and of how many.
            is_cancelled: Asked before each audit; those before it are done, and it goes on from
                there when it is done again.

        Returns:
            What was done with each audit of the package. Where one could not be written, or the
            person stopped it, that one and those after it say why they were left.

        Raises:
            NotAllowedError: An audit whose place is to be taken is open, or the workspace was
                locked meanwhile.
        """
        self._require_closed(incoming.plans, choices)
        done: list[AuditDone] = []
        try:
            with self._repository.listing_later():
                for each in self._each_brought_in(incoming, choices, is_cancelled):
                    done.append(each)
                    if report_progress is not None:
                        report_progress(len(done), len(incoming.plans))
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
            found = unsettled(session.audit)
        return tuple(
            RowVersions(
                each.table,
                each.key,
                each.others
                if each.table == PROGRESS
                else tuple(shown_first(state.versions((each.table, each.key)))),
            )
            for each in found
        )

    def settle_follow_up(
        self, audit_id: AuditId, table: str, key: str, chosen: Record | None, by: Author
    ) -> Change:
        """Let one of several ways in which an audit was followed up stand; all stay on record.

        Args:
            audit_id: The audit, signed or not.
            table: That of the row, as `differences` has it: `model.settling.AFTER`.
            key: The row.
            chosen: The row of one of its versions.
            by: Who chooses.

        Raises:
            NotAllowedError: There is nothing to settle any more, or an action would count as
                verified by whoever did it.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            return self._session_if_unlocked(audit_id).settle_after(table, key, chosen, by)

    # Inside

    def _each_brought_in(
        self,
        incoming: IncomingPackage,
        choices: Mapping[AuditId, Choice],
        is_cancelled: IsCancelled,
    ) -> Iterator[AuditDone]:
        """Bring in one audit after the other, until one cannot be written or it is stopped.

        The workspace is free between two of them, so that the window is not held up.
        """
        why = ""
        for packaged, plan in zip(incoming.package.audits, incoming.plans, strict=True):
            if not why and is_cancelled():
                why = _("It was stopped before this one.")
            if why:
                yield AuditDone(plan, why_left=why)
                continue
            with self._lock:
                self._require_unlocked()
                arrived = self._arrive(incoming.package, packaged)
                choice = _wanted(arrived.plan, choices)
                try:
                    done = self._bring_in(arrived, choice, incoming)
                except SaveFailedError as error:
                    why = f"{error} {error.remedy}".strip()
                    done = AuditDone(arrived.plan, choice, why_left=why)
            yield done

    def _require_closed(
        self, found: Sequence[AuditPlan], choices: Mapping[AuditId, Choice]
    ) -> None:
        """Refuse to take an audit from under whoever is at work in it."""
        with self._lock:
            self._require_unlocked()
            taken = (each.here for each in found if _wanted(each, choices) is Choice.TAKE)
            if any(map(self._sessions.is_open, taken)):
                raise NotAllowedError(_("This audit is open."), _("Close it, then try again."))

    def _bring_in(self, arrived: Arrived, choice: Choice, incoming: IncomingPackage) -> AuditDone:
        plan, merge = arrived.plan, arrived.decision.merge
        if merge is not None:
            with self._visited(plan.here) as session:
                self._merge(session, merge, incoming)
            return AuditDone(plan, is_changed=True)
        if plan.outcome in (Outcome.NEW, Outcome.BOTH_SIGNED):
            self._write(plan.here, arrived.tables, incoming)
            kept = plan.here if plan.outcome is Outcome.BOTH_SIGNED else None
            return AuditDone(plan, is_changed=True, set_aside=kept)
        if choice is Choice.TAKE and self._sessions.is_open(plan.here):
            return AuditDone(plan, why_left=_("It is open here. Close it, then take it in again."))
        if choice is Choice.TAKE:
            return self._take(arrived, incoming)
        if choice is Choice.KEEP_BOTH:
            kept = self._keep_copy(arrived.plan.id, arrived.tables, incoming)
            return AuditDone(plan, choice, is_changed=True, set_aside=kept)
        return AuditDone(plan)

    def _take(self, arrived: Arrived, incoming: IncomingPackage) -> AuditDone:
        """Put an audit in the place of ours; a draft of ours stays, under an id of its own."""
        plan, ours, tables = arrived.plan, arrived.ours, arrived.tables
        kept = None
        if ours is not None:
            if arrived.decision.has_own:
                kept = self._keep_copy(plan.here, ours.tables, incoming)
            tables = packing.with_beside(tables, ours.tables)
        # What was done about a signed audit here alone goes on, whichever version counts.
        follow_ups = None if ours is None or not plans.is_signed(ours) else ours
        self._write(plan.here, tables, incoming, follow_ups)
        return AuditDone(plan, Choice.TAKE, is_changed=True, set_aside=kept)

    def _keep_copy(self, audit_id: AuditId, tables: Tables, incoming: IncomingPackage) -> AuditId:
        """Keep a draft as an audit of its own, once; return its id."""
        head = list(tables[HISTORY_TABLE].values())[-1]["hash"]
        kept = packing.copy_id(audit_id, head)
        if not self._is_here(kept):
            self._write(kept, packing.as_copy(tables, kept), incoming)
        return kept

    def _merge(self, session: SigningSession, merge: Merge, incoming: IncomingPackage) -> None:
        merged = Merged(
            sender=incoming.package.sender.workspace,
            package=incoming.id,
            entries=tuple(each.hash for each in merge.entries),
            writers=merge.writers,
        )
        session.merge(merge.puts, merged, merge.entries, self._me(), _words(incoming))

    def _write(
        self,
        here: AuditId,
        tables: Tables,
        incoming: IncomingPackage,
        follow_ups: Side | None = None,
    ) -> None:
        """Keep an audit as it came; with what was done about it here, in the very first save."""
        self._repository.make_way(here)
        session = self._prepared(here, tables)
        if follow_ups is not None:
            theirs = Side(tables, list(session.history))
            merge = merge_follow_ups(theirs, follow_ups)
            if merge is not None:
                self._merge(session, merge, incoming)
        session.note_event(HistoryKind.IMPORTED, self._me(), _words(incoming))
        session.close()

    def _record_import(self, incoming: IncomingPackage, done: Sequence[AuditDone]) -> None:
        """Record an import as far as it came; when locked, the histories of the audits have it."""
        count = sum(each.is_changed for each in done)
        changed = ngettext("{count} audit changed", "{count} audits changed", count)
        detail = f"{_words(incoming)}; {changed.format(count=count)}"
        one = done[0].plan.here if len(incoming.plans) == 1 and count else ""
        with self._lock:
            if self._vault.is_open:
                self._log(LogKind.PACKAGE_IMPORTED, detail, one)


def _wanted(plan: AuditPlan, choices: Mapping[AuditId, Choice]) -> Choice:
    """Return what a person chose, as far as it may be chosen as things stand now."""
    choice = choices.get(plan.here, Choice.LEAVE)
    return choice if choice in plan.choices else Choice.LEAVE


def _words(incoming: IncomingPackage) -> str:
    purpose = label(incoming.package.purpose).lower()
    sender = _(", from {sender}").format(sender=incoming.package.sender.name)
    return f"{PACKAGE} {incoming.digest}, {purpose}{sender}"
