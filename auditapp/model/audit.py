# SPDX-License-Identifier: MPL-2.0
"""Define an audit: one auditor's reading of one case file through one or more checklists."""

from enum import StrEnum
from typing import ClassVar

from pydantic import AwareDatetime, Field

from auditapp.model.action_progress import ActionNow, ActionProgress, as_it_stands
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.amendment import Amendment
from auditapp.model.answer import Answer, SetAsideAnswer, ToConfirm
from auditapp.model.difference import Difference
from auditapp.model.follow_up import Action, Concern, EarlierWording, Feedback, FeedbackFrom
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.frozen import Frozen
from auditapp.model.grade import Grade, GradeBand
from auditapp.model.ids import AuditId, ChecklistId, QuestionKey, RecordId
from auditapp.model.links import Links
from auditapp.model.records import Record
from auditapp.model.standards import SignedStandards
from auditapp.model.text import Text
from auditapp.model.trust import TrustState


class AuditStatus(StrEnum):
    """Follow the state of the work, never the judgement."""

    DRAFT = "draft"
    SIGNED_OFF = "signed_off"
    MODERATED = "moderated"
    CLOSED = "closed"


class PinnedTrust(Frozen):
    """Keep what vouched for a checklist on the day on which an audit was started.

    ``signer`` is the publisher as the organisation named it, ``key_id`` the key that signed.
    """

    state: TrustState
    signer: str = ""
    key_id: str = ""


class ChecklistPin(Frozen):
    """Name the exact checklist an audit uses: id, version and SHA-256 of its bytes.

    ``data`` are the bytes themselves, packed as ``auditapp.checklist.embedding`` does it; empty
    where there is no stored audit behind. The hash stands for them wherever a pin is hashed.
    ``trust`` is None in audits that were started before it was recorded.
    """

    id: ChecklistId
    version: str
    sha256: str
    title: str
    trust: PinnedTrust | None = None
    data: str = Field(default="", exclude=True, repr=False)

    LATER: ClassVar = frozenset({"trust"})

    def row(self) -> Record:
        """Return the row that the store keeps: the pin and the bytes."""
        return {**self.record(), "data": self.data}


class Overall(Frozen):
    """Hold what the auditor says about the file as a whole, one point a line in the lists."""

    strengths: Text = ""
    improvements: Text = ""
    summary: Text = ""


class SignOff(Frozen):
    """Hold who signed the audit off, when, and the SHA-256 of what was signed."""

    by: str
    at: AwareDatetime
    content_hash: str
    history_head: str


class Audit(Frozen):
    """Hold an audit whole. It changes only by ``auditapp.model.edits``.

    ``to_confirm`` marks answers that were given to an earlier wording; ``earlier_wordings`` are
    those of the questions behind actions and concerns. ``differences`` are versions of rows that
    were changed on two computers, by ``difference_key``. ``standards`` are there from the sign-off
    on: a draft is judged by those in force today. ``amendment`` is the last one, open or signed.
    ``action_progress`` and ``agreed`` go on after the sign-off, and are no part of what is signed;
    how an action stands is for `action_now` to say. ``copy_of`` is the id under which the audit was
    signed, where another with that id, signed with other contents, is kept beside it.
    """

    id: AuditId
    copy_of: AuditId | None = None
    created_at: AwareDatetime
    status: AuditStatus = AuditStatus.DRAFT
    front: FrontSheet
    checklists: tuple[ChecklistPin, ...]
    answers: dict[QuestionKey, Answer] = {}
    to_confirm: dict[QuestionKey, ToConfirm] = {}
    set_aside: dict[QuestionKey, SetAsideAnswer] = {}
    grades: dict[str, Grade] = {}
    actions: dict[RecordId, Action] = {}
    concerns: dict[RecordId, Concern] = {}
    earlier_wordings: dict[RecordId, EarlierWording] = {}
    feedback: dict[FeedbackFrom, Feedback] = {}
    overall: Overall = Overall()
    differences: dict[str, Difference] = {}
    standards: SignedStandards | None = None
    amendment: Amendment | None = None
    sign_off: SignOff | None = None
    links: Links | None = None
    action_progress: dict[RecordId, ActionProgress] = {}
    agreed: dict[str, AgreedGrade] = {}

    @property
    def is_draft(self) -> bool:
        """Tell whether the audit may still be changed."""
        return self.status is AuditStatus.DRAFT

    @property
    def is_amending(self) -> bool:
        """Tell whether an amendment is open: what was signed is being changed."""
        return self.is_draft and self.amendment is not None

    @property
    def writer(self) -> str:
        """Return whose work the audit is now: the auditor's, or whoever amends it."""
        return self.amendment.by if self.amendment else self.front.auditor

    @property
    def open_concerns(self) -> list[Concern]:
        """Return the concerns that still wait for a response, oldest first."""
        found = (concern for concern in self.concerns.values() if concern.is_open)
        return sorted(found, key=lambda concern: concern.found_at)

    @property
    def actions_now(self) -> dict[RecordId, ActionNow]:
        """Return every action as it stands now."""
        return {key: self.action_now(key) for key in self.actions}

    def action_now(self, action_id: RecordId) -> ActionNow:
        """Return an action as it stands now: as it was set, and what became of it since.

        Raises:
            KeyError: There is no such action.
        """
        return as_it_stands(self.actions[action_id], self.action_progress.get(action_id))

    def grade_now(self, key: str) -> GradeBand | None:
        """Return the grade that counts: the one agreed in moderation, or else the one given."""
        grade = self.agreed.get(key) or self.grades.get(key)
        return grade.band if grade else None

    def answer(self, key: QuestionKey) -> Answer:
        """Return the answer to a question, blank when there is none."""
        return self.answers.get(key, NO_ANSWER)


NO_ANSWER = Answer()
