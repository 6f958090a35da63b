# SPDX-License-Identifier: MPL-2.0
"""One action of an earlier audit, and what can be said of it now."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.action_moves import change_words
from auditapp.judgement.day_words import day_words
from auditapp.model.follow_up import ActionStatus
from auditapp.model.labels import label
from auditapp.operations.carried import CarriedAction
from ui.actions.deeds import WORDS, Deed
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel

_DEEDS = {
    ActionStatus.OPEN: (Deed.DONE, Deed.LEAVE),
    ActionStatus.DONE: (Deed.VERIFY, Deed.REOPEN, Deed.LEAVE),
}


class EarlierActionRow(QWidget):
    """What was to be done, how it stands, and a button for each thing to do about it.

    Signals:
        deed_asked: something is to be done; the `CarriedAction` and the `Deed`.
    """

    deed_asked = Signal(object, object)

    def __init__(self, theme: Theme, carried: CarriedAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carried = carried
        action = carried.row.action
        self.buttons: dict[Deed, PushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(2)
        column.addWidget(TextLabel(theme, action.what, "strong", wrap=True))
        for words, tone in _lines(carried):
            column.addWidget(TextLabel(theme, words, "small", tone, wrap=True))
        buttons = FlowRow(2)
        for deed in _DEEDS.get(action.status, ()):
            button = PushButton(theme, WORDS[deed].title, "quiet")
            button.setAccessibleDescription(action.what)
            button.setProperty("deed", deed.value)
            button.clicked.connect(self._on_clicked)
            buttons.add(button)
            self.buttons[deed] = button
        column.addWidget(buttons)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, PushButton):
            self.deed_asked.emit(self._carried, Deed(button.property("deed")))


def _lines(carried: CarriedAction) -> Iterator[tuple[str, str]]:
    """Yield what is said below the action, each with its tone."""
    action = carried.row.action
    due = _("due {day}").format(day=day_words(action.due)) if action.due else _("no date")
    owner = action.owner_role or _("nobody named")
    facts = _("{state}; {owner}; {due}").format(state=label(action.status), owner=owner, due=due)
    yield facts, "2"
    moved = change_words(action)
    if moved:
        yield moved, "2"
    if action.completion_evidence.strip():
        yield _("Evidence: {words}").format(words=action.completion_evidence), "2"
    if carried.row.question:
        yield carried.row.question, "3"
    if carried.course:
        yield carried.course[-1], "3"
