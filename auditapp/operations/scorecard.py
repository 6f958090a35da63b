# SPDX-License-Identifier: MPL-2.0
"""Export what was counted as plain data, for the council's own scorecard.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from hashlib import sha256
from pathlib import Path

from auditapp.csv_file import csv_bytes
from auditapp.errors import NotAllowedError
from auditapp.exports.papers import require_outside_store
from auditapp.i18n import _, ngettext
from auditapp.insight.selection import Selection
from auditapp.judgement.moment_words import uk_time
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.logbook import LogKind
from auditapp.model.scorecard import ScorecardRows
from auditapp.operations.insight import InsightOperations


class ScorecardOperations(InsightOperations):
    """Write tables of audits and of their ratings."""

    def export_scorecard(
        self,
        selection: Selection,
        rows: ScorecardRows,
        path: Path,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> int:
        """Write a table of the chosen audits as CSV, whole or not at all, and record that.

        Codes stand in the place of people and cases, and no free text is in it but the names of
        teams. It has a row for each child: small numbers are for whoever adds them up.

        Returns:
            How many audits it is made of.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            NotAllowedError: No audit was chosen, the person stopped it, or the workspace is locked.
            ReportError: It could not be written; whatever was at ``path`` is still there.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - keeps reportlab away

        require_outside_store(self.paths, path)
        self.refresh_digests(report_progress, is_cancelled)
        contents, count = self._scorecard(selection, rows)
        if is_cancelled():
            raise NotAllowedError(_("The export was stopped."), _("Nothing was changed."))
        with self._lock:
            self._require_unlocked()
            save_report(contents, path)
            audits = ngettext("{count} audit", "{count} audits", count).format(count=count)
            words = {
                ScorecardRows.AUDITS: _("Data, a row for each audit, without names"),
                ScorecardRows.ANSWERS: _("Data, a row for each rating, without names"),
            }[rows]
            digest = sha256(contents).hexdigest()
            self._log(LogKind.REPORT_EXPORTED, f"csv {digest}, {words}, {audits}")
        return count

    def _scorecard(self, selection: Selection, rows: ScorecardRows) -> tuple[bytes, int]:
        """Return the file, and how many audits are in it."""
        from auditapp.insight.digest import Facts  # noqa: PLC0415 - few export data
        from auditapp.insight.rollups.chosen import audits_chosen  # noqa: PLC0415 - as above
        from auditapp.insight.scorecard import answer_rows, audit_rows  # noqa: PLC0415 - as above

        state = 0 if selection.has_drafts else -1  # as `digests_chosen`
        with self._lock:
            ids = audits_chosen(self._current_tables(), selection)
            records = self._repository.digests.facts()
            chosen = [(each, Facts.read(records[each][state])) for each in ids]
            shas = {sha for _id, facts in chosen for sha, _marks in facts.sheets}
            checklists = self._checklists(shas)
            coder = self._vault.code_of
        if not chosen:
            raise NotAllowedError(
                _("No audit was found for this export."),
                _("Widen the period, the teams or the checklists, or take drafts as well."),
            )
        if rows is ScorecardRows.ANSWERS:
            return csv_bytes(answer_rows(chosen, checklists)), len(chosen)
        today = uk_time(self.clock()).date()
        return csv_bytes(audit_rows(chosen, checklists, today, coder)), len(chosen)
