# SPDX-License-Identifier: MPL-2.0
"""Read across all audits without opening them: figures, and lists of actions, concerns and words.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. What is read is first
brought up to date: only audits that were saved since are opened for it.
"""

import datetime as dt
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING
from weakref import WeakSet

import orjson

from auditapp.checklist.embedding import embedded
from auditapp.checklist.translations import as_read
from auditapp.errors import SaveFailedError
from auditapp.exports.papers import Progress, never
from auditapp.insight.digest import FORM
from auditapp.insight.selection import Selection
from auditapp.judgement.moment_words import uk_time
from auditapp.model.audit import AuditStatus
from auditapp.model.ids import AuditId
from auditapp.model.records import Record
from auditapp.operations.audit import Clock
from auditapp.operations.digests import DigestOperations, Refreshed
from auditapp.paths import AppPaths
from auditapp.store.digest_pages import ANSWERS
from auditapp.store.vault import Vault

if TYPE_CHECKING:  # made late: nobody waits for SQLite who only answers questions
    from auditapp.checklist.models import Checklist
    from auditapp.insight.action_search import ActionFilter, ActionSearch, ActionsFound
    from auditapp.insight.digest_reading import Digest
    from auditapp.insight.insights import Insights
    from auditapp.insight.reading import Reading
    from auditapp.insight.said import ConcernRow, FeedbackRow
    from auditapp.insight.tables import InsightTables


@dataclass(frozen=True, slots=True)
class CountedAcross:
    """Hold the audits that a selection takes, and those that may be among them, unreadable."""

    audits: tuple[AuditId, ...]
    unreadable: tuple[AuditId, ...]


class InsightOperations(DigestOperations):
    """Answer what is asked of many audits."""

    def __init__(self, paths: AppPaths, vault: Vault, clock: Clock) -> None:
        super().__init__(paths, vault, clock)
        self._tables: InsightTables | None = None
        # Pages may hold what was handed out before an audit changed; locking has to reach it.
        self._handed_out: WeakSet[InsightTables] = WeakSet()
        self._search: ActionSearch | None = None
        self._laid_out: tuple[dict[str, str], str] = ({}, "")
        self._read: dict[tuple[str, tuple[tuple[str, str], ...]], Checklist] = {}

    def insights(
        self,
        selection: Selection | None = None,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> "Insights":
        """Return the first answer of every roll-up, as at today; of all signed audits by default.

        The answers about all signed audits are kept, sealed, until one of them changes.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.insights import Insights, read_insights  # noqa: PLC0415 - as above

        today = uk_time(self.clock()).date()
        is_usual = selection is None or selection == Selection()
        with self._lock:
            self._require_unlocked()
            key = self._answers_key(today) if is_usual else ""
            kept = self._repository.digests.part(ANSWERS) if is_usual else None
        if kept is not None and kept["key"] == key:
            return Insights.read(kept["answers"])
        refreshed = self.refresh_digests(report_progress, is_cancelled)
        with self._lock:
            tables = self._current_tables()
            found = read_insights(
                tables, selection or Selection(), today, len(refreshed.unreadable)
            )
            if is_usual and not refreshed.unreadable:
                self._keep_answers(self._answers_key(today), found)
        return found

    def insight_tables(
        self,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> "InsightTables":
        """Return what the functions of ``insight.rollups`` ask, brought up to date.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        self.refresh_digests(report_progress, is_cancelled)
        with self._lock:
            return self._current_tables()

    def actions_across(
        self, wanted: "ActionFilter", most: int = 100, after: int = 0, *, as_read: bool = False
    ) -> "ActionsFound":
        """Return actions of all audits that a filter takes, what is due first on top.

        At most ``most``, and not the first ``after`` of them. With ``as_read`` they are looked for
        in what was read last, as somebody wants who types: looking whether any of thousands of
        audits has changed takes longer than the search.

        Raises:
            NotAllowedError: The workspace is locked.
        """
        if not as_read or self._search is None:
            self.refresh_digests()
        with self._lock:
            self._require_unlocked()
            search = self._search if as_read else None
            search = search or self._current_search()
            return search.find(wanted, uk_time(self.clock()).date(), most, after)

    def concerns_across(self, selection: Selection) -> "list[ConcernRow]":
        """Return the immediate concerns of the chosen audits, those that wait for a response first.

        Raises:
            NotAllowedError: The workspace is locked.
        """
        from auditapp.insight.said import concern_rows  # noqa: PLC0415 - as above

        return concern_rows(self.digests_chosen(selection))

    def feedback_across(self, selection: Selection) -> "list[FeedbackRow]":
        """Return what people said in the chosen audits, or why nobody asked, the oldest first.

        Raises:
            NotAllowedError: The workspace is locked.
        """
        from auditapp.insight.said import feedback_rows  # noqa: PLC0415 - as above

        return feedback_rows(self.digests_chosen(selection))

    def count_across(
        self,
        selection: Selection,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> CountedAcross:
        """Count the audits that a selection takes.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.rollups.chosen import audits_chosen  # noqa: PLC0415 - as above

        refreshed = self.refresh_digests(report_progress, is_cancelled)
        with self._lock:
            audits = audits_chosen(self._current_tables(), selection)
            return CountedAcross(audits, self._unreadable(refreshed, selection))

    def reading_across(
        self,
        selection: Selection,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> "tuple[Reading | None, CountedAcross]":
        """Return what reports count of the chosen audits, None where there are none, and which.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.digest_reading import read_digests  # noqa: PLC0415 - as above

        counted = self.count_across(
            selection, report_progress=report_progress, is_cancelled=is_cancelled
        )
        digests = self.digests_chosen(selection)
        if not digests:
            return None, counted
        with self._lock:
            checklists = self._checklists(
                {sha for _id, facts, _words in digests for sha, _marks in facts.sheets}
            )
        return read_digests(digests, checklists, len(counted.unreadable)), counted

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

    def _unreadable(self, refreshed: Refreshed, selection: Selection) -> tuple[AuditId, ...]:
        """Return those of the audits that could not be read which may be among the chosen."""
        teams = {row["id"]: row["team"] for row in self._repository.rows()}
        return tuple(
            each
            for each in refreshed.unreadable
            if each in teams and selection.may_take(each, teams[each])
        )

    def _answers_key(self, today: dt.date) -> str:
        """Return what the answers about all signed audits follow from."""
        from auditapp.insight.insights import ANSWERS_FORM  # noqa: PLC0415 - as above

        signed = self._repository.generations()
        draft = AuditStatus.DRAFT.value
        for row in self._repository.rows():
            if row["status"] == draft and "amendment" not in row:
                del signed[row["id"]]
        parts = [FORM, ANSWERS_FORM, today.toordinal(), self._judged_by(), signed]
        return blake2b(orjson.dumps(parts), digest_size=16).hexdigest()

    def _keep_answers(self, key: str, found: "Insights") -> None:
        with suppress(SaveFailedError):  # they are there, and the next time takes longer
            part = {"key": key, "answers": found.text()}
            self._repository.digests.save_part(ANSWERS, part)
