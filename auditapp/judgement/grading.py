# SPDX-License-Identifier: MPL-2.0
"""Suggest grades by open rules, and say in sentences how each suggestion came about.

The rules, in the order in which they are applied to a section:

1. *Not applicable* drops out. Compliance and quality are never averaged into each other.
2. Quality ratings suggest by best fit: the middle rating when they are put in order (weights count
   as that many ratings); between two middle ones the lower, because audits err on the bright side.
3. Without quality ratings the share of compliance met suggests, and never better than Good: from
   80 % Good, from 50 % Requires improvement. *Partly met* counts half. *Could not find* is a
   recording finding, not a *not met*: it drops out of the share, but when it is more than half of
   the answers, nothing better than Requires improvement can be shown.
4. Beside quality ratings, compliance under 60 % takes the suggestion down by one grade, no more.
5. One shortfall alone never lowers a grade (``hull-2015-board``, footnote 4: best fit, then
   severity and extent): a suggestion below Good that rests on a single one is made without it.
6. A cap, declared in the checklist with its reason, limits what is left.

The practice grade of the audit is suggested from the grades of its sections in the same way, and
then capped. For impact nothing is suggested: what changed for the child is for a person to judge.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.checklist.models import Cap, Checklist, Measure, QuestionKind
from auditapp.i18n import _, ngettext
from auditapp.judgement.compiled import Test
from auditapp.judgement.outline import AskedQuestion, AskedSection, Outline
from auditapp.model.grade import IMPACT, PRACTICE, GradeBand, SuggestedGrade
from auditapp.model.ids import SectionKey
from auditapp.model.labels import label

POINTS = {"met": 1.0, "partly_met": 0.5, "not_met": 0.0}
NOT_FOUND = "could_not_find"
UNMET = frozenset({"not_met", "inadequate"})
GOOD_FROM = 0.8
REQUIRES_IMPROVEMENT_FROM = 0.5
LOW_COMPLIANCE = 0.6


@dataclass(frozen=True, slots=True)
class Rated:
    """Hold one counted rating: what it counts as on the built-in scale, and its weight."""

    counts_as: str
    weight: float


def suggest_grade(outline: Outline, key: str) -> SuggestedGrade:
    """Suggest the grade with the key ``key``: a section's key, ``PRACTICE`` or ``IMPACT``."""
    if key == IMPACT:
        sentence = _("Impact is for you to judge: what changed for the child, and was it enough?")
        return SuggestedGrade(band=None, explanation=(sentence,))
    if key == PRACTICE:
        return _suggest_practice(outline)
    return _suggest_section(outline, outline.section_by_key[SectionKey(key)])


def answer_counts(outline: Outline, section: AskedSection) -> dict[str, int]:
    """Count the ratings of a section by what they count as, *not applicable* among them."""
    counts: dict[str, int] = {}
    for asked in section.questions:
        if asked.question.kind is not QuestionKind.RATING:
            continue
        answer = outline.audit.answer(asked.key)
        name = "not_applicable" if answer.not_applicable else counts_as(outline, asked)
        if name is not None:
            counts[name] = counts.get(name, 0) + 1
    return counts


def counts_as(outline: Outline, asked: AskedQuestion) -> str | None:
    """Return what a rating counts as on the built-in scale that its scale measures, if rated."""
    value = outline.audit.answer(asked.key).value
    answers = asked.checklist.scale(asked.question.scale or "").answers
    return next((each.counts_as for each in answers if each.id == value), None)


def critical_shortfalls(outline: Outline) -> list[AskedQuestion]:
    """Return the questions that their checklist calls critical and that are not met."""
    return [
        asked
        for asked in outline.questions
        if asked.question.critical and counts_as(outline, asked) in UNMET
    ]


def best_fit(bands: Sequence[tuple[GradeBand, float]]) -> GradeBand | None:
    """Return the middle of weighted grades, the lower of two; one shortfall never decides it."""
    if not bands:
        return None
    middle = _middle(bands)
    at_or_below = [each for each in bands if each[0].rank >= middle.rank]
    is_shortfall = middle.rank > GradeBand.GOOD.rank
    if is_shortfall and len(at_or_below) == 1 and len(bands) > 1:
        return _middle([each for each in bands if each is not at_or_below[0]])
    return middle


def share_met(rated: Sequence[Rated]) -> float:
    """Return the weighted share of compliance met, from 0 to 1; 1 when nothing was found."""
    found = [each for each in rated if each.counts_as != NOT_FOUND]
    total = sum(each.weight for each in found)
    met = sum(each.weight * POINTS[each.counts_as] for each in found)
    return met / total if total else 1.0


def _middle(bands: Sequence[tuple[GradeBand, float]]) -> GradeBand:
    half = sum(weight for _band, weight in bands) / 2
    reached = 0.0
    for band, weight in sorted(bands, key=lambda each: each[0].rank):
        reached += weight
        if reached > half:
            return band
    raise AssertionError(bands)  # pragma: no cover - the weights add up to more than half of them


def _rated(outline: Outline, section: AskedSection, measure: Measure) -> list[Rated]:
    found = []
    for asked in section.questions:
        question = asked.question
        if question.kind is not QuestionKind.RATING or not question.counts:
            continue
        if asked.checklist.scale(question.scale or "").measures is not measure:
            continue
        name = counts_as(outline, asked)
        if name is not None:
            found.append(Rated(name, question.weight))
    return found


def _suggest_section(outline: Outline, section: AskedSection) -> SuggestedGrade:
    quality = _rated(outline, section, Measure.QUALITY)
    compliance = _rated(outline, section, Measure.COMPLIANCE)
    if quality:
        band, explanation = _by_quality(quality, compliance)
    elif compliance:
        band, explanation = _by_compliance(compliance)
    else:
        band, explanation = None, [_("No rating has been given here yet.")]
    facts = outline.facts[section.checklist.id]
    caps = [
        (cap, GradeBand(cap.section_at_most))
        for applies, cap in _caps(outline, section.checklist)
        if cap.section == section.section.id and cap.section_at_most and applies(facts)
    ]
    return _capped(band, explanation, caps)


def _by_quality(
    quality: Sequence[Rated], compliance: Sequence[Rated]
) -> tuple[GradeBand, list[str]]:
    band = best_fit([(GradeBand(each.counts_as), each.weight) for each in quality])
    assert band is not None  # noqa: S101 - there is at least one rating
    explanation = [
        ngettext(
            "One quality rating: {grade}.",
            "{count} quality ratings; the best fit is {grade}.",
            len(quality),
        ).format(count=len(quality), grade=label(band))
    ]
    if not compliance:
        return band, explanation
    explanation.append(_compliance_sentence(compliance))
    if share_met(compliance) < LOW_COMPLIANCE and _shortfalls(compliance) > 1:
        lower = GradeBand.from_rank(band.rank + 1)
        if lower is not band:
            explanation.append(
                _("So little was met that the suggestion goes down to {grade}.").format(
                    grade=label(lower)
                )
            )
        band = lower
    return band, explanation


def _by_compliance(compliance: Sequence[Rated]) -> tuple[GradeBand, list[str]]:
    share = share_met(compliance)
    explanation = [_compliance_sentence(compliance)]
    if share >= GOOD_FROM:
        band = GradeBand.GOOD
    elif share >= REQUIRES_IMPROVEMENT_FROM:
        band = GradeBand.REQUIRES_IMPROVEMENT
    else:
        band = GradeBand.INADEQUATE
    if _shortfalls(compliance) == 1 and len(compliance) > 1 and band is not GradeBand.GOOD:
        band = GradeBand.GOOD
        explanation.append(_("One shortfall alone does not lower the grade."))
    not_found = sum(each.counts_as == NOT_FOUND for each in compliance)
    if band is GradeBand.GOOD and 2 * not_found > len(compliance):
        band = GradeBand.REQUIRES_IMPROVEMENT
        explanation.append(_("Too much could not be found to suggest better than this."))
    elif band is GradeBand.GOOD:
        explanation.append(_("Compliance alone never suggests better than Good."))
    return band, explanation


def _shortfalls(compliance: Sequence[Rated]) -> int:
    return sum(POINTS.get(each.counts_as, 1.0) < 1 for each in compliance)


def _compliance_sentence(compliance: Sequence[Rated]) -> str:
    counts = Counter(each.counts_as for each in compliance)
    words = {
        "met": _("{count} met"),
        "partly_met": _("{count} partly met"),
        "not_met": _("{count} not met"),
        NOT_FOUND: _("{count} could not be found"),
    }
    parts = [text.format(count=counts[name]) for name, text in words.items() if counts[name]]
    return _("Compliance: {parts} ({share:.0%}).").format(
        parts=", ".join(parts), share=share_met(compliance)
    )


def _suggest_practice(outline: Outline) -> SuggestedGrade:
    bands = []
    for section in outline.sections:
        if not section.is_graded:
            continue
        given = outline.audit.grades.get(section.key)
        band = given.band if given else _suggest_section(outline, section).band
        if band is not None:
            bands.append((band, 1.0))
    fit = best_fit(bands)
    explanation = [_("No section has a grade yet.")]
    if fit is not None:
        explanation = [
            ngettext(
                "One section, graded {grade}.",
                "{count} sections; the best fit of their grades is {grade}.",
                len(bands),
            ).format(count=len(bands), grade=label(fit))
        ]
    caps = [
        (cap, GradeBand(cap.audit_at_most))
        for compiled in outline.compiled
        for applies, cap in compiled.caps
        if cap.audit_at_most and applies(outline.facts[compiled.checklist.id])
    ]
    return _capped(fit, explanation, caps)


def _caps(outline: Outline, checklist: Checklist) -> Sequence[tuple[Test, Cap]]:
    return next(each.caps for each in outline.compiled if each.checklist.id == checklist.id)


def _capped(
    band: GradeBand | None, explanation: list[str], caps: Sequence[tuple[Cap, GradeBand]]
) -> SuggestedGrade:
    """Apply the caps that lower ``band``, each with its reason; a cap stands without ratings."""
    rank = -1 if band is None else band.rank
    lowering = [(cap, limit) for cap, limit in caps if limit.rank > rank]
    for cap, limit in lowering:
        explanation.append(
            _("Capped at {grade}: {because}").format(grade=label(limit), because=cap.because)
        )
    if lowering:
        band = max((limit for _cap, limit in lowering), key=lambda limit: limit.rank)
    return SuggestedGrade(band=band, explanation=tuple(explanation), is_capped=bool(lowering))
