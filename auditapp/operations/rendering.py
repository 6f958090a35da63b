# SPDX-License-Identifier: MPL-2.0
"""Make the file of a report, in the layout in use and as what it goes out.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from auditapp.exports.orders import ReportCopy
from auditapp.exports.papers import Progress
from auditapp.judgement.audit_states import AuditState
from auditapp.operations.choosing import ChoosingOperations

if TYPE_CHECKING:  # reports are made late
    from auditapp.report.across_frame import AcrossOptions
    from auditapp.report.document import ReportDocument


class RenderingOperations(ChoosingOperations):
    """Write a report to a file in memory."""

    def _report_options(self, names: Sequence[str], copy: ReportCopy) -> "AcrossOptions":
        from auditapp.report.across_frame import AcrossOptions  # noqa: PLC0415 - made late
        from auditapp.report.audit_frame import ReportOptions  # noqa: PLC0415 - as above

        choices = self._layouts.in_use(self._note).over(self.settings())
        report = ReportOptions(choices.marking, choices.organisation, choices.layout)
        return AcrossOptions(report, self.clock(), copy.is_shared, tuple(names))

    def _rendered(
        self,
        document: "ReportDocument",
        states: Sequence[AuditState],
        names: Sequence[str],
        copy: ReportCopy,
        report_progress: Progress | None,
        is_cancelled: Callable[[], bool],
    ) -> bytes:
        """Return the file of a report about some audits, in which ``names`` must not appear."""
        from auditapp.report.shared_copy import mask_of, shared_copy  # noqa: PLC0415 - made late
        from auditapp.report.worker import render_in_process  # noqa: PLC0415 - as above

        if copy.is_shared:
            document = shared_copy(document, mask_of(states, names, self._vault.code_of))
        return render_in_process(
            document,
            report_format=copy.format,
            progress=report_progress,
            is_cancelled=is_cancelled,
        )
