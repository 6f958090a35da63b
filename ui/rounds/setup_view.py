# SPDX-License-Identifier: MPL-2.0
"""Make a round in steps that can be left and come back to."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.workspace import Workspace
from ui.jobs import Jobs
from ui.messages import Message
from ui.outside import Outside
from ui.preferences import Preferences
from ui.rounds.about_step import AboutStep
from ui.rounds.auditors_step import AuditorsStep
from ui.rounds.draw_step import DrawStep
from ui.rounds.exclusions_step import ExclusionsStep
from ui.rounds.list_step import ListStep
from ui.rounds.open_round import OpenRound
from ui.rounds.plan_step import PlanStep
from ui.rounds.step_card import StepCard
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.buttons.switch_button import SwitchButton
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading
from ui.widgets.surfaces.pane import Pane

NAMES: Final = (
    _("What it is"),
    _("List of cases"),
    _("Left out"),
    _("How many"),
    _("Draw"),
    _("Auditors"),
)
"""The steps, in their order."""


class SetupView(Page):
    """A button for each step, the step itself, and at the foot the way on.

    Each step is durable once it is left: what is there is kept in the round.

    Signals:
        begun: a new round was begun; its id.
        finished: the steps are done, for now; the id of the round, or "" where none was begun.
    """

    begun = Signal(str)
    finished = Signal(str)

    def __init__(  # noqa: PLR0913 - each is a collaborator
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        *,
        open_round: OpenRound | None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the steps of a round; without one, the first step of a new one."""
        super().__init__(theme, spacing=12, is_read=True, parent=parent)
        self._theme = theme
        self._preferences = preferences
        self._open_round = open_round
        self._place = 0
        self.heading = PageHeading(theme, "")
        self.banner = Banner(theme, "danger", "")
        self.about = AboutStep(theme, workspace, open_round)
        self.steps: tuple[StepCard, ...] = (self.about,)
        if open_round is not None:
            self.list_step = ListStep(theme, open_round, jobs, outside)
            self.exclusions = ExclusionsStep(theme, open_round)
            self.plan = PlanStep(theme, open_round)
            self.draw_step = DrawStep(theme, open_round)
            self.auditors = AuditorsStep(theme, open_round)
            self.steps = (
                self.about, self.list_step, self.exclusions, self.plan, self.draw_step,
                self.auditors,
            )  # fmt: skip
        self.step_buttons: Sequence[SwitchButton] = ()
        self.back_button = PushButton(theme, _("&Back"))
        self.next_button = PushButton(
            theme, _("Ne&xt"), "primary", "arrow-right", icon_side="right"
        )
        self.leave_button = PushButton(theme, _("Later"), "quiet")
        self._build()
        self._connect()
        self.show_step(0)

    def show_step(self, place: int) -> None:
        """Show a step, as the round is now."""
        self._place = place
        for number, step in enumerate(self.steps):
            step.setVisible(number == place)
        self.step_buttons[place].setChecked(True)
        self.steps[place].show_round()
        self._show_title()
        is_last = place == len(NAMES) - 1
        self.back_button.setVisible(place > 0)
        self.next_button.setText(_("To the &round") if is_last else _("Ne&xt"))
        self.banner.hide()
        self._area.verticalScrollBar().setValue(0)
        words = _("Step {number} of {all}: {name}").format(
            number=place + 1, all=len(NAMES), name=NAMES[place]
        )
        announce(self, words)
        if self.isVisible():
            self._first_stop().setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """Take over the step and show the next one, or the round."""
        if self._open_round is None:
            name = self._preferences.person_name
            round_id = self.about.start(name)
            if round_id is not None:
                self.begun.emit(round_id)
        elif self.steps[self._place].finish():
            if self._place + 1 < len(self.steps):
                self.show_step(self._place + 1)
            else:
                self.finished.emit(self._open_round.whole.id)

    def settle_now(self) -> None:
        """Take over what is typed, as far as it is whole."""
        if self._open_round is not None:
            self.steps[self._place].settle()

    def stop(self) -> None:
        """End what is being read."""
        if self._open_round is not None:
            self.list_step.stop()

    def state(self) -> dict[str, Any]:
        """Return what is needed to come back here."""
        state: dict[str, Any] = {"step": self._place, "about": self.about.fields()}
        if self._open_round is not None:
            state["list"] = self.list_step.state()
            state["asked"] = self.steps[self._place].typed()
        return state

    def restore(self, state: dict[str, Any]) -> None:
        """Show the step that was on show, with what was typed and the list that was not taken."""
        self.show_step(min(int(state["step"]), len(self.steps) - 1))
        if self._place == 0:
            self.about.set_fields(state["about"])
        if self._open_round is not None and state.get("list"):
            self.list_step.restore(state["list"])
        if state.get("asked"):
            self.steps[self._place].resume(state["asked"])

    @property
    def open_round(self) -> OpenRound | None:
        """The round; None before it is begun."""
        return self._open_round

    @property
    def place(self) -> int:
        """The number of the step on show, from 0."""
        return self._place

    # Building

    def _build(self) -> None:
        strip = FlowRow(0)
        self.step_buttons = [
            SwitchButton(self._theme, f"&{number} {name}")
            for number, name in enumerate(NAMES, start=1)
        ]
        for number, button in enumerate(self.step_buttons):
            strip.add(button)
            button.setEnabled(number < len(self.steps))
        self._column.addWidget(self.heading)
        self._column.addWidget(strip)
        for step in self.steps:
            self._column.addWidget(step)
        self._column.addStretch(1)
        self._around.addWidget(self._footer())

    def _footer(self) -> Pane:
        footer = Pane(self._theme, "surface", "top")
        row = FlowRow(is_at_right=True)
        for button in (self.leave_button, self.back_button, self.next_button):
            row.add(button)
        column = QVBoxLayout(footer)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.banner)
        column.addWidget(row)
        return footer

    def _connect(self) -> None:
        for button in self.step_buttons:
            button.clicked.connect(self._on_step_clicked)
        for step in self.steps:
            step.failed.connect(self._on_failed)
            step.done.connect(self._on_step_done)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self._on_back_clicked)
        self.leave_button.clicked.connect(self._on_leave_clicked)
        if self._open_round is not None:
            self._open_round.failed.connect(self._on_failed)
            self._open_round.told.connect(self._on_told)
            self._open_round.changed.connect(self._on_round_changed)

    def _first_stop(self) -> QWidget:
        return self.steps[self._place].first_stop

    def _show_title(self) -> None:
        whole = self._open_round.whole if self._open_round else None
        self.heading.set_title(whole.about.name if whole else _("New round"))

    # Slots

    def _on_step_clicked(self) -> None:
        place = self.step_buttons.index(self.sender())
        if place != self._place and self.steps[self._place].settle():
            self.show_step(place)
        self.step_buttons[self._place].setChecked(True)  # it went down by the press alone

    def _on_back_clicked(self) -> None:
        if self.steps[self._place].settle():
            self.show_step(self._place - 1)

    def _on_leave_clicked(self) -> None:
        if self._open_round is None:
            self.finished.emit("")
        elif self.steps[self._place].settle():
            self.finished.emit(self._open_round.whole.id)

    def _on_step_done(self) -> None:
        # It may have been left meanwhile.
        if self.sender() is self.steps[self._place]:
            self.go_on()

    def _on_round_changed(self) -> None:
        self._show_title()
        self.banner.hide()
        self.steps[self._place].show_round()

    def _on_failed(self, message: Message) -> None:
        self._tell("danger", message)

    def _on_told(self, message: Message) -> None:
        self._tell("ok", message)

    def _tell(self, tone: str, message: Message) -> None:
        self.banner.show_message(tone, message.title, message.text)
