# SPDX-License-Identifier: MPL-2.0
"""The step that draws the sample, so that anybody can draw it again."""

import secrets
from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _, ngettext
from auditapp.insight.sampling_statement import statement_of, verify_draw
from auditapp.insight.statement_words import check_words, statement_lines
from auditapp.model.round_edits import give_seed
from auditapp.model.sample_plan import Seed
from ui.messages import explain
from ui.rounds.open_round import OpenRound
from ui.rounds.reason_dialog import ReasonDialog
from ui.rounds.step_card import StepCard
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.line_field import LineField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner


class DrawStep(StepCard):
    """The seed and where it is from, the draw, and whether it comes out the same again."""

    def __init__(self, theme: Theme, open_round: OpenRound, parent: QWidget | None = None) -> None:
        words = _(
            "The seed is what the draw starts from: the same list and the same seed give the same "
            "cases, on any computer. It was made by chance when the round was begun. You can type "
            "another one that nobody here chose, such as the lottery numbers of last week."
        )
        super().__init__(theme, _("The draw"), words, open_round, parent)
        self._theme = theme
        self.seed = LineField(theme, _("Seed"))
        self.seed.personal_hint.turn_off()  # digits and letters by chance look like a number
        self.origin = LineField(theme, _("Where it comes from"))
        self.chance_button = PushButton(theme, _("Another one by &chance"), "quiet", "refresh-cw")
        self.draw_button = PushButton(theme, _("&Draw the sample"), "primary", "list-checks")
        self.check_button = PushButton(theme, _("Draw it &again to check"), "secondary")
        self.back_button = PushButton(theme, _("Take the draw back …"), "quiet", "undo")
        self.outcome = Banner(theme, "ok", "")
        self.lines = TextLabel(theme, "", wrap=True)
        self.dialog: ReasonDialog | None = None
        self._build()
        self._connect()

    def show_round(self) -> None:
        """Show the seed, and what was drawn."""
        whole = self.whole
        is_drawn = whole.draw is not None
        self.seed.set_text(whole.seed.text if whole.seed else "")
        self.origin.set_text(whole.seed.origin if whole.seed else "")
        for field in (self.seed, self.origin):
            field.set_read_only(is_drawn)
        self.chance_button.setVisible(not is_drawn)
        self.draw_button.setVisible(not is_drawn)
        self.draw_button.setEnabled(bool(whole.cases) and whole.plan is not None)
        self.check_button.setVisible(is_drawn)
        self.back_button.setVisible(is_drawn and not whole.progress)
        self.outcome.hide()
        self.lines.setVisible(is_drawn)
        if is_drawn:
            lines = statement_lines(statement_of(whole))
            self.lines.set_text("\n".join(f"{name}: {text}" for name, text in lines))
        elif not whole.cases or whole.plan is None:
            missing = _("Read a list of cases and say how many files first.")
            self.outcome.set_content("info", missing, "")
            self.outcome.show()

    def settle(self) -> bool:
        """Write the seed down, if it is another one."""
        whole, by = self.whole, self.desk.by
        for field in (self.seed, self.origin):
            field.settle_now()
        text, origin = self.seed.text.strip(), self.origin.text.strip()
        before = whole.seed
        if whole.draw is not None or (before and (before.text, before.origin) == (text, origin)):
            return True
        if not text:
            self.seed.set_error(_("A draw needs a seed."))
            return self.refuse(_("A draw needs a seed."))
        seed = Seed(text=text, origin=origin, by=by.name, at=by.now)
        return self.desk.edit(lambda each: give_seed(each, seed, by))

    @property
    def first_stop(self) -> QWidget:
        """What draws, or checks what was drawn."""
        for button in (self.draw_button, self.check_button):
            if button.isVisible() and button.isEnabled():
                return button
        return self.seed

    def draw(self) -> None:
        """Draw the sample."""
        desk = self.desk
        if not self.settle():
            return
        if desk.do(lambda: desk.workspace.draw_sample(self.whole.id, desk.by)):
            count = len(self.whole.sample)
            words = ngettext("{count} case is drawn", "{count} cases are drawn", count)
            self._tell("ok", words.format(count=count), _("Print the sampling statement with it."))
            self.check_button.setFocus()

    def check(self) -> None:
        """Draw once more from the list that the round has, and compare."""
        try:
            found = verify_draw(self.whole)
        except AuditAppError as error:
            message = explain(error)
            self._tell("danger", message.title, message.text)
            return
        title = _("The same draw again: yes") if found.is_same else _("The same draw again: no")
        self._tell("ok" if found.is_same else "danger", title, " ".join(check_words(found)))

    def typed(self) -> dict[str, Any] | None:
        """Return why the draw is to be taken back, while somebody writes that."""
        return None if self.dialog is None else self.dialog.typed()

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Ask again why the draw is taken back, if it can be still."""
        if self.whole.draw is None or self.whole.progress:
            return
        self._ask_back()
        if self.dialog is not None:
            self.dialog.show_typed(typed)

    # Inside

    def _build(self) -> None:
        buttons = FlowRow()
        for button in (self.draw_button, self.chance_button, self.check_button, self.back_button):
            buttons.add(button)
        for part in (self.seed, self.origin, buttons, self.outcome, self.lines):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.chance_button.clicked.connect(self._on_chance_clicked)
        self.draw_button.clicked.connect(self.draw)
        self.check_button.clicked.connect(self.check)
        self.back_button.clicked.connect(self._ask_back)

    def _tell(self, tone: str, title: str, text: str) -> None:
        self.outcome.show_message(tone, title, text)

    # Slots

    def _on_chance_clicked(self) -> None:
        self.seed.set_text(secrets.token_hex(8))
        self.origin.set_text(_("made by chance on this computer"))
        self.settle()

    def _ask_back(self) -> None:
        words = _("The draw stays on record, with your reason. Who is to read what is forgotten.")
        self.dialog = ReasonDialog(
            self._theme, _("Take the draw back"), words, _("Take it back"), parent=self
        )
        self.dialog.given.connect(self._on_back_given)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_back_given(self, reason: str, _choice: str) -> None:
        desk = self.desk
        desk.do(lambda: desk.workspace.take_back_sample(self.whole.id, reason, desk.by))
