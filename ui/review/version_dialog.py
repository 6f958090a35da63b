# SPDX-License-Identifier: MPL-2.0
"""Read what was signed off before an amendment: the report of it, on the screen."""

from functools import partial

from PySide6.QtWidgets import QWidget

from auditapp.exports.orders import ReportOfOne
from auditapp.i18n import _
from auditapp.model.audit import Audit
from auditapp.model.report_kinds import ReportKind
from auditapp.workspace import Workspace
from ui.jobs import Jobs
from ui.outgoing.report_work import preview_report
from ui.preview.preview_pane import PreviewPane
from ui.theme.theme import Theme
from ui.walkthrough.dialog_size import fitting_size
from ui.widgets.surfaces.dialog import Dialog

_WIDTH, _HEIGHT = 860, 900
_LEAST_PANE = 200


class VersionDialog(Dialog):
    """The pages of one signed version. They are in memory only, and gone when it closes."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        audit: Audit,
        number: int,
        parent: QWidget | None = None,
    ) -> None:
        title = _("What was signed: {reference}").format(reference=audit.front.case_reference)
        super().__init__(theme, title, parent)
        self._build = partial(
            preview_report, workspace, ReportOfOne(ReportKind.AUDIT, audit.id, number)
        )
        self.pane = PreviewPane(theme, jobs)
        self.pane.setMinimumHeight(theme.px(_LEAST_PANE))
        self.pane.again_asked.connect(self._make)
        self.body.addWidget(self.pane, 1)
        self.add_cancel(_("Close"))
        self.resize(fitting_size(theme, parent, _WIDTH, _HEIGHT))
        self._make()

    def _make(self) -> None:
        self.pane.make(self._build)

    # Qt overrides

    def done(self, result: int) -> None:
        """Let the pages go before the dialog does."""
        self.pane.forget()
        super().done(result)
