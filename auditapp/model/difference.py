# SPDX-License-Identifier: MPL-2.0
"""Define what is kept when one row of an audit was changed on two computers to different things."""

from pydantic import AwareDatetime, Field

from auditapp.model.frozen import Frozen
from auditapp.model.records import Record


class Version(Frozen):
    """Hold what somebody made of a row, without having seen what the others made of it.

    ``writer`` is the hash of the line of history that wrote it, which names the version on every
    computer. ``rank`` is higher than that of each version that its writer saw. ``row`` is None
    where the row was removed. ``by`` and ``at`` are those of the line.
    """

    writer: str
    rank: int = Field(ge=0)
    row: Record | None
    by: str
    at: AwareDatetime

    @property
    def order(self) -> tuple[object, ...]:
        """Return what decides which version is shown: the highest, the same on every computer."""
        return self.rank, self.at, self.by, self.writer


class Difference(Frozen):
    """Hold the versions of the row ``key`` of ``table`` that stand beside the one that is shown."""

    table: str
    key: str
    others: tuple[Version, ...]


def difference_key(table: str, key: str) -> str:
    """Return under which key the differences of a row are kept."""
    return f"{table}/{key}"
