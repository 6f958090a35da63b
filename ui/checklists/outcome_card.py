# SPDX-License-Identifier: MPL-2.0
"""What was done with a checklist file, and what was refused."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.ids import AuditId
from auditapp.operations.load import Adopted
from ui.rows.row import Remark, Row
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card


class OutcomeCard(Card):
    """The version in use now, the drafts that were moved, and those that were not.

    Signals:
        done_asked: the person has read it.
        row_reached: another line has the focus; the list that holds it.
    """

    done_asked = Signal()
    row_reached = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self.banner = Banner(theme, "ok", "")
        self.refused = RowGroup(theme, _("Not moved"), icon="triangle-alert", tone="warn")
        self.moved = RowGroup(theme, _("Moved"), icon="circle-check", tone="ok")
        self.done_button = PushButton(theme, _("Done"), "primary")
        self.done_button.clicked.connect(self.done_asked)
        self.body.addWidget(self.banner)
        for group in (self.refused, self.moved):
            group.row_reached.connect(self.row_reached)
            self.body.addWidget(group)
        row = QHBoxLayout()
        row.addWidget(self.done_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def show_outcome(self, adopted: Adopted, chosen: Mapping[AuditId, str]) -> str:
        """Show what was done with the drafts ``chosen``, by name; return the main sentence."""
        title = _("New audits start on {title} {version}").format(
            title=adopted.in_use.title, version=adopted.in_use.version
        )
        done = {each.audit_id: each.refusal for each in adopted.moved}
        moved = [Row(name) for key, name in chosen.items() if done.get(key, key) is None]
        refused = [
            Row(chosen[key], (Remark(f"{error} {error.remedy}".strip()),))
            for key, error in done.items()
            if error is not None
        ]
        words = _("You stopped before this one; it stays with its version.")
        refused += [Row(name, (Remark(words),)) for key, name in chosen.items() if key not in done]
        self.moved.set_rows(moved)
        self.refused.set_rows(refused)
        text = _("Undo in an open audit takes its move back.") if moved else ""
        self.banner.set_content("warn" if refused else "ok", title, text)
        self.show()
        return title
