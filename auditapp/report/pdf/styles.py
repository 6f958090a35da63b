# SPDX-License-Identifier: MPL-2.0
"""Hold the measures, colours and type sizes of the printed report; lengths are in points."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from reportlab.lib.colors import Color, HexColor, white

from auditapp.checklist.revision.word_marks import MarkKind
from auditapp.report import palette
from auditapp.report.blocks import CalloutTone, TextTone
from auditapp.report.palette import LIGHT
from auditapp.report.typesetting.fonts import Weight

INK = HexColor(LIGHT.ink)
MUTED = HexColor(LIGHT.muted)
RULE = HexColor(LIGHT.rule)
NAVY = HexColor(LIGHT.heading)
RED = HexColor(LIGHT.marking)
PALE = HexColor(palette.PALE)
PAPER = HexColor(LIGHT.panel)
SLATE = HexColor(palette.SLATE)
WRITING = HexColor(palette.WRITING)
WHITE = white

TONE_COLOURS = {tone: HexColor(colour) for tone, colour in LIGHT.tones.items()}
"""The colour of each tone; nothing is ever said by colour alone."""

PALE_TONES = {tone: HexColor(colour) for tone, colour in LIGHT.tints.items()}
"""The tint of each tone, behind text in ink."""

CALLOUT_COLOURS = {
    tone: (HexColor(colour), HexColor(behind)) for tone, (colour, behind) in LIGHT.callouts.items()
}
"""The colour of the bar and the title, and the colour behind the text."""

CHANGE_COLOURS = {MarkKind.WENT: HexColor(LIGHT.went), MarkKind.CAME: HexColor(LIGHT.came)}
CHANGE_LINES = {MarkKind.WENT: 0.28, MarkKind.CAME: -0.16}
"""How far above the foot of the letters the line through or under a part runs, in its size."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Say how a text is set. ``space_before`` does not count at the top of a page."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    colour: Color = INK
    space_before: float = 0
    is_right_aligned: bool = False


TITLE = TextStyle(23.5, 29, Weight.BOLD, NAVY)
OVERLINE = TextStyle(9.4, 13, Weight.SEMIBOLD, MUTED)
SUBTITLE = TextStyle(10.8, 15.5, colour=MUTED, space_before=2)
MARKING = TextStyle(8, 10, Weight.SEMIBOLD, RED)
RUNNING = TextStyle(7.6, 10, colour=MUTED)
BODY = TextStyle(9.1, 14, space_before=5)
LEAD = TextStyle(10, 15.4, space_before=5)
MUTED_BODY = TextStyle(8, 11.6, colour=MUTED, space_before=4)
BULLET = TextStyle(9.1, 13.6, space_before=3)
CALLOUT = TextStyle(9.1, 13.4, space_before=1.5)
FACT_LABEL = TextStyle(7.9, 12.4, colour=MUTED)
FACT = TextStyle(8.5, 12.4, Weight.SEMIBOLD)
TABLE_HEAD = TextStyle(7.8, 11.4, Weight.SEMIBOLD, MUTED)
CELL = TextStyle(8.3, 12)
CELL_HEAD = TextStyle(8.3, 12, Weight.SEMIBOLD)
SMALL_CELL = TextStyle(7.8, 10.8)
SMALL_CELL_HEAD = TextStyle(7.8, 10.8, Weight.SEMIBOLD)
CELL_CODE = TextStyle(7, 12)
CELL_NOTE = TextStyle(7.6, 10.6, colour=MUTED, space_before=1)
CELL_NUMBER = TextStyle(8.3, 12, is_right_aligned=True)
TABLE_HEAD_NUMBER = TextStyle(7.8, 11.4, Weight.SEMIBOLD, MUTED, is_right_aligned=True)
LEGEND = TextStyle(7.2, 9.4, colour=MUTED)
PILL = TextStyle(7.6, 9.4, Weight.SEMIBOLD, WHITE)
QUIET_PILL = TextStyle(7.6, 9.4, Weight.SEMIBOLD, INK)
OUTLINE_PILL = TextStyle(7.6, 9.4, Weight.SEMIBOLD, SLATE)
GROUP = TextStyle(7.8, 11.4, Weight.SEMIBOLD, NAVY)
SCALE_STEP = TextStyle(9.1, 12, colour=MUTED)
SCALE_CHOSEN = TextStyle(9.4, 12, Weight.BOLD, WHITE)
SCALE_LABEL = TextStyle(8.7, 12.4, Weight.SEMIBOLD, space_before=11)
QUESTION_REF = TextStyle(8, 12.6, Weight.SEMIBOLD, MUTED)
QUESTION = TextStyle(8.9, 12.6, Weight.SEMIBOLD)
DETAIL_LABEL = TextStyle(7.6, 11.9, Weight.SEMIBOLD, MUTED)
DETAIL = TextStyle(8.5, 11.9)
QUOTE = TextStyle(8.7, 12.8)
SMALL_DETAIL = TextStyle(7.4, 10.4, colour=MUTED)
HINT = TextStyle(8.2, 11.6, colour=MUTED)
CONDITION = TextStyle(8.2, 11.6, Weight.SEMIBOLD, NAVY)
TICK = TextStyle(8.5, 12)
TICK_HEAD = TextStyle(8.5, 12, Weight.SEMIBOLD)
TICK_NOTE = TextStyle(7.6, 10.6, colour=MUTED)
BLANK_LABEL = TextStyle(7.6, 10.6, Weight.SEMIBOLD, MUTED, space_before=5)
BLANK_HINT = TextStyle(7, 9.4, colour=MUTED)
ADVICE_TITLE = TextStyle(7.4, 10.4, Weight.SEMIBOLD, NAVY, space_before=5)
ADVICE = TextStyle(7.4, 10.2, space_before=1.5)
SOURCE = TextStyle(6.6, 9, colour=MUTED, space_before=5)

HEADINGS = (
    TextStyle(13.2, 18, Weight.BOLD, NAVY, space_before=14),
    TextStyle(10.8, 15.5, Weight.BOLD, NAVY, space_before=11),
    TextStyle(9.6, 14, Weight.BOLD, NAVY, space_before=8),
)
"""Headings of level 1 to 3; deeper ones look like the last."""

PARAGRAPHS = {TextTone.BODY: BODY, TextTone.LEAD: LEAD, TextTone.MUTED: MUTED_BODY}


@dataclass(frozen=True, slots=True)
class Theme:
    """Hold every style that takes the accent colour of a layout.

    Grades, answers, warnings and markings keep their colours: they mean something.
    """

    title: TextStyle
    headings: tuple[TextStyle, ...]
    group: TextStyle
    condition: TextStyle
    advice_title: TextStyle
    callouts: Mapping[CalloutTone, tuple[Color, Color]]


USUAL = Theme(TITLE, HEADINGS, GROUP, CONDITION, ADVICE_TITLE, CALLOUT_COLOURS)


@cache
def theme_of(accent: str) -> Theme:
    """Return the styles for an accent colour written ``#rrggbb``; the usual ones when empty."""
    if not accent:
        return USUAL
    colour = HexColor(accent)
    usual = (TITLE, GROUP, CONDITION, ADVICE_TITLE)
    title, group, condition, advice_title = (replace(each, colour=colour) for each in usual)
    headings = tuple(replace(each, colour=colour) for each in HEADINGS)
    callouts = CALLOUT_COLOURS | {CalloutTone.INFO: (colour, PAPER)}
    return Theme(title, headings, group, condition, advice_title, callouts)
