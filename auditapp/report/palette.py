# SPDX-License-Identifier: MPL-2.0
"""Hold the colours of reports: one set for paper and light screens, one for dark screens.

Every colour of words on what lies behind them reaches a contrast of 4.5:1 (WCAG 2.2, 1.4.3), which
a test computes. Nothing is ever said by colour alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from auditapp.report.blocks import CalloutTone, Tone

PALE: Final = "#e9edf2"
SLATE: Final = "#5b6775"
WRITING: Final = "#8a96a3"
"""The lines of a paper that is filled in by hand."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Hold one set of colours, each as ``#rrggbb``.

    Args:
        page: behind everything.
        ink: of running text.
        muted: of what is less important.
        rule: of lines between things.
        heading: of headings and links.
        panel: behind a part that is set apart.
        quiet: behind a badge without a colour of its own; its words are in ``ink``.
        marking: of the protective marking.
        went: of words that were taken out.
        came: of words that were put in.
        tones: behind the words of a badge, and of the parts of a bar.
        on_tone: of the words on those.
        tints: the tones where there are very many of them, behind words in ``ink``.
        blue: of parts of charts that are neither good nor bad.
        blue_tint: of that, and of the bands of charts.
        callouts: of the bar and the title of a callout, and behind its text.
    """

    page: str
    ink: str
    muted: str
    rule: str
    heading: str
    panel: str
    quiet: str
    marking: str
    went: str
    came: str
    tones: Mapping[Tone, str]
    on_tone: str
    tints: Mapping[Tone, str]
    blue: str
    blue_tint: str
    callouts: Mapping[CalloutTone, tuple[str, str]]


def _tones(violet: str, green: str, amber: str, red: str, teal: str) -> dict[Tone, str]:
    """Return the colour of each tone, of the hue that it has in the window."""
    return {
        Tone.OUTSTANDING: violet,
        Tone.GOOD: green,
        Tone.REQUIRES_IMPROVEMENT: amber,
        Tone.INADEQUATE: red,
        Tone.MET: green,
        Tone.PARTLY_MET: amber,
        Tone.NOT_MET: red,
        Tone.COULD_NOT_FIND: teal,
    }


LIGHT: Final = Palette(
    page="#ffffff",
    ink="#14202e",
    muted="#4d5b6a",
    rule="#c9d1da",
    heading="#12365c",
    panel="#f3f6f9",
    quiet=PALE,
    marking="#a11722",
    went="#a11722",
    came="#2f6f3e",
    tones=_tones("#4338a8", "#2f6f3e", "#a85a00", "#a11722", "#0b5e70") | {Tone.NEUTRAL: SLATE},
    on_tone="#ffffff",
    tints=_tones("#dedcf7", "#cfe6d4", "#f7e3c6", "#f6d3d3", "#cfe6ec") | {Tone.NEUTRAL: PALE},
    blue="#0b4f6c",
    blue_tint="#cfe3ec",
    callouts={
        CalloutTone.DANGER: ("#a11722", "#fdf0f0"),
        CalloutTone.WARN: ("#a85a00", "#fdf5ea"),
        CalloutTone.INFO: ("#12365c", "#eff4f9"),
    },
)
DARK: Final = Palette(
    page="#12161d",
    ink="#ecf0f6",
    muted="#b8c2d1",
    rule="#465365",
    heading="#9cc8fa",
    panel="#1b212b",
    quiet="#2a323f",
    marking="#ff9aa2",
    went="#ff9aa2",
    came="#76d6a2",
    tones=_tones("#b7b0ff", "#76d6a2", "#f2bc6b", "#ff9aa2", "#7ccfe0") | {Tone.NEUTRAL: "#b8c2d1"},
    on_tone="#12161d",
    tints=_tones("#353056", "#17402b", "#49360f", "#4d2228", "#153d49") | {Tone.NEUTRAL: "#2a323f"},
    blue="#9cc8fa",
    blue_tint="#1c3a58",
    callouts={
        CalloutTone.DANGER: ("#ff9aa2", "#43191f"),
        CalloutTone.WARN: ("#f2bc6b", "#38290f"),
        CalloutTone.INFO: ("#9cc8fa", "#1c3049"),
    },
)
