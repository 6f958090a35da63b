# SPDX-License-Identifier: MPL-2.0
"""Say how far an audit is."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.judgement.outline import AskedQuestion, Outline


@dataclass(frozen=True, slots=True)
class Progress:
    """Count questions answered of questions asked; optional ones do not count."""

    answered: int
    asked: int

    @property
    def share(self) -> float:
        """Return the part answered, from 0 to 1."""
        return self.answered / self.asked if self.asked else 1.0

    @property
    def is_complete(self) -> bool:
        """Tell whether nothing is left to answer."""
        return self.answered == self.asked


def progress(outline: Outline, questions: Sequence[AskedQuestion] | None = None) -> Progress:
    """Count the progress of ``questions``, or of the whole audit."""
    chosen = outline.questions if questions is None else questions
    required = [asked for asked in chosen if asked.question.required]
    given = sum(outline.audit.answer(asked.key).is_given for asked in required)
    return Progress(given, len(required))
