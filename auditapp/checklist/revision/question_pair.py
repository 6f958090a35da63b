# SPDX-License-Identifier: MPL-2.0
"""Put an old question beside the one that goes on for it."""

from dataclasses import dataclass
from functools import cached_property

from auditapp.checklist.models import Checklist, Question, QuestionChange
from auditapp.checklist.revision.options import Option, options
from auditapp.checklist.versions import version_key
from auditapp.model.ids import AnswerId


@dataclass(frozen=True)
class QuestionPair:
    """Hold an old and a new question with the checklists they are from."""

    old_checklist: Checklist
    old: Question
    new_checklist: Checklist
    new: Question

    @cached_property
    def was_offered(self) -> dict[AnswerId, Option]:
        """Return the answers that the old question offered."""
        return dict(options(self.old_checklist, self.old))

    @cached_property
    def is_offered(self) -> dict[AnswerId, Option]:
        """Return the answers that the new question offers."""
        return dict(options(self.new_checklist, self.new))

    @cached_property
    def declared(self) -> QuestionChange | None:
        """Return what the versions after the old one declare about the question's meaning.

        A changed meaning in any of them holds, because no later rewording brings the old one back.
        Publishing sees to it that each version that rewords a question declares it again.
        """
        since = version_key(self.old_checklist.version)
        found = {
            change.questions[self.new.id]
            for change in self.new_checklist.changes
            if version_key(change.version) > since and self.new.id in change.questions
        }
        if QuestionChange.CHANGED_MEANING in found:
            return QuestionChange.CHANGED_MEANING
        return next(iter(found), None)

    @property
    def is_declared_same(self) -> bool:
        """Tell whether the question is declared to mean what it meant."""
        return self.declared is QuestionChange.SAME_MEANING
