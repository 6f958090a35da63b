# SPDX-License-Identifier: MPL-2.0
"""Say how far the second readings of many audits agree with the first, from their digests."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from auditapp.insight.agreement import (
    COMPLIANCE,
    GRADES,
    Agreement,
    Pair,
    agreement,
    by_auditor,
    by_subject,
)
from auditapp.insight.rollups.grades import Aspect
from auditapp.insight.rollups.moderation import ModerationPair, moderation_pairs, rating_pairs
from auditapp.insight.selection import Selection
from auditapp.insight.tables import InsightTables


@dataclass(frozen=True, slots=True)
class AgreementAcross:
    """Hold how far two readers agree, in all, by auditor and by question.

    Args:
        pairs: the audits that were read twice.
        practice: about the practice grades.
        impact: about the impact grades.
        by_auditor: about the practice grades of each auditor.
        by_question: about what each question was rated, the least agreed on first.
    """

    pairs: tuple[ModerationPair, ...]
    practice: Agreement
    impact: Agreement
    by_auditor: Mapping[str, Agreement]
    by_question: Mapping[str, Agreement]


def agreement_across(tables: InsightTables, selection: Selection) -> AgreementAcross:
    """Return how far the second readings of the chosen audits agree with the first."""
    pairs = moderation_pairs(tables, selection)
    practice = list(_grades(pairs, Aspect.PRACTICE))
    questions: dict[str, Agreement] = {}
    for scale in (COMPLIANCE, GRADES):
        questions |= by_subject(rating_pairs(tables, selection, scale), scale)
    ordered = sorted(questions.items(), key=lambda item: item[1].exact.share)
    return AgreementAcross(
        pairs,
        agreement(practice),
        agreement(list(_grades(pairs, Aspect.IMPACT))),
        by_auditor(practice),
        dict(ordered),
    )


def _grades(pairs: Sequence[ModerationPair], aspect: Aspect) -> Iterator[Pair]:
    for pair in pairs:
        first, second = pair.practice if aspect is Aspect.PRACTICE else pair.impact
        if first is not None and second is not None:
            yield Pair(first, second, pair.auditor, aspect)
