# SPDX-License-Identifier: MPL-2.0
"""Take an action of the first audit further: verify it, or open it again."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.judgement.action_steps import NEXT
from auditapp.judgement.comparison_words import pointer_words
from auditapp.judgement.reaudit import EarlierAction
from auditapp.model.edits import Author
from auditapp.model.follow_up import ActionStatus
from auditapp.model.ids import AuditId
from auditapp.model.labels import label
from auditapp.workspace import Workspace
from ui.fault_banner import FaultBanner
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

_STEPS: Final[Mapping[ActionStatus, str]] = {
    ActionStatus.VERIFIED: _("Verify it: it is done, and it shows"),
    ActionStatus.OPEN: _("Open it again: the shortfall is still there"),
    ActionStatus.DONE: _("It is done"),
    ActionStatus.DROPPED: _("Drop it"),
}
_ASKED: Final[Mapping[ActionStatus, str]] = {
    ActionStatus.VERIFIED: _("What did you look at?"),
    ActionStatus.OPEN: _("What is still to be done?"),
    ActionStatus.DONE: _("What shows that it is done?"),
    ActionStatus.DROPPED: _("Why is it not going to be done?"),
}


class ActionDialog(Dialog):
    """How an action stands, what the later audit points to, and the next step.

    It is accepted once the step is on record.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        first_id: AuditId,
        earlier: EarlierAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("What became of this action?"), parent, width=620)
        self._workspace = workspace
        self._first_id = first_id
        self._earlier = earlier
        self.step = ComboField(theme, _("&Next step"), placeholder=_("Choose"))
        self.said = TextArea(theme, _("&In your words"), min_lines=3)
        self.done_by = LineField(theme, _("&Done by"))
        self.name = LineField(theme, _("&Your name"))
        self.name.set_text(workspace.settings().auditor)
        self._banner = FaultBanner(theme)
        self._build()
        self.step.setFocus()

    def _build(self) -> None:
        theme, action = self._theme, self._earlier.action
        offered = [each for each in _STEPS if each in NEXT[action.status]]
        self.step.set_items([(each.value, _STEPS[each]) for each in offered])
        self.step.value_chosen.connect(self._show_step)
        stands = _("It stands as: {status}").format(status=label(action.status))
        told = (action.completion_evidence, action.dropped_reason)
        lines = [stands, *told, pointer_words(self._earlier.points_to)]
        words = [TextLabel(theme, line, "body", "2", wrap=True) for line in lines if line.strip()]
        self._page = self.add_page(
            TextLabel(theme, action.what, "strong", wrap=True), *words,
            self.step, self.said, self.done_by, self.name, self._banner,
        )  # fmt: skip
        self.add_cancel(_("Cancel"))
        self.button = self.add_button(_("Record it"), "primary")
        self.button.clicked.connect(self._on_clicked)
        self.done_by.hide()

    def _show_step(self, value: str) -> None:
        status = ActionStatus(value)
        self.step.set_error(None)
        self.said.set_hint(_ASKED[status])
        self.done_by.setVisible(status is ActionStatus.DONE)

    def _on_clicked(self) -> None:
        if self.step.value is None:
            self.step.set_error(_("Choose what is to be recorded."))
            self.step.setFocus()
            return
        try:
            self._workspace.progress_action(
                self._first_id,
                self._earlier.id,
                ActionStatus(self.step.value),
                Author(self.name.text.strip(), self._workspace.clock()),
                words=self.said.text,
                done_by=self.done_by.text,
            )
        except AuditAppError as error:
            self._banner.tell(error)
            self._page.show_whole(self._banner)
            return
        finally:
            self._workspace.close_audit(self._first_id)
        self.accept()
