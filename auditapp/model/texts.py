# SPDX-License-Identifier: MPL-2.0
"""Go through every text that somebody wrote in an audit, whatever holds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from auditapp.model.audit import Audit
from auditapp.model.records import Record
from auditapp.model.settling import DIFFERENCES
from auditapp.model.tables import CHECKLISTS, to_puts

_NOT_WRITTEN: Final = frozenset({"audit", CHECKLISTS, "standards", "sign_off", "links"})
"""Tables without a text of the case."""

_NAMED_BY_DESIGN: Final = frozenset(
    {"auditor", "author", "by", "changed_by", "given_by", "raised_by"}
)
"""Fields with the name of whoever wrote there, which is meant to be on the audit."""

_NO_TEXT: Final = frozenset({"amends", "audit", "moderates", "re_audits", "round", "writer"})
"""Fields with a hash or an id: ten digits in a row of it may pass for an NHS number."""

_UNREAD: Final = _NAMED_BY_DESIGN | _NO_TEXT


@dataclass(frozen=True, slots=True)
class WrittenText:
    """Hold a text and where it stands: the field of a row of a table of the audit."""

    table: str
    key: str
    field: str
    text: str


def texts_of(audit: Audit) -> Iterator[WrittenText]:
    """Yield every text of an audit; codes and dates are among them, names of auditors are not.

    It goes by the rows that are stored, so that a field that comes later cannot be forgotten.
    """
    for put in to_puts(audit):
        yield from texts_in_row(put.table, put.key, put.record or {})


def texts_in_row(table: str, key: str, row: Record) -> Iterator[WrittenText]:
    """Yield every text of one row, as `texts_of`."""
    # Versions of a row are kept under the name of that row.
    if (key.partition("/")[0] if table == DIFFERENCES else table) in _NOT_WRITTEN:
        return
    for field, value in row.items():
        if field not in _UNREAD:
            for text in _strings(value):
                yield WrittenText(table, key, field, text)


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str) and value:
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name not in _UNREAD:
                yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
