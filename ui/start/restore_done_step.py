# SPDX-License-Identifier: MPL-2.0
"""The last step of restoring: what was done, and where the audits from before are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.data.backup_words import count_words, moment_words
from ui.start.start_page import button_row
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel

if TYPE_CHECKING:
    from auditapp.backups import Restored
    from ui.data.backup_work import OpenedBackup


class RestoreDoneStep(QWidget):
    """Say that it is done, and lead to the passphrase.

    Signals:
        read: the person has read it.
    """

    read = Signal()

    def __init__(
        self,
        theme: Theme,
        opened: "OpenedBackup",
        restored: "Restored",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.next_button = PushButton(theme, _("Unlock"), "primary", "lock-open")
        self.next_button.clicked.connect(self.read)
        done = _(
            "The backup of {when} is on this computer now: {audits}. It opens with the passphrase "
            "that was in force then."
        ).format(
            audits=count_words(len(opened.check.audits)),
            when=moment_words(opened.backup.made_at),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        column.addWidget(TextLabel(theme, _("Restored"), "title", wrap=True))
        column.addWidget(TextLabel(theme, done, wrap=True))
        if restored.kept is not None:
            kept = _(
                "What was here before is kept, locked as it was, in the folder {folder}. Delete it "
                "only when you are sure that nothing in it is missed."
            ).format(folder=restored.kept)
            column.addWidget(TextLabel(theme, kept, "body", "2", wrap=True))
        column.addWidget(button_row(theme, self.next_button))
        self.setFocusProxy(self.next_button)
