# SPDX-License-Identifier: MPL-2.0
"""Make papers about checklists: blank ones to fill in, and what a version changes.

Nothing of a case is in them, so they are made without a passphrase.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from auditapp.checklist.library import Library, LoadedChecklist
from auditapp.errors import NotAllowedError, UnsafePathError
from auditapp.i18n import _
from auditapp.judgement.case_facts import Standards
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.ids import ChecklistId
from auditapp.model.report_format import ReportFormat
from auditapp.paths import AppPaths
from auditapp.settings import Settings
from auditapp.standards import load_standards

if TYPE_CHECKING:
    from auditapp.report.layouts.layout import Layout, PrintChoices

Versions = Mapping[ChecklistId, str]


@dataclass(frozen=True, slots=True)
class Press:
    """Hold what the papers are made from; ``now`` is aware. No ``layout`` is the usual one."""

    paths: AppPaths
    library: Library
    settings: Settings
    now: dt.datetime
    layout: "Layout | None" = None

    def preview_blank(
        self,
        checklist_ids: Sequence[ChecklistId],
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
        versions: Versions = MappingProxyType({}),
        report_format: ReportFormat = ReportFormat.PDF,
    ) -> bytes:
        """Return the blank checklists named, in their order, as one file in memory.

        Each is made of the version in use, unless ``versions`` names another.

        Raises:
            NotAllowedError: No checklist was chosen, or one twice.
            ChecklistNotFoundError, ChecklistInvalidError: One cannot be used.
            ReportCancelledError: ``is_cancelled`` said so.
            ReportError: It could not be made.
        """
        from auditapp.report.export import blank_document  # noqa: PLC0415 - few make reports
        from auditapp.report.worker import render_in_process  # noqa: PLC0415 - as above

        if not checklist_ids or len(set(checklist_ids)) != len(checklist_ids):
            raise NotAllowedError(
                _("A blank checklist is made of one checklist or more, each of them once."),
                _("Choose at least one, and none twice."),
            )
        loaded = [
            self.library.find(each, versions[each]) if each in versions else self.library.load(each)
            for each in checklist_ids
        ]
        document = blank_document(loaded, self._standards(), self._choices(), self.now)
        return render_in_process(
            document,
            report_format=report_format,
            progress=report_progress,
            is_cancelled=is_cancelled,
        )

    def export_blank(
        self,
        checklist_ids: Sequence[ChecklistId],
        path: Path,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
        versions: Versions = MappingProxyType({}),
        report_format: ReportFormat = ReportFormat.PDF,
    ) -> None:
        """Write the blank checklists named as one file, whole or not at all.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            ReportError: It could not be written; whatever was at ``path`` is still there.
            NotAllowedError, ChecklistNotFoundError, ChecklistInvalidError: As ``preview_blank``.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - few make reports

        require_outside_store(self.paths, path)
        contents = self.preview_blank(
            checklist_ids, report_progress, is_cancelled, versions, report_format
        )
        save_report(contents, path)

    def export_changes(
        self,
        old: LoadedChecklist,
        new: LoadedChecklist,
        path: Path,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
        report_format: ReportFormat = ReportFormat.PDF,
    ) -> None:
        """Write what changes from ``old`` to ``new`` as a file, whole or not at all.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            NotAllowedError: The two are different checklists.
            ReportCancelledError: ``is_cancelled`` said so.
            ReportError: It could not be made or written; whatever was at ``path`` is still there.
        """
        from auditapp.report.export import changes_document  # noqa: PLC0415 - few make reports
        from auditapp.report.saving import save_report  # noqa: PLC0415 - as above
        from auditapp.report.worker import render_in_process  # noqa: PLC0415 - as above

        require_outside_store(self.paths, path)
        if old.checklist.id != new.checklist.id:
            raise NotAllowedError(
                _("'{new}' is not a version of '{old}'.").format(
                    new=new.checklist.id, old=old.checklist.id
                ),
                _("Choose two versions of one checklist."),
            )
        names = self._standards().names
        contents = render_in_process(
            changes_document((old, new), names, self._choices(), self.now),
            report_format=report_format,
            progress=report_progress,
            is_cancelled=is_cancelled,
        )
        save_report(contents, path)

    def _choices(self) -> "PrintChoices":
        from auditapp.report.layouts.layout import SHIPPED  # noqa: PLC0415 - loads pydantic

        return (self.layout or SHIPPED).over(self.settings)

    def _standards(self) -> Standards:
        settings = self.settings
        return load_standards(self.paths.checklists, settings.local_standards, settings.local_names)


def require_outside_store(paths: AppPaths, path: Path) -> None:
    """Refuse to write where the audits themselves are kept.

    Raises:
        UnsafePathError: ``path`` is there.
    """
    if paths.store.resolve() in path.resolve().parents:
        raise UnsafePathError(
            _("Nothing can be saved in the folder where the audits are kept."),
            _("Choose another folder."),
        )
