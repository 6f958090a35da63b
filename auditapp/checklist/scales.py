# SPDX-License-Identifier: MPL-2.0
"""Model scales of answers, and give the two that every checklist may use.

Compliance says whether something is on the file, quality how good it is; the one is never averaged
into the other.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from auditapp.checklist.field_types import AnswerIdField, AnswerIds, PlainId, Text
from auditapp.i18n import _
from auditapp.model.frozen import Frozen
from auditapp.model.ids import AnswerId


class Measure(StrEnum):
    """Say what a scale measures; also the ids of the two built-in scales."""

    COMPLIANCE = "compliance"
    QUALITY = "quality"


class Compliance(StrEnum):
    """Name the answers of the built-in compliance scale, best first."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    COULD_NOT_FIND = "could_not_find"


class Quality(StrEnum):
    """Name the answers of the built-in quality scale, best first; grades use them too."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires_improvement"
    INADEQUATE = "inadequate"


class ScaleAnswer(Frozen):
    """Offer one answer of a scale; it counts as an answer of the built-in scale.

    ``from_`` names, for each scale that questions were rated on before, the answers that are to be
    read as this one. Under the id of its own scale stand ids that this answer had in earlier
    versions.
    """

    id: AnswerIdField
    text: Text
    counts_as: AnswerIdField
    from_: dict[PlainId, AnswerIds] = Field(default_factory=dict, alias="from")


class Scale(Frozen):
    """List the answers that a rating question offers, best first."""

    id: PlainId
    title: Text
    measures: Measure
    answers: Annotated[tuple[ScaleAnswer, ...], Field(min_length=2, max_length=10)]

    @property
    def answer_ids(self) -> tuple[AnswerId, ...]:
        """Return the ids of the answers in order."""
        return tuple(answer.id for answer in self.answers)

    def counts_as(self, answer: AnswerId) -> AnswerId:
        """Return the built-in answer that ``answer`` counts as.

        Raises:
            KeyError: the scale has no such answer.
        """
        return {each.id: each.counts_as for each in self.answers}[answer]


def _built_in(
    measure: Measure, title: str, texts: dict[Compliance, str] | dict[Quality, str]
) -> Scale:
    answers = tuple(
        ScaleAnswer(id=AnswerId(answer), text=text, counts_as=AnswerId(answer))
        for answer, text in texts.items()
    )
    return Scale(id=measure.value, title=title, measures=measure, answers=answers)


COMPLIANCE = _built_in(
    Measure.COMPLIANCE,
    _("Is it on the file?"),
    {
        Compliance.MET: _("Met"),
        Compliance.PARTLY_MET: _("Partly met"),
        Compliance.NOT_MET: _("Not met"),
        Compliance.COULD_NOT_FIND: _("Could not find on file"),
    },
)
QUALITY = _built_in(
    Measure.QUALITY,
    _("How good is it?"),
    {
        Quality.OUTSTANDING: _("Outstanding"),
        Quality.GOOD: _("Good"),
        Quality.REQUIRES_IMPROVEMENT: _("Requires improvement"),
        Quality.INADEQUATE: _("Inadequate"),
    },
)
BUILT_IN_SCALES = {scale.id: scale for scale in (COMPLIANCE, QUALITY)}
COUNTED_AS = {
    Measure.COMPLIANCE: COMPLIANCE.answer_ids,
    Measure.QUALITY: QUALITY.answer_ids,
}
"""The answers that an own scale's ``counts_as`` may name, by what the scale measures."""
