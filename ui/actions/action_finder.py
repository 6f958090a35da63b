# SPDX-License-Identifier: MPL-2.0
"""Find actions away from the window, some at a time."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from auditapp.insight.action_search import ActionFilter, ActionsFound
from auditapp.insight.rollups.actions import ActionCount, action_counts
from auditapp.judgement.moment_words import uk_time
from auditapp.operations.actions import EVERY_AUDIT, FIRST_READINGS, ActionChoices
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs

AT_A_TIME: Final = 40
"""Actions that are read at a time: laying one out takes a part of a millisecond."""


@dataclass(frozen=True, slots=True)
class ActionsRead:
    """Hold what all actions can be looked for by, and how many there are of each state.

    ``whole`` counts those of first readings, so that no case counts twice; ``every`` counts all.
    """

    choices: ActionChoices
    whole: ActionCount
    every: ActionCount


class ActionFinder(QObject):
    """Read actions; what somebody has typed on from meanwhile comes to nothing.

    Signals:
        read: what there is, before anything is looked for; an `ActionsRead`.
        found: the first actions that are looked for; an `ActionsFound`.
        more_found: the next ones; an `ActionsFound`.
        progressed: so many of so many audits are read.
        failed: the actions could not be read; the exception.
    """

    read = Signal(object)
    found = Signal(object)
    more_found = Signal(object)
    progressed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._wanted = ActionFilter(selection=EVERY_AUDIT)
        self._held = 0
        self._reading: Job | None = None
        self._finding: Job | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._find)

    def read_all(self) -> None:
        """Bring up to date what is known of all audits, and say what there is."""
        self._drop(self._reading)
        self._reading = self._jobs.start(
            partial(_read, self._workspace),
            succeeded=self._on_read,
            failed=self._on_failed,
            progressed=self._on_progressed,
        )

    def find(self, wanted: ActionFilter) -> None:
        """Look for other actions, once all that was typed at a time is taken."""
        self._wanted = wanted
        self._soon.start()

    def find_more(self) -> None:
        """Read the actions behind those that were found last."""
        self._start(self._held, self._on_more_found)

    def stop(self) -> None:
        """Let all that is under way come to nothing."""
        self._soon.stop()
        self._drop(self._reading)
        self._drop(self._finding)
        self._reading = self._finding = None

    def _find(self) -> None:
        self._held = 0
        self._start(0, self._on_found)

    def _start(self, after: int, succeeded: Callable[[ActionsFound], None]) -> None:
        self._drop(self._finding)
        work = partial(_find, self._workspace, self._wanted, after)
        self._finding = self._jobs.start(work, succeeded=succeeded, failed=self._on_failed)

    def _drop(self, job: Job | None) -> None:
        if job is not None:
            job.cancel()

    # Slots

    def _on_read(self, read: ActionsRead) -> None:
        if self.sender() is self._reading:
            self._reading = None
            self.read.emit(read)

    def _on_progressed(self, done: int, total: int) -> None:
        if self.sender() is self._reading:
            self.progressed.emit(done, total)

    def _on_found(self, found: ActionsFound) -> None:
        if self.sender() is self._finding:
            self._finding = None
            self._held = len(found.rows)
            self.found.emit(found)

    def _on_more_found(self, found: ActionsFound) -> None:
        if self.sender() is self._finding:
            self._finding = None
            self._held += len(found.rows)
            self.more_found.emit(found)

    def _on_failed(self, error: BaseException) -> None:
        job = self.sender()
        if job is self._finding or job is self._reading:
            self._finding = self._reading = None
            self.failed.emit(error)


def _read(workspace: Workspace, job: Job) -> ActionsRead:
    """Read what there is. Runs in a thread."""
    tables = workspace.insight_tables(
        report_progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
    )
    today = uk_time(workspace.clock()).date()
    whole, every = (
        action_counts(tables, each, today).whole for each in (FIRST_READINGS, EVERY_AUDIT)
    )
    return ActionsRead(workspace.action_choices(), whole, every)


def _find(workspace: Workspace, wanted: ActionFilter, after: int, _job: Job) -> ActionsFound:
    """Look for actions. Runs in a thread."""
    return workspace.actions_across(wanted, most=AT_A_TIME, after=after, as_read=True)
