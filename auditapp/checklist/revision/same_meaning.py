# SPDX-License-Identifier: MPL-2.0
"""Tell whether answers to two versions of a question are about the same."""

from auditapp.checklist.models import Checklist, Question, QuestionChange
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.i18n import _


def why_not_the_same(pair: QuestionPair) -> str:
    """Return in a sentence why an old and a new question cannot be added up; empty if they can."""
    if pair.declared is QuestionChange.CHANGED_MEANING:
        return _("It asks something else now.")
    if pair.old.kind is not pair.new.kind:
        return _("Another kind of answer is asked for.")
    if _counted(pair.old_checklist, pair.old) != _counted(pair.new_checklist, pair.new):
        return _("Its answers count in another way.")
    if pair.old.timescale != pair.new.timescale:
        return _("Its timescale was changed.")
    if pair.old.text != pair.new.text and not pair.is_declared_same:
        return _("It was reworded, and the checklist does not say that it means the same.")
    return ""


def _counted(checklist: Checklist, question: Question) -> dict[str, str]:
    """Return what each answer of a rating counts as; nothing for other questions."""
    if question.scale is None:
        return {}
    return {each.id: each.counts_as for each in checklist.scale(question.scale).answers}
