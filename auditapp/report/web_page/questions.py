# SPDX-License-Identifier: MPL-2.0
"""Put a question with its answer and all that was recorded with it into a web page."""

from collections.abc import Iterator

from auditapp.report.blocks import Detail, DetailKind, QuestionBlock
from auditapp.report.web_page.cells import badge_markup, outline_markup
from auditapp.report.web_page.markup import Markup, join, said, tag, words


def question_markup(block: QuestionBlock, heading: str) -> Markup:
    """Return the whole question; ``heading`` is the element of its text."""
    badges = [badge_markup(block.answer)] if block.answer else []
    badges += [outline_markup(flag) for flag in block.flags]
    answer = [tag("p", Markup(" ".join(badges)), class_="answer")] if badges else []
    details = list(_details(block))
    listed = [tag("dl", *details, class_="details")] if details else []
    return tag("div", numbered(block.ref, block.text, heading), *answer, *listed, class_="question")


def numbered(ref: str, text: str, heading: str) -> Markup:
    """Return a heading with its number, if it has one."""
    number = [tag("span", words(ref), class_="ref"), Markup(" ")] if ref else []
    return tag(heading, *number, words(text), dir="auto")


def _details(block: QuestionBlock) -> Iterator[Markup]:
    for detail in block.details:
        texts = [text for text in detail.texts if text.strip()]
        if texts:
            yield tag("div", said("dt", detail.label), _texts(detail, texts), class_=detail.kind)


def _texts(detail: Detail, texts: list[str]) -> Markup:
    """Return one text, or several as a list; words as they were given are a quotation."""
    if detail.kind is DetailKind.QUOTE:
        return tag("dd", tag("blockquote", *(said("p", text) for text in texts)))
    if detail.kind is DetailKind.SMALL or len(texts) == 1:
        return said("dd", "; ".join(texts))
    return tag("dd", tag("ul", join(*(said("li", text) for text in texts))))
