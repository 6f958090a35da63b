# SPDX-License-Identifier: MPL-2.0
"""One draft that a revision touches: a tick, what becomes of its answers, and the lines."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.i18n import _
from ui.checklists.count_pills import CountPills
from ui.checklists.draft_lines import FATE_COLUMNS, DraftLines
from ui.checklists.long_lists import AT_A_TIME, FEW
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel


class DraftRow(QWidget):
    """A draft with its counts; the line for each answer is made when it is first asked for.

    Signals:
        ticked: the draft was ticked or cleared.
        row_reached: another line has the focus; the list that holds it.
    """

    ticked = Signal()
    row_reached = Signal(object)

    def __init__(self, theme: Theme, lines: DraftLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.lines = lines
        self.box = CheckBox(theme, lines.name.replace("&", "&&"))
        self.lines_button = PushButton(theme, _("Show the lines"), "quiet", "chevron-down")
        self.group: RowGroup | None = None
        self._column = QVBoxLayout(self)
        self._build()
        self.box.toggled.connect(self.ticked)
        self.lines_button.clicked.connect(self._on_lines_clicked)

    @property
    def is_ticked(self) -> bool:
        """Whether the draft is to be moved."""
        return self.box.isChecked() and self.lines.preview is not None

    def _build(self) -> None:
        lines = self.lines
        spoken = lines.why_not or ", ".join(words for words, _tone in lines.counts)
        self.box.setAccessibleName(
            _("Move {name}: {words}").format(name=lines.name, words=spoken)
            if lines.preview is not None
            else f"{lines.name}: {spoken}"
        )
        self.box.setEnabled(lines.preview is not None)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(2)
        self._column.addWidget(self.box)
        if lines.why_not:
            self._column.addWidget(TextLabel(self._theme, lines.why_not, "small", "2", wrap=True))
        else:
            self._column.addWidget(CountPills(self._theme, lines.counts))
        row = QHBoxLayout()
        row.addWidget(self.lines_button)
        row.addStretch(1)
        self._column.addLayout(row)
        self.lines_button.setVisible(bool(lines.rows))
        self._name_button()

    def _name_button(self) -> None:
        shows = self.group is not None and self.group.isVisibleTo(self)
        words = _("Hide the lines") if shows else _("Show the lines")
        self.lines_button.setText(words)
        self.lines_button.set_icon("chevron-up" if shows else "chevron-down")
        self.lines_button.setAccessibleName(
            _("{words} of {name}").format(words=words, name=self.lines.name)
        )

    def _on_lines_clicked(self) -> None:
        if self.group is None:
            title = _("What becomes of {name}").format(name=self.lines.name)
            self.group = RowGroup(
                self._theme, title, few=FEW, at_a_time=AT_A_TIME,
                columns=FATE_COLUMNS, about=_("Question"),
            )  # fmt: skip
            self.group.row_reached.connect(self.row_reached)
            self._column.addWidget(self.group)
            self.group.set_rows(self.lines.rows)
        else:
            self.group.setVisible(not self.group.isVisibleTo(self))
        self._name_button()
