# SPDX-License-Identifier: MPL-2.0
"""Draw the small pictures of a report: the pill, the scale and the strip of a bar.

What they show by colour they also say in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from auditapp.report.block_words import scale_in_words
from auditapp.report.blocks import Badge, Bar, GradeScale, Tone
from auditapp.report.pdf.pieces import Piece
from auditapp.report.pdf.sheet import Sheet
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import (
    LEGEND,
    OUTLINE_PILL,
    PALE_TONES,
    PILL,
    QUIET_PILL,
    RULE,
    SCALE_CHOSEN,
    SCALE_STEP,
    SLATE,
    TONE_COLOURS,
    WHITE,
    TextStyle,
)
from auditapp.report.typesetting.gate import admit_line
from auditapp.report.typesetting.typeset import Line, Span, Typesetter

LONGEST_LABEL = 60
"""Characters; anything longer is set as plain text instead of inside a picture."""


class Pill(Piece):
    """Set one or two words on a rounded patch of colour, or inside its outline."""

    PADDING = 5.0
    HEIGHT_AROUND = 4.0

    def __init__(
        self,
        typesetter: Typesetter,
        badge: Badge,
        element: Element | None,
        *,
        is_outline: bool = False,
    ) -> None:
        self._typesetter = typesetter
        self._badge = badge
        self._element = element
        self._is_outline = is_outline
        self.space_before = 3

    def measure(self, width: float) -> float:
        """Return the height of its lines and the patch around them."""
        return len(self._lines(width)) * PILL.leading + self.HEIGHT_AROUND

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the patch as wide as the column, and the words in its middle."""
        height = self.measure(width)
        box = (x, top - height, width, height)
        style = PILL
        with sheet.artifact():
            if self._is_outline:
                sheet.outline(SLATE, box, 3)
                style = OUTLINE_PILL
            elif self._badge.is_pale or self._badge.tone is Tone.NEUTRAL:
                sheet.fill(PALE_TONES[self._badge.tone], box, 3)
                style = QUIET_PILL
            else:
                sheet.fill(TONE_COLOURS[self._badge.tone], box, 3)
        with sheet.content(self._element):
            top -= self.HEIGHT_AROUND / 2
            for line in self._lines(width):
                sheet.set_centred(line, style, x + width / 2, top)
                top -= style.leading

    def _lines(self, width: float) -> list[Line]:
        spans = [Span(admit_line(self._badge.text), PILL.weight)]
        return self._typesetter.lines(spans, PILL.size, width - 2 * self.PADDING)


class Strip(Piece):
    """Draw the parts of a bar in proportion; the counts stand below it as text."""

    HEIGHT = 6.5

    def __init__(self, bar: Bar) -> None:
        self._parts = [part for part in bar.parts if part.count > 0]

    def measure(self, width: float) -> float:
        """Return the height of the strip and of the gap below it."""
        del width
        return self.HEIGHT + 1.5

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the parts from left to right with a hair between them."""
        total = sum(part.count for part in self._parts)
        with sheet.artifact():
            for part in self._parts:
                share = width * part.count / total
                colour = TONE_COLOURS[part.tone]
                sheet.fill(colour, (x, top - self.HEIGHT, max(share - 0.8, 0.4), self.HEIGHT))
                x += share


@dataclass(frozen=True, slots=True)
class _Step:
    """Hold one step of a scale, ready to be drawn."""

    lines: list[Line]
    style: TextStyle
    badge: Badge
    is_chosen: bool


class ScalePiece(Piece):
    """Draw a scale whose chosen step is filled, named in bold and pointed at.

    What explains it follows, and stays with it.
    """

    keeps_with_next = True
    POINTER = 8.0
    BELOW = 4.0
    GAP = 4.0
    PADDING = 7.0

    def __init__(self, typesetter: Typesetter, scale: GradeScale, parent: Element) -> None:
        self._typesetter = typesetter
        self._scale = scale
        self._element = Element(Role.FIGURE, parent, alt=admit_line(scale_in_words(scale)))
        self.space_before = 5

    def measure(self, width: float) -> float:
        """Return the height of pointer, boxes and the marks below them."""
        box = self._box_height(self._steps(width))
        return self.POINTER + box + self._marks_height(width) + self.BELOW

    def paint(self, sheet: Sheet, x: float, top: float, width: float) -> None:
        """Draw the boxes from left to right."""
        steps = self._steps(width)
        column, height = self._column(width), self._box_height(steps)
        foot = top - self.POINTER - height
        bottom = top - self.measure(width)
        self._element.attributes = (
            f"/O/Layout/Placement/Block/BBox[{x:.2f} {bottom:.2f} {x + width:.2f} {top:.2f}]"
        )
        with sheet.content(self._element):
            for place, step in enumerate(steps):
                left = x + place * (column + self.GAP)
                _paint_step(sheet, step, (left, foot, column, height))
            for mark in self._scale.other_marks:
                left = x + mark.step * (column + self.GAP)
                _set_lines_centred(
                    sheet, self._mark_lines(mark.text, width), LEGEND, left + column / 2, foot - 3
                )

    def _column(self, width: float) -> float:
        count = len(self._scale.steps)
        return (width - self.GAP * (count - 1)) / count

    def _steps(self, width: float) -> list[_Step]:
        steps = []
        for place, badge in enumerate(self._scale.steps):
            is_chosen = place == self._scale.chosen
            style = SCALE_CHOSEN if is_chosen else SCALE_STEP
            spans = [Span(admit_line(badge.text), style.weight)]
            lines = self._typesetter.lines(spans, style.size, self._column(width) - 12)
            steps.append(_Step(lines, style, badge, is_chosen))
        return steps

    def _box_height(self, steps: Sequence[_Step]) -> float:
        return max(len(step.lines) * step.style.leading for step in steps) + 2 * self.PADDING

    def _mark_lines(self, text: str, width: float) -> list[Line]:
        spans = [Span("▲ " + admit_line(text))]
        return self._typesetter.lines(spans, LEGEND.size, self._column(width))

    def _marks_height(self, width: float) -> float:
        marks = [self._mark_lines(mark.text, width) for mark in self._scale.other_marks]
        return max((len(lines) * LEGEND.leading + 3 for lines in marks), default=0)


def fits_in_picture(*texts: str) -> bool:
    """Tell whether all ``texts`` are short enough to be set inside a picture."""
    return all(len(text) <= LONGEST_LABEL for text in texts)


def _paint_step(sheet: Sheet, step: _Step, box: tuple[float, float, float, float]) -> None:
    x, foot, width, height = box
    if step.is_chosen:
        colour = TONE_COLOURS[step.badge.tone]
        sheet.fill(colour, box, 4)
        _paint_pointer(sheet, x + width / 2, foot + height + 1.5)
    else:
        sheet.fill(WHITE, box, 4)
        sheet.outline(RULE, box, 4)
    text_height = len(step.lines) * step.style.leading
    top = foot + (height + text_height) / 2
    _set_lines_centred(sheet, step.lines, step.style, x + width / 2, top)


def _paint_pointer(sheet: Sheet, centre: float, foot: float) -> None:
    path = sheet.canvas.beginPath()
    path.moveTo(centre - 6, foot + 5.5)
    path.lineTo(centre + 6, foot + 5.5)
    path.lineTo(centre, foot)
    path.close()
    sheet.canvas.drawPath(path, stroke=0, fill=1)


def _set_lines_centred(
    sheet: Sheet, lines: Sequence[Line], style: TextStyle, centre: float, top: float
) -> None:
    for line in lines:
        sheet.set_centred(line, style, centre, top)
        top -= style.leading
