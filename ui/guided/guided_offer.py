# SPDX-License-Identifier: MPL-2.0
"""Offer the guided start above the list of audits, once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner

_YES, _NO = "yes", "no"


class GuidedOffer(Banner):
    """Shown to whoever has no audit yet and has not answered it; out of sight otherwise.

    Signals:
        guided_start_asked: the person wants to be shown the way.
    """

    guided_start_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme, "info", _("New here? See how an audit goes"),
            _(
                "In five minutes, in an invented audit: answers, a timescale, a grade, the review. "
                "Nothing of it is kept. You can always find it under Help."
            ),
            actions=[(_YES, _("Show me")), (_NO, _("No, thank you"))],
            icon="lightbulb", parent=parent,
        )  # fmt: skip
        self._workspace = workspace
        self._preferences = preferences
        self.action_clicked.connect(self._on_action_clicked)
        self.hide()  # until it is in its place: by itself it would be a window

    def refresh(self) -> None:
        """Show the offer if it is still to be answered."""
        is_answered = self._preferences.settings.is_shown_round
        self.setVisible(not is_answered and not self._workspace.audits())

    def _on_action_clicked(self, key: str) -> None:
        self._preferences.change(is_shown_round=True)
        self.hide()
        if key == _YES:
            self.guided_start_asked.emit()
