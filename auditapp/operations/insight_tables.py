# SPDX-License-Identifier: MPL-2.0
"""Lay out what was read of all audits, so that many questions can be asked of it at once.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. What is laid out stays
in memory until an audit changes or the window locks.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING
from weakref import WeakSet

from auditapp.checklist.embedding import embedded
from auditapp.checklist.translations import as_read
from auditapp.insight.selection import Selection
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.records import Record
from auditapp.operations.audit import Clock
from auditapp.operations.digests import DigestOperations
from auditapp.paths import AppPaths
from auditapp.store.vault import Vault

if TYPE_CHECKING:  # made late: nobody waits for SQLite who only answers questions
    from auditapp.checklist.models import Checklist
    from auditapp.insight.action_search import ActionSearch
    from auditapp.insight.digest_reading import Digest
    from auditapp.insight.tables import InsightTables


class InsightTableOperations(DigestOperations):
    """Give out the tables and the texts over all audits, brought up to date."""

    def __init__(self, paths: AppPaths, vault: Vault, clock: Clock) -> None:
        super().__init__(paths, vault, clock)
        self._tables: InsightTables | None = None
        # Pages may hold what was handed out before an audit changed; locking has to reach it.
        self._handed_out: WeakSet[InsightTables] = WeakSet()
        self._search: ActionSearch | None = None
        self._laid_out: tuple[dict[str, str], str] = ({}, "")
        self._read: dict[tuple[str, tuple[tuple[str, str], ...]], Checklist] = {}

    def insight_tables(
        self,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> "InsightTables":
        """Return what the functions of ``insight.rollups`` ask, brought up to date.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        self.refresh_digests(report_progress, is_cancelled)
        with self._lock:
            return self._current_tables()

    def digests_chosen(self, selection: Selection) -> "list[Digest]":
        """Return the digests of the chosen audits, brought up to date, the oldest first.

        Raises:
            NotAllowedError: The workspace is locked.
        """
        from auditapp.insight.digest import Facts, Words  # noqa: PLC0415 - as above
        from auditapp.insight.rollups.chosen import audits_chosen  # noqa: PLC0415 - as above

        self.refresh_digests()
        with self._lock:
            tables, digests = self._current_tables(), self._repository.digests
            ids = audits_chosen(tables, selection)
            words, facts = self._words(ids), digests.facts()
        # The audit as it stands comes first, what was signed before its amendment last.
        state = 0 if selection.has_drafts else -1
        return [
            (each, Facts.read(facts[each][state]), Words.read(words[each][state]))
            for each in ids
            if each in words  # its texts were lost, and by now the audit cannot be read either
        ]

    def forget_insights(self) -> None:
        """Keep nothing in memory of what was read, for a lock; tables handed out answer no more."""
        for tables in tuple(self._handed_out):
            tables.close()
        self._tables = self._search = None
        self._laid_out = ({}, "")
        self._repository.digests.forget_all()

    # Inside

    def _current_tables(self) -> "InsightTables":
        """Return the tables over the digests as they are now; made anew when any has changed."""
        from auditapp.insight.digest import Facts  # noqa: PLC0415 - as above
        from auditapp.insight.tables import InsightTables  # noqa: PLC0415 - as above

        digests = self._repository.digests
        # The names in use are in the texts of the checklists.
        now = (digests.stamps(), self._judged_by())
        if self._tables is None or self._laid_out != now:
            records = digests.facts()
            facts = {key: [Facts.read(each) for each in states] for key, states in records.items()}
            shas = {sha for states in facts.values() for each in states for sha, _m in each.sheets}
            self._tables, self._search = InsightTables(facts, self._checklists(shas)), None
            self._handed_out.add(self._tables)
            self._laid_out = now
        return self._tables

    def _current_search(self) -> "ActionSearch":
        from auditapp.insight.action_search import ActionSearch  # noqa: PLC0415 - as above
        from auditapp.insight.digest import Words  # noqa: PLC0415 - as above

        tables = self._current_tables()
        if self._search is None:
            records = self._words(self._repository.digests.stamps())
            tables = self._current_tables()  # fewer, where texts were lost and cannot be had again
            words = {key: [Words.read(each) for each in states] for key, states in records.items()}
            references = {row["id"]: row["case_reference"] for row in self._repository.rows()}
            self._search = ActionSearch(tables, words, references)
        return self._search

    def _words(self, audit_ids: Collection[str]) -> dict[str, list[Record]]:
        """Return the texts of audits; those of a page that turns out damaged are made again."""
        digests = self._repository.digests
        words = digests.words(audit_ids)
        if words.keys() != set(audit_ids):
            self.refresh_digests()
            words = digests.words(audit_ids)
        return words

    def _checklists(self, shas: Collection[str]) -> "dict[str, Checklist]":
        """Return checklists, by SHA-256, with the names in use put into their texts."""
        names = self._standards().names
        pins = self._known_pins()
        if not pins.keys() >= set(shas):
            pins = self._pins_again()
        key = tuple(names.items())
        for sha in shas:
            if (sha, key) not in self._read:
                self._read[sha, key] = as_read(embedded(pins[sha]).checklist, names)
        return {sha: self._read[sha, key] for sha in shas}
