# SPDX-License-Identifier: MPL-2.0
"""The choice between using a checklist, moving drafts to it as well, and leaving it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.operations.load import ExaminedFile
from ui.theme.theme import Theme
from ui.widgets.answers.check_box import CheckBox
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card


class DecisionCard(Card):
    """Three buttons; a file that nobody trusted has signed wants a tick before the first two.

    Signals:
        use_asked: start new audits on it.
        move_asked: do that, and move the ticked drafts.
        leave_asked: change nothing.
    """

    use_asked = Signal()
    move_asked = Signal()
    leave_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self._can_load = False
        self._is_in_use = False
        self._ticked = 0
        self._unfinished = 0
        self.choice = Banner(theme, "warn", _("Nobody vouches for this file"))
        self.accept_box = CheckBox(
            theme, _("I know who made this file and want it loaded although it counts as unsigned")
        )
        self._words = TextLabel(theme, "", "body", "2", wrap=True)
        self.use_button = PushButton(theme, _("Use for new audits"), "primary")
        self.move_button = PushButton(theme, "")
        self.leave_button = PushButton(theme, _("Leave it"))
        self._build(theme)
        self.accept_box.toggled.connect(self._refresh)
        self.use_button.clicked.connect(self.use_asked)
        self.move_button.clicked.connect(self.move_asked)
        self.leave_button.clicked.connect(self.leave_asked)
        self._refresh()

    def show_file(self, examined: ExaminedFile) -> None:
        """Offer what can be done with a file that was looked at."""
        choice = examined.choice
        self._can_load = examined.revision is not None
        self._is_in_use = examined.is_in_use
        self._unfinished = examined.unfinished
        if choice is not None:
            title = _("Nobody vouches for this file")
            self.choice.set_content("warn", title, f"{choice} {choice.remedy}")
        for part in (self.choice, self.accept_box):
            part.setVisible(choice is not None)
        self._refresh()

    def set_ticked(self, count: int) -> None:
        """Say how many drafts are ticked."""
        self._ticked = count
        self._refresh()

    @property
    def accepts_unsigned(self) -> bool:
        """Whether the person wants the file although nobody vouches for it."""
        return self.accept_box.isVisibleTo(self) and self.accept_box.isChecked()

    def _build(self, theme: Theme) -> None:
        buttons = FlowRow()
        for button in (self.use_button, self.move_button, self.leave_button):
            buttons.add(button)
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(theme, _("Your choice"), "heading", wrap=True))
        for part in (self.choice, self.accept_box, self._words, buttons):
            self.body.addWidget(part)
        for part in (self.choice, self.accept_box):
            part.hide()

    def _refresh(self) -> None:
        wants_tick = self.accept_box.isVisibleTo(self) and not self.accept_box.isChecked()
        is_free = self._can_load and not wants_tick
        self.use_button.setVisible(self._can_load and not self._is_in_use)
        self.use_button.setEnabled(is_free)
        self.move_button.setVisible(self._can_load)
        self.move_button.setEnabled(is_free and self._ticked > 0)
        words = _("Move ticked drafts") if self._is_in_use else _("Use, and move ticked drafts")
        self.move_button.setText(words)
        self._words.set_text(self._reason(wants_tick=wants_tick))

    def _reason(self, *, wants_tick: bool) -> str:
        if not self._can_load:
            return _("There is nothing to choose: this file cannot be loaded.")
        unfinished = ngettext(
            "{n} text is still to complete.", "{n} texts are still to complete.", self._unfinished
        )
        parts = [unfinished.format(n=self._unfinished) if self._unfinished else ""]
        parts += [_("Tick the box above to load it.")] if wants_tick else self._standing()
        return " ".join(filter(None, (*parts, _("Nothing has been changed yet."))))

    def _standing(self) -> list[str]:
        """Return what is so already: what is in use, and how many drafts are ticked."""
        ticked = ngettext("{n} draft is ticked.", "{n} drafts are ticked.", self._ticked)
        return [
            _("New audits start on this version already.") if self._is_in_use else "",
            ticked.format(n=self._ticked) if self._ticked else "",
        ]
