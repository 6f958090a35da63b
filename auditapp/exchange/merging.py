# SPDX-License-Identifier: MPL-2.0
"""Put two states of one audit together, row by row, so that nothing is lost and nobody decides.

A row on one computer is a set of versions, nearly always of one. Each is named by the hash of the
line of history that wrote it, and each state knows which lines it has seen. A version that only one
side has stands unless the other has seen its line, and so went on from it knowingly. This is the
multi-value register of Shapiro, Preguiça, Baquero and Zawirski, "A comprehensive study of
convergent and commutative replicated data types" (INRIA RR-7506, 2011, section 3.2.2), with the
lines seen in the place of version vectors. Its merge is commutative, associative and idempotent, so
it does not matter in which order packages come, how often, or by whom they are passed on.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from auditapp.exchange.joining import (
    agreed_row,
    joined_progress,
    others_agreed,
    shown_alone,
)
from auditapp.model.brought import brought_lines
from auditapp.model.difference import Difference, Version, difference_key
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.merged import Writer
from auditapp.model.records import Put
from auditapp.model.settling import (
    AGREED,
    DIFFERENCES,
    PROGRESS,
    difference_put,
    says_the_same,
)
from auditapp.model.tables import CHECKLISTS, SPECS, Tables

RowName = tuple[str, str]
"""Table and key."""

Versions = Mapping[str, Version]
"""The versions of a row by their writers."""

MERGED_TABLES: Final = frozenset({CHECKLISTS, *SPECS}) - {
    DIFFERENCES,
    PROGRESS,
    "standards",
    "amendment",
    "sign_off",
}
"""Tables whose rows are put together; the others say how an audit was signed, or are made here.

The steps of actions are not versions of a row, of which one stands: all of them happened, and are
joined step by step.
"""


@dataclass(frozen=True)
class Side:
    """Hold one state of an audit as it is stored.

    ``tables`` are those of the store, the lines of earlier merges among them.
    """

    tables: Tables
    history: Sequence[HistoryEntry]

    @cached_property
    def brought(self) -> Mapping[str, HistoryEntry]:
        """The lines that earlier merges brought, by their hashes."""
        return brought_lines(self.tables)

    @cached_property
    def lines(self) -> Mapping[str, HistoryEntry]:
        """Every line that was seen here, by its hash."""
        return {**self.brought, **{entry.hash: entry for entry in self.history}}

    @cached_property
    def state(self) -> "State":
        """What the rows are, and what was seen."""
        return _read_state(self)


@dataclass(frozen=True)
class State:
    """Hold the versions of each row; ``origin`` is that of a row that nobody ever wrote."""

    rows: Mapping[RowName, Versions]
    seen: frozenset[str]
    origin: Version

    def versions(self, name: RowName) -> Versions:
        """Return the versions of a row."""
        return self.rows.get(name) or {self.origin.writer: self.origin}


@dataclass(frozen=True)
class Merge:
    """Hold what has to be done so that ``ours`` has also what is new in ``theirs``.

    ``entries`` are the lines of theirs that are new to us. ``taken`` counts the rows that will say
    something else, ``differences`` names those that a person will have to settle because of it.
    """

    puts: tuple[Put, ...]
    writers: tuple[Writer, ...]
    entries: tuple[HistoryEntry, ...]
    taken: int
    differences: tuple[RowName, ...]


def is_same_audit(ours: Side, theirs: Side) -> bool:
    """Tell whether both go back to one beginning."""
    return ours.history[0].hash == theirs.history[0].hash


def changes_unseen(ours: Side, theirs: Side) -> list[HistoryEntry]:
    """Return the lines of ``theirs`` that changed something and were never seen in ``ours``.

    A merge that was made there is none: what it brought are lines of others, which count.
    """
    return [entry for entry in _new_lines(ours, theirs) if entry.changes and entry.merged is None]


def join(ours: State, theirs: State) -> State:
    """Put two states together. Which is which, and how often it is done, makes no difference."""
    names = ours.rows.keys() | theirs.rows.keys()
    rows = {name: _joined(name, ours, theirs) for name in names}
    return State(rows, ours.seen | theirs.seen, ours.origin)


def shown_first(versions: Versions) -> list[Version]:
    """Return versions in an order that is the same everywhere: the one to show comes first."""
    return sorted(versions.values(), key=lambda version: version.order, reverse=True)


def merge(
    ours: Side, theirs: Side, tables: frozenset[str] = MERGED_TABLES | {PROGRESS}
) -> Merge | None:
    """Work out what ``theirs`` brings to ``ours``; None when there is nothing new in it.

    Both are drafts of one audit, unless ``tables`` are only those that go on after the sign-off.
    Nothing is written by this.
    """
    if not changes_unseen(ours, theirs):
        return None
    joined = join(ours.state, theirs.state)
    puts: list[Put] = []
    writers: list[Writer] = []
    differences: list[RowName] = []
    for name in sorted(each for each in joined.rows if each[0] in tables):
        before, after = (shown_first(each.versions(name)) for each in (ours.state, joined))
        if before == after:
            continue
        puts += _puts(name, before, after)
        shown = after[0]
        if shown.writer != before[0].writer:
            table, key = name
            writers.append(Writer(table=table, key=key, writer=shown.writer, rank=shown.rank))
        if _is_open(after) and after != before:
            differences.append(name)
    for key, progress in joined_progress(ours.tables, theirs.tables):
        puts.append(Put(PROGRESS, key, progress.record()))
        if progress.is_split:
            differences.append((PROGRESS, key))
    taken = sum(put.table != DIFFERENCES for put in puts)
    entries = tuple(_new_lines(ours, theirs))
    return Merge(tuple(puts), tuple(writers), entries, taken, tuple(differences))


def _new_lines(ours: Side, theirs: Side) -> Iterator[HistoryEntry]:
    return (line for key, line in theirs.lines.items() if key not in ours.lines)


def _joined(name: RowName, ours: State, theirs: State) -> Versions:
    mine, other = ours.versions(name), theirs.versions(name)
    kept = {key: each for key, each in mine.items() if key in other or key not in theirs.seen}
    kept |= {key: each for key, each in other.items() if key in mine or key not in ours.seen}
    # Neither side can have gone on from all that the other has; a state that was tampered with,
    # or put back by hand, might look so, and then nothing is dropped.
    return kept or {**mine, **other}


def _puts(name: RowName, before: Sequence[Version], after: Sequence[Version]) -> Iterator[Put]:
    table, key = name
    if table == AGREED:
        yield Put(table, key, agreed_row(after))
        return
    if before[0].row != after[0].row:
        yield Put(table, key, after[0].row)
    if before[1:] != after[1:]:
        yield difference_put(table, key, tuple(after[1:]))


def _is_open(versions: Sequence[Version]) -> bool:
    shown = versions[0]
    return any(not says_the_same(each.row, shown.row) for each in versions[1:])


def _read_state(side: Side) -> State:
    first = side.history[0]
    origin = Version(writer=first.hash, rank=0, row=None, by=first.by, at=first.at)
    shown = _writers(side.history)
    names = shown.keys() | _stored_names(side.tables)
    rows = {}
    for name in names:
        table, key = name
        writer, rank = shown.get(name, (origin.writer, 0))
        line = side.lines.get(writer, first)
        version = Version(
            writer=writer,
            rank=rank,
            row=shown_alone(table, side.tables.get(table, {}).get(key)),
            by=line.by,
            at=line.at,
        )
        rows[name] = {each.writer: each for each in (version, *_beside(side.tables, name))}
    return State(rows, frozenset(side.lines), origin)


def _stored_names(tables: Tables) -> set[RowName]:
    return {(table, key) for table in MERGED_TABLES for key in tables.get(table, {})}


def _beside(tables: Tables, name: RowName) -> tuple[Version, ...]:
    if name[0] == AGREED:
        return others_agreed(tables, name[1])
    row = tables.get(DIFFERENCES, {}).get(difference_key(*name))
    return () if row is None else Difference.model_validate(row).others


def _writers(history: Iterable[HistoryEntry]) -> dict[RowName, tuple[str, int]]:
    """Return which line wrote the shown version of each row, and its rank."""
    found: dict[RowName, tuple[str, int]] = {}
    for entry in history:
        if entry.merged is not None:
            for each in entry.merged.writers:
                found[each.table, each.key] = (each.writer, each.rank)
            continue
        for name in _written(entry):
            _writer, rank = found.get(name, ("", 0))
            found[name] = (entry.hash, rank + 1)
    return found


def _written(entry: HistoryEntry) -> set[RowName]:
    """Return the rows that a line wrote. Whoever settles a row writes it, be it as it was shown."""
    names = set()
    for change in entry.changes:
        if change.table in MERGED_TABLES:
            names.add((change.table, change.key))
        elif change.table == DIFFERENCES and entry.kind is HistoryKind.SETTLED:
            table, _slash, key = change.key.partition("/")
            names.add((table, key))
    return names
