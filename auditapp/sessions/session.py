# SPDX-License-Identifier: MPL-2.0
"""Carry edits into one stored audit: edit, line of history and list row in one write."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, Protocol, Self

from pydantic import ValidationError

from auditapp.change import Change
from auditapp.checklist.embedding import embedded
from auditapp.checklist.translations import as_read
from auditapp.errors import AuditDamagedError, AuditLockedError
from auditapp.i18n import _
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.compiled import CompiledChecklist, compile_checklist
from auditapp.judgement.outline import Outline, read_outline
from auditapp.judgement.progress import Progress, progress
from auditapp.listing import audit_row
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.chain import START
from auditapp.model.edits import STAMP, Author, Edit, puts_again, puts_back, row_changes
from auditapp.model.frozen import Frozen
from auditapp.model.history import (
    HistoryEntry,
    HistoryKind,
    RowChange,
    last_change,
    redo_target,
    undo_target,
)
from auditapp.model.keeping import Beside, beside_put
from auditapp.model.records import Put, Record
from auditapp.model.settling import DIFFERENCES, succeeded
from auditapp.model.tables import Tables, apply, from_tables
from auditapp.model.typing_run import goes_on, grown
from auditapp.standards import as_signed
from auditapp.store.audit_file import StoredAudit
from auditapp.store.signed_lock import LockChange

WRITTEN_ABOUT: Final = STAMP | {"note", "evidence", "cause", "agencies", "flagged", "late_reason"}
"""Fields of an answer that change neither what is asked nor what counts as answered."""


class AuditKeeping(Protocol):
    """Keep the rows and the history of one audit, as ``store.audit_file.AuditFile`` does."""

    def read(self) -> StoredAudit:
        """Return everything in the audit."""

    def whole(self) -> Tables:
        """Return all tables as they are kept, the history among them."""

    def commit(
        self,
        puts: Sequence[Put],
        history: Sequence[Record],
        *,
        replace_last: bool,
        row: Record,
        lock: LockChange = LockChange.NONE,
    ) -> None:
        """Keep a change, whole or not at all."""

    def restore_if_gone(self) -> None:
        """Keep the audit anew if what kept it has gone."""

    def close(self) -> None:
        """Forget the contents."""


class AuditSession:
    """Hold one open audit as it is on disk. What a method returns has been made durable."""

    def __init__(
        self, file: AuditKeeping, compiled: Sequence[CompiledChecklist], standards: Standards
    ) -> None:
        stored = file.read()
        self._file = file
        self._standards = standards
        self.audit: Audit = from_tables(stored.tables)
        self.beside = Beside.from_tables(stored.tables)
        pins = self.audit.checklists
        self._compiled = {pin.sha256: each for pin, each in zip(pins, compiled, strict=True)}
        self.history = [HistoryEntry.model_validate(entry) for entry in stored.history]
        self._progress = progress(self.outline())

        self._signed: list[Audit] = [from_tables(tables) for tables in stored.signed]

    @classmethod
    def read(
        cls, file: AuditKeeping, compiled: Sequence[CompiledChecklist], standards: Standards
    ) -> Self:
        """Make the session of an open file.

        Raises:
            AuditDamagedError: The models of this version do not know what the file holds.
        """
        try:
            return cls(file, compiled, standards)
        except ValidationError:
            # Without its cause, because that quotes the words of the case.
            raise AuditDamagedError(
                _("This audit holds something that this version of Case File Audit cannot read."),
                _("Install the newest version. If that cannot open it either, restore a backup."),
            ) from None

    def outline(self) -> Outline:
        """Work out what the audit asks as it is stored."""
        return self.outline_of(self.audit)

    def outline_of(self, audit: Audit) -> Outline:
        """Work out what ``audit``, which is this one in some state, asks.

        Once it is signed it is judged for good by the standards that were signed with it.
        """
        signed = audit.standards
        standards = self._standards if signed is None else as_signed(signed)
        compiled = [self._compiled_of(pin) for pin in audit.checklists]
        return read_outline(audit, compiled, standards)

    @property
    def compiled(self) -> list[CompiledChecklist]:
        """Return the checklists that the audit uses now, ready for answering."""
        return [self._compiled_of(pin) for pin in self.audit.checklists]

    def commit(self, edit: Edit) -> Change:
        """Make ``edit`` durable.

        Raises:
            AuditLockedError: The audit has been signed off.
            SaveFailedError: It could not be written; nothing has changed.
        """
        self.require_draft()
        if self.audit.differences and row_changes(self.audit, edit.puts):
            edit = replace(edit, puts=(*edit.puts, *succeeded(self.audit, edit.puts)))
        changes = row_changes(self.audit, edit.puts)
        if not changes:
            return Change(self.audit, frozenset(), edit.kind)
        last = self.history[-1] if self.history else None
        if last is not None and goes_on(last, edit, changes):
            entry = grown(last, changes, edit.by.now)
            return self._write(edit.puts, entry, replaces_last=True)
        entry = self._entry(
            edit.kind, edit.by, changes=changes, detail=edit.detail, typing=edit.typing
        )
        return self._write(edit.puts, entry)

    def undo(self, by: Author) -> Change | None:
        """Take the last change back, and record that; None when there is nothing to take back."""
        self.require_draft()
        target = undo_target(self.history)
        if target is None:
            return None
        return self._again(puts_back(self.audit, target), HistoryKind.UNDONE, target, by)

    def redo(self, by: Author) -> Change | None:
        """Make the change that was undone last once more; None when there is none."""
        self.require_draft()
        target = redo_target(self.history)
        if target is None:
            return None
        return self._again(puts_again(self.audit, target), HistoryKind.REDONE, target, by)

    def note_event(self, kind: HistoryKind, by: Author, detail: str) -> None:
        """Record something that happened to the audit and changed nothing in it."""
        self._write((), self._entry(kind, by, detail=detail))

    def whole(self) -> Tables:
        """Return all tables of the audit as they are kept, the history among them."""
        return self._file.whole()

    def keep_beside(
        self, table: str, row: Frozen | None, kind: HistoryKind, by: Author, detail: str
    ) -> None:
        """Keep a row beside the audit, signed or not, and record that; None takes it away.

        The row itself is not in the history: what has to be forgotten later must not be there.
        """
        before, self.beside = self.beside, self.beside.with_row(table, row)
        try:
            self._write((), self._entry(kind, by, detail=detail), beside=(beside_put(table, row),))
        except BaseException:
            self.beside = before
            raise

    def restore_if_gone(self) -> None:
        """Write the audit's file anew if it was deleted while it was open.

        Raises:
            SaveFailedError: It could not be written.
        """
        self._file.restore_if_gone()

    def close(self) -> None:
        """Give the audit's file back."""
        self._file.close()

    def _compiled_of(self, pin: ChecklistPin) -> CompiledChecklist:
        """Return a checklist ready for answering: one from the start, or one moved to since."""
        if pin.sha256 not in self._compiled:
            checklist = as_read(embedded(pin.row()).checklist, self._standards.names)
            self._compiled[pin.sha256] = compile_checklist(checklist)
        return self._compiled[pin.sha256]

    def require_draft(self) -> None:
        """Refuse when the audit may not be changed any more.

        Raises:
            AuditLockedError: It has been signed off.
        """
        if not self.audit.is_draft:
            raise AuditLockedError(
                _("This audit has been signed off, so it cannot be changed."),
                _("Open it to read it or to print its report. To put something right, amend it."),
            )

    def _entry(
        self,
        kind: HistoryKind,
        by: Author,
        *,
        changes: tuple[RowChange, ...] = (),
        detail: str = "",
        typing: str = "",
        takes_back: int | None = None,
    ) -> HistoryEntry:
        """Make the next entry of the history, chained to the last."""
        return HistoryEntry(
            seq=len(self.history) + 1,
            at=by.now,
            by=by.name,
            kind=kind,
            changes=changes,
            detail=detail,
            takes_back=takes_back,
            typing=typing,
            previous=self.head,
        ).sealed()

    def _again(
        self, puts: tuple[Put, ...], kind: HistoryKind, target: HistoryEntry, by: Author
    ) -> Change:
        # To those who see it elsewhere an undo is an edit like any other: a version that was gone
        # on from stays so, or it would come back here alone.
        puts = tuple(put for put in puts if put.table != DIFFERENCES)
        puts = (*puts, *succeeded(self.audit, puts))
        changes = row_changes(self.audit, puts)
        entry = self._entry(kind, by, changes=changes, takes_back=target.seq)
        return replace(self._write(puts, entry), entry=entry)

    def _write(
        self,
        puts: tuple[Put, ...],
        entry: HistoryEntry,
        *,
        replaces_last: bool = False,
        lock: LockChange = LockChange.NONE,
        beside: tuple[Put, ...] = (),
    ) -> Change:
        audit = apply(self.audit, puts)
        self._keep(puts, entry, audit, replaces_last=replaces_last, lock=lock, beside=beside)
        return Change.of(audit, puts, entry.kind)

    def _keep(
        self,
        puts: tuple[Put, ...],
        entry: HistoryEntry,
        audit: Audit,
        *,
        replaces_last: bool = False,
        lock: LockChange = LockChange.NONE,
        beside: tuple[Put, ...] = (),
    ) -> None:
        """Write ``puts`` and a line of history, after which the audit is ``audit``."""
        record = entry.record()
        done = self._progress_after(audit, entry)
        changed_at = last_change((*self.history, entry))
        row = audit_row(audit, done, changed_at, is_held=self.beside.hold is not None)
        self._file.commit(
            (*puts, *beside), [record], replace_last=replaces_last, row=row, lock=lock
        )
        self.audit, self._progress = audit, done
        if replaces_last:
            self.history.pop()
        self.history.append(entry)

    @property
    def head(self) -> str:
        """Return the hash of the last line of the history."""
        return self.history[-1].hash if self.history else START

    def _progress_after(self, audit: Audit, entry: HistoryEntry) -> Progress:
        """Return how far ``audit`` is, without working it out where the entry cannot tell."""
        rows = [row for each in entry.changes for row in (each.old, each.new) if row]
        fields = {name for row in rows for name in row}
        if fields <= WRITTEN_ABOUT:
            return self._progress
        return progress(self.outline_of(audit))
