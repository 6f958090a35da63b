# SPDX-License-Identifier: MPL-2.0
"""Show what many audits say: figures, the lines behind them, and what may leave the program.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.csv_file import csv_bytes
from auditapp.exports.papers import require_outside_store
from auditapp.files import write_atomically
from auditapp.insight.selection import Selection
from auditapp.judgement.moment_words import uk_time
from auditapp.listing import AuditRow
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.audit import AuditStatus
from auditapp.model.ids import AuditId, QuestionKey, RecordId, question_key
from auditapp.model.ledger import LedgerKind
from auditapp.model.logbook import LogKind
from auditapp.operations.insight import InsightOperations
from auditapp.sessions.ledger_session import KIND

if TYPE_CHECKING:  # made late: nobody waits for figures who only answers questions
    from auditapp.insight.figures.behind import ActionsBehind, Behind
    from auditapp.insight.figures.figure import Figure, FigureOrder
    from auditapp.insight.figures.standing import Standing
    from auditapp.insight.insights import Insights
    from auditapp.insight.meanings import Criterion
    from auditapp.insight.rollups.chosen import Line

IDLE: Final = dt.timedelta(days=31)
"""A draft that nobody has changed for longer asks for attention (our own figure)."""

MOST_ACTIONS: Final = 5_000
"""Actions behind a figure that are listed at most."""


@dataclass(frozen=True, slots=True)
class Overview:
    """Hold the first answers about a selection, and the figures made of them."""

    selection: Selection
    answers: "Insights"
    figures: "tuple[Figure, ...]"


@dataclass(frozen=True, slots=True)
class LineRow:
    """Hold one line behind a figure, and what opens it.

    Args:
        audit: the audit.
        question: the question of it that is meant, None for the audit as a whole.
        reference: the pseudonym of its case.
        team: whose work it is about.
        day: when it was signed off, or changed last; of an action, when it is due.
        words: how it stands, or what is to be done; empty where there is nothing to say.
        action: the action of it that is meant, None where it is none.
    """

    audit: AuditId
    question: QuestionKey | None
    reference: str
    team: str
    day: dt.date | None
    words: str = ""
    action: RecordId | None = None


@dataclass(frozen=True, slots=True)
class FilterOffer:
    """Hold what the audits can be chosen by, each a value and its words."""

    teams: tuple[str, ...]
    auditors: tuple[str, ...]
    checklists: tuple[tuple[str, str], ...]
    rounds: tuple[tuple[str, str], ...]


class FigureOperations(InsightOperations):
    """Make figures across audits."""

    def insight_overview(
        self,
        selection: Selection,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> Overview:
        """Return the figures of the chosen audits.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.figures.making import figures_of  # noqa: PLC0415 - as above

        found = self.insights(selection, report_progress=report_progress, is_cancelled=is_cancelled)
        return Overview(selection, found, figures_of(found, selection, self._target()))

    def figures(
        self, orders: "Sequence[FigureOrder]", *, is_cancelled: IsCancelled = never
    ) -> "tuple[Figure, ...]":
        """Return figures as the audits are now; what cannot be made any more is left out.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.figures.making import ordered_figures  # noqa: PLC0415 - as above

        tables = self.insight_tables(is_cancelled=is_cancelled)
        with self._lock:
            today = uk_time(self.clock()).date()
            return ordered_figures(tables, orders, today, self._target())

    def criteria_rated(self, *, is_cancelled: IsCancelled = never) -> "list[Criterion]":
        """Return the criteria that are rated in any audit, in the order of the checklists.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        found = self.insights(is_cancelled=is_cancelled)
        return [row.criterion for row in found.criteria.rows]

    def standing(
        self,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> "Standing":
        """Return how things stand today in all audits.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.figures.standing import standing  # noqa: PLC0415 - as above

        found = self.insights(report_progress=report_progress, is_cancelled=is_cancelled)
        now = self.clock()
        rows = self.audits()
        concerns = {row.id: row.open_concerns for row in rows}
        idle = (r.id for r in rows if r.status is AuditStatus.DRAFT and now - r.changed_at > IDLE)
        return standing(found, concerns, tuple(idle), self._target())

    def lines_behind(
        self, behind: "Behind | ActionsBehind", *, is_cancelled: IsCancelled = never
    ) -> list[LineRow]:
        """Return what stands behind a figure, each with what opens it.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.figures.behind import ActionsBehind  # noqa: PLC0415 - as above

        if isinstance(behind, ActionsBehind):
            return self._action_lines(behind)
        tables = self.insight_tables(is_cancelled=is_cancelled)
        with self._lock:
            parts = list(behind.parts(tables))
        rows = {row.id: row for row in self.audits()}
        return [
            _line_row(rows[line.audit], line, behind.criterion, words)
            for words, lines in parts
            for line in lines
            if line.audit in rows
        ]

    def filter_offer(self) -> FilterOffer:
        """Return the teams, auditors, checklists and rounds that audits can be chosen by."""
        rows = self.audits()
        with self._lock:
            ledgers = self._repository.ledgers.rows()
        rounds = [
            (key, str(row["name"]))
            for key, row in ledgers.items()
            if row.get(KIND) == LedgerKind.ROUND and row.get("name")
        ]
        headers = self.library.in_use()
        titles = sorted(((str(each.id), each.title) for each in headers), key=lambda each: each[1])
        teams = {" ".join(row.team.split()) for row in rows} - {""}
        auditors = {" ".join(row.auditor.split()) for row in rows} - {""}
        return FilterOffer(
            tuple(sorted(teams, key=str.casefold)),
            tuple(sorted(auditors, key=str.casefold)),
            tuple(titles),
            tuple(sorted(rounds, key=lambda each: each[1].casefold())),
        )

    def words_for_self_evaluation(
        self, selection: Selection, *, is_cancelled: IsCancelled = never
    ) -> str:
        """Return what the chosen audits show as words, without names or small numbers.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.figures.year_words import year_words  # noqa: PLC0415 - as above

        return year_words(self.insights(selection, is_cancelled=is_cancelled), selection)

    def scorecard_file(self, selection: Selection, *, is_cancelled: IsCancelled = never) -> bytes:
        """Return the counts of the chosen audits as CSV, without names or small numbers.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.figures.scorecard import scorecard  # noqa: PLC0415 - as above

        return csv_bytes(scorecard(self.insights(selection, is_cancelled=is_cancelled)))

    def save_figure(self, path: Path, contents: bytes) -> None:
        """Write a file of a figure, whole or not at all, and record that it went out.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            NotAllowedError: The workspace is locked.
            SaveFailedError: It could not be written, or not be recorded.
        """
        require_outside_store(self.paths, path)
        with self._lock:
            self._require_unlocked()
            write_atomically(path, contents)
            digest = sha256(contents).hexdigest()
            self._log(LogKind.FIGURE_EXPORTED, f"{path.suffix.lstrip('.')} {digest}")

    # Inside

    def _target(self) -> float:
        """Return the share of second readings that is aimed at, as the settings have it."""
        return self.settings().agreement_target / 100

    def _action_lines(self, behind: "ActionsBehind") -> list[LineRow]:
        found = self.actions_across(behind.wanted, MOST_ACTIONS)
        return [
            LineRow(
                row.audit, None, row.reference, row.team, row.action.due, row.action.what, row.id
            )
            for row in found.rows
        ]


def _line_row(row: AuditRow, line: "Line", criterion: "Criterion | None", words: str) -> LineRow:
    key = None
    if criterion is not None and line.question is not None:
        key = question_key(criterion.checklist, line.question)
    day = uk_time(row.kept_since).date()
    return LineRow(row.id, key, row.case_reference, row.team, day, words)
