# SPDX-License-Identifier: MPL-2.0
"""Decide what an audit of a package would do to what is here, without doing it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from auditapp.exchange.following import are_follow_ups, merge_follow_ups
from auditapp.exchange.merging import Merge, Side, changes_unseen, is_same_audit, merge
from auditapp.model.exchange import Choice, Outcome
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.tables import CHECKLISTS, ONLY, Tables
from auditapp.store.migrations import META_ROW, META_TABLE, SIGNED_TABLE

_NONE: Final[frozenset[Choice]] = frozenset()
_CHOICES: Final[Mapping[Outcome, frozenset[Choice]]] = {
    Outcome.SIGNED_THERE: frozenset({Choice.TAKE}),
    Outcome.NEWER_SIGNED: frozenset({Choice.TAKE}),
    Outcome.REMOVED_HERE: frozenset({Choice.TAKE}),
    Outcome.SIGNED_HERE: frozenset({Choice.KEEP_BOTH}),
    Outcome.OTHER_VERSION: frozenset({Choice.KEEP_BOTH}),
    Outcome.OTHER_BEGINNING: frozenset({Choice.KEEP_BOTH}),
}
"""What a person may choose, besides leaving things as they are; of other outcomes, nothing."""

PACKAGE: Final = "cfaudit"
"""What the history calls a package, as it calls a report by its format."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Hold the outcome for one audit, what a person may choose, and the merge where it is one.

    ``has_own``: the draft that is here holds something that would go out of sight with it.
    """

    outcome: Outcome
    choices: frozenset[Choice] = _NONE
    merge: Merge | None = None
    has_own: bool = False


def decide(ours: Side | None, theirs: Side, *, was_removed: bool) -> Decision:
    """Return what comes of an audit; ``ours`` is None where it is not here (any more)."""
    outcome = _outcome(ours, theirs, was_removed=was_removed)
    if ours is not None and outcome is Outcome.MERGE:
        return Decision(outcome, merge=merge(ours, theirs))
    if ours is not None and outcome is Outcome.FOLLOWED_UP:
        return Decision(outcome, merge=merge_follow_ups(ours, theirs))
    choices = _CHOICES.get(outcome, _NONE)
    # What is signed is signed with its id, and so cannot be kept under another.
    choices -= {Choice.KEEP_BOTH} if is_signed(theirs) else _NONE
    has_own = ours is not None and not is_signed(ours) and _has_own_lines(ours, theirs)
    return Decision(outcome, choices, has_own=has_own)


def decide_blind(*, is_here: bool, was_removed: bool) -> Decision:
    """Return what comes of a blind copy, of which a workspace makes one audit and no more."""
    if is_here:
        return Decision(Outcome.NOTHING_NEW)
    outcome = Outcome.REMOVED_HERE if was_removed else Outcome.NEW
    return Decision(outcome, _CHOICES.get(outcome, _NONE))


def is_signed(side: Side) -> bool:
    """Tell whether an audit was ever signed; an amendment that is open is a signed audit, too."""
    is_locked: bool = side.tables[META_TABLE][META_ROW]["locked"]
    return is_locked or bool(side.tables.get(SIGNED_TABLE))


def are_signed_apart(ours: Side, theirs: Side) -> bool:
    """Tell whether two copies of one audit were signed with different contents."""
    return _outcome(ours, theirs, was_removed=False) is Outcome.BOTH_SIGNED


def reference(tables: Tables) -> str:
    """Return the case reference of an audit."""
    found: str = tables["front"][ONLY]["case_reference"]
    return found


def _outcome(ours: Side | None, theirs: Side, *, was_removed: bool) -> Outcome:
    if ours is None:
        return Outcome.REMOVED_HERE if was_removed else Outcome.NEW
    if not is_same_audit(ours, theirs):
        return Outcome.OTHER_BEGINNING
    if not changes_unseen(ours, theirs):
        return Outcome.NOTHING_NEW
    has_news = bool(changes_unseen(theirs, ours))
    if is_signed(theirs):
        return _signed_outcome(ours, theirs)
    if is_signed(ours):
        return Outcome.SIGNED_HERE
    is_other_version = has_news and _pins(ours.tables) != _pins(theirs.tables)
    return Outcome.OTHER_VERSION if is_other_version else Outcome.MERGE


def _signed_outcome(ours: Side, theirs: Side) -> Outcome:
    if not is_signed(ours):
        return Outcome.SIGNED_THERE
    if are_follow_ups(changes_unseen(ours, theirs)):
        return Outcome.FOLLOWED_UP
    if are_follow_ups(changes_unseen(theirs, ours)):
        return Outcome.NEWER_SIGNED
    return Outcome.BOTH_SIGNED


def _pins(tables: Tables) -> list[tuple[str, str]]:
    return [(key, row["sha256"]) for key, row in tables[CHECKLISTS].items()]


def _has_own_lines(ours: Side, theirs: Side) -> bool:
    """Tell whether something is on record here that would go out of sight with the draft."""
    own = (line for key, line in ours.lines.items() if key not in theirs.lines)
    return any(map(_is_worth_keeping, own))


def _is_worth_keeping(line: HistoryEntry) -> bool:
    is_coming_and_going = line.kind is HistoryKind.IMPORTED or line.detail.startswith(f"{PACKAGE} ")
    return line.kind is HistoryKind.MERGED or not is_coming_and_going
