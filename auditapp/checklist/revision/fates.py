# SPDX-License-Identifier: MPL-2.0
"""Define what becomes of the answers of a draft when its checklist is revised."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from auditapp.checklist.models import Checklist
from auditapp.model.answer import Answer
from auditapp.model.ids import QuestionKey


class AnswerState(StrEnum):
    """Say how an answer ends. The three are in order: the last that applies holds."""

    KEPT = "kept"
    TO_CONFIRM = "to_confirm"
    SET_ASIDE = "set_aside"


_ORDER = tuple(AnswerState)


def worst(*states: AnswerState) -> AnswerState:
    """Return the state that goes farthest from kept."""
    return max(states, key=_ORDER.index, default=AnswerState.KEPT)


@dataclass(frozen=True, slots=True)
class Reason:
    """Hold one sentence for the auditor, and the state that it calls for by itself."""

    state: AnswerState
    sentence: str


@dataclass(frozen=True, slots=True)
class AnswerFate:
    """Hold what becomes of one old answer.

    ``question_text`` and ``answer_text`` are the wording that it was given to, and ``version``
    that of the checklist then; both reach back further than the old version while an answer still
    waits for its confirmation. ``new_key`` is where the answer goes on, with the value ``answer``;
    None when it is set aside, and then ``beside`` names the questions that ask for it now.
    """

    key: QuestionKey
    question_text: str
    answer_text: str
    version: str
    reasons: tuple[Reason, ...]
    answer: Answer
    new_key: QuestionKey | None
    beside: tuple[QuestionKey, ...] = ()

    @property
    def state(self) -> AnswerState:
        """Return the one state in which the answer ends."""
        return worst(*(reason.state for reason in self.reasons))

    @property
    def why(self) -> str:
        """Return the sentences that call for the state; of a kept answer, what is to be known."""
        state = self.state
        return " ".join(each.sentence for each in self.reasons if each.state is state)


@dataclass(frozen=True, slots=True)
class RevisionPlan:
    """Hold what moving one draft from one version of a checklist to another would do.

    There is exactly one fate for each old answer to the checklist. ``questions`` maps the key of
    each old question that goes on to its new key; ``gone`` holds the texts of the others.
    ``warnings`` are sentences about the whole.
    """

    old: Checklist
    new: Checklist
    fates: tuple[AnswerFate, ...]
    questions: Mapping[QuestionKey, QuestionKey]
    gone: Mapping[QuestionKey, str]
    warnings: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[AnswerState, int]:
        """Return how many answers end in each state."""
        counted = Counter(fate.state for fate in self.fates)
        return {state: counted[state] for state in AnswerState}
