# SPDX-License-Identifier: MPL-2.0
"""Find the rows that were changed on two computers to different things, and settle one.

Nothing here chooses: of the versions one is shown, and all are kept until a person settles it.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.audit import Audit
from auditapp.model.difference import Difference, Version, difference_key
from auditapp.model.edits import STAMP, Author, Edit
from auditapp.model.history import HistoryKind
from auditapp.model.records import Put, Record
from auditapp.model.tables import row_of

DIFFERENCES: Final = "differences"
"""The table of the versions that stand beside those that are shown."""

_STAMPS: Final = STAMP | {"given_at", "given_by", "by", "at"}
_BESIDE: Final = frozenset({"others"})

PROGRESS: Final = "action_progress"
AGREED: Final = "agreed"
AFTER: Final = frozenset({PROGRESS, AGREED})
"""Tables whose rows hold themselves what stands beside them, as they go on after the sign-off."""


def says_the_same(one: Record | None, other: Record | None) -> bool:
    """Tell whether two versions of a row differ in nothing but who wrote them, and when."""
    if one is None or other is None:
        return one is other
    names = (one.keys() | other.keys()) - _STAMPS - _BESIDE
    return all(one.get(name) == other.get(name) for name in names)


def unsettled(audit: Audit) -> list[Difference]:
    """Return the differences that a person still has to settle.

    Where two people came to the same by themselves there is nothing to settle.
    """
    found = [each for each in audit.differences.values() if _is_open(audit, each)]
    return [*found, *unsettled_after(audit)]


def unsettled_after(audit: Audit) -> list[Difference]:
    """Return those differences that are in what was done about the audit, signed or not."""
    agreed = (
        Difference(table=AGREED, key=key, others=each.others) for key, each in audit.agreed.items()
    )
    steps = (
        Difference(table=PROGRESS, key=key, others=tuple(map(step_version, each.ways)))
        for key, each in audit.action_progress.items()
        if key in audit.actions and each.is_split
    )
    return [*(each for each in agreed if _is_open(audit, each)), *steps]


def step_version(step: ActionStep) -> Version:
    """Return a step as one of several versions of how an action stands."""
    row = ActionProgress(steps=(step.model_copy(update={"after": None}),)).record()
    return Version(writer="", rank=0, row=row, by=step.by, at=step.at)


def settle(audit: Audit, table: str, key: str, chosen: Record | None, by: Author) -> Edit:
    """Settle a difference: ``chosen``, one of its versions or a new one, succeeds all of them.

    ``chosen`` is a whole row; None removes it. Undo does not take this back.

    Raises:
        NotAllowedError: There is no difference in this row.
    """
    name = difference_key(table, key)
    if name not in audit.differences:
        raise NotAllowedError(
            _("There is nothing to settle here any more."), _("Look at the audit as it is now.")
        )
    puts = (Put(table, key, chosen), Put(DIFFERENCES, name, None))
    return Edit(HistoryKind.SETTLED, by, puts)


def succeeded(audit: Audit, puts: Iterable[Put]) -> Iterator[Put]:
    """Yield what an ordinary edit, which ``puts`` are, does to the differences of its rows.

    It goes on from the version that is shown, and from those that say the same. Every other
    version stays, and stays to be settled.
    """
    puts = tuple(puts)
    named = {put.key for put in puts if put.table == DIFFERENCES}
    for put in puts:
        difference = audit.differences.get(difference_key(put.table, put.key))
        if difference is None or difference_key(put.table, put.key) in named:
            continue
        shown = row_of(audit, put.table, put.key)
        others = tuple(each for each in difference.others if not says_the_same(each.row, shown))
        if others != difference.others:
            yield difference_put(put.table, put.key, others)


def difference_put(table: str, key: str, others: tuple[Version, ...]) -> Put:
    """Return the change that leaves ``others`` beside the shown version of a row."""
    difference = Difference(table=table, key=key, others=others)
    return Put(DIFFERENCES, difference_key(table, key), difference.record() if others else None)


def _is_open(audit: Audit, difference: Difference) -> bool:
    shown = row_of(audit, difference.table, difference.key)
    return any(not says_the_same(each.row, shown) for each in difference.others)
