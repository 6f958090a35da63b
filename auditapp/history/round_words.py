# SPDX-License-Identifier: MPL-2.0
"""Name what the rows of a round hold, and put a changed row into words, field by field."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from auditapp.history.field_words import plain_words
from auditapp.history.row_changes import FieldChange
from auditapp.i18n import _
from auditapp.model.ledger import LedgerChange
from auditapp.model.records import Record
from auditapp.model.round_tables import ROUND_SPECS

FIELD_NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "about": {
        "name": _("Name"),
        "purpose": _("What it is for"),
        "first": _("First day"),
        "last": _("Audits are due by"),
        "checklists": _("Checklists"),
        "target": _("Audits to be signed off"),
        "second_readings": _("Read a second time"),
        "agreement_target": _("Same grade aimed at"),
        "retention_years": _("Years that audits are kept"),
        "closed_at": _("Closed"),
    },
    "seed": {"text": _("Seed"), "origin": _("Where it comes from")},
    "listed": {"cases": _("Cases on the list"), "rows_left_out": _("Rows that were not taken")},
    "plan": {
        "method": _("How many files"),
        "size": _("Number"),
        "margin": _("Give or take"),
        "confidence": _("How sure"),
        "expected": _("Share expected"),
        "share_bad": _("Share of bad files that shall show"),
        "strata_by": _("Spread over"),
        "strata_method": _("How it is spread"),
        "least_each": _("At least of each"),
    },
    "draw": {
        "seed": _("Seed"),
        "listed": _("Cases on the list"),
        "excluded": _("Left out before"),
    },
    "auditors": {
        "name": _("Auditor"),
        "capacity": _("Files at most"),
        "codes": _("Their own codes"),
        "teams": _("Their own teams"),
        "conflicts": _("Cases that they know"),
        "reads_second": _("Reads a second time"),
    },
    "progress": {
        "due": _("Due"),
        "due_reason": _("Why another day"),
        "started_at": _("Audit begun"),
        "signed_at": _("Signed off"),
        "late_reason": _("Why late"),
        "exempt_reason": _("Why exempt"),
    },
}
"""What the fields of a row are called, in the order in which they are told; by table."""

_SHARES: Final = frozenset(
    {
        "second_readings",
        "agreement_target",
        "margin",
        "confidence",
        "expected",
        "share_bad",
    }
)


def field_changes(change: LedgerChange) -> Iterator[FieldChange]:
    """Yield what changed in one row, field by field; of a row that came, what it says."""
    old, new = change.old or {}, change.new or {}
    for name, title in FIELD_NAMES[change.table].items():
        was, now = (_words(change.table, name, row) for row in (old, new))
        if was != now and not (change.old is None and now in _UNSAID):
            yield FieldChange(title, was, now)


def _words(table: str, name: str, row: Record) -> str:
    stored = row.get(name)
    if stored is None:
        return ""
    if name == "checklists":
        named = _("{title}, version {version}")
        return "; ".join(named.format(title=e["title"], version=e["version"]) for e in stored)
    if name in _SHARES:
        return f"{100 * float(stored):.4g}%"
    annotation: Any = ROUND_SPECS[table].model.model_fields[name].annotation
    try:
        return plain_words(TypeAdapter(annotation).validate_python(stored))
    except ValidationError:  # an old line, whatever a field may hold today
        return plain_words(stored)


_UNSAID: Final = frozenset({"0", plain_words(False)})
"""What nobody wants to hear of a row that came."""
