# SPDX-License-Identifier: MPL-2.0
"""Set a list of points, each behind a bullet."""

from collections.abc import Iterable, Iterator

from auditapp.report.pdf.pieces import Panel, Piece, Row
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.pdf.styles import TextStyle
from auditapp.report.pdf.text_pieces import TextPiece
from auditapp.report.typesetting.typeset import Typesetter

BULLET_SIGN = "•"
BULLET_INDENT = 12.0


def list_rows(
    typesetter: Typesetter, items: Iterable[str], width: float, style: TextStyle, parent: Element
) -> Iterator[Piece]:
    """Yield a row for each of ``items`` that says something; nothing when none does."""
    texts = [text for text in items if text.strip()]
    if not texts:
        return
    element = Element(Role.LIST, parent, attributes="/O/List/ListNumbering/Disc")
    for text in texts:
        item = Element(Role.LIST_ITEM, element)
        label = TextPiece(typesetter, BULLET_SIGN, style, Element(Role.LABEL, item))
        body = TextPiece(typesetter, text, style, Element(Role.LIST_BODY, item))
        row = Row([label, body], [BULLET_INDENT, width - BULLET_INDENT], Panel())
        row.space_before = style.space_before
        yield row
