# SPDX-License-Identifier: MPL-2.0
"""Describe a change to an audit as rows of plain data, as it is stored and undone."""

from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]
"""One row of a table of an audit: what a model's ``model_dump(mode="json")`` gives."""


@dataclass(frozen=True, slots=True)
class Put:
    """Put ``record`` in place of the row ``key`` of ``table``; ``None`` removes the row."""

    table: str
    key: str
    record: Record | None
