# SPDX-License-Identifier: MPL-2.0
"""Lay the facts of many audits into SQLite in memory, in narrow tables of numbers.

What stands for a text, such as a team, is its number in one of the lists beside the tables. The
letters of ``digest_marks`` stay together as the checklist has them: SQLite picks and groups the
audits, and a letter is counted at its place in the texts that it puts together, which takes a
fraction of what a row for each answer would (``docs/decisions/0013-reading-across.md``).
"""

import datetime as dt
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

from auditapp.checklist.models import Checklist
from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.insight.digest import Facts
from auditapp.insight.digest_reading import theme_of
from auditapp.insight.meanings import Criterion, Meanings, read_meanings
from auditapp.insight.numbering import Numbering
from auditapp.insight.selection import plain_team
from auditapp.judgement.timescales import LateUnit, TimescaleState
from auditapp.model.answer import Cause
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import GradeBand

STATUSES: Final = tuple(AuditStatus)
BANDS: Final = tuple(GradeBand)
COHORTS: Final = tuple(Cohort)
CAUSES: Final = tuple(Cause)
ACTION_STATES: Final = tuple(ActionStatus)
TIMESCALE_STATES: Final = tuple(TimescaleState)
UNITS: Final = tuple(LateUnit)
PEOPLE: Final = tuple(FeedbackFrom)

SCHEMA: Final = """
CREATE TABLE audit (no INTEGER PRIMARY KEY, is_draft INT, is_latest INT, is_second INT, day INT,
  month INT, team INT, practice INT, impact INT, concerns INT, status INT, auditor INT, cohorts INT,
  key INT, moderates INT, id TEXT, round TEXT, re_audits TEXT, first_practice INT,
  first_impact INT);
CREATE TABLE sheet (audit INT, checklist INT, marks TEXT);
CREATE TABLE timescale (audit INT, criterion INT, state INT, late INT, unit INT, has_reason INT);
CREATE TABLE cause (audit INT, criterion INT, cause INT);
CREATE TABLE action (audit INT, id TEXT, theme INT, criterion INT, status INT, due INT, owner INT);
CREATE TABLE concern (audit INT, id TEXT, is_open INT, found INT);
CREATE TABLE feedback (audit INT, person INT, asked INT, said INT, why_not INT);
"""
_INDEXES: Final = """
CREATE INDEX audit_key ON audit (key);
CREATE INDEX audit_moderates ON audit (moderates) WHERE is_second;
CREATE INDEX audit_month ON audit (month, is_draft, is_latest, is_second);
CREATE INDEX audit_team ON audit (team, month, is_draft, is_latest, is_second, practice, impact,
  concerns);
CREATE INDEX sheet_audit ON sheet (audit);
CREATE INDEX timescale_criterion ON timescale (criterion, state, late, unit, audit, has_reason);
CREATE INDEX cause_cause ON cause (cause, audit);
CREATE INDEX feedback_person ON feedback (person, audit, asked, said, why_not);
CREATE INDEX feedback_alike ON feedback (person, asked, said, why_not, audit);
"""
_COLUMNS: Final = {
    "audit": 20,
    "sheet": 3,
    "timescale": 6,
    "cause": 3,
    "action": 7,
    "concern": 4,
    "feedback": 5,
}

_DUE: Final = 5
"""The column of an action that says when it is due."""

Rows = dict[str, list[tuple[Any, ...]]]


class InsightTables:
    """Hold the tables, and the lists that their numbers stand for. They change no more.

    ``practice`` and ``impact`` are the grades that count; ``first_practice`` and ``first_impact``
    those that the auditor gave, which moderation may have changed.
    ``meanings`` say what the questions ask; ``criteria`` are numbered in the order of the
    checklists, and ``places`` say, by the number of a checklist, which criterion each letter is.
    """

    def __init__(
        self, facts: Mapping[str, Sequence[Facts]], checklists: Mapping[str, Checklist]
    ) -> None:
        """Fill the tables.

        Args:
            facts: of each audit, by its id, for each of its states that can be chosen.
            checklists: those that the audits use, by SHA-256, with the local names put in.
        """
        self.checklists = {sha: checklists[sha] for sha in _shas(facts)}
        self.meanings: Meanings = read_meanings(self.checklists)
        self.criteria: tuple[Criterion, ...] = tuple(
            sorted(set(self.meanings.criteria.values()), key=lambda each: (each.title, each.place))
        )
        self.teams, self.auditors = Numbering(plain_team), Numbering(plain_team)
        self.themes, self.owners = Numbering(), Numbering(plain_team)
        self.shas = list(self.checklists)
        numbers = {criterion: number for number, criterion in enumerate(self.criteria)}
        self.places = [
            tuple(numbers[self.meanings.criteria[sha, each.id]] for each in checklist.questions)
            for sha, checklist in self.checklists.items()
        ]
        self._sheet_of = {sha: number for number, sha in enumerate(self.shas)}
        self._keys = {audit_id: key for key, audit_id in enumerate(facts)}
        # Whoever locks the workspace closes the tables, while somebody else may be asking them.
        self._lock = threading.Lock()
        self._base: sqlite3.Connection | None = _filled(self._rows(facts))

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[Any]:
        """Return what a query finds.

        Raises:
            NotAllowedError: The workspace was locked, and with it these tables.
        """
        with self._lock:
            return self._open_base().execute(query, values).fetchall()

    def close(self) -> None:
        """Give the memory of the tables back; whoever holds them cannot ask them any more."""
        with self._lock:
            if self._base is not None:
                self._base.close()
            self._base = None

    def index_actions(self, texts: Iterable[tuple[int, str]], vague: Iterable[int]) -> None:
        """Make the words of actions, each by its row, findable in the table ``action_words``.

        Those rows that are ``vague`` stand in ``action_vague``.
        """
        with self._lock:
            base = self._open_base()
            base.executescript(
                "DROP TABLE IF EXISTS action_words;"
                "CREATE VIRTUAL TABLE action_words USING fts5(text, prefix='1 2 3');"
                "DROP TABLE IF EXISTS action_vague;"
                "CREATE TABLE action_vague (no INTEGER PRIMARY KEY);"
            )
            base.executemany("INSERT INTO action_vague VALUES (?)", ((each,) for each in vague))
            base.executemany("INSERT INTO action_words (rowid, text) VALUES (?, ?)", texts)
            base.commit()

    def checklist_numbers(self, ids: Iterable[str]) -> list[int]:
        """Return the numbers of all versions of the checklists with these ids."""
        wanted = set(ids)
        checklists = self.checklists.values()
        return [number for number, each in enumerate(checklists) if each.id in wanted]

    def _open_base(self) -> sqlite3.Connection:
        if self._base is None:
            raise NotAllowedError(
                _("The audits were locked meanwhile."), _("Unlock them, then try again.")
            )
        return self._base

    def _rows(self, facts: Mapping[str, Sequence[Facts]]) -> Rows:
        rows: Rows = {table: [] for table in _COLUMNS}
        # In the order of their days, so that a team goes by its newest name.
        every = sorted(
            ((each.day, audit_id, each) for audit_id, states in facts.items() for each in states),
            key=lambda entry: entry[:2],
        )
        for no, (_day, audit_id, each) in enumerate(every):
            rows["audit"].append(self._audit(no, audit_id, each))
            self._add_parts(rows, no, each)
        # What is due first comes first, and what has no day comes last: the order of their list.
        rows["action"].sort(key=lambda row: (row[_DUE] is None, row[_DUE], row[0]))
        return rows

    def _audit(self, no: int, audit_id: str, facts: Facts) -> tuple[Any, ...]:
        return (
            no,
            facts.is_draft,
            facts.is_latest,
            bool(facts.moderates),
            facts.day,
            month_number(facts.day),
            self.teams.number(facts.team),
            _NUMBERS[GradeBand].get(facts.practice_now),
            _NUMBERS[GradeBand].get(facts.impact_now),
            len(facts.concerns),
            _NUMBERS[AuditStatus][facts.status],
            self.auditors.number(facts.auditor),
            sum(_COHORT_BITS[each] for each in set(facts.cohorts)),
            self._keys[audit_id],
            self._keys.get(facts.moderates),
            audit_id,
            facts.round,
            facts.re_audits,
            _NUMBERS[GradeBand].get(facts.practice),
            _NUMBERS[GradeBand].get(facts.impact),
        )

    def _add_parts(self, rows: Rows, no: int, facts: Facts) -> None:
        sheets = [self._sheet_of[sha] for sha, _marks in facts.sheets]
        places = [self.places[sheet] for sheet in sheets]
        rows["sheet"] += [
            (no, sheet, marks) for sheet, (_sha, marks) in zip(sheets, facts.sheets, strict=True)
        ]
        states, units = _NUMBERS[TimescaleState], _NUMBERS[LateUnit]
        rows["timescale"] += [
            (no, places[sheet][at], states[state], late, units[unit], reason)
            for sheet, at, state, late, unit, reason in facts.timescales
        ]
        rows["cause"] += [
            (no, places[sheet][at], _NUMBERS[Cause][cause]) for sheet, at, cause in facts.causes
        ]
        for key, sheet, at, status, due, owner in facts.actions:
            theme = self.themes.number(theme_of(facts, (sheet, at), self.checklists))
            criterion = places[sheet][at] if sheet >= 0 else None
            number = _NUMBERS[ActionStatus][status]
            rows["action"].append(
                (no, key, theme, criterion, number, due, self.owners.number(owner))
            )
        rows["concern"] += [(no, key, is_open, found) for key, is_open, found in facts.concerns]
        rows["feedback"] += [
            (no, _NUMBERS[FeedbackFrom][person], asked, said, why_not)
            for person, (asked, said, why_not) in facts.feedback.items()
        ]


def month_number(day: int) -> int:
    """Return the number of the month of a day: twelve times the year, and the month from 0."""
    date = dt.date.fromordinal(day)
    return date.year * 12 + date.month - 1


def _shas(facts: Mapping[str, Sequence[Facts]]) -> Iterator[str]:
    found = (sha for states in facts.values() for each in states for sha, _marks in each.sheets)
    yield from dict.fromkeys(found)


def _filled(rows: Rows) -> sqlite3.Connection:
    """Return a base in memory; `InsightTables` sees that one thread asks it at a time."""
    base = sqlite3.connect(":memory:", check_same_thread=False)
    base.executescript(SCHEMA)
    for table, columns in _COLUMNS.items():
        places = ", ".join("?" * columns)
        base.executemany(f"INSERT INTO {table} VALUES ({places})", rows[table])  # noqa: S608 - ours
    base.executescript(_INDEXES)
    base.commit()
    return base


_KINDS: Final[tuple[type[StrEnum], ...]] = (
    AuditStatus,
    GradeBand,
    Cause,
    ActionStatus,
    TimescaleState,
    LateUnit,
    FeedbackFrom,
)
_NUMBERS: Final[Mapping[type[StrEnum], Mapping[str, int]]] = {
    kind: {value.value: number for number, value in enumerate(kind)} for kind in _KINDS
}
_COHORT_BITS: Final[Mapping[str, int]] = {
    value.value: 1 << number for number, value in enumerate(COHORTS)
}
