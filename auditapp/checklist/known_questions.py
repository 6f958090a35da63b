# SPDX-License-Identifier: MPL-2.0
"""Look up the questions that other parts of a checklist name, and say when one cannot be used."""

from collections.abc import Collection

from auditapp.checklist.faults import Path, PathFault
from auditapp.checklist.models import Checklist, Question, QuestionKind
from auditapp.checklist.suggestions import listed_words, suggestion
from auditapp.i18n import _
from auditapp.model.ids import AnswerId, QuestionId


class KnownQuestions:
    """Know the questions, sections and scales of one checklist."""

    def __init__(self, checklist: Checklist) -> None:
        self._checklist = checklist
        self._by_id = {question.id: question for question in checklist.questions}
        self._sections = {str(section.id) for section in checklist.sections}

    def get(self, question_id: QuestionId) -> Question | None:
        """Return a question, or None when there is no such question."""
        return self._by_id.get(question_id)

    def answer_ids(self, question: Question) -> tuple[AnswerId, ...]:
        """Return the answers that a question offers; none when its scale does not exist."""
        if question.kind is not QuestionKind.RATING or question.scale is None:
            return tuple(answer.id for answer in question.answers)
        try:
            return self._checklist.scale(question.scale).answer_ids
        except KeyError:
            return ()

    def no_question(self, question_id: QuestionId, path: Path) -> PathFault:
        """Return the fault of naming a question that does not exist."""
        if question_id in self._sections:
            return PathFault(
                path,
                _("'{name}' is a section.").format(name=question_id),
                _("Name a question, or count the answers of a section with answers_in."),
            )
        return PathFault(
            path,
            _("There is no question '{question}'.").format(question=question_id),
            suggestion(question_id, self._by_id),
        )

    def wrong_kind(
        self, question_id: QuestionId, kinds: Collection[QuestionKind], path: Path
    ) -> PathFault | None:
        """Return the fault of naming no question, or one that is of none of ``kinds``."""
        question = self.get(question_id)
        if question is None:
            return self.no_question(question_id, path)
        if question.kind in kinds:
            return None
        return PathFault(
            path,
            _("Question '{question}' is of kind {kind}.").format(
                question=question_id, kind=question.kind
            ),
            _("Name a question of kind {kinds}.").format(
                kinds=listed_words(sorted(kinds), _("or"))
            ),
        )
