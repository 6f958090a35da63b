# SPDX-License-Identifier: MPL-2.0
"""Make the file of a report, in the layout in use and as what it goes out, and write it out.

What holds of every report that goes out, of audits and of rounds, stands here: what will not do is
refused first, and nothing is written once the workspace is locked.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.exports.orders import WITH_FIGURES, ReportAcross, ReportCopy
from auditapp.exports.papers import require_outside_store
from auditapp.exports.protection import Protection, protection_of
from auditapp.insight.selection import Selection
from auditapp.insight.years import Years, years_of
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.moment_words import uk_time
from auditapp.long_work import IsCancelled, ReportProgress
from auditapp.model.ids import AuditId
from auditapp.model.report_kinds import ReportKind
from auditapp.operations.figures import FigureOperations

if TYPE_CHECKING:  # reports are made late
    from auditapp.report.across.frame import AcrossOptions
    from auditapp.report.document import ReportDocument


@dataclass(frozen=True, slots=True)
class MadeAcross:
    """Hold a report about several audits; ``states`` and ``names`` only where they mask it."""

    document: "ReportDocument"
    audits: tuple[AuditId, ...]
    states: tuple[AuditState, ...] = ()
    names: tuple[str, ...] = ()


class RenderingOperations(FigureOperations):
    """Write a report to a file in memory."""

    def _report_options(self, names: Sequence[str], copy: ReportCopy) -> "AcrossOptions":
        from auditapp.report.across.frame import AcrossOptions  # noqa: PLC0415 - made late
        from auditapp.report.audit.frame import ReportOptions  # noqa: PLC0415 - as above

        choices = self._layouts.in_use(self._note).over(self.settings())
        report = ReportOptions(choices.marking, choices.organisation, choices.layout)
        return AcrossOptions(report, self.clock(), copy.is_shared, tuple(names))

    def selection_for(self, wanted: ReportAcross) -> Selection:
        """Return the audits that a report is made of: of two years, those of both.

        Raises:
            NotAllowedError: The workspace is locked.
        """
        if wanted.kind is not ReportKind.YEAR_ON_YEAR:
            return wanted.selection
        years = self._years(wanted.selection)
        periods = ((years.then_first, years.then_last), (years.first, years.last))
        selections = (replace(wanted.selection, first=one, last=other) for one, other in periods)
        counted = [self.count_across(each) for each in selections]
        # Those that cannot be read are named as well, so that the report can say how many they are.
        both = [key for each in counted for key in (*each.audits, *each.unreadable)]
        if not both:  # an empty list of names would be a wish for all
            return replace(wanted.selection, first=years.first, last=years.last)
        return replace(wanted.selection, first=None, last=None, audits=frozenset(both))

    def _years(self, selection: Selection) -> Years:
        return years_of(selection.first, selection.last, uk_time(self.clock()).date())

    def _made_across(
        self, wanted: ReportAcross, copy: ReportCopy, is_cancelled: IsCancelled
    ) -> MadeAcross:
        """Return a report about the chosen audits, from their digests where those suffice.

        What is shared is made of the audits themselves where their words have to be masked.
        """
        from auditapp.report.kinds import FROM_READING, WORDLESS  # noqa: PLC0415 - made late

        is_counted = wanted.kind in FROM_READING or wanted.actions is not None
        if wanted.kind in WORDLESS or (is_counted and not copy.is_shared):
            return self._made_from_digests(wanted, copy, is_cancelled)
        return self._made_from_audits(wanted, copy, is_cancelled)

    def _made_from_digests(
        self, wanted: ReportAcross, copy: ReportCopy, is_cancelled: IsCancelled
    ) -> MadeAcross:
        from auditapp.report.across.chosen_figures import with_figures  # noqa: PLC0415 - as above
        from auditapp.report.kinds import (  # noqa: PLC0415 - made late
            none_found,
            plan_of_some,
            report_from_reading,
        )
        from auditapp.report.layouts.laying_out import laid_out  # noqa: PLC0415 - as above

        selection = self.selection_for(wanted)
        reading, counted = self.reading_across(selection, is_cancelled=is_cancelled)
        if reading is None:
            raise none_found()
        options = replace(
            self._report_options((), copy),
            years=self._years(wanted.selection),
            coder=self._vault.code_of,
        )
        document = (
            report_from_reading(wanted.kind, reading, options)
            if wanted.actions is None
            else plan_of_some(reading, wanted.actions, options)
        )
        if wanted.kind in WITH_FIGURES and wanted.figures:
            figures = self.figures(wanted.figures, is_cancelled=is_cancelled)
            is_part = wanted.kind is ReportKind.BOARD_PACK
            document = with_figures(document, figures, is_part=is_part)
        return MadeAcross(laid_out(document, options.report.layout), counted.audits)

    def _made_from_audits(
        self, wanted: ReportAcross, copy: ReportCopy, is_cancelled: IsCancelled
    ) -> MadeAcross:
        from auditapp.report.kinds import plan_of_some, report_across  # noqa: PLC0415 - made late
        from auditapp.report.layouts.laying_out import laid_out  # noqa: PLC0415 - as above

        chosen = self.choose_audits(self.selection_for(wanted), is_cancelled=is_cancelled)
        options = self._report_options(chosen.names, copy)
        document = (
            report_across(wanted.kind, chosen.states, options, len(chosen.unreadable))
            if wanted.actions is None
            else plan_of_some(chosen.states, wanted.actions, options)
        )
        audits = tuple(state.audit.id for state in chosen.states)
        laid = laid_out(document, options.report.layout)
        return MadeAcross(laid, audits, chosen.states, chosen.names)

    def _rendered(
        self,
        document: "ReportDocument",
        states: Sequence[AuditState],
        names: Sequence[str],
        copy: ReportCopy,
        report_progress: ReportProgress | None,
        is_cancelled: IsCancelled,
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

    def _protection_for(self, path: Path, copy: ReportCopy, name: str) -> Protection:
        """Return what protects a copy that goes to ``path``, before any work is done for it.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            NotAllowedError, SignatureError: As `protection_of`, which says what ``name`` is.
        """
        require_outside_store(self.paths, path)
        return protection_of(copy, name, self.clock())

    def _write_out(self, contents: bytes, path: Path, record: Callable[[], None]) -> None:
        """Write a finished report, whole or not at all, then ``record`` that it went out.

        Raises:
            NotAllowedError: The workspace was locked meanwhile; nothing is left behind.
            ReportError: It could not be written; nothing is left behind.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - reports are made late

        with self._lock:
            self._require_unlocked()
            save_report(contents, path)
            record()
