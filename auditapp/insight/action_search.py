# SPDX-License-Identifier: MPL-2.0
"""Find actions of all audits while somebody types, however many there are."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from auditapp.insight.digest import Words
from auditapp.insight.rollups.actions import SOON
from auditapp.insight.rollups.chosen import chosen
from auditapp.insight.selection import Selection
from auditapp.insight.tables import ACTION_STATES, InsightTables
from auditapp.judgement.actions import vagueness
from auditapp.model.action_progress import ActionNow
from auditapp.model.follow_up import ActionStatus, days_late
from auditapp.model.ids import AuditId, RecordId

_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class ActionFilter:
    """Say which actions are wanted; what is empty takes all.

    Args:
        text: words, each of them the beginning of a word of the action, its owner, case or team.
        selection: the audits that they come from.
        statuses: how they stand.
        owners: whose they are; letter case is forgiven.
        themes: the sections that they come from; "" is none.
        is_overdue: they are open, and their day has passed.
        is_due_soon: they are open and due within ``SOON`` days.
        is_vague: they are open, and leave unsaid what, who, by when or how it will show.
        is_second: second readings set them.
        is_due_later: they are open and due after that.
        is_undated: they are open and have no day.
        only: just this one, by its audit and its own id.
    """

    text: str = ""
    selection: Selection = field(default_factory=Selection)
    statuses: frozenset[ActionStatus] = frozenset()
    owners: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    is_overdue: bool = False
    is_due_soon: bool = False
    is_vague: bool = False
    is_second: bool = False
    is_due_later: bool = False
    is_undated: bool = False
    only: tuple[AuditId, RecordId] | None = None


@dataclass(frozen=True, slots=True)
class ActionRow:
    """Hold one action of the list, and where it comes from.

    ``vague`` says in a sentence what an open one leaves unsaid, and is empty when it is whole;
    ``is_second`` tells that a second reading set it.
    """

    audit: AuditId
    id: RecordId
    action: ActionNow
    reference: str
    team: str
    theme: str
    question: str
    vague: str
    is_second: bool = False

    def days_late(self, today: dt.date) -> int:
        """Return for how many days it is overdue; 0 when it is not, or nobody waits for it."""
        return days_late(self.action.status, self.action.due, today)


@dataclass(frozen=True, slots=True)
class ActionsFound:
    """Hold as many rows as fit, what is due first at the top, and whether there are more."""

    rows: tuple[ActionRow, ...]
    has_more: bool


class ActionSearch:
    """Find actions by the beginnings of their words.

    It lays an index beside ``tables``. That keeps the order of the list, so that a search stops
    after as many as fit, and does not look at the rest.
    """

    def __init__(
        self,
        tables: InsightTables,
        words: Mapping[str, Sequence[Words]],
        references: Mapping[str, str],
    ) -> None:
        """Index every action.

        Args:
            tables: the tables.
            words: of each audit, for each of its states.
            references: the case of each audit.
        """
        self._tables = tables
        self._words = words
        self._references = references
        query = (
            "SELECT c.rowid, c.id, a.id, a.is_latest, a.team, c.theme "
            "FROM action c JOIN audit a ON a.no = c.audit"
        )
        found = tables.rows(query)
        entries = [(rowid, self._indexed(*names)) for rowid, *names in found]
        vague = [rowid for rowid, *place, _team, _theme in found if self._is_vague(*place)]
        tables.index_actions(entries, vague)

    def find(
        self, wanted: ActionFilter, today: dt.date, most: int = 100, after: int = 0
    ) -> ActionsFound:
        """Return ``most`` of the actions that a filter takes, as at ``today``, after so many."""
        condition, values = self._condition(wanted, today)
        words = _WORD.findall(wanted.text)
        if words:
            source = "action_words w CROSS JOIN action c ON c.rowid = w.rowid"
            condition = f"w.action_words MATCH ? AND {condition}"
            values = [" ".join(f'"{word}"*' for word in words), *values]
        else:
            source = "action c"
        query = (
            "SELECT c.id, a.id, a.is_latest, a.team, c.theme, a.is_second "  # noqa: S608 - all ours
            f"FROM {source} CROSS JOIN audit a ON a.no = c.audit "
            f"WHERE {condition} ORDER BY {'w' if words else 'c'}.rowid LIMIT ? OFFSET ?"
        )
        found = self._tables.rows(query, [*values, most + 1, after])
        return ActionsFound(tuple(self._row(*row) for row in found[:most]), len(found) > most)

    def _condition(self, wanted: ActionFilter, today: dt.date) -> tuple[str, list[Any]]:
        condition, values = chosen(self._tables, wanted.selection)
        terms = [condition]
        terms += _due_terms(wanted, today)
        if wanted.is_vague:
            terms.append("c.rowid IN (SELECT no FROM action_vague)")
        if wanted.is_second:
            terms.append("a.is_second")
        if wanted.only is not None:
            terms.append("a.id = ? AND c.id = ?")
            values = [*values, *wanted.only]
        tables = self._tables
        numbers = (
            ("status", wanted.statuses, [ACTION_STATES.index(each) for each in wanted.statuses]),
            ("owner", wanted.owners, tables.owners.numbers_of(wanted.owners)),
            ("theme", wanted.themes, tables.themes.numbers_of(wanted.themes)),
        )
        for column, is_wanted, allowed in numbers:
            if is_wanted:
                terms.append(f"c.{column} IN ({', '.join(map(str, allowed))})")
        return " AND ".join(terms), values

    def _indexed(self, action_id: str, audit_id: str, is_latest: int, team: int, theme: int) -> str:
        words = _state(self._words[audit_id], is_latest)
        record = words.actions[action_id]
        texts = (
            record["what"],
            record.get("owner_role", ""),
            record.get("how_we_will_know", ""),
            self._references[audit_id],
            self._tables.teams.name(team),
            self._tables.themes.name(theme),
        )
        return "\n".join(texts)

    def _is_vague(self, action_id: str, audit_id: str, is_latest: int) -> bool:
        record = _state(self._words[audit_id], is_latest).actions[action_id]
        # There are thousands, each looked at when it was written; here only emptiness matters.
        is_open = record["status"] == ActionStatus.OPEN
        return is_open and bool(vagueness(ActionNow.model_construct(**record)))

    def _row(
        self, action_id: str, audit_id: str, is_latest: int, team: int, theme: int, is_second: int
    ) -> ActionRow:
        words = _state(self._words[audit_id], is_latest)
        action = ActionNow.model_validate(words.actions[action_id])
        is_open = action.status is ActionStatus.OPEN
        return ActionRow(
            AuditId(audit_id),
            RecordId(action_id),
            action,
            self._references[audit_id],
            self._tables.teams.name(team),
            self._tables.themes.name(theme),
            words.questions.get(action_id, ""),
            vagueness(action) if is_open else "",
            bool(is_second),
        )


def _due_terms(wanted: ActionFilter, today: dt.date) -> list[str]:
    """Return what is asked of the day of an open action."""
    first = today.toordinal()
    asked = (
        (wanted.is_overdue, f"c.due < {first}"),
        (wanted.is_due_soon, f"c.due BETWEEN {first} AND {first + SOON}"),
        (wanted.is_due_later, f"c.due > {first + SOON}"),
        (wanted.is_undated, "c.due IS NULL"),
    )
    open_ = ACTION_STATES.index(ActionStatus.OPEN)
    return [f"c.status = {open_} AND {term}" for is_asked, term in asked if is_asked]


def _state(states: Sequence[Words], is_latest: int) -> Words:
    """Return the words of the audit as it stands, or of what was signed before an amendment."""
    return states[0] if is_latest else states[-1]
