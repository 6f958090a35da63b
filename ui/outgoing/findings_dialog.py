# SPDX-License-Identifier: MPL-2.0
"""Show what a report may give away about people, before it goes out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from ui.rows.row import Row
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.walkthrough.steps import Step
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog

_FEW = 20
_WIDTH = 620


class FindingsDialog(Dialog):
    """List what was found; each line opens its place. To go on all the same is one press.

    Signals:
        step_asked: a line was chosen; the step it leads to. The dialog has closed.
    """

    step_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        rows: Sequence[Row],
        go_on: str,
        parent: QWidget | None = None,
    ) -> None:
        """List ``rows``; ``go_on`` is the word for what happens all the same."""
        super().__init__(theme, _("This report may tell who somebody is"), parent, width=_WIDTH)
        words = ngettext(
            "One thing in it looks like a personal detail.",
            "{count} things in it look like personal details.",
            len(rows),
        ).format(count=len(rows))
        if any(row.step is not None for row in rows):
            choose = ngettext(
                "Choose it to see it in its place.", "Choose one to see it in its place.", len(rows)
            )
            words = f"{words} {choose}"
        advice = _(
            "Reports are read by many people. The check cannot be sure, and it misses things."
        )
        self.group = RowGroup(theme, _("Possible personal details"), few=_FEW, at_a_time=100)
        self.group.set_rows(rows)
        self.group.step_asked.connect(self._on_step_asked)
        self.body.addWidget(TextLabel(theme, words, wrap=True))
        self.body.addWidget(TextLabel(theme, advice, "body", "2", wrap=True))
        self.group.row_reached.connect(self._on_row_reached)
        self._page = self.add_page(self.group)
        self.back_button = self.add_cancel(_("Go back"))
        self.go_on_button = self.add_button(go_on)
        self.go_on_button.clicked.connect(self.accept)
        self.group.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_step_asked(self, step: Step) -> None:
        self.reject()
        self.step_asked.emit(step)

    def _on_row_reached(self, rows: QWidget) -> None:
        self._page.ensureWidgetVisible(rows)
