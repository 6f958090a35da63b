# SPDX-License-Identifier: MPL-2.0
"""Look for personal details before a report goes out, and ask what to do about them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.judgement.outline import Outline
from auditapp.judgement.personal_findings import PlacedFinding
from auditapp.model.audit import Audit
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.open_audit import OpenAudit
from ui.outgoing.finding_rows import finding_rows
from ui.outgoing.findings_dialog import FindingsDialog
from ui.theme.theme import Theme


class FindingDesk(QObject):
    """Stand between a button and the report that leaves by it. It stops nobody who goes on.

    Signals:
        step_asked: the person wants to see what was found in its place; the ``Step``.
    """

    step_asked = Signal(object)

    def __init__(
        self, theme: Theme, open_audit: OpenAudit, workspace: Workspace, jobs: Jobs, view: QWidget
    ) -> None:
        """Work for ``view``, over which the dialog opens."""
        super().__init__(view)
        self._theme = theme
        self._open_audit = open_audit
        self._workspace = workspace
        self._jobs = jobs
        self._view = view
        self._found: Sequence[PlacedFinding] | None = None
        self._earlier: Outline | None = None
        self._asked = 0
        self.dialog: FindingsDialog | None = None

    def look(self, earlier: Outline | None = None) -> None:
        """Begin to look in the background, so that nobody waits when they press a button.

        ``earlier`` is the signed state that the report shows, if not the audit as it is.
        """
        self._found = None
        self._earlier = earlier
        self._asked += 1
        work = partial(_look, self._workspace, self._outline.audit)
        self._jobs.start(work, succeeded=partial(self._on_found, self._asked))

    def pass_on(self, words: str, go_on: Callable[[], None]) -> None:
        """Do ``go_on`` if nothing was found, or if the person presses the button with ``words``."""
        if self._found is None:
            self._found = self._workspace.personal_findings(self._outline.audit)
        if not self._found:
            go_on()
            return
        is_now = self._earlier is None
        # In what was signed off before nobody can change a word, so no line leads there.
        rows = finding_rows(self._outline, self._found, has_steps=is_now)
        self.dialog = FindingsDialog(self._theme, rows, words, self._view)
        self.dialog.accepted.connect(go_on)
        self.dialog.step_asked.connect(self.step_asked)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    @property
    def _outline(self) -> Outline:
        return self._earlier or self._open_audit.outline

    def _on_found(self, asked: int, found: Sequence[PlacedFinding]) -> None:
        if asked == self._asked:  # and not for a state of the audit that is past
            self._found = found

    def _on_finished(self) -> None:
        self.dialog = None


def _look(workspace: Workspace, audit: Audit, _job: Job) -> Sequence[PlacedFinding]:
    """Look away from the window."""
    return workspace.personal_findings(audit)
