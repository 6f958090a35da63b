# SPDX-License-Identifier: MPL-2.0
"""Say how the handbook is saved from the window."""

from pathlib import Path

from auditapp.guide import Guide
from auditapp.i18n import _
from ui.checklists.save_desk import Saving
from ui.jobs import Job


def handbook_saving(guide: Guide) -> Saving:
    """Return how to save all guides as one PDF."""

    def write(path: Path, job: Job) -> None:
        """Write the file. Runs in a thread."""
        from auditapp.handbook.saving import save_handbook  # noqa: PLC0415 - many never save it

        save_handbook(
            path, guide, progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
        )

    name, words = _("case-file-audit-handbook.pdf"), _("Making the handbook …")
    return Saving(_("Save the handbook"), name, words, write)
