# SPDX-License-Identifier: MPL-2.0
"""Follow up actions wherever they were set: read one whole, take steps, carry them on, print them.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.checklist.revision.field_words import answer_words
from auditapp.errors import AuditAppError, NotAllowedError, StoreError
from auditapp.exports.orders import ReportAcross
from auditapp.exports.papers import Progress, never
from auditapp.i18n import _
from auditapp.insight.selection import Selection
from auditapp.judgement.action_course import action_course
from auditapp.judgement.action_steps import is_own_work
from auditapp.judgement.question_names import question_name
from auditapp.model.answer import Answer
from auditapp.model.edits import Author
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.ids import AuditId, LedgerId, QuestionKey, RecordId, RoundId
from auditapp.model.report_kinds import ReportKind
from auditapp.model.tables import ONLY
from auditapp.operations.follow_up import FollowUpOperations
from auditapp.operations.insight import InsightOperations
from auditapp.sessions.signing_session import SigningSession

if TYPE_CHECKING:  # made late: nobody waits for SQLite who only answers questions
    from auditapp.insight.action_search import ActionFilter

ALL: Final = 1_000_000
"""More actions than any workspace has."""

EVERY_AUDIT: Final = Selection(has_drafts=True, has_moderations=True)
"""Whatever was set or raised anywhere: a list that somebody acts on must not hide any."""

_CHOICES: Final = (
    "SELECT DISTINCT owner FROM action",
    "SELECT DISTINCT theme FROM action",
    "SELECT DISTINCT a.team FROM action c JOIN audit a ON a.no = c.audit",
    "SELECT DISTINCT a.round FROM action c JOIN audit a ON a.no = c.audit",
)

ActionPlace = tuple[AuditId, RecordId]
"""The audit that an action was set in, and its own id."""


@dataclass(frozen=True, slots=True)
class ActionStory:
    """Hold all that there is to know of one action.

    Args:
        audit: the audit that it was set in.
        id: its own.
        action: how it stands.
        reference: the case.
        team: the team.
        auditor: who audited.
        is_draft: the audit is not signed off.
        key: the question that it comes from, if any.
        question: that question, with its number.
        answer: what was answered to it; empty where nothing was.
        note: what was written with the answer.
        course: what became of it, a sentence for each step, oldest first.
        is_own: whoever asks did it, owns it by name, or said that it was done.
    """

    audit: AuditId
    id: RecordId
    action: Action
    reference: str
    team: str
    auditor: str
    is_draft: bool
    key: QuestionKey | None
    question: str
    answer: str
    note: str
    course: tuple[str, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class ActionChoices:
    """Hold the owners, themes and teams of all actions, and the rounds that they come from."""

    owners: tuple[str, ...]
    themes: tuple[str, ...]
    teams: tuple[str, ...]
    rounds: tuple[tuple[RoundId, str], ...]


@dataclass(frozen=True, slots=True)
class GivenStep:
    """Say how actions are to stand, with the evidence or the reason, and who did them."""

    status: ActionStatus
    words: str = ""
    done_by: str = ""


@dataclass(frozen=True, slots=True)
class StepsTaken:
    """Say for how many actions a step was taken, and in a sentence each why not for others."""

    taken: int
    refused: tuple[str, ...] = ()


class ActionOperations(FollowUpOperations, InsightOperations):
    """Do what is done with actions of any audit; one that was closed is closed again."""

    def action_story(self, place: ActionPlace, reader: str) -> ActionStory:
        """Return all that there is to know of one action, for somebody of that name.

        Raises:
            NotAllowedError: The workspace is locked, or there is no such action any more.
            AuditDamagedError, AuditNotFoundError, SchemaTooNewError: The audit cannot be read.
        """
        audit_id, action_id = place
        with self._briefly_open(audit_id) as session:
            audit = session.audit
            if action_id not in audit.actions:
                raise NotAllowedError(
                    _("This action is no longer in the audit."), _("Nothing was changed.")
                )
            action, outline = audit.action_now(action_id), session.outline()
            found = outline.find_question(action.question) if action.question else None
            answer = audit.answer(action.question) if action.question and found else Answer()
            return ActionStory(
                audit_id,
                action_id,
                action,
                audit.front.case_reference,
                audit.front.team,
                audit.front.auditor,
                audit.is_draft,
                action.question,
                question_name(outline, action.question, action_id) if action.question else "",
                answer_words(*found, answer) if found and answer.is_given else "",
                answer.note,
                tuple(action_course(audit, action_id)),
                is_own_work(audit, action_id, reader),
            )

    def progress_actions(
        self,
        places: Sequence[ActionPlace],
        given: GivenStep,
        by: Author,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> StepsTaken:
        """Take a step with several actions, with each by itself; see ``progress_action``.

        What is refused of one does not keep the others from it. What was done before the person
        stopped it stays.
        """
        refused = []
        taken = 0
        for number, (audit_id, action_id) in enumerate(places, start=1):
            if is_cancelled():
                refused.append(_("It was stopped before the others."))
                break
            try:
                with self._briefly_open(audit_id) as session:
                    session.progress_action(action_id, given.status, by, given.words, given.done_by)
                taken += 1
            except AuditAppError as error:
                refused.append(f"{error} {error.remedy}".strip())
            if report_progress is not None:
                report_progress(number, len(places))
        return StepsTaken(taken, tuple(dict.fromkeys(refused)))

    def leave_action(self, place: ActionPlace, by: Author, words: str) -> None:
        """Record that a later audit looked at an action and left it as it stands, and why.

        Raises:
            NotAllowedError: Nobody waits for it any more, or no reason is given.
            SaveFailedError: It could not be written; nothing has changed.
        """
        audit_id, action_id = place
        with self._briefly_open(audit_id) as session:
            session.leave_action(action_id, by, words)

    def action_order(self, wanted: "ActionFilter") -> ReportAcross:
        """Return the order for an action plan, by owner, of just the actions that a filter takes.

        Raises:
            NotAllowedError: The workspace is locked, or there is none.
        """
        rows = self.actions_across(wanted, most=ALL).rows
        if not rows:
            raise NotAllowedError(
                _("No action was found for this plan."), _("Widen what you look for.")
            )
        audits = frozenset(row.audit for row in rows)
        taken = wanted.selection
        selection = Selection(
            audits=audits, has_drafts=taken.has_drafts, has_moderations=taken.has_moderations
        )
        return ReportAcross(ReportKind.ACTIONS, selection, frozenset(row.id for row in rows))

    def action_choices(self) -> ActionChoices:
        """Return what actions can be looked for by.

        Raises:
            NotAllowedError: The workspace is locked.
        """
        self.refresh_digests()
        with self._lock:
            tables = self._current_tables()
            owners, themes, teams, rounds = (
                {key for (key,) in tables.rows(query)} for query in _CHOICES
            )
            return ActionChoices(
                _in_order(map(tables.owners.name, owners)),
                _in_order(map(tables.themes.name, themes)),
                _in_order(map(tables.teams.name, teams)),
                tuple(
                    (RoundId(each), self._round_name(each)) for each in sorted(filter(None, rounds))
                ),
            )

    # Inside

    def _round_name(self, round_id: str) -> str:
        """Return what a round is called; its id where that cannot be read."""
        ledger_id = LedgerId(round_id)
        try:
            about = (
                self._ledgers.get(ledger_id).rows("about") if self._ledgers.has(ledger_id) else {}
            )
        except StoreError:
            about = {}
        return str(about.get(ONLY, {}).get("name", round_id))

    @contextmanager
    def _briefly_open(self, audit_id: AuditId) -> Iterator[SigningSession]:
        """Give the session of an audit, and close it again if it was closed."""
        with self._lock:
            self._require_unlocked()
            was_open = self._sessions.is_open(audit_id)
            session = self._sessions.get(audit_id)
            try:
                yield session
            finally:
                if not was_open:
                    self._sessions.close(audit_id)


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are given, whatever their letter case."""
    return tuple(sorted(filter(None, names), key=str.casefold))
