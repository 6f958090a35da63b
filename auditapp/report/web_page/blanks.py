# SPDX-License-Identifier: MPL-2.0
"""Put what is filled in by hand into a web page, which is then printed.

Nothing can be typed into the page: it could not keep what was typed, and it is not encrypted.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from auditapp.i18n import _
from auditapp.report.blank_blocks import (
    Advice,
    Blank,
    BlankPart,
    BlankSheet,
    DateBoxes,
    Lines,
    NumberBox,
    Ticks,
)
from auditapp.report.web_page.markup import NOTHING, Markup, join, said, tag, words
from auditapp.report.web_page.questions import numbered

_BOX: Final = tag("span", words("☐"), class_="box", aria_hidden="true")
_LINE: Final = tag("span", class_="line")
_SHORT_LINE: Final = tag("span", class_="line short")


def blank_part_markup(block: BlankPart, heading: str) -> Markup:
    """Return what is asked and where to write; ``heading`` is the element of what is asked."""
    parts = [numbered(block.ref, block.text, heading)]
    parts += [said("p", text, class_="condition") for text in block.conditions if text.strip()]
    if block.hint.strip():
        parts.append(said("p", block.hint, class_="hint"))
    parts += [_blank(blank) for blank in block.blanks]
    advice = [*map(_advice, block.advice)]
    if block.sources:
        advice.append(said("p", block.sources, class_="note"))
    if advice:
        parts.append(tag("div", *advice, class_="advice"))
    return tag("div", *parts, class_="question blank")


def blank_sheet_markup(block: BlankSheet) -> Markup:
    """Return a line for each short fact."""
    pairs = (tag("div", said("dt", label), tag("dd", _LINE)) for label in block.labels)
    return tag("dl", *pairs, class_="facts blank")


def _blank(blank: Blank) -> Markup:
    return tag("div", *_MAKERS[type(blank)](blank), class_="write")


def _ticks(block: Ticks) -> Iterator[Markup]:
    if block.label.strip():
        yield _label(block.label)
    items = []
    for tick in block.ticks:
        note = said("span", tick.note, class_="note") if tick.note.strip() else NOTHING
        items.append(tag("li", _BOX, tag("span", said("span", tick.text), Markup(" "), note)))
    look = "ticks steps-list" if block.are_steps else "ticks"
    yield tag("ul", *items, class_=look, role="list")


def _lines(block: Lines) -> Iterator[Markup]:
    yield _label(block.label, block.hint)
    yield from [_LINE] * block.count


def _dates(block: DateBoxes) -> Iterator[Markup]:
    yield _label(block.label, _("day, month, year"))
    yield tag("span", join(*[_SHORT_LINE] * block.count), class_="dates")


def _number(block: NumberBox) -> Iterator[Markup]:
    yield _label(block.label)
    yield tag("span", _SHORT_LINE, Markup(" "), words(block.unit))


def _label(label: str, hint: str = "") -> Markup:
    note = join(Markup(" "), said("span", hint, class_="note")) if hint.strip() else NOTHING
    return tag("p", words(label), note, class_="label", dir="auto")


def _advice(advice: Advice) -> Markup:
    title = said("p", advice.title, class_="label")
    if len(advice.points) == 1:
        return join(title, said("p", advice.points[0]))
    return join(title, tag("ul", *(said("li", point) for point in advice.points)))


_MAKERS: Final[Mapping[type, Callable[[Any], Iterator[Markup]]]] = {
    Ticks: _ticks,
    Lines: _lines,
    DateBoxes: _dates,
    NumberBox: _number,
}
