# SPDX-License-Identifier: MPL-2.0
"""Test that no two rules stand close to each other where a page begins or ends."""

from itertools import pairwise

import pypdfium2
import pytest

from auditapp.report.blocks import Badge, Column, Paragraph, QuestionBlock, Table, TextTone
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.page import CONTENT_WIDTH, FOOT_RULE, LATER_TOP, RULES_APART
from tests.pdf_checks.checking import faults_of

APART = 14
"""Points between a rule and the next that nobody takes for a double one."""


def rules_of(contents):
    """Return for each page how high its rules stand that go from margin to margin."""
    with pypdfium2.PdfDocument(contents) as pdf:
        return [
            sorted(
                bottom
                for left, bottom, right, top in (each.get_bounds() for each in page.get_objects())
                if right - left > CONTENT_WIDTH - 2 and top - bottom < 2
            )
            for page in pdf
        ]


def test_a_question_at_the_top_of_a_page_has_no_rule_over_it(make_document):
    """The rule below the header is right above it; further down each has one."""
    questions = [QuestionBlock(str(at), "Is there a plan?", Badge("Met")) for at in range(90)]
    contents = render_pdf(make_document(*questions))
    assert [] == faults_of(contents)
    _first, *later = rules_of(contents)
    assert len(later) > 1
    for rules in later:
        assert not any(LATER_TOP - 3 < rule < LATER_TOP + 3 for rule in rules)
        assert all(other - one > APART for one, other in pairwise(rules))


@pytest.mark.parametrize("lines", range(6))
def test_a_table_at_the_foot_of_a_page_has_no_rule_over_the_footers(make_document, lines):
    """Wherever its last row ends."""
    columns = (Column("Case", 50), Column("Due", 50))
    table = Table(columns, [(f"HX-{at}", "Soon") for at in range(60)], "Cases")
    contents = render_pdf(make_document(*[Paragraph("Line", TextTone.MUTED)] * lines, table))
    for rules in rules_of(contents):
        assert FOOT_RULE - 1 < rules[0] < FOOT_RULE + 1
        assert rules[1] > FOOT_RULE + RULES_APART - 1
