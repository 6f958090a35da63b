# SPDX-License-Identifier: MPL-2.0
"""Put what stands in cells, beside questions and on scales into a web page."""

from base64 import b64encode
from typing import Final

from auditapp.checklist.revision.word_marks import MarkKind, WordMark
from auditapp.i18n import _
from auditapp.report.block_words import CHANGE_WORDS, has_parts, scale_in_words
from auditapp.report.blocks import Badge, Bar, Cell, GradeScale, Noted, Picture
from auditapp.report.change_blocks import MarkedText
from auditapp.report.web_page.markup import NOTHING, Markup, join, look_of, said, tag, words

_CHANGE_TAGS: Final = {MarkKind.WENT: "del", MarkKind.CAME: "ins"}


def cell_markup(cell: Cell) -> Markup:
    """Return what a cell holds."""
    if isinstance(cell, Bar):
        return _bar(cell)
    if isinstance(cell, Noted):
        notes = (said("p", note, class_="note") for note in cell.notes if note.strip())
        return join(_said(cell.text), *notes)
    return _said(cell)


def badge_markup(badge: Badge) -> Markup:
    """Return a short word or two on a patch of their colour."""
    look = f"badge pale {badge.tone}" if badge.is_pale else f"badge {badge.tone}"
    return said("span", badge.text, class_=look)


def outline_markup(text: str) -> Markup:
    """Return a short word or two in a frame."""
    return said("span", text, class_="badge outline")


def picture_markup(picture: Picture, class_: str = "picture") -> Markup:
    """Return a picture that is in the page itself, so that nothing has to be fetched."""
    wide, high = picture.size
    data = b64encode(picture.png).decode()
    return tag(
        "img",
        src=f"data:image/png;base64,{data}",
        alt=picture.words,
        width=str(wide),
        height=str(high),
        class_=class_,
    )


def scale_markup(scale: GradeScale) -> Markup:
    """Return a scale as a picture made of words; it is read out as a sentence."""
    if not scale.steps:
        return said("p", scale_in_words(scale))
    steps = (_step(scale, place) for place in range(len(scale.steps)))
    picture = tag("div", *steps, class_="steps", role="img", aria_label=scale_in_words(scale))
    return tag("div", said("p", scale.label, class_="scale-label"), picture, class_="scale")


def _step(scale: GradeScale, place: int) -> Markup:
    badge = scale.steps[place]
    is_chosen = place == scale.chosen
    look = f"step chosen {badge.tone}" if is_chosen else "step"
    marks = (
        said("span", f"▲ {mark.text}", class_="mark")
        for mark in scale.other_marks
        if mark.step == place
    )
    pointer = tag("span", words("▼" if is_chosen else ""), class_="pointer")
    return tag("div", pointer, said("span", badge.text, class_=look), *marks, class_="place")


def _said(text: str | Badge | MarkedText) -> Markup:
    if isinstance(text, Badge):
        return badge_markup(text) if text.text.strip() else NOTHING
    if isinstance(text, MarkedText):
        return _marked(text)
    return said("p", text) if text.strip() else NOTHING


def _marked(text: MarkedText) -> Markup:
    parts = [tag("span", words(text.lead), class_="lead")] if text.lead else []
    parts += [_mark(mark) for mark in text.marks]
    look = look_of(" ".join([text.lead, *(mark.text for mark in text.marks)]))
    return tag("p", Markup(" ".join(parts)), dir="auto", class_=look)


def _mark(mark: WordMark) -> Markup:
    """Return a run of words; the brackets that tell of a change are heard and copied, not seen."""
    if mark.kind is MarkKind.SAME:
        return words(mark.text)
    before, _text, after = CHANGE_WORDS[mark.kind].partition("{text}")
    return tag(
        _CHANGE_TAGS[mark.kind],
        tag("span", words(before), class_="spoken"),
        words(mark.text),
        tag("span", words(after), class_="spoken"),
    )


def _bar(bar: Bar) -> Markup:
    """Return the parts of a bar in proportion, and their counts in words."""
    if not has_parts(bar):
        return said("p", _("None"))
    shown = [part for part in bar.parts if part.count > 0]
    total = sum(part.count for part in shown)
    rects, x = [], 0
    for part in shown:
        place = {"x": f"{x}", "y": "0", "width": f"{part.count}", "height": "1"}
        rects.append(tag("rect", class_=part.tone, **place))
        x += part.count
    strip = tag(
        "svg",
        *rects,
        class_="bar",
        viewBox=f"0 0 {total} 1",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
    counts = (said("li", f"{part.count} {part.text}") for part in shown)
    return join(strip, tag("ul", *counts, class_="counts", role="list"))
