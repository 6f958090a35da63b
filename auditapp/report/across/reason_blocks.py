# SPDX-License-Identifier: MPL-2.0
"""List the reasons that auditors wrote, the most frequent first, under what each is the reason for.

They are in an auditor's own words, so they stand in no copy that is shared.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from auditapp.i18n import _
from auditapp.report.blocks import Block, Bullets, Heading

MOST_REASONS: Final = 20
"""Reasons that are listed under one heading at most."""


def reasons_part(title: str, named: Sequence[tuple[str, Mapping[str, int]]]) -> Iterator[Block]:
    """Show under each name how often each of its reasons was given; nothing where there is none."""
    having = [(name, reasons) for name, reasons in named if reasons]
    if having:
        yield Heading(1, title)
    for name, reasons in having:
        ordered = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
        shown = tuple(_reason(text, count) for text, count in ordered[:MOST_REASONS])
        yield Heading(2, name)
        yield Bullets((*shown, *more_words(len(ordered) - MOST_REASONS)))


def more_words(count: int) -> tuple[str, ...]:
    """Return a last line that says how many are not listed, or none when all are."""
    return (_("{count} more").format(count=count),) if count > 0 else ()


def _reason(text: str, count: int) -> str:
    return _("{text} ({count} times)").format(text=text, count=count) if count > 1 else text
