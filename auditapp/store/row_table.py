# SPDX-License-Identifier: MPL-2.0
"""Let TinyDB find a row by its own key, and change it without touching the other rows."""

from collections.abc import Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.table import Table

from auditapp.store.sealed_storage import SealedStorage


class RowTable(Table):
    """Keep rows under text keys such as ``visits/seen-alone``, in the order they were added.

    TinyDB's own methods work too, but they read, turn and write every row of every table, which
    for a long history costs more than the disk does.
    """

    document_id_class = str  # type: ignore[assignment] # TinyDB declares only its default

    def put(self, key: str, row: Mapping[str, Any]) -> None:
        """Put ``row`` in the place of the row ``key``, in the running batch."""
        cast(SealedStorage, self._storage).put(self.name, key, row)

    def drop(self, key: str) -> None:
        """Remove the row ``key``, if there is one, in the running batch."""
        cast(SealedStorage, self._storage).drop(self.name, key)


class RowDatabase(TinyDB):
    """Keep the tables of one audit, each a `RowTable`."""

    table_class = RowTable
