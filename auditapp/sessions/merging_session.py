# SPDX-License-Identifier: MPL-2.0
"""Put what another workspace made of an open audit together with what was made of it here."""

from collections.abc import Sequence

from auditapp.change import Change
from auditapp.model.brought import brought_lines, is_broken
from auditapp.model.edits import Author, row_changes
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.merged import MERGED_HISTORY, Merged
from auditapp.model.records import Put
from auditapp.model.tables import AFTER_SIGNING
from auditapp.sessions.session import AuditSession


class MergingSession(AuditSession):
    """Hold one open audit that may take in what was made of it elsewhere."""

    def merge(
        self,
        puts: tuple[Put, ...],
        merged: Merged,
        entries: Sequence[HistoryEntry],
        by: Author,
        detail: str,
    ) -> Change:
        """Carry out a merge that was worked out before, and record it, in one save.

        A signed audit takes in only what was done about it since; the store refuses anything else.

        Args:
            puts: The rows to put.
            merged: What the line of history says of it.
            entries: The lines of the other history that were not known here; kept beside ours.
            by: Who wants it, and when.
            detail: Where it came from, in words.

        Raises:
            AuditLockedError: The audit has been signed off, and what was signed would change.
            SaveFailedError: It could not be written; nothing has changed.
        """
        if any(put.table not in AFTER_SIGNING | {"audit"} for put in puts):
            self.require_draft()
        changes = row_changes(self.audit, puts)
        entry = self._entry(HistoryKind.MERGED, by, changes=changes, detail=detail)
        entry = entry.model_copy(update={"merged": merged}).sealed()
        kept = tuple(Put(MERGED_HISTORY, each.hash, each.record()) for each in entries)
        return self._write(puts, entry, beside=kept)

    @property
    def brought(self) -> dict[str, HistoryEntry]:
        """Return the lines of other histories that merges brought, by their hashes."""
        return brought_lines(self.whole())

    @property
    def has_broken_merges(self) -> bool:
        """Tell whether the lines that merges brought are not those that the history names."""
        return is_broken(self.history, self.brought)
