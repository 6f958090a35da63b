# SPDX-License-Identifier: MPL-2.0
"""Define what is left of an audit that was erased: what it counted, and nothing that was written.

There is no text in it, no reference, team or person, and no day: a month, the checklists, the
codes of answers and grades, and counts. A few such records can still tell something of one child
to somebody who knows who was audited that month: show none of it in groups of fewer than five.
"""

from enum import StrEnum

from auditapp.model.answer import Cause
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import ActionStatus
from auditapp.model.frozen import Frozen
from auditapp.model.grade import GradeBand
from auditapp.model.ids import ChecklistId, QuestionKey


class CountedChecklist(Frozen):
    """Name a checklist and its version."""

    id: ChecklistId
    version: str


class AnswerState(StrEnum):
    """Say what became of a question, where its answer has no code."""

    CHOSEN = "chosen"
    GIVEN = "given"
    NOT_APPLICABLE = "not_applicable"
    NONE_ON_FILE = "none_on_file"


class CountedAnswer(Frozen):
    """Hold the ids of the answers that were chosen. Of a text, number or date: that it was given.

    ``met`` says whether the question's timescale was met; None when it has none that was judged.
    """

    state: AnswerState
    codes: tuple[str, ...] = ()
    cause: Cause | None = None
    met: bool | None = None


class AuditStatistics(Frozen):
    """Hold the figures of one audit. ``month`` is that of its sign-off, such as ``2026-11``.

    Of a draft it is the month of its last change, and ``status`` says that it was one: its
    questions were not all answered.
    """

    month: str
    status: AuditStatus
    checklists: tuple[CountedChecklist, ...]
    answers: dict[QuestionKey, CountedAnswer] = {}
    grades: dict[str, GradeBand] = {}
    actions: dict[ActionStatus, int] = {}
    concerns: int = 0
