# SPDX-License-Identifier: MPL-2.0
"""Say in words what a block shows by a picture, a colour or a line through a word."""

from collections.abc import Mapping
from typing import Final

from auditapp.checklist.revision.word_marks import MarkKind
from auditapp.i18n import _
from auditapp.report.blocks import Bar, GradeScale
from auditapp.report.change_blocks import MarkedText

CHANGE_WORDS: Final[Mapping[MarkKind, str]] = {
    MarkKind.WENT: _("[removed: {text}]"),
    MarkKind.CAME: _("[added: {text}]"),
}
"""How words that went or came are read out, copied, and written where there is no line."""


def scale_in_words(scale: GradeScale) -> str:
    """Say what a scale shows, for those who cannot see it."""
    names = ", ".join(step.text for step in scale.steps)
    if scale.chosen is None:
        said = _("{label}: not graded, on a scale of {names}.").format(
            label=scale.label, names=names
        )
    else:
        chosen = scale.steps[scale.chosen].text
        said = _("{label}: {chosen}, on a scale of {names}.").format(
            label=scale.label, chosen=chosen, names=names
        )
    return said + "".join(
        f" {mark.text}: {scale.steps[mark.step].text}." for mark in scale.other_marks
    )


def has_parts(bar: Bar) -> bool:
    """Tell whether there is anything to draw a strip of."""
    return any(part.count > 0 for part in bar.parts)


def bar_in_words(bar: Bar, between: str = ", ") -> str:
    """Write out the counts of a bar."""
    shown = [f"{part.count} {part.text}" for part in bar.parts if part.count > 0]
    return between.join(shown) if shown else _("None")


def marked_in_words(text: MarkedText) -> str:
    """Write out a reworded text: what went and what came in brackets."""
    marks = (CHANGE_WORDS.get(mark.kind, "{text}").format(text=mark.text) for mark in text.marks)
    return " ".join(filter(None, (text.lead, *marks)))
