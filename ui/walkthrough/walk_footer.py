# SPDX-License-Identifier: MPL-2.0
"""The foot of an open audit: back, keys worth knowing, and on."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import CommandId
from ui.keys.keymap import command
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, FOOTER_HEIGHT
from ui.walkthrough.command_bar import CommandBar
from ui.walkthrough.key_hints import KeyHints
from ui.walkthrough.steps import HISTORY, Step, StepKind, Walk
from ui.widgets.buttons.push_button import PushButton

_NEXT_WORDS: Final = {
    StepKind.QUESTION: _("Next section"),
    StepKind.SECTION_GRADE: _("Grade this section"),
    StepKind.FEEDBACK: _("Feedback"),
    StepKind.OVERALL: _("Overall grades"),
    StepKind.REVIEW: _("Review"),
    StepKind.REPORT: _("Report"),
    StepKind.HISTORY: _("History"),
}
_UNANSWERED_FROM: Final = 520
_BACK_ICON: Final = "chevron-left"
_ON_ICON: Final = "chevron-right"
_MARGIN: Final = 12
_GAP: Final = 4


class WalkFooter(CommandBar):
    """Show where Previous and Next lead."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "top", FOOTER_HEIGHT, parent=parent)
        self.previous = PushButton(theme, _("Previous"), icon=_BACK_ICON)
        self.next = PushButton(theme, "", "primary", _ON_ICON, icon_side="right")
        self.unanswered = PushButton(theme, _("Next unanswered"), "quiet")
        self.hints = KeyHints(theme)
        self._leading = {
            CommandId.PREVIOUS: self.previous,
            CommandId.NEXT: self.next,
            CommandId.NEXT_UNANSWERED: self.unanswered,
        }
        for command_id, button in self._leading.items():
            self._let_ask(button, command_id)
        self._show_keys()
        self._build()
        self._begin()

    def show_step(
        self, walk: Walk, step: Step, *, has_unanswered: bool, choice_count: int = 0
    ) -> None:
        """Say where the buttons lead from ``step``, and by how many numbers one chooses there."""
        after = walk.after(step)
        self.previous.setEnabled(walk.before(step) is not None)
        # The history is there to look something up; nobody has to read it to be done.
        has_next = after not in (None, HISTORY)
        self.next.setVisible(has_next)
        if after is not None:
            self.next.setText(_next_words(walk, step, after))
        is_question = step.kind is StepKind.QUESTION
        self.hints.show_for(choice_count, is_question=is_question, has_next=has_next)
        self._fit()
        self.unanswered.setEnabled(has_unanswered)

    def _show_keys(self) -> None:
        super()._show_keys()
        for command_id, button in self._leading.items():
            button.setToolTip(command(command_id).shortcut)

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.previous)
        row.addStretch(1)
        row.addWidget(self.hints)
        row.addStretch(1)
        row.addWidget(self.unanswered)
        row.addWidget(self.next)

    def _fit(self) -> None:
        at = self.width() / self._theme.text_scale
        self.hints.setVisible(at >= BREAK_POINTS["key_hints"])
        wants_all = at >= _UNANSWERED_FROM
        self._show_icons(are_shown=True)
        if not self._has_room(with_unanswered=wants_all):
            self._show_icons(are_shown=False)  # the words need their room
        self.unanswered.setVisible(wants_all and self._has_room(with_unanswered=True))

    def _show_icons(self, *, are_shown: bool) -> None:
        self.previous.set_icon(_BACK_ICON if are_shown else None)
        self.next.set_icon(_ON_ICON if are_shown else None)

    def _has_room(self, *, with_unanswered: bool) -> bool:
        """Tell whether the buttons fit beside each other with all their words."""
        buttons = [each for each in (self.previous, self.next) if not each.isHidden()]
        buttons += [self.unanswered] if with_unanswered else []
        need = sum(button.sizeHint().width() + _GAP for button in buttons)
        return need <= self.width() - 2 * _MARGIN


def _next_words(walk: Walk, step: Step, after: Step) -> str:
    if after.kind is StepKind.QUESTION:
        if step.kind is StepKind.FRONT_SHEET:
            return _("First question")
        if walk.stage_number(step) == walk.stage_number(after):
            return _("Next question")
    return _NEXT_WORDS[after.kind]
