# SPDX-License-Identifier: MPL-2.0
"""Make blank checklists to be filled in by hand. Nothing of a case is in them: no passphrase."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from auditapp.checklist.library import Library
from auditapp.errors import NotAllowedError, UnsafePathError
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId
from auditapp.paths import AppPaths
from auditapp.settings import Settings
from auditapp.standards import load_standards

Progress = Callable[[int, int], None]
Versions = Mapping[ChecklistId, str]


def never() -> bool:
    """Tell that nobody wants to stop."""
    return False


@dataclass(frozen=True, slots=True)
class Press:
    """Hold what blank checklists are made from; ``now`` is aware."""

    paths: AppPaths
    library: Library
    settings: Settings
    now: dt.datetime

    def preview_blank(
        self,
        checklist_ids: Sequence[ChecklistId],
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
        versions: Versions = MappingProxyType({}),
    ) -> bytes:
        """Return the blank checklists named, in their order, as one PDF in memory.

        Each is made of the version in use, unless ``versions`` names another.

        Raises:
            NotAllowedError: No checklist was chosen, or one twice.
            ChecklistNotFoundError, ChecklistInvalidError: One cannot be used.
            ReportCancelledError: ``is_cancelled`` said so.
            ReportError: It could not be made.
        """
        from auditapp.report.export import blank_pdf  # noqa: PLC0415 - keeps reportlab away

        if not checklist_ids or len(set(checklist_ids)) != len(checklist_ids):
            raise NotAllowedError(
                _("A blank checklist is made of one checklist or more, each of them once."),
                _("Choose at least one, and none twice."),
            )
        loaded = [
            self.library.find(each, versions[each]) if each in versions else self.library.load(each)
            for each in checklist_ids
        ]
        settings = self.settings
        standards = load_standards(
            self.paths.checklists, settings.local_standards, settings.local_names
        )
        return blank_pdf(loaded, standards, settings, self.now, report_progress, is_cancelled)

    def export_blank(
        self,
        checklist_ids: Sequence[ChecklistId],
        path: Path,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
        versions: Versions = MappingProxyType({}),
    ) -> None:
        """Write the blank checklists named as one PDF, whole or not at all.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            ReportError: It could not be written; whatever was at ``path`` is still there.
            NotAllowedError, ChecklistNotFoundError, ChecklistInvalidError: As ``preview_blank``.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - keeps reportlab away

        require_outside_store(self.paths, path)
        contents = self.preview_blank(checklist_ids, report_progress, is_cancelled, versions)
        save_report(contents, path)


def require_outside_store(paths: AppPaths, path: Path) -> None:
    """Refuse to write where the audits themselves are kept.

    Raises:
        UnsafePathError: ``path`` is there.
    """
    if paths.store.resolve() in path.resolve().parents:
        raise UnsafePathError(
            _("Nothing else can be saved in the folder where the audits are kept."),
            _("Choose another folder."),
        )
