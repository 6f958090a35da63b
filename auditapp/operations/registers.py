# SPDX-License-Identifier: MPL-2.0
"""Keep the registers: disputes, learning that went out, and other quality activity.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final, TypeVar

from auditapp.case_holdings import FoundEntry
from auditapp.errors import LedgerDamagedError, NotAllowedError, SchemaTooNewError
from auditapp.history.register_lines import RegisterLine, register_lines
from auditapp.i18n import _
from auditapp.judgement.personal_findings import PlacedFinding, find_in_texts
from auditapp.judgement.register_rules import require_entry
from auditapp.model.edits import Author
from auditapp.model.ids import AuditId, LedgerId, RecordId, new_record_id
from auditapp.model.ledger import LedgerEntry, LedgerKind
from auditapp.model.logbook import LogKind
from auditapp.model.records import Put, Record
from auditapp.model.register import (
    ENTRIES,
    Dispute,
    LearningMessage,
    QualityActivity,
    Register,
    RegisterEntry,
    register_of,
)
from auditapp.model.texts import texts_in_row
from auditapp.operations.audit import AuditOperations
from auditapp.sessions.ledger_session import KIND, LedgerSession

REGISTERS: Final = LedgerId("5e61573e" * 4)
"""The ledger of the registers: one in every workspace."""

ADDED, CHANGED, REMOVED, ERASED = "added", "changed", "removed", "erased"
"""The words in its history."""

_ROW: Final[Record] = {KIND: LedgerKind.REGISTERS.value}

Entry = TypeVar("Entry", bound=RegisterEntry)


class RegisterOperations(AuditOperations):
    """Add, change, remove and list the entries of the registers."""

    def disputes(self) -> dict[RecordId, Dispute]:
        """Return the disputes and escalations by their ids, in the order they were recorded."""
        return self._entries(Register.DISPUTES, Dispute)

    def learning_messages(self) -> dict[RecordId, LearningMessage]:
        """Return the messages that went out, likewise."""
        return self._entries(Register.LEARNING, LearningMessage)

    def quality_activities(self) -> dict[RecordId, QualityActivity]:
        """Return the other quality activity, likewise."""
        return self._entries(Register.ACTIVITIES, QualityActivity)

    def add_to_register(self, entry: RegisterEntry, by: Author) -> RecordId:
        """Keep a new entry; return its id.

        Raises:
            NotAllowedError: It says too little, or contradicts itself.
            LedgerDamagedError, SchemaTooNewError: The registers cannot be read.
            SaveFailedError: It could not be written; nothing has changed.
        """
        require_entry(entry)
        entry_id = new_record_id()
        put = Put(register_of(entry).value, entry_id, entry.record())
        with self._lock:
            self._require_unlocked()
            session = self._registers() or self._ledgers.create(REGISTERS, _ROW)
            session.change([put], ADDED, by, _ROW)
        return entry_id

    def change_in_register(self, entry_id: RecordId, entry: RegisterEntry, by: Author) -> None:
        """Put an entry in the place of the one with this id; who made that stays.

        Raises:
            NotAllowedError: There is none, or it says too little, or contradicts itself.
            LedgerDamagedError, SchemaTooNewError, SaveFailedError: As `add_to_register`.
        """
        require_entry(entry)
        with self._lock:
            session, before = self._found(register_of(entry), entry_id)
            kept = {name: before[name] for name in ("author", "created_at")}
            put = Put(register_of(entry).value, entry_id, entry.record() | kept)
            session.change([put], CHANGED, by, _ROW)

    def remove_from_register(
        self, register: Register, entry_id: RecordId, reason: str, by: Author
    ) -> None:
        """Take an entry out; the history keeps what it said, and why it went.

        Raises:
            NotAllowedError: There is none, or no reason is given.
            LedgerDamagedError, SchemaTooNewError, SaveFailedError: As `add_to_register`.
        """
        if not reason.strip():
            raise NotAllowedError(
                _("An entry is removed for a reason."), _("Write why it should not be there.")
            )
        with self._lock:
            session, _before = self._found(register, entry_id)
            session.change([Put(register.value, entry_id, None)], REMOVED, by, _ROW, reason.strip())

    def erase_from_register(self, register: Register, entry_id: RecordId, by: Author) -> None:
        """Erase an entry, be it removed already, so that no copy here says what it said.

        The history still says that there was one, and its chain holds. Backups keep what they hold.

        Raises:
            NotAllowedError: There never was one.
            LedgerDamagedError, SchemaTooNewError: As `add_to_register`.
            SaveFailedError: It could not be erased, or not with every copy.
        """
        with self._lock:
            session = self._registers()
            named = ((c.table, c.key) for line in self.register_history() for c in line.changes)
            if session is None or (register, entry_id) not in named:
                raise _not_there()
            session.erase([Put(register.value, entry_id, None)], ERASED, by, _ROW)
            self._log(LogKind.REGISTER_ENTRY_ERASED, register)

    def register_history(self) -> Sequence[LedgerEntry]:
        """Return every change of the registers, oldest first.

        Raises:
            LedgerDamagedError, SchemaTooNewError: The registers cannot be read.
        """
        with self._lock:
            session = self._registers()
            return session.history if session else ()

    def register_lines(self) -> list[RegisterLine]:
        """Return the same in words, a line for each entry that was changed.

        Raises:
            LedgerDamagedError, SchemaTooNewError: As `register_history`.
        """
        return register_lines(self.register_history())

    def find_in_registers(
        self, pattern: re.Pattern[str], audits: Collection[AuditId]
    ) -> list[FoundEntry]:
        """Return the entries that mention something, or that are about one of some audits.

        Those that did so once are among them, be they removed, as they are or were last: of what
        was not erased the history has every word.

        Raises:
            LedgerDamagedError, SchemaTooNewError: The registers cannot be read.
        """
        found: dict[RecordId, FoundEntry] = {}
        wanted: set[RecordId] = set()
        for each in (*_ever_held(self.register_history()), *self._held_now()):
            found[each.id] = each
            if _is_about(each.entry, pattern, audits):
                wanted.add(each.id)
        return [each for entry_id, each in found.items() if entry_id in wanted]

    def register_findings(self, entry: RegisterEntry) -> list[PlacedFinding]:
        """Return what the texts of an entry give away about people: a warning, and no more."""
        return find_in_texts(texts_in_row(register_of(entry), "", entry.record()), ())

    def begin_registers_anew(self) -> None:
        """Give registers up that do not open any more, and begin with empty ones.

        What is left of them is set aside, and a backup may still have them.

        Raises:
            StoreExistsError: They open: they are not lost.
            LedgerDamagedError: The system does not let us see whether they are lost.
            SaveFailedError: The system refused it.
        """
        with self._lock:
            self._require_unlocked()
            self._ledgers.create(REGISTERS, _ROW, in_place_of_lost=True)
            self._log(LogKind.REGISTERS_BEGUN_ANEW)

    def _forget_in_registers(self, audit_id: AuditId, by: Author) -> None:
        """Erase what disputes say, or ever said, of an audit that goes; that there was one stays.

        Registers that cannot be read keep nobody from erasing an audit.
        """
        try:
            disputes, session = self.disputes(), self._registers()
        except (LedgerDamagedError, SchemaTooNewError) as error:
            self._note(f"{error} {error.remedy}")
            return
        if session is None:
            return
        puts = []
        for entry_id in _ever_about(session.history, audit_id):
            left = disputes.get(entry_id)
            if left is not None and left.audit == audit_id:
                left = left.model_copy(update=_NOTHING_SAID)
            puts.append(Put(Register.DISPUTES.value, entry_id, left.record() if left else None))
        if puts:
            session.erase(puts, ERASED, by, _ROW)

    def _entries(self, register: Register, model: type[Entry]) -> dict[RecordId, Entry]:
        with self._lock:
            session = self._registers()
            rows = session.rows(register) if session else {}
        return {RecordId(key): model.model_validate(row) for key, row in rows.items()}

    def _held_now(self) -> Iterator[FoundEntry]:
        """Yield every entry that there is; of one erased in part the history does not tell."""
        for entries in (self.disputes(), self.learning_messages(), self.quality_activities()):
            for entry_id, entry in entries.items():
                yield FoundEntry(register_of(entry), entry_id, entry)

    def _found(self, register: Register, entry_id: RecordId) -> tuple[LedgerSession, Record]:
        session = self._registers()
        row = session.rows(register).get(entry_id) if session else None
        if session is None or row is None:
            raise _not_there()
        return session, row

    def _registers(self) -> LedgerSession | None:
        """Return the open ledger; None as long as nothing was ever written in it."""
        self._require_unlocked()
        return self._ledgers.get(REGISTERS) if self._ledgers.has(REGISTERS) else None


_NOTHING_SAID: Final = {"audit": None, "question": None, "matter": "", "result": ""}


def _ever_held(history: Sequence[LedgerEntry]) -> Iterator[FoundEntry]:
    """Yield every state of every entry that the history still tells, the oldest first."""
    for change in (change for line in history for change in line.changes):
        register = Register(change.table)
        if change.new is not None:
            entry = ENTRIES[register].model_validate(change.new)
            yield FoundEntry(register, RecordId(change.key), entry)


def _ever_about(history: Sequence[LedgerEntry], audit_id: AuditId) -> list[RecordId]:
    """Return the disputes that some line of history has as being about an audit, each once."""
    changes = (change for line in history for change in line.changes)
    found = (
        RecordId(change.key)
        for change in changes
        if any(row and row.get("audit") == audit_id for row in (change.old, change.new))
    )
    return list(dict.fromkeys(found))


def _is_about(entry: RegisterEntry, pattern: re.Pattern[str], audits: Collection[AuditId]) -> bool:
    if isinstance(entry, Dispute) and entry.audit in audits:
        return True
    texts = texts_in_row(register_of(entry), "", entry.record())
    return any(pattern.search(each.text) for each in texts)


def _not_there() -> NotAllowedError:
    return NotAllowedError(_("This entry is not there any more."), _("Nothing was changed."))
