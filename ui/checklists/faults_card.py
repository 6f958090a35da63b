# SPDX-License-Identifier: MPL-2.0
"""The faults of a checklist file, each with its place and what to write instead."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.checklist.faults import Fault
from auditapp.i18n import _
from ui.checklists.long_lists import AT_A_TIME, FEW
from ui.locking.copied_text import copy_for_use_elsewhere
from ui.rows.row import Remark, Row
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class FaultsCard(Card):
    """A list of faults, and a button that copies all of them; not to be seen without any.

    Signals:
        row_reached: another line has the focus; the list that holds it.
    """

    row_reached = Signal(object)

    def __init__(
        self,
        theme: Theme,
        heading: str,
        title: str,
        words: str,
        tone: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make a card without any; ``title`` names the list below ``heading`` and ``words``."""
        super().__init__(theme, "large", parent=parent)
        self._faults: Sequence[Fault] = ()
        self.group = RowGroup(
            theme, title, icon="triangle-alert", tone=tone, few=FEW, at_a_time=AT_A_TIME
        )
        self.group.row_reached.connect(self.row_reached)
        self.copy_button = PushButton(theme, _("Copy the list"), "secondary", "copy")
        self.copy_button.setAccessibleName(_("Copy the list: {title}").format(title=title))
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self.body.addWidget(TextLabel(theme, heading, "heading", wrap=True))
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        self.body.addWidget(self.group)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.hide()

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Show other faults."""
        self._faults = faults
        self.group.set_rows([_row(fault) for fault in faults])
        self.setVisible(bool(faults))

    def _on_copy_clicked(self) -> None:
        copy_for_use_elsewhere("\n".join(map(str, self._faults)))
        announce(self, _("Copied"))


def _row(fault: Fault) -> Row:
    place = _("{file}, line {line}, column {column}").format(
        file=fault.file, line=fault.line, column=fault.column
    )
    remarks = (Remark(fault.remedy), Remark(place, "text3"))
    return Row(fault.message, tuple(each for each in remarks if each.text))
