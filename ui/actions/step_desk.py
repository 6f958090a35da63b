# SPDX-License-Identifier: MPL-2.0
"""Take a step with one action or several: ask for what it needs, do it, say what came of it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.model.edits import Author
from auditapp.model.follow_up import Action
from auditapp.model.ids import AuditId, RecordId
from auditapp.operations.action_steps import ActionPlace, GivenMove, GivenStep, StepsTaken
from auditapp.workspace import Workspace
from ui.actions.deeds import STATUS_OF, Deed, StepWords
from ui.actions.step_dialog import StepDialog
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.walkthrough.question.owner_roles import owner_roles
from ui.widgets.surfaces.banner import Banner
from ui.work_bar import WorkBar


class StepDesk(QObject):
    """Open the dialog of a step, and carry it out away from the window, one at a time.

    ``banner`` and ``work_bar`` have their places in the layout of the view.

    Signals:
        taken: something was changed by a step.
    """

    taken = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        view: QWidget,
    ) -> None:
        """Work for ``view``, over which the dialog opens."""
        super().__init__(view)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._view = view
        self._places: Sequence[ActionPlace] = ()
        self._owners: Sequence[str] = ()
        self.dialog: StepDialog | None = None
        self.banner = Banner(theme, "ok", "")
        self.banner.hide()
        self.work_bar = WorkBar(theme)

    def suggest_owners(self, owners: Sequence[str]) -> None:
        """Suggest these as another owner, before those that are usual."""
        self._owners = tuple(dict.fromkeys((*owners, *owner_roles())))

    def ask(
        self,
        deed: Deed,
        places: Sequence[ActionPlace],
        typed: Mapping[str, Any] | None = None,
        now: Action | None = None,
    ) -> None:
        """Ask what a step needs.

        Args:
            deed: what is to be done.
            places: where the actions are.
            typed: what was typed before, if anything was.
            now: how the action stands, where it is one and that is known.
        """
        if self.dialog is not None or self.work_bar.job is not None or not places:
            return
        self._places = tuple(places)
        name = self._preferences.settings.auditor
        dialog = StepDialog(self._theme, deed, len(places), name, self._view)
        dialog.suggest_owners(self._owners)
        if now is not None:
            dialog.show_now(now)
        if typed is not None:
            dialog.show_typed(typed)
        dialog.step_given.connect(self._on_step_given)
        dialog.finished.connect(self._on_dialog_finished)
        self.dialog = dialog
        self.banner.hide()
        dialog.open()

    def typed(self) -> dict[str, Any] | None:
        """Return what is typed, as it can be kept while the window is locked; None if nothing."""
        if self.dialog is None:
            return None
        return {**self.dialog.typed(), "places": [list(place) for place in self._places]}

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Open the dialog again with what `typed` returned before."""
        places = [(AuditId(audit), RecordId(key)) for audit, key in typed["places"]]
        self.ask(Deed(typed["deed"]), places, typed)

    def stop(self) -> None:
        """End the work under way: what was done by then stays."""
        if self.work_bar.job is not None:
            self.work_bar.job.cancel()

    # Slots

    def _on_step_given(self, deed: Deed, said: StepWords) -> None:
        by = Author(said.name, self._workspace.clock())
        work = partial(_take, self._workspace, self._places, deed, by, said)
        job = self._jobs.start(
            work,
            succeeded=self._on_taken,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, _("Writing it down …"))

    def _on_taken(self, taken: StepsTaken) -> None:
        if not taken.taken and self.dialog is not None:
            self.dialog.refuse(" ".join(taken.refused))
            return
        if self.dialog is not None:
            self.dialog.accept()
        words = ngettext("{count} action was changed", "{count} actions were changed", taken.taken)
        title = words.format(count=taken.taken)
        tone = "warn" if taken.refused else "ok"
        text = ""
        if taken.refused:
            text = _("The others were not: {reasons}").format(reasons=" ".join(taken.refused))
        self._tell(tone, Message(title, text))
        self.taken.emit()

    def _on_failed(self, error: BaseException) -> None:
        if self.dialog is not None:
            self.dialog.tell(error)
        else:
            self._tell("danger", explain(error))

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _tell(self, tone: str, message: Message) -> None:
        self.banner.show_message(tone, message.title, message.text)


def _take(
    workspace: Workspace,
    places: Sequence[ActionPlace],
    deed: Deed,
    by: Author,
    said: StepWords,
    job: Job,
) -> StepsTaken:
    """Carry a step out. Runs in a thread."""
    if deed is Deed.LEAVE:
        for place in places:
            workspace.leave_action(place, by, said.words)
        return StepsTaken(len(places))
    if deed is Deed.MOVE:
        return workspace.move_actions(
            places,
            GivenMove(said.words, said.due, said.owner),
            by,
            report_progress=job.report_progress,
            is_cancelled=lambda: job.is_cancelled,
        )
    return workspace.progress_actions(
        places,
        GivenStep(STATUS_OF[deed], said.words, said.done_by),
        by,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
