# SPDX-License-Identifier: MPL-2.0
"""Choose the layout of the reports of a workspace, and see what one would make of a report.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from auditapp.errors import ReportError
from auditapp.exports.layouts import LayoutSource
from auditapp.files import read_bytes
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.report_kinds import ReportKind
from auditapp.operations.audit import AuditOperations
from auditapp.report.layouts.layout import SHIPPED, Layout

SHIPPED_FILE: Final = "report-layout.yaml"
"""Lies beside the checklists, and says in full what reports are like without another."""


@dataclass(frozen=True, slots=True)
class LayoutFacts:
    """Hold what a person should know of a layout: ``name`` is that of its file, None if shipped.

    ``organisation`` and ``marking`` stand in the place of the settings, where they are not None;
    ``left_out`` counts the parts of a report that it leaves out. ``problem`` says why the shipped
    one stands in for that of the organisation. What ``is_settled`` nobody can choose otherwise.
    """

    name: str | None
    organisation: str | None
    marking: str | None
    left_out: int
    problem: str = ""
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class ReadLayout:
    """Hold a layout that was read without a fault and may be used."""

    source: LayoutSource
    layout: Layout

    @property
    def facts(self) -> LayoutFacts:
        """What a person should know before using it."""
        return _facts(self.source.name, self.layout)


class LayoutOperations(AuditOperations):
    """Read, use and show layouts."""

    def read_layout(self, path: Path) -> ReadLayout:
        """Read the layout in a file, with its logo beside it; nothing is changed.

        Raises:
            LayoutInvalidError: It has faults; ``faults`` lists them.
        """
        return ReadLayout(*LayoutSource.read(path))

    def layout_facts(self) -> LayoutFacts:
        """Return what there is to know of the layout in use."""
        with self._lock:
            found = self._layouts.find()
        name = found.source.name if found.source else None
        facts = _facts(name, found.layout)
        return replace(facts, problem=found.problem, is_settled=found.is_settled)

    def layout_text(self) -> str:
        """Return the file of the layout in use, as it was written.

        Raises:
            OSError: It is that of the program, whose file cannot be read.
        """
        with self._lock:
            source = self._layouts.find().source
        data = source.data if source else read_bytes(self.paths.checklists / SHIPPED_FILE)
        return data.decode("utf-8-sig")

    def report_marking(self) -> str:
        """Return the protective marking that reports have now."""
        with self._lock:
            return self._layouts.in_use(self._note).over(self.settings()).marking

    def use_layout(self, read: ReadLayout) -> None:
        """Make all reports with this layout from now on.

        Raises:
            NotAllowedError: The workspace was locked meanwhile, or another layout is settled.
            SaveFailedError: It could not be written; nothing has changed.
        """
        with self._lock:
            self._require_unlocked()
            self._layouts.use(read.source, self._me())

    def use_shipped_layout(self) -> None:
        """Make all reports with the layout that came with the program from now on.

        Raises:
            NotAllowedError: As `use_layout`.
            SaveFailedError: The layout in use could not be removed.
        """
        with self._lock:
            self._require_unlocked()
            self._layouts.use_shipped(self._me())

    def preview_layout(
        self,
        read: ReadLayout | None = None,
        kind: ReportKind = ReportKind.AUDIT,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> bytes:
        """Return a made-up report as a PDF in memory, in the layout ``read`` or the one in use.

        Nothing of a case is in it. There is one of every kind but the change sheet.

        Raises:
            ReportError: It could not be made.
            ChecklistInvalidError: The checklist that it would be an example of has faults.
        """
        from auditapp.report.sample_kinds import sample_document  # noqa: PLC0415 - made late
        from auditapp.report.worker import render_in_process  # noqa: PLC0415 - as above

        headers = self.library.in_use()
        if not headers:
            raise ReportError(
                _("There is no checklist to make an example with."), _("Load one first.")
            )
        loaded = self.library.load(headers[0].id)
        with self._lock:
            layout = (
                self._layouts.as_used(read.layout) if read else self._layouts.in_use(self._note)
            )
            choices = layout.over(self.settings())
            document = sample_document(kind, loaded, self._standards(), choices, self.clock())
        return render_in_process(document, progress=report_progress, is_cancelled=is_cancelled)


def _facts(name: str | None, layout: Layout) -> LayoutFacts:
    file = layout.file
    left_out = len(SHIPPED.parts) - len(layout.parts)
    return LayoutFacts(name, file.organisation, file.marking, left_out)
