# SPDX-License-Identifier: MPL-2.0
"""Design tokens: every colour, size and break point of the window is named here.

Lengths are logical pixels at a text size of 100 %. ``tests/ui/theme/test_contrast.py`` holds every
pair of ``PAIRS`` to its WCAG 2.2 contrast ratio, in light and in dark, and to the higher one of
AAA in the two sets with more contrast.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

FAMILY: Final = "Audit Inter"


class TypeStyle(NamedTuple):
    """One style of type: size and line height in pixels at 100 %, weight as in CSS."""

    size: int
    weight: int
    line_height: int


TYPE: Final[Mapping[str, TypeStyle]] = MappingProxyType(
    {
        "title": TypeStyle(21, 700, 28),
        "heading": TypeStyle(16, 600, 24),
        "body": TypeStyle(14, 400, 21),
        "strong": TypeStyle(14, 600, 21),
        "small": TypeStyle(13, 400, 19),
        "caption": TypeStyle(12, 500, 16),
        "overline": TypeStyle(11, 700, 16),
    }
)

SPACE: Final[Mapping[str, int]] = MappingProxyType({
    "half": 2, "1": 4, "2": 8, "3": 12, "4": 16, "5": 20, "6": 24, "8": 32, "10": 40,
})  # fmt: skip
RADIUS: Final[Mapping[str, int]] = MappingProxyType({"s": 6, "m": 8, "l": 12})

EDGE: Final = 4
"""Every control stands this far inside its own rectangle, so that its focus ring has room.

Labels, cards and banners keep the same distance at left and right, so that edges line up.
Two controls with a layout spacing of 4 are therefore 12 pixels apart to the eye."""

RING_WIDTH: Final = 2
"""Width of the focus ring. It starts ``EDGE - RING_WIDTH`` pixels outside the shape."""

CONTROL_HEIGHT: Final = 38
ROW_HEIGHT: Final = 46
LIST_ROW_HEIGHT: Final = 56
HEADER_HEIGHT: Final = 64
FOOTER_HEIGHT: Final = 60
SECTIONS_WIDTH: Final = 272
GUIDANCE_WIDTH: Final = 316
READING_WIDTH: Final = 820

STEP_MARGIN: Final = 20
"""Room around what is on show of an audit, so that its edges stay in place from step to step."""

TIGHT_STEP_MARGIN: Final = 8

BREAK_POINTS: Final[Mapping[str, int]] = MappingProxyType(
    {
        "guidance": 1180,
        "key_hints": 940,
        "sections": 860,
        "margins": 760,
    }
)
"""Window widths below which a part folds away; multiply by the text size before comparing."""

TONES: Final = (
    "outstanding", "good", "requires_improvement", "inadequate",
    "met", "partly_met", "not_met", "could_not_find", "not_applicable",
    "primary", "info", "ok", "warn", "danger", "neutral",
)  # fmt: skip
"""Names that each have three colours: an ink ``<tone>``, a background ``<tone>_tint``, and an
``<tone>_edge`` around that background."""

_TYPE_OF_TONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "outstanding": "violet",
        "good": "green",
        "requires_improvement": "amber",
        "inadequate": "red",
        "met": "green",
        "partly_met": "amber",
        "not_met": "red",
        "could_not_find": "teal",
        "not_applicable": "grey",
        "info": "blue",
        "ok": "green",
        "warn": "amber",
        "danger": "red",
        "neutral": "grey",
    }
)


_EDGE_SHARE: Final = 0.4
"""How much of its ink is in the edge of a tinted card: a frame of ink alone would be the loudest
thing on the page. Where there is more contrast it is ink alone all the same."""


def _with_tones(
    colours: dict[str, str], hues: dict[str, tuple[str, str]], edge: float = _EDGE_SHARE
) -> Mapping[str, str]:
    for tone, hue in _TYPE_OF_TONE.items():
        colours[tone], colours[f"{tone}_tint"] = hues[hue]
    for tone in TONES:
        colours[f"{tone}_edge"] = _mixed(colours[tone], colours[f"{tone}_tint"], edge)
    return MappingProxyType(colours)


def _mixed(ink: str, ground: str, share: float) -> str:
    """Return the colour between two, ``share`` of the way from ``ground`` to ``ink``."""
    pairs = zip(bytes.fromhex(ink[1:]), bytes.fromhex(ground[1:]), strict=True)
    return "#" + "".join(f"{round(one * share + other * (1 - share)):02X}" for one, other in pairs)


LIGHT: Final = _with_tones(
    {
        "bg": "#F3F5F8",
        "surface": "#FFFFFF",
        "sunken": "#F8F9FB",
        "hover": "#EDF1F6",
        "pressed": "#E3E8EF",
        "line": "#DCE1E9",
        "track": "#C2CBD8",
        "control": "#7C8798",
        "text": "#17202E",
        "text2": "#4A5568",
        "text3": "#5D6879",
        "primary": "#1D5FA6",
        "primary_hover": "#174F8B",
        "on_primary": "#FFFFFF",
        "primary_tint": "#E6EFF9",
        "primary_text": "#17528F",
        "danger_hover": "#8C1825",
        "on_danger": "#FFFFFF",
        "focus": "#0B5FD6",
    },
    {
        "violet": ("#4338A8", "#ECEBFB"),
        "green": ("#0F6B45", "#E2F3EA"),
        "amber": ("#8F4A00", "#FDEFDA"),
        "red": ("#A81E2D", "#FCE8E9"),
        "teal": ("#0B5E70", "#DFF1F5"),
        "grey": ("#4A5568", "#EAEDF2"),
        "blue": ("#17528F", "#E6EFF9"),
    },
)
DARK: Final = _with_tones(
    {
        "bg": "#12161D",
        "surface": "#1B212B",
        "sunken": "#161B24",
        "hover": "#252D3A",
        "pressed": "#2C3545",
        "line": "#323C4C",
        "track": "#465266",
        "control": "#7F8DA3",
        "text": "#ECF0F6",
        "text2": "#B8C2D1",
        "text3": "#98A4B6",
        "primary": "#7DB5F5",
        "primary_hover": "#9AC6F8",
        "on_primary": "#0B1A2C",
        "primary_tint": "#1C3049",
        "primary_text": "#9CC8FA",
        "danger_hover": "#FFB3B9",
        "on_danger": "#2C090D",
        "focus": "#8CBFFF",
    },
    {
        "violet": ("#B7B0FF", "#2A2750"),
        "green": ("#76D6A2", "#15332A"),
        "amber": ("#F2BC6B", "#38290F"),
        "red": ("#FF9AA2", "#43191F"),
        "teal": ("#7CCFE0", "#12323A"),
        "grey": ("#B8C2D1", "#2A323F"),
        "blue": ("#9CC8FA", "#1C3049"),
    },
)

LIGHT_MORE: Final = _with_tones(
    {
        "bg": "#FFFFFF",
        "surface": "#FFFFFF",
        "sunken": "#FFFFFF",
        "hover": "#E4ECF7",
        "pressed": "#D5E1F2",
        "line": "#868E9B",
        "track": "#868E9B",
        "control": "#17202E",
        "text": "#000000",
        "text2": "#141B26",
        "text3": "#2B3442",
        "primary": "#0A3B78",
        "primary_hover": "#062A57",
        "on_primary": "#FFFFFF",
        "primary_tint": "#E4ECF7",
        "primary_text": "#0A3B78",
        "danger_hover": "#5E0812",
        "on_danger": "#FFFFFF",
        "focus": "#0A3B78",
    },
    {
        "violet": ("#2C2183", "#F1F0FD"),
        "green": ("#084A2E", "#EAF7F0"),
        "amber": ("#663300", "#FEF4E6"),
        "red": ("#850E1C", "#FDEEEF"),
        "teal": ("#064350", "#E9F6F9"),
        "grey": ("#2B3442", "#F0F2F6"),
        "blue": ("#0A3B78", "#EDF3FB"),
    },
    edge=1.0,
)
DARK_MORE: Final = _with_tones(
    {
        "bg": "#000000",
        "surface": "#000000",
        "sunken": "#000000",
        "hover": "#1A2433",
        "pressed": "#26334A",
        "line": "#677080",
        "track": "#677080",
        "control": "#FFFFFF",
        "text": "#FFFFFF",
        "text2": "#E6EBF3",
        "text3": "#CCD4E0",
        "primary": "#A6D1FF",
        "primary_hover": "#CBE4FF",
        "on_primary": "#000000",
        "primary_tint": "#0C2038",
        "primary_text": "#BBDCFF",
        "danger_hover": "#FFD3D6",
        "on_danger": "#000000",
        "focus": "#FFE14D",
    },
    {
        "violet": ("#D2CDFF", "#17153A"),
        "green": ("#93EFBE", "#07251A"),
        "amber": ("#FFD58A", "#291C04"),
        "red": ("#FFBDC1", "#300A10"),
        "teal": ("#A0E6F4", "#06242B"),
        "grey": ("#E6EBF3", "#1C232E"),
        "blue": ("#BBDCFF", "#0C2038"),
    },
    edge=1.0,
)


SETS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"light": LIGHT, "dark": DARK, "light-more": LIGHT_MORE, "dark-more": DARK_MORE}
)
"""The sets of colours, by name; all of them have the same colours."""


def set_name(*, is_dark: bool, has_more_contrast: bool) -> str:
    """Return the name of a set of colours."""
    return ("dark" if is_dark else "light") + ("-more" if has_more_contrast else "")


TEXT_RATIO: Final = 4.5
SHAPE_RATIO: Final = 3.0
MORE: Final = {TEXT_RATIO: 7.0, SHAPE_RATIO: 4.5}
"""What each ratio becomes where there is more contrast: WCAG 2.2 success criterion 1.4.6."""

_GROUNDS: Final = ("bg", "surface", "sunken", "hover")


def _pairs() -> tuple[tuple[str, str, float], ...]:
    inks = ("text", "text2", "text3", "primary_text", "danger")
    pairs = [(ink, ground, TEXT_RATIO) for ink in inks for ground in _GROUNDS]
    pairs += [
        (mark, ground, SHAPE_RATIO)
        for mark in ("control", "focus", "primary")
        for ground in _GROUNDS
    ]
    pairs += [("on_primary", fill, TEXT_RATIO) for fill in ("primary", "primary_hover")]
    pairs += [("on_danger", fill, TEXT_RATIO) for fill in ("danger", "danger_hover")]
    pairs += [("primary_text", "primary_tint", TEXT_RATIO), ("text", "pressed", TEXT_RATIO)]
    for tone in TONES:
        pairs += [(tone, "surface", TEXT_RATIO), ("text", f"{tone}_tint", TEXT_RATIO)]
        pairs += [(tone, f"{tone}_tint", TEXT_RATIO), ("text2", f"{tone}_tint", TEXT_RATIO)]
        pairs += [(tone, "sunken", SHAPE_RATIO)]
    return tuple(pairs)


PAIRS: Final = _pairs()
"""Every (ink, ground, least ratio) in use: WCAG 2.2 success criteria 1.4.3 and 1.4.11."""
