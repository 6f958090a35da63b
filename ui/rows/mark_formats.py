# SPDX-License-Identifier: MPL-2.0
"""Make words that went or came look so: by a line through or under them, and by colour."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextCharFormat, QTextLayout

from auditapp.checklist.revision.word_marks import MarkKind, WordMark
from ui.theme.theme import Theme


def spaced_marks(marks: Iterable[WordMark]) -> tuple[WordMark, ...]:
    """Return the marks with a space between what went and what came in its place, for the eye."""
    spaced: list[WordMark] = []
    for mark in marks:
        before = spaced[-1] if spaced else mark
        if (before.kind, mark.kind) == (MarkKind.WENT, MarkKind.CAME) and before.text[-1:].strip():
            spaced.append(WordMark(MarkKind.SAME, " "))
        spaced.append(mark)
    return tuple(spaced)


def mark_formats(theme: Theme, marks: Sequence[WordMark]) -> list[QTextLayout.FormatRange]:
    """Return the formats of the text that ``marks`` spell."""
    formats = []
    start = 0
    for mark in marks:
        # Qt counts in halves of UTF-16, of which some letters take two.
        length = len(mark.text.encode("utf-16-le", "surrogatepass")) // 2
        if mark.kind is not MarkKind.SAME:
            span = QTextLayout.FormatRange()
            span.start, span.length = start, length
            span.format = _look(theme, mark.kind)
            formats.append(span)
        start += length
    return formats


def _look(theme: Theme, kind: MarkKind) -> QTextCharFormat:
    look = QTextCharFormat()
    went = kind is MarkKind.WENT
    look.setFontStrikeOut(went)
    look.setFontUnderline(not went)
    look.setForeground(theme.colour("danger" if went else "ok"))
    return look
