# SPDX-License-Identifier: MPL-2.0
"""Take steps with actions wherever they were set, with several at once too.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.edits import Author
from auditapp.model.follow_up import ActionStatus
from auditapp.model.ids import AuditId, RecordId
from auditapp.operations.follow_up import FollowUpOperations
from auditapp.sessions.signing_session import SigningSession

ActionPlace = tuple[AuditId, RecordId]
"""The audit that an action was set in, and its own id."""


@dataclass(frozen=True, slots=True)
class GivenStep:
    """Say how actions are to stand, with the evidence or the reason, and who did them."""

    status: ActionStatus
    words: str = ""
    done_by: str = ""


@dataclass(frozen=True, slots=True)
class GivenMove:
    """Say by when actions are due from now on, or whose they are, and why; None and "" change none.

    A signed action keeps its words; the new date and owner are what counts from now on.
    """

    words: str
    due: dt.date | None = None
    owner_role: str = ""


@dataclass(frozen=True, slots=True)
class StepsTaken:
    """Say for how many actions a step was taken, and in a sentence each why not for others."""

    taken: int
    refused: tuple[str, ...] = ()


class ActionStepOperations(FollowUpOperations):
    """Say what became of actions of any audit; one that was closed is closed again."""

    def progress_actions(
        self,
        places: Sequence[ActionPlace],
        given: GivenStep,
        by: Author,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> StepsTaken:
        """Take a step with several actions, with each by itself; see ``progress_action``.

        What is refused of one does not keep the others from it. What was done before the person
        stopped it stays.
        """

        def take(session: SigningSession, action_id: RecordId) -> None:
            """Take the step with one action."""
            session.progress_action(action_id, given.status, by, given.words, given.done_by)

        return self._with_each(places, take, report_progress, is_cancelled)

    def move_actions(
        self,
        places: Sequence[ActionPlace],
        given: GivenMove,
        by: Author,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> StepsTaken:
        """Give several open actions another date, another owner or both, each by itself.

        What was signed stays as it was; refusals and stopping are as in ``progress_actions``.
        """

        def move(session: SigningSession, action_id: RecordId) -> None:
            """Give one action its new date and owner."""
            session.move_action(action_id, by, given.words, given.due, given.owner_role)

        return self._with_each(places, move, report_progress, is_cancelled)

    def leave_action(self, place: ActionPlace, by: Author, words: str) -> None:
        """Record that a later audit looked at an action and left it as it stands, and why.

        Raises:
            NotAllowedError: Nobody waits for it any more, or no reason is given.
            SaveFailedError: It could not be written; nothing has changed.
        """
        audit_id, action_id = place
        with self._briefly_open(audit_id) as session:
            session.leave_action(action_id, by, words)

    # Inside

    def _with_each(
        self,
        places: Sequence[ActionPlace],
        take: Callable[[SigningSession, RecordId], None],
        report_progress: ReportProgress | None,
        is_cancelled: IsCancelled,
    ) -> StepsTaken:
        """Take a step with each action, and gather why not with some."""
        refused = []
        taken = 0
        for number, (audit_id, action_id) in enumerate(places, start=1):
            if is_cancelled():
                refused.append(_("It was stopped before the others."))
                break
            try:
                with self._briefly_open(audit_id) as session:
                    take(session, action_id)
                taken += 1
            except AuditAppError as error:
                refused.append(f"{error} {error.remedy}".strip())
            if report_progress is not None:
                report_progress(number, len(places))
        return StepsTaken(taken, tuple(dict.fromkeys(refused)))

    @contextmanager
    def _briefly_open(self, audit_id: AuditId) -> Iterator[SigningSession]:
        """Open an audit for the length of a block, in which nothing else happens."""
        with self._lock:
            self._require_unlocked()
            with self._visited(audit_id) as session:
                yield session
