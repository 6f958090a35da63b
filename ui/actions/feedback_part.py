# SPDX-License-Identifier: MPL-2.0
"""What people said in all audits, and the sheets with which they are asked."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.exports.orders import ReportOfOne
from auditapp.model.ids import AuditId
from auditapp.model.report_kinds import ReportKind
from auditapp.workspace import Workspace
from ui.actions.feedback_lines import FEEDBACKS
from ui.actions.questions_dialog import QuestionsDialog
from ui.jobs import Jobs
from ui.registers.read_part import ReadPart
from ui.theme.theme import Theme


class FeedbackPart(ReadPart):
    """The register of feedback; its button leads to the sheets of questions of a case.

    Signals:
        report_asked: a report of an audit is to be shown; the `ReportOfOne`.
    """

    report_asked = Signal(object)

    def __init__(
        self, theme: Theme, workspace: Workspace, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, workspace, jobs, FEEDBACKS, parent)
        self.dialog: QuestionsDialog | None = None
        self.add_asked.connect(self._on_add_asked)

    def words(self) -> dict[str, Any]:
        """Return what is looked for and typed, as it can be kept."""
        typed = None if self.dialog is None else self.dialog.reference.text
        return {**super().words(), "case": typed}

    def resume(self, words: Mapping[str, Any]) -> None:
        """Look for what was kept, and ask again for the case that somebody typed."""
        super().resume(words)
        if words.get("case") is not None:
            self._ask(str(words["case"]))

    # Inside

    def _ask(self, reference: str = "") -> None:
        if self.dialog is not None:
            return
        audits = [row for row in self._workspace.audits() if row.moderates is None]
        self.dialog = QuestionsDialog(self._theme, audits, self)
        self.dialog.reference.set_text(reference)
        self.dialog.audit_chosen.connect(self._on_audit_chosen)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    # Slots

    def _on_add_asked(self) -> None:
        self._ask()

    def _on_audit_chosen(self, audit_id: str) -> None:
        self.report_asked.emit(ReportOfOne(ReportKind.QUESTIONS, AuditId(audit_id)))

    def _on_finished(self) -> None:
        self.dialog = None
