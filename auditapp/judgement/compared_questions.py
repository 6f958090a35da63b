# SPDX-License-Identifier: MPL-2.0
"""Find for each question of one audit the one that another audit asked in its place."""

from collections.abc import Mapping

from auditapp.checklist.models import Checklist
from auditapp.checklist.revision.lineage import Lineage, trace
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.checklist.revision.same_meaning import why_not_the_same
from auditapp.checklist.versions import version_key
from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.model.ids import QuestionId, QuestionKey, question_key

Partner = tuple[QuestionKey | None, str]
"""The question of the first audit, if there is one, and why it does not ask the same."""


def first_questions(first: Outline, second: Outline) -> Mapping[QuestionKey, Partner]:
    """Return for every question of the second audit's checklists its partner in the first.

    Either audit may be the one with the newer version of a checklist.
    """
    earlier = {each.checklist.id: each.checklist for each in first.compiled}
    found: dict[QuestionKey, Partner] = {}
    for compiled in second.compiled:
        later = compiled.checklist
        partners = _partners(earlier[later.id], later) if later.id in earlier else {}
        for question in later.questions:
            name, why = partners.get(question.id, (None, ""))
            key = None if name is None else question_key(later.id, name)
            found[question_key(later.id, question.id)] = (key, why)
    return found


def _partners(
    earlier: Checklist, later: Checklist
) -> Mapping[QuestionId, tuple[QuestionId | None, str]]:
    if earlier == later:
        return {question.id: (question.id, "") for question in later.questions}
    is_back = version_key(earlier.version) > version_key(later.version)
    old, new = (later, earlier) if is_back else (earlier, later)
    lineage = trace(old, new)
    found: dict[QuestionId, tuple[QuestionId | None, str]] = {}
    for question in later.questions:
        others = (lineage.successors if is_back else lineage.sources)[question.id]
        if others:
            pair = (question.id, others[0]) if is_back else (others[0], question.id)
            found[question.id] = (others[0], _why_not(old, new, lineage, pair))
    return found


def _why_not(
    old: Checklist, new: Checklist, lineage: Lineage, pair: tuple[QuestionId, QuestionId]
) -> str:
    if lineage.pair_of(pair[1]) != pair[0]:
        return _("It was split or merged.")
    return why_not_the_same(QuestionPair(old, old.question(pair[0]), new, new.question(pair[1])))
