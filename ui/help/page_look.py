# SPDX-License-Identifier: MPL-2.0
"""Give a page that was read from Markdown the type, the room and the lines of the theme."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontDatabase,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from ui.theme.theme import Theme

_HEADINGS: Final = {1: "title", 2: "heading"}
_AFTER: Final = 8
_BEFORE_HEADING: Final = 18
_LINE_HEIGHT: Final = 145
"""Per cent of the font's own."""
_CELL: Final = 6


def dress(document: QTextDocument, theme: Theme) -> None:
    """Set the look of all of ``document``.

    Qt reads Markdown into formats of its own and looks at no style sheet while it does so.
    """
    for block in _blocks(document):
        _dress_pieces(block, theme)
        QTextCursor(block).mergeBlockFormat(_block_format(theme, block))
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, theme)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _is_code(block: QTextBlock) -> bool:
    # One that is indented has no mark of its own, but its lines are not to be broken.
    return block.blockFormat().nonBreakableLines()


def _block_format(theme: Theme, block: QTextBlock) -> QTextBlockFormat:
    level, look = block.blockFormat().headingLevel(), QTextBlockFormat()
    look.setTopMargin(theme.px(_BEFORE_HEADING if level > 1 else 0))
    if _is_code(block):
        look.setBottomMargin(0)
        look.setNonBreakableLines(False)  # a window that is narrow would cut them
        look.setBackground(QBrush(theme.colour("sunken")))
        return look
    is_in_table = QTextCursor(block).currentTable() is not None
    look.setBottomMargin(0 if is_in_table else theme.px(_AFTER))
    if not _has_picture(block):  # the height of a line is that of a picture in it as well
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        look.setLineHeight(_LINE_HEIGHT if not level else 100, kind.value)
    return look


def _has_picture(block: QTextBlock) -> bool:
    return "\ufffc" in block.text()


def _dress_pieces(block: QTextBlock, theme: Theme) -> None:
    """Set the font and the colour of each piece of a block, and keep what is bold or slanted."""
    level, is_code = block.blockFormat().headingLevel(), _is_code(block)
    for start, length, look in _pieces(block):
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_letters(theme, level, look, is_code=is_code))


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    found = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        if not piece.charFormat().isImageFormat():
            found.append((piece.position(), piece.length(), piece.charFormat()))
        pieces += 1
    return found


def _letters(theme: Theme, level: int, held: QTextCharFormat, *, is_code: bool) -> QTextCharFormat:
    font = theme.font(_HEADINGS.get(level, "strong") if level else "body")
    if is_code or (held.fontFixedPitch() and not level):
        size = font.pixelSize()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(size)
    elif held.fontWeight() >= QFont.Weight.Bold and not level:
        font = theme.font("strong")
    font.setItalic(held.fontItalic())
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(QBrush(theme.colour("primary_text" if held.isAnchor() else "text")))
    look.setFontUnderline(held.isAnchor())
    return look


def _dress_table(table: QTextTable, theme: Theme) -> None:
    look = table.format()
    look.setCellPadding(theme.px(_CELL))
    look.setCellSpacing(0)
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setBorderBrush(QBrush(theme.colour("line")))
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    look.setBottomMargin(theme.px(_AFTER))
    table.setFormat(look)
