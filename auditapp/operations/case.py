# SPDX-License-Identifier: MPL-2.0
"""Find and give out everything that is held on one case reference, as people may ask for it.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from auditapp.case_holdings import (
    CaseAudit,
    CaseHoldings,
    Mention,
    places_ever_of_mention,
    reference_pattern,
)
from auditapp.errors import AuditDamagedError, NotAllowedError, StoreError
from auditapp.exports.orders import ReportOfOne
from auditapp.exports.papers import require_outside_store
from auditapp.i18n import _
from auditapp.listing import AuditRow
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.ids import AuditId
from auditapp.model.logbook import LogKind
from auditapp.model.report_kinds import ReportKind
from auditapp.operations.batch import BatchOperations
from auditapp.operations.keeping import KeepingOperations
from auditapp.store.draft_front import DraftFront

_JSON_NAME: Final = "everything.json"


class CaseOperations(KeepingOperations, BatchOperations):
    """Answer what is held on a case file."""

    def find_case(
        self,
        reference: str,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> CaseHoldings:
        """Look for a reference: in audits, registers, rounds and the front sheet that was begun.

        Letter case, spaces and hyphens are forgiven. Audits of other case files that mention it,
        or did once, are found too, and so are disputes about one of its audits.

        Raises:
            NotAllowedError: It is no reference, or the person stopped the search.
        """
        pattern = reference_pattern(reference)
        rows = self._rows()
        audits, mentions, unreadable = [], [], []
        for number, row in enumerate(rows, start=1):
            if is_cancelled():
                raise NotAllowedError(_("The search was stopped."), _("Nothing was changed."))
            try:
                held = self._held(row)
            except StoreError:
                unreadable.append(row.id)
            else:
                places = places_ever_of_mention(held, pattern)
                if pattern.fullmatch(row.case_reference.strip()):
                    audits.append(held)
                elif places:
                    mentions.append(Mention(row, places))
            if report_progress is not None:
                report_progress(number, len(rows))
        draft = self._draft_front_of(pattern)
        found = CaseHoldings(reference, tuple(audits), tuple(mentions), draft, tuple(unreadable))
        rounds, is_incomplete = self.find_in_rounds(pattern)
        found = replace(found, rounds=tuple(rounds), has_unread_rounds=is_incomplete)
        return self._with_entries(found, pattern)

    def export_case(
        self,
        found: CaseHoldings,
        folder: Path,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> list[Path]:
        """Write what was found: the report of each audit, and all of it as one file of JSON.

        No name of a file holds the reference. Each report is recorded in its audit, and the whole
        in the logbook.

        Returns:
            The files, the JSON last.

        Raises:
            UnsafePathError: ``folder`` is where the audits themselves are kept.
            NotAllowedError: A file is there already; nothing was written.
            ReportError: A file could not be made; those before it are there.
            SaveFailedError: What was written could not be recorded.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - keeps reportlab away

        ids = [each.row.id for each in found.audits]
        paths = [folder / f"audit-{number}.pdf" for number in range(1, len(ids) + 1)]
        everything = folder / _JSON_NAME
        require_outside_store(self.paths, everything)
        _require_new([*paths, everything])
        for number, (audit_id, path) in enumerate(zip(ids, paths, strict=True), start=1):
            wanted = ReportOfOne(ReportKind.AUDIT, audit_id)
            self.export_report(wanted, path, self._me(), is_cancelled=is_cancelled)
            if report_progress is not None:
                report_progress(number, len(ids))
        now = self._again(found)
        save_report(json.dumps(now.record(), ensure_ascii=False, indent=1).encode(), everything)
        with self._lock:
            for audit_id in ids or [AuditId("")]:
                self._log(LogKind.CASE_EXPORTED, audit_id=audit_id)
        return [*paths, everything]

    def _again(self, found: CaseHoldings) -> CaseHoldings:
        """Return what was found as it is now, with the lines of history of its own export."""
        audits = tuple(self._held(each.row) for each in found.audits)
        return replace(found, audits=audits)

    def _with_entries(self, found: CaseHoldings, pattern: re.Pattern[str]) -> CaseHoldings:
        """Add what the registers hold; registers that cannot be read are said to be that."""
        try:
            entries = self.find_in_registers(pattern, {each.row.id for each in found.audits})
        except StoreError:
            return replace(found, has_unread_registers=True)
        return replace(found, entries=tuple(entries))

    def _held(self, row: AuditRow) -> CaseAudit:
        """Read one audit; it is left closed if it was closed."""
        with self._lock:
            was_open = self._sessions.is_open(row.id)
            session = self._sessions.get(row.id)
            history, brought = tuple(session.history), tuple(session.brought.values())
            held = CaseAudit(row, session.audit, history, session.beside, brought)
            if not was_open:
                self._sessions.close(row.id)
        return held

    def _draft_front_of(self, pattern: re.Pattern[str]) -> dict[str, Any] | None:
        fields: dict[str, Any] | None = None
        with self._lock:
            try:
                fields = DraftFront(self._vault).read()
            except AuditDamagedError as error:  # it was set aside, and there is none any more
                self._note(f"{error} {error.remedy}")
        is_found = fields and any(pattern.search(str(value)) for value in fields.values())
        return fields if is_found else None


def _require_new(paths: list[Path]) -> None:
    taken = next((path for path in paths if path.exists()), None)
    if taken is not None:
        raise NotAllowedError(
            _("There is a file {name} in this folder already.").format(name=taken.name),
            _("Choose an empty folder."),
        )
