# SPDX-License-Identifier: MPL-2.0
"""Set the workspace up at the first start: name, passphrase, recovery key."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.paths import AppPaths
from ui.jobs import Job, Jobs
from ui.outside import Outside
from ui.preferences import Preferences
from ui.start.key_reminder import KeyReminder
from ui.start.start_page import StartPage
from ui.start.welcome_step import WelcomeStep
from ui.theme.theme import Theme
from ui.widgets.reading.announce import announce

if TYPE_CHECKING:
    from auditapp.workspace import Workspace
    from ui.start.passphrase_step import PassphraseStep
    from ui.start.recovery_key_step import RecoveryKeyStep


class FirstStartView(StartPage):
    """Three steps in one card. The workspace is handed over when its recovery key was typed back.

    Signals:
        key_shown: the recovery key is on the screen, which has to be watched from now on.
        created: the new workspace, unlocked.
        restore_asked: a backup is to be restored instead.
    """

    key_shown = Signal()
    created = Signal(object)
    restore_asked = Signal()

    help_page = "first_start"

    def __init__(
        self,
        theme: Theme,
        paths: AppPaths,
        preferences: Preferences,
        jobs: Jobs,
        parent: QWidget | None = None,
        *,
        outside: Outside | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._paths = paths
        self._preferences = preferences
        self._jobs = jobs
        self._reminder = KeyReminder(paths)
        self._workspace: Workspace | None = None
        self._outside = outside or Outside()
        self._step: QWidget | None = None
        self.welcome = WelcomeStep(theme)
        self.welcome.answered.connect(self._on_welcome_answered)
        self.welcome.restore_asked.connect(self.restore_asked)
        self.card.body.addWidget(self.welcome)
        self.welcome.name.set_text(preferences.settings.auditor)
        self.welcome.organisation.set_text(preferences.settings.organisation)
        preferences.changed.connect(self._show_settled)
        self._show_settled()
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.abandon)
        self._show_step(self.welcome, _("Step 1 of 3, Welcome"))

    @property
    def step(self) -> QWidget | None:
        """The step on show."""
        return self._step

    @cached_property
    def passphrase(self) -> "PassphraseStep":
        """The second step, made when it is first wanted."""
        from ui.start.passphrase_step import PassphraseStep  # noqa: PLC0415 - after the first paint

        step = PassphraseStep(self._theme)
        step.back_asked.connect(self._on_back_asked)
        step.chosen.connect(self._on_passphrase_chosen)
        self._add(step)
        return step

    @cached_property
    def recovery_key(self) -> "RecoveryKeyStep":
        """The third step, made when it is first wanted."""
        from ui.start.recovery_key_step import RecoveryKeyStep  # noqa: PLC0415 - as above

        step = RecoveryKeyStep(self._theme, self._outside)
        step.typed.connect(self._on_key_typed)
        self._add(step)
        return step

    @property
    def shows_key(self) -> bool:
        """Whether the recovery key is on the screen."""
        return self._workspace is not None

    def abandon(self) -> None:
        """Forget the key and lock the workspace, if its key has not been typed back yet."""
        workspace, self._workspace = self._workspace, None
        if workspace is not None:
            self.recovery_key.panel.clear()
            workspace.close()

    def _add(self, step: QWidget) -> None:
        step.hide()  # a layout shows what is added to it, unless it was hidden
        self.card.body.addWidget(step)

    def _show_step(self, shown: QWidget, spoken: str) -> None:
        is_first = self._step is None
        shown.show()
        if self._step is not None and self._step is not shown:
            self._step.hide()
        self._step = shown
        self.setFocusProxy(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        if not is_first:  # the window itself is read when it opens
            announce(self, spoken)

    def _show_settled(self) -> None:
        """Show the organisation that is settled, which is told of after the first paint."""
        if "organisation" in self._preferences.settled:
            from ui.settled import show_settled  # noqa: PLC0415 - as said

            self.welcome.organisation.set_text(self._preferences.settings.organisation)
            show_settled(self._preferences, {"organisation": self.welcome.organisation})

    def _may_be_here(self) -> bool:
        """Return whether audits may be kept in the folder; if not, warn, once, and ask."""
        from auditapp.store_place_facts import place_warnings  # noqa: PLC0415 - after first paint

        if self.welcome.place_box is None:
            grave = [each for each in place_warnings(self._paths.store) if each.is_grave]
            if not grave:
                return True
            self.welcome.warn_of_place(grave[0].title, grave[0].text)
        return self.welcome.has_accepted_place

    # Slots

    def _on_welcome_answered(self, name: str, organisation: str) -> None:
        if not self._may_be_here():
            return
        self._preferences.change(auditor=name)
        if "organisation" not in self._preferences.settled:
            self._preferences.change(organisation=organisation)
        self.passphrase.fields.set_own_names(name, organisation)
        self._show_step(self.passphrase, _("Step 2 of 3, Choose a passphrase"))

    def _on_back_asked(self) -> None:
        self._show_step(self.welcome, _("Step 1 of 3, Welcome"))

    def _on_passphrase_chosen(self, passphrase: str) -> None:
        self.passphrase.set_busy(True)
        work = partial(_make_workspace, self._paths, passphrase)
        self._jobs.start(work, succeeded=self._on_made, failed=self._on_failed)

    def _on_made(self, made: "tuple[Workspace, str]") -> None:
        self._workspace, key = made
        self._reminder.set()
        self.passphrase.fields.clear()
        owner = self._preferences.settings.auditor
        self.recovery_key.panel.set_key(key, owner, self._workspace.short_id)
        self._show_step(self.recovery_key, _("Step 3 of 3, Keep your recovery key safe"))
        self.key_shown.emit()

    def _on_failed(self, error: BaseException) -> None:
        self.passphrase.set_busy(False)
        self.passphrase.show_failure(self.explained(error))

    def _on_key_typed(self, text: str) -> None:
        if self._workspace is None or not self._workspace.opens_with(text):
            self.recovery_key.panel.show_wrong()
            return
        self._reminder.clear()
        workspace, self._workspace = self._workspace, None
        self.created.emit(workspace)


def _make_workspace(paths: AppPaths, passphrase: str, _job: Job) -> "tuple[Workspace, str]":
    # After the first paint, and in a thread: it fetches pydantic and cryptography.
    from auditapp.workspace import Workspace  # noqa: PLC0415

    return Workspace.create(paths, passphrase)
