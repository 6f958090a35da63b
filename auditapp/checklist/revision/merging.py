# SPDX-License-Identifier: MPL-2.0
"""Put the answers to questions that were merged into one together, where they say the same."""

import datetime as dt
from collections.abc import Sequence

from auditapp.checklist.revision.fates import AnswerState, Reason, worst
from auditapp.checklist.revision.judging import judge
from auditapp.checklist.revision.question_pair import QuestionPair
from auditapp.i18n import _
from auditapp.model.answer import Answer

_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
_SAME = ("value", "not_applicable", "none_on_file", "cause")
_JOINED = ("reason", "late_reason", "note")


def merged(
    pairs: Sequence[tuple[QuestionPair, Answer]], goes_on: Sequence[bool]
) -> tuple[Answer, tuple[Reason, ...]]:
    """Return one answer for all sources, and why; every source of a merged question gets these.

    Equal answers are to be confirmed as the answer to the whole. Where they differ, or one of them
    is missing, none of them answers the whole, and all are set aside.

    Args:
        pairs: each source beside the question that it became, and its answer.
        goes_on: for each source, whether its words go on in the one answer; they do not where the
            source was divided among other questions too, and is kept whole elsewhere.
    """
    judged = [judge(answer, pair) for pair, answer in pairs]
    reasons = tuple(dict.fromkeys(reason for _answer, found in judged for reason in found))
    answers = [answer for answer, _found in judged]
    if worst(*(reason.state for reason in reasons)) is AnswerState.SET_ASIDE:
        return answers[0], reasons
    if any(len({getattr(each, name) for each in answers}) > 1 for name in _SAME):
        sentence = _("Several questions became this one, and their answers differ.")
        return answers[0], (*reasons, Reason(AnswerState.SET_ASIDE, sentence))
    if any(answer.is_given for answer in answers):
        sentence = _("Several questions became this one; their answers were the same.")
        reasons = (*reasons, Reason(AnswerState.TO_CONFIRM, sentence))
    return _joined([each for each, goes in zip(answers, goes_on, strict=True) if goes]), reasons


def _joined(answers: Sequence[Answer]) -> Answer:
    """Return one answer that holds every word and every piece of evidence once."""
    texts = {
        name: "\n\n".join(dict.fromkeys(filter(None, (getattr(each, name) for each in answers))))
        for name in _JOINED
    }
    latest = max(answers, key=lambda each: each.changed_at or _NEVER)
    evidence = tuple(dict.fromkeys(piece for each in answers for piece in each.evidence))
    agencies = tuple(dict.fromkeys(agency for each in answers for agency in each.agencies))
    is_flagged = any(each.flagged for each in answers)
    kept = {**texts, "evidence": evidence, "agencies": agencies, "flagged": is_flagged}
    return latest.model_copy(update=kept)
