# SPDX-License-Identifier: MPL-2.0
"""Fetch what is wanted soon, in jobs, while the person reads and types."""

from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditapp.workspace import Workspace
    from ui.jobs import Job


def import_the_rest(_job: object) -> None:
    """Import what unlocking needs, and what says what went wrong."""
    # The imports are the point.
    import auditapp.fault_report  # noqa: PLC0415
    import auditapp.workspace  # noqa: F401, PLC0415


def load_checklists(workspace: "Workspace", job: "Job") -> None:
    """Load what a new audit offers."""
    from auditapp.errors import AuditAppError  # noqa: PLC0415 - after the first paint

    for header in workspace.library.headers():
        if job.is_cancelled:
            return
        with suppress(AuditAppError):  # whoever wants to use it is told what is wrong with it
            workspace.library.load(header.id)
