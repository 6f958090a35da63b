# SPDX-License-Identifier: MPL-2.0
"""Give the four grades their icons and cards."""

from typing import Final

from auditapp.model.grade import GradeBand
from auditapp.model.labels import label
from ui.widgets.answer_spec import AnswerSpec

GRADE_ICONS: Final = {
    GradeBand.OUTSTANDING: "star",
    GradeBand.GOOD: "check",
    GradeBand.REQUIRES_IMPROVEMENT: "triangle-alert",
    GradeBand.INADEQUATE: "x",
}


def grade_specs() -> list[AnswerSpec]:
    """Return the four grades as answers to choose from; each tone is called as its grade."""
    return [
        AnswerSpec(band.value, label(band), GRADE_ICONS[band], band.value, number)
        for number, band in enumerate(GradeBand, start=1)
    ]
