# SPDX-License-Identifier: MPL-2.0
"""Read across all audits without opening them: figures, and lists of actions, concerns and words.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. What is read is first
brought up to date: only audits that were saved since are opened for it.
"""

import datetime as dt
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import orjson

from auditapp.errors import SaveFailedError
from auditapp.insight.digest import FORM
from auditapp.insight.selection import Selection
from auditapp.judgement.moment_words import uk_time
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.audit import AuditStatus
from auditapp.model.ids import AuditId
from auditapp.operations.digests import Refreshed
from auditapp.operations.insight_tables import InsightTableOperations
from auditapp.store.digest_pages import ANSWERS

if TYPE_CHECKING:  # made late: nobody waits for SQLite who only answers questions
    from auditapp.insight.action_search import ActionFilter, ActionsFound
    from auditapp.insight.insights import Insights
    from auditapp.insight.reading import Reading
    from auditapp.insight.said import ConcernRow, FeedbackRow


@dataclass(frozen=True, slots=True)
class CountedAcross:
    """Hold the audits that a selection takes, and those that may be among them, unreadable."""

    audits: tuple[AuditId, ...]
    unreadable: tuple[AuditId, ...]


class InsightOperations(InsightTableOperations):
    """Answer what is asked of many audits."""

    def insights(
        self,
        selection: Selection | None = None,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
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
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
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
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
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

    # Inside

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
