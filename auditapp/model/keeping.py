# SPDX-License-Identifier: MPL-2.0
"""Define what is kept beside an audit and is no part of it: neither signed nor in its report.

These rows may be changed after the sign-off, and what was signed stays what it was.
"""

from typing import Final, Self

from pydantic import AwareDatetime

from auditapp.model.frozen import Frozen
from auditapp.model.records import Put, Record
from auditapp.model.tables import ONLY, Tables
from auditapp.model.text import Text

HOLD: Final = "hold"
AVOIDED_NAMES: Final = "avoided_names"


class Hold(Frozen):
    """Say why an audit must not be deleted, whatever its age: an inquiry, a complaint, a court."""

    reason: Text
    by: str
    at: AwareDatetime


class AvoidedNames(Frozen):
    """Hold the names that must appear nowhere in an audit."""

    names: tuple[Text, ...]


class Beside(Frozen):
    """Hold all that is kept beside one audit."""

    hold: Hold | None = None
    avoided_names: AvoidedNames | None = None

    @classmethod
    def from_tables(cls, tables: Tables) -> Self:
        """Read what ``tables`` hold of it.

        Raises:
            pydantic.ValidationError: A row is not what its table should hold.
        """
        return cls.model_validate({name: tables.get(name, {}).get(ONLY) for name in TABLES})

    def with_row(self, table: str, row: Frozen | None) -> Self:
        """Return it with another row, or none, in ``table``."""
        return self.model_copy(update={table: row})

    @property
    def names(self) -> tuple[str, ...]:
        """The names that must not appear."""
        return self.avoided_names.names if self.avoided_names else ()


TABLES: Final = frozenset(Beside.model_fields)
"""The tables of an audit's file that may be changed after the sign-off."""


def beside_put(table: str, row: Frozen | None) -> Put:
    """Return the change of a file that puts ``row`` beside its audit, or takes it away."""
    record: Record | None = None if row is None else row.record()
    return Put(table, ONLY, record)
