# SPDX-License-Identifier: MPL-2.0
"""Read actions wherever they were set: one whole, what they are looked for by, and their plan.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditapp.checklist.revision.field_words import answer_words
from auditapp.errors import NotAllowedError, StoreError
from auditapp.exports.orders import ReportAcross
from auditapp.i18n import _
from auditapp.insight.selection import Selection
from auditapp.judgement.action_course import action_course
from auditapp.judgement.action_steps import is_own_work, was_signed
from auditapp.judgement.question_names import question_name
from auditapp.model.action_progress import ActionNow
from auditapp.model.answer import Answer
from auditapp.model.follow_up import ActionStatus
from auditapp.model.ids import AuditId, LedgerId, QuestionKey, RecordId, RoundId
from auditapp.model.report_kinds import ReportKind
from auditapp.model.tables import ONLY
from auditapp.operations.action_steps import ActionPlace, ActionStepOperations
from auditapp.operations.insight import InsightOperations

if TYPE_CHECKING:  # made late: nobody waits for SQLite who only answers questions
    from auditapp.insight.action_search import ActionFilter

ALL: Final = 1_000_000
"""More actions than any workspace has."""

EVERY_AUDIT: Final = Selection(has_drafts=True, has_moderations=True)
"""Whatever was set or raised anywhere: a list that somebody acts on must not hide any."""

FIRST_READINGS: Final = Selection(has_drafts=True)
"""The same without second readings: what is counted, so that no case counts twice."""

_CHOICES: Final = (
    "SELECT DISTINCT owner FROM action",
    "SELECT DISTINCT theme FROM action",
    "SELECT DISTINCT a.team FROM action c JOIN audit a ON a.no = c.audit",
    "SELECT DISTINCT a.round FROM action c JOIN audit a ON a.no = c.audit",
    "SELECT DISTINCT a.is_second FROM action c JOIN audit a ON a.no = c.audit",
)


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
        is_second: the audit is a second reading.
        key: the question that it comes from, if any.
        question: that question, with its number.
        answer: what was answered to it; empty where nothing was.
        note: what was written with the answer.
        course: what became of it, a sentence for each step, oldest first.
        is_own: whoever asks did it, owns it by name, or said that it was done.
        can_move: it is open and was signed, so that its date and owner are changed by a step.
    """

    audit: AuditId
    id: RecordId
    action: ActionNow
    reference: str
    team: str
    auditor: str
    is_draft: bool
    is_second: bool
    key: QuestionKey | None
    question: str
    answer: str
    note: str
    course: tuple[str, ...]
    is_own: bool
    can_move: bool


@dataclass(frozen=True, slots=True)
class ActionChoices:
    """Hold the owners, themes and teams of all actions, and the rounds that they come from.

    ``has_second`` tells that second readings set some of them.
    """

    owners: tuple[str, ...]
    themes: tuple[str, ...]
    teams: tuple[str, ...]
    rounds: tuple[tuple[RoundId, str], ...]
    has_second: bool = False


class ActionOperations(ActionStepOperations, InsightOperations):
    """Read actions of any audit; one that was closed is closed again."""

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
                bool(audit.links and audit.links.moderates),
                action.question,
                question_name(outline, action.question, action_id) if action.question else "",
                answer_words(*found, answer) if found and answer.is_given else "",
                answer.note,
                tuple(action_course(audit, action_id)),
                is_own_work(audit, action_id, reader),
                action.status is ActionStatus.OPEN and was_signed(audit),
            )

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
            owners, themes, teams, rounds, seconds = (
                {key for (key,) in tables.rows(query)} for query in _CHOICES
            )
            return ActionChoices(
                _in_order(map(tables.owners.name, owners)),
                _in_order(map(tables.themes.name, themes)),
                _in_order(map(tables.teams.name, teams)),
                tuple(
                    (RoundId(each), self._round_name(each)) for each in sorted(filter(None, rounds))
                ),
                any(seconds),
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


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are given, whatever their letter case."""
    return tuple(sorted(filter(None, names), key=str.casefold))
