# SPDX-License-Identifier: MPL-2.0
"""Read the lines of other histories that merges brought, and see that they are what was written."""

from collections.abc import Iterable, Mapping

from auditapp.model.history import HistoryEntry
from auditapp.model.merged import MERGED_HISTORY
from auditapp.model.tables import Tables


def brought_lines(tables: Tables) -> dict[str, HistoryEntry]:
    """Return the lines that merges brought, by their hashes.

    Raises:
        pydantic.ValidationError: A row is no line of a history.
    """
    rows = tables.get(MERGED_HISTORY, {})
    return {key: HistoryEntry.model_validate(row) for key, row in rows.items()}


def is_broken(history: Iterable[HistoryEntry], brought: Mapping[str, HistoryEntry]) -> bool:
    """Tell whether the lines that merges brought are not exactly those that ``history`` names."""
    named = {each for entry in history if entry.merged for each in entry.merged.entries}
    is_true = all(key == line.hash == line.proper_hash() for key, line in brought.items())
    return not is_true or named != brought.keys()
