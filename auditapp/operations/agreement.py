# SPDX-License-Identifier: MPL-2.0
"""Say how far the second readings of audits agree with the first.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from typing import TYPE_CHECKING

from auditapp.insight.selection import Selection
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.operations.insight import InsightOperations

if TYPE_CHECKING:  # made late, as all reading across audits
    from auditapp.insight.agreement_across import AgreementAcross


class AgreementOperations(InsightOperations):
    """Compare both readings of many audits."""

    def agreement(
        self,
        selection: Selection | None = None,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> "AgreementAcross":
        """Return how far two readers of the chosen audits agree; of all signed ones by default.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        from auditapp.insight.agreement_across import agreement_across  # noqa: PLC0415 - as above

        tables = self.insight_tables(report_progress=report_progress, is_cancelled=is_cancelled)
        with self._lock:
            return agreement_across(tables, selection or Selection())
