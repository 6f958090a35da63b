# SPDX-License-Identifier: MPL-2.0
"""Put the history of a round into lines that people read: one for each thing that was done.

A list of cases is one line, though hundreds of rows changed with it: cases are counted where they
are many, and named where they are few.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from auditapp.history.round_words import FIELD_NAMES, field_changes
from auditapp.history.row_changes import FieldChange
from auditapp.i18n import _, ngettext
from auditapp.model.labels import label
from auditapp.model.ledger import LedgerChange, LedgerEntry, ledger_fault
from auditapp.model.round_kinds import RoundKind

MOST_NAMED = 12
"""Cases that one line names; of more it says how many there are besides."""

_TITLES: Final = {
    "created": _("Round begun"),
    **{each.value: label(each) for each in RoundKind},
}

_MOVES: Final[Mapping[str, tuple[str, str]]] = {
    "signed_at": (_("Audit signed off"), _("Audit amended")),
    "exempt_reason": (_("Case exempt"), _("Case expected again")),
    "due": (_("Case due on another day"), _("Case due with the others again")),
    "late_reason": (_("Reason for a late audit"), _("Reason for a late audit taken back")),
    "started_at": (_("Audit begun"), _("Progress of a case changed")),
}
"""What a line is called by which a field came or changed, or went; what says most comes first."""

Changes = Sequence[LedgerChange]
Names = Mapping[str, str]
"""What the auditors of the round are called, by the keys of their rows."""


@dataclass(frozen=True, slots=True)
class RoundLine:
    """Hold one line: who did what to a round, and when. ``at`` is aware."""

    seq: int
    at: dt.datetime
    by: str
    title: str
    fields: tuple[FieldChange, ...]
    note: str


@dataclass(frozen=True, slots=True)
class RoundHistory:
    """Hold the lines of a round, oldest first.

    ``fault`` is the number of the first line that is not what was written, if there is one.
    """

    lines: tuple[RoundLine, ...]
    fault: int | None


def read_round_history(history: Sequence[LedgerEntry]) -> RoundHistory:
    """Put the whole history of a round into words, and follow its chain."""
    names: dict[str, str] = {}
    lines = []
    for entry in history:
        for change in entry.changes:
            if change.table == "auditors" and change.new is not None:
                names[change.key] = change.new["name"]
        lines.append(_line(entry, names))
    return RoundHistory(tuple(lines), ledger_fault(history))


def _line(entry: LedgerEntry, names: Names) -> RoundLine:
    told: list[FieldChange] = []
    for table, tell in _TELLERS.items():
        told += tell([c for c in entry.changes if c.table == table and not c.is_erased], names)
    title = _closed(entry.changes) or _moved_on(entry.changes)
    title = title or _TITLES.get(entry.what, entry.what)
    return RoundLine(entry.seq, entry.at, entry.by, title, tuple(told), _note(entry))


def _moved_on(changes: Changes) -> str:
    """Return what a line is called by which cases moved on, all in one way; "" of any other."""
    titles = {_progress_title(c) for c in changes if c.table == "progress" and not c.is_erased}
    return titles.pop() if len(titles) == 1 else ""


def _progress_title(change: LedgerChange) -> str:
    old, new = change.old or {}, change.new or {}
    changed = {name for name in _MOVES if (old.get(name) or None) != (new.get(name) or None)}
    first = next((name for name in _MOVES if name in changed), "")
    came, went = _MOVES.get(first, ("", ""))
    return came if new.get(first) else went


def _closed(changes: Changes) -> str:
    """Return what a line is called that closes a round or opens it again; "" of any other."""
    for each in changes:
        was, now = ((row or {}).get("closed_at") for row in (each.old, each.new))
        if each.table == "about" and bool(was) != bool(now):
            return _("Round closed") if now else _("Round opened again")
    return ""


def _note(entry: LedgerEntry) -> str:
    count = sum(each.is_erased for each in entry.changes)
    erased = ngettext(
        "What stood here of {count} case is erased.",
        "What stood here of {count} rows is erased.",
        count,
    ).format(count=count)
    return " ".join(filter(None, (entry.detail, erased if count else "")))


def _fields(changes: Changes, _names: Names) -> Iterator[FieldChange]:
    for each in changes:
        yield from field_changes(each)


def _list(changes: Changes, _names: Names) -> Iterator[FieldChange]:
    kinds = Counter((each.old is None, each.new is None) for each in changes)
    words = {
        (True, False): _("{count} came"),
        (False, True): _("{count} went"),
        (False, False): _("{count} changed"),
    }
    told = [words[kind].format(count=count) for kind, count in kinds.items()]
    if told:
        yield FieldChange(_("Rows of the list"), "", ", ".join(told))


def _exclusions(changes: Changes, _names: Names) -> Iterator[FieldChange]:
    yield from _by_words(changes, lambda row: _("Left out: {why}").format(why=row["reason"]))
    back = [each.key for each in changes if each.new is None]
    if back:
        yield FieldChange(_("Put back"), "", case_words(back))


def _drawn(changes: Changes, _names: Names) -> Iterator[FieldChange]:
    came = [each.key for each in changes if each.new is not None]
    if came:
        yield FieldChange(_("In the sample"), "", case_words(came))
    went = [each.key for each in changes if each.new is None]
    if went:
        yield FieldChange(_("No longer in the sample"), "", case_words(went))


def _replacements(changes: Changes, _names: Names) -> Iterator[FieldChange]:
    for each in changes:
        if each.new is not None:
            new = each.new["replaced_by"] or _("nobody was left")
            yield FieldChange(_("Replaced"), each.key, new)
            yield FieldChange(_("Reason"), "", each.new["reason"])


def _reasons(changes: Changes, _names: Names) -> Iterator[FieldChange]:
    for each in changes:
        if each.new is not None:
            yield FieldChange(_("Reason"), "", each.new["reason"])


def _allocations(changes: Changes, names: Names) -> Iterator[FieldChange]:
    nobody = _("somebody who is no longer in the round")
    yield from _by_words(changes, lambda row: names.get(row["auditor"], nobody))
    for reason in dict.fromkeys((each.new or {}).get("reason", "") for each in changes):
        if reason:
            yield FieldChange(_("Reason"), "", reason)
    free = [each.key for each in changes if each.new is None]
    if free:
        yield FieldChange(_("With nobody now"), "", case_words(free))


def _progress(changes: Changes, _names: Names) -> Iterator[FieldChange]:
    for each in changes:
        for field in field_changes(each):
            name = _("{case}: {field}").format(case=each.key, field=field.name)
            yield FieldChange(name, field.old, field.new)


def _by_words(changes: Changes, words: Callable[[Mapping[str, str]], str]) -> Iterator[FieldChange]:
    """Yield the cases whose rows came or changed, put together by what ``words`` say of them."""
    found: dict[str, list[str]] = {}
    for each in changes:
        if each.new is not None:
            found.setdefault(words(each.new), []).append(each.key)
    for name, cases in found.items():
        yield FieldChange(name, "", case_words(cases))


def case_words(cases: Iterable[str]) -> str:
    """Return the references of some cases: the first ones, and how many there are besides."""
    every = list(cases)
    named, left = ", ".join(every[:MOST_NAMED]), len(every) - MOST_NAMED
    if left <= 0:
        return named
    more = ngettext("and {count} more", "and {count} more", left).format(count=left)
    return f"{named} {more}"


_TELLERS: Final[Mapping[str, Callable[[Changes, Names], Iterator[FieldChange]]]] = {
    **dict.fromkeys(FIELD_NAMES, _fields),
    "cases": _list,
    "exclusions": _exclusions,
    "drawn": _drawn,
    "replacements": _replacements,
    "taken_back": _reasons,
    "allocations": _allocations,
    "progress": _progress,
    "erased": _reasons,
}
"""What tells the changes of each table."""
