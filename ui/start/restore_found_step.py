# SPDX-License-Identifier: MPL-2.0
"""The second step of restoring: what is in the backup, and what restoring it costs."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.data.backup_words import count_words, moment_words, size_words
from ui.start.start_page import button_row
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner

if TYPE_CHECKING:
    from ui.data.backup_work import OpenedBackup

_MOST_TOLD: Final = 8
"""Damaged files that are named one by one; more of them are counted."""


class RestoreFoundStep(QWidget):
    """Show one backup; where something goes out of sight, the person ticks that they want it.

    Signals:
        restore_asked: the person wants it, knowing what it costs.
        back_asked: the person wants another backup, or none.
    """

    restore_asked = Signal()
    back_asked = Signal()

    def __init__(self, theme: Theme, opened: "OpenedBackup", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._opened = opened
        self.found = Banner(theme, "ok", "")
        self.costs = Banner(theme, "warn", _("Before you restore"), "\n".join(opened.costs))
        self.wanted = CheckBox(theme, _("I have read this and want to restore"))
        self.restore_button = PushButton(theme, _("Restore everything"), "primary", "history")
        self.back_button = PushButton(theme, _("Back"), "quiet", "arrow-left")
        self._build()
        self.wanted.toggled.connect(self.restore_button.setEnabled)
        self.restore_button.clicked.connect(self.restore_asked)
        self.back_button.clicked.connect(self.back_asked)
        self.setFocusProxy(self.wanted if opened.costs else self.restore_button)

    def _build(self) -> None:
        theme, backup, check = self._theme, self._opened.backup, self._opened.check
        title = _("Backup of {when}").format(when=moment_words(backup.made_at))
        facts = _("{audits}, {size}, in the file {name}").format(
            audits=count_words(backup.audit_count), size=size_words(backup.size),
            name=backup.path.name,
        )  # fmt: skip
        told = [*check.faults, *check.remarks]
        lines = told[:_MOST_TOLD]
        if len(told) > len(lines):
            lines.append(_("And {count} more.").format(count=len(told) - len(lines)))
        if check.faults:
            self.found.set_content("danger", _("This backup is damaged"), "\n".join(lines))
        else:
            words = _("The backup is complete and unchanged")
            self.found.set_content("warn" if lines else "ok", words, "\n".join(lines))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        column.addWidget(TextLabel(theme, title, "title", wrap=True))
        column.addWidget(TextLabel(theme, facts, "body", "2", wrap=True))
        for widget in (self.found, self.costs, self.wanted):
            column.addWidget(widget)
        column.addWidget(button_row(theme, self.restore_button, first=self.back_button))
        has_costs = bool(self._opened.costs)
        self.costs.setVisible(has_costs)
        self.wanted.setVisible(has_costs)
        self.restore_button.setEnabled(not has_costs)
