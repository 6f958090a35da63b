# SPDX-License-Identifier: MPL-2.0
"""Say how the handbook is saved from the window."""

from pathlib import Path
from typing import Final

from auditapp.guide import Guide
from auditapp.i18n import _
from ui.checklists.save_desk import Saving
from ui.jobs import Job

NAME: Final = "case-file-audit-handbook.pdf"
"""In English, as the handbook is."""


def handbook_saving(guide: Guide) -> Saving:
    """Return how to save all guides as one PDF."""

    def write(path: Path, job: Job) -> None:
        """Write the file. Runs in a thread."""
        from auditapp.handbook.saving import save_handbook  # noqa: PLC0415 - many never save it

        save_handbook(
            path, guide, progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
        )

    return Saving(_("Save the handbook"), NAME, _("Making the handbook …"), write)
