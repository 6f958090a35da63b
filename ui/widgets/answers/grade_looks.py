# SPDX-License-Identifier: MPL-2.0
"""Give the four grades their icons and cards."""

from typing import Final

from auditapp.model.grade import GradeBand
from auditapp.model.labels import label
from ui.widgets.answers.answer_spec import AnswerSpec

GRADE_ICONS: Final = {
    GradeBand.OUTSTANDING: "star",
    GradeBand.GOOD: "check",
    GradeBand.REQUIRES_IMPROVEMENT: "triangle-alert",
    GradeBand.INADEQUATE: "x",
}


def grade_specs(first_digit: int | None = None) -> list[AnswerSpec]:
    """Return the four grades as answers to choose from; each tone is called as its grade.

    ``first_digit`` is the key of the first where grades can be chosen by keys: only there do they
    show any.
    """
    return [
        AnswerSpec(
            band.value,
            label(band),
            GRADE_ICONS[band],
            band.value,
            None if first_digit is None else first_digit + place,
        )
        for place, band in enumerate(GradeBand)
    ]
