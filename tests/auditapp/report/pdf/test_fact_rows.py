# SPDX-License-Identifier: MPL-2.0
"""Test how short facts are set two by two, and long ones alone."""

from auditapp.report.blocks import Facts
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.fact_rows import FactRows
from auditapp.report.pdf.structure import Element, Role
from auditapp.report.typesetting.typeset import Typesetter

WIDTH = 500.0
LONG = ("Groups", "Child in care; 16 or over in care, or care leaver; Child in need")
SHORT = (("Team", "North"), ("Auditor", "R. Okafor"), ("Age", "16 to 17"))


def rows_of(*pairs):
    """Return the rows of some facts, and the elements of the table they make."""
    root = Element(Role.DOCUMENT)
    rows = list(FactRows(Typesetter(), Facts(pairs), WIDTH, root).rows())
    return rows, root


def test_short_facts_stand_two_on_a_line():
    """Three make two lines, one of them with an empty half."""
    rows, root = rows_of(*SHORT)
    cells = [element.role for element in root.walk() if element.role in {Role.HEAD_CELL, Role.CELL}]
    assert 2 == len(rows)
    assert [Role.HEAD_CELL, Role.CELL] * 3 + [Role.CELL] * 2 == cells


def test_a_long_fact_has_a_line_to_itself_below_the_short_ones(make_document, text_of):
    """It spans the columns of the others, and nothing of it is broken off."""
    rows, root = rows_of(LONG, *SHORT)
    assert 3 == len(rows)
    spans = [element for element in root.walk() if "ColSpan 3" in element.attributes]
    assert 1 == len(spans)
    text = text_of(render_pdf(make_document(Facts((LONG, *SHORT)))))
    assert f"Age 16 to 17 {LONG[0]} {LONG[1]}" in text


def test_a_fact_of_two_lines_is_long():
    """A line break that somebody typed counts."""
    rows, _root = rows_of(("Team", "North\nand south"), SHORT[1])
    assert 2 == len(rows)
