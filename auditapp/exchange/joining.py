# SPDX-License-Identifier: MPL-2.0
"""Read and write the rows that hold themselves what stands beside them, and join steps of actions.

What was signed has no room for differences: it must stay byte for byte. So an agreed grade holds
what others agreed on, and the progress of an action holds every step that was ever taken.
"""

from collections.abc import Iterator, Sequence

from auditapp.model.action_progress import ActionProgress
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.difference import Version
from auditapp.model.records import Record
from auditapp.model.settling import AGREED, PROGRESS
from auditapp.model.tables import Tables


def shown_alone(table: str, row: Record | None) -> Record | None:
    """Return a row without what stands beside it."""
    if row is None or table != AGREED:
        return row
    return {name: value for name, value in row.items() if name != "others"}


def others_agreed(tables: Tables, key: str) -> tuple[Version, ...]:
    """Return what stands beside an agreed grade."""
    row = tables.get(AGREED, {}).get(key)
    return () if row is None else AgreedGrade.model_validate(row).others


def agreed_row(versions: Sequence[Version]) -> Record | None:
    """Return the row of an agreed grade of which there are ``versions``, the shown one first."""
    shown, *others = versions
    # That nobody had agreed yet is no other opinion.
    held = [each.record() for each in others if each.row is not None]
    if shown.row is None or not held:
        return shown.row
    return {**shown.row, "others": held}


def joined_progress(ours: Tables, theirs: Tables) -> Iterator[tuple[str, ActionProgress]]:
    """Yield what became of each action of which ``theirs`` knows a step that ``ours`` does not."""
    mine, other = (each.get(PROGRESS, {}) for each in (ours, theirs))
    for key in sorted(other):
        progress = ActionProgress.model_validate(other[key])
        if key in mine:
            before = ActionProgress.model_validate(mine[key])
            progress = before.joined(progress)
            if progress == before:
                continue
        yield key, progress
