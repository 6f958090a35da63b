# SPDX-License-Identifier: MPL-2.0
"""Make the papers of a round: the sampling statement and the completion report.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from functools import partial
from pathlib import Path

from auditapp.errors import NotAllowedError
from auditapp.exports.orders import PLAIN_COPY, ReportCopy
from auditapp.exports.words import export_words, print_words
from auditapp.file_names import report_file_name
from auditapp.i18n import _
from auditapp.insight.selection import Selection
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.ids import RoundId
from auditapp.model.logbook import LogKind
from auditapp.model.report_kinds import KINDS, MadeOf, ReportKind
from auditapp.operations.agreement import AgreementOperations
from auditapp.operations.report import ReportOperations
from auditapp.operations.round_cases import RoundCaseOperations


class RoundReportOperations(RoundCaseOperations, ReportOperations, AgreementOperations):
    """Preview and save the papers of a round."""

    def preview_round(
        self,
        kind: ReportKind,
        round_id: RoundId,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> bytes:
        """Return a paper about a round as a file in memory. Nothing is written or recorded.

        Raises:
            NotAllowedError: The kind is not made of a round, or a copy without names is wanted:
                these papers are there to name the cases.
            SamplingError: No sample was drawn yet, and the paper is about that.
            LedgerDamagedError, SchemaTooNewError: The round cannot be read.
            ReportError: It could not be made.
        """
        from auditapp.report.across.completion_report import (  # noqa: PLC0415 - reports are made late
            completion_report,
        )
        from auditapp.report.across.sampling_report import sampling_report  # noqa: PLC0415 - as above
        from auditapp.report.layouts.laying_out import laid_out  # noqa: PLC0415 - as above

        _require_of_round(kind)
        _require_with_names(copy)
        whole = self.refresh_round(round_id)
        options = self._report_options((), copy)
        if kind is ReportKind.SAMPLING:
            made = sampling_report(whole, options)
        else:
            selection = Selection(rounds=frozenset({round_id}))
            made = completion_report(
                whole, options, self.agreement(selection, is_cancelled=is_cancelled)
            )
        document = laid_out(made, options.report.layout)
        return self._rendered(document, (), (), copy, report_progress, is_cancelled)

    def export_round(
        self,
        kind: ReportKind,
        round_id: RoundId,
        path: Path,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> None:
        """Write a paper about a round, whole or not at all, and record that in the logbook.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            NotAllowedError, SamplingError, LedgerDamagedError, ReportError: As `preview_round`, the
                password will not do, or the workspace was locked meanwhile; nothing is left behind.
            SaveFailedError: The paper is there, but could not be recorded.
        """
        protection = self._protection_for(path, copy, self._me().name)
        contents = protection.protected(
            self.preview_round(
                kind,
                round_id,
                copy=protection.copy,
                report_progress=report_progress,
                is_cancelled=is_cancelled,
            )
        )
        words = export_words(kind, contents, copy, protected=protection.words)
        self._write_out(contents, path, partial(self._log, LogKind.REPORT_EXPORTED, words))

    def record_round_print(self, kind: ReportKind, pages: int) -> None:
        """Record that pages of a paper about a round were sent to a printer.

        Raises:
            NotAllowedError: The kind is not made of a round, or the workspace was locked meanwhile.
            SaveFailedError: It could not be recorded.
        """
        _require_of_round(kind)
        with self._lock:
            self._require_unlocked()
            self._log(LogKind.REPORT_EXPORTED, print_words(kind, pages))

    def round_report_name(self, kind: ReportKind, copy: ReportCopy = PLAIN_COPY) -> str:
        """Suggest the name of a file for a paper about a round."""
        return report_file_name("", self.clock().astimezone().date(), copy.format, kind)


def _require_of_round(kind: ReportKind) -> None:
    if KINDS[kind].made_of is not MadeOf.ROUND:
        raise NotAllowedError(
            _("“{kind}” is not made of a round.").format(kind=KINDS[kind].name),
            _("Choose another kind of report."),
        )


def _require_with_names(copy: ReportCopy) -> None:
    if copy.is_shared:
        raise NotAllowedError(
            _("This paper names the cases, so there is no copy of it without names."),
            _("Save it as it is, and keep it in the service."),
        )
