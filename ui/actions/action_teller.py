# SPDX-License-Identifier: MPL-2.0
"""Read one action whole, away from the window."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from auditapp.operations.action_steps import ActionPlace
from auditapp.operations.actions import ActionStory
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs


class ActionTeller(QObject):
    """Read the action that is marked; one that is no longer wanted comes to nothing.

    Signals:
        told: the action was read; an `ActionStory`.
        failed: it could not be read; the exception.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._telling: Job | None = None

    def tell(self, place: ActionPlace, reader: str) -> None:
        """Read the action at ``place`` for somebody of the name ``reader``."""
        self.stop()
        work = partial(_tell, self._workspace, place, reader)
        self._telling = self._jobs.start(work, succeeded=self._on_told, failed=self._on_failed)

    def stop(self) -> None:
        """Let the reading under way come to nothing."""
        if self._telling is not None:
            self._telling.cancel()
            self._telling = None

    # Slots

    def _on_told(self, story: ActionStory) -> None:
        if self.sender() is self._telling:
            self._telling = None
            self.told.emit(story)

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is self._telling:
            self._telling = None
            self.failed.emit(error)


def _tell(workspace: Workspace, place: ActionPlace, reader: str, _job: Job) -> ActionStory:
    """Read one action whole. Runs in a thread."""
    return workspace.action_story(place, reader)
