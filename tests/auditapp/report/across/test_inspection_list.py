# SPDX-License-Identifier: MPL-2.0
"""Test what inspectors see of each audit, and whose names they do not see."""

import datetime as dt
from dataclasses import replace

import pypdfium2
import pytest

from auditapp.errors import NotAllowedError
from auditapp.insight.meanings import Meanings
from auditapp.insight.reading import Reading
from auditapp.model.front_sheet import Cohort
from auditapp.model.grade import GradeBand
from auditapp.model.report_kinds import ReportKind
from auditapp.report.blocks import Badge, RowGroup, Table
from auditapp.report.kinds import report_from_reading
from auditapp.report.pdf.document import render_pdf
from tests.auditapp.insight.counting import GOOD, INADEQUATE, make_judged
from tests.auditapp.report.kind_samples import ACROSS, SHARED
from tests.auditapp.report.reading import blocks_of

CARE, PLAN = Cohort.CHILD_IN_CARE, Cohort.CHILD_PROTECTION


def audit(number, *cohorts, **changes):
    """Make an audit of a case file."""
    fields = {
        "reference": f"HX-{number}",
        "cohorts": cohorts,
        "titles": ("Visits",),
        "first_practice": GOOD,
        "month": "2026-05",
        "team": "Court team",
    }
    return make_judged(**(fields | changes))


def make(audits, options=ACROSS):
    """Make the list."""
    reading = Reading(tuple(audits), Meanings({}, ()), ("Visits 1.0",), content="c" * 64)
    return report_from_reading(ReportKind.INSPECTION_LIST, reading, options)


def rows_of(document):
    """Return the rows of the list, and the heads among them."""
    rows = blocks_of(document, Table)[1].rows
    return [
        row.title if isinstance(row, RowGroup) else [_plain(cell) for cell in row] for row in rows
    ]


def _plain(cell):
    text = getattr(cell, "text", cell)
    return text.text if isinstance(text, Badge) else text


def test_audits_stand_by_situation_and_date(words_in):
    """Each once, with its grades; teams, workers and auditors are in no line."""
    moderated = audit(3, PLAN, practice=INADEQUATE, impact=GOOD, is_moderated=True)
    document = make([audit(1, CARE, PLAN), moderated, audit(4, first_practice=None, practice=None)])
    expected = [
        "Child protection plan",
        ["HX-3", "14 May 2026", "Good", "Inadequate", "Good"],
        "Child in care",
        ["HX-1", "14 May 2026", "Good", "Not moderated", "No grade"],
        "No situation named",
        ["HX-4", "14 May 2026", "No grade", "Not moderated", "No grade"],
    ]
    assert expected == rows_of(document)
    assert "Court team" not in words_in(document)


def test_many_checklists_are_not_all_named():
    """The list stays one of audits; what was looked at in all stands at its head."""
    three = audit(1, CARE, titles=("Visits", "Chronology", "Supervision"))
    two = audit(2, CARE, titles=("Visits", "Chronology"))
    _care, first, second = blocks_of(make([three, two]), Table)[1].rows
    assert [("Visits and 2 more",), ("Visits; Chronology",)] == [first[0].notes, second[0].notes]


def test_situations_are_counted_by_the_grade_that_counts():
    """Where moderation agreed on another grade, it is not the auditor's."""
    agreed = audit(2, CARE, practice=INADEQUATE, is_moderated=True)
    table = blocks_of(make([audit(1, CARE), agreed]), Table)[0]
    ((name, share, count),) = table.rows
    assert ("Child in care", "2") == (name, count)
    assert share.startswith("1 of 2: 50%")


def test_a_line_is_one_line():
    """Neither the longest grade nor the longest date is parted."""
    weak = GradeBand.REQUIRES_IMPROVEMENT
    day = dt.date(2026, 9, 28)
    grades = {"first_practice": weak, "practice": weak, "impact": weak, "is_moderated": True}
    one = audit(1, CARE, **grades, day=day)
    with pypdfium2.PdfDocument(render_pdf(make([one]))) as pdf:
        text = pdf[0].get_textpage().get_text_range()
    lines = [line.strip() for line in text.splitlines()]
    assert 3 == sum(line.count("Requires improvement") for line in lines)
    assert any("28 September 2026" in line for line in lines)
    assert not any(line.endswith("Requires") for line in lines)


def test_a_shared_list_has_codes_and_months():
    """And no situation of fewer than five, nor what else is said of a child."""
    audits = [audit(at, CARE, PLAN) for at in range(6)] + [audit(at, PLAN) for at in range(7, 9)]
    options = replace(SHARED, coder=lambda text: f"<{text[-1]}>")
    rows = rows_of(make(audits, options))
    assert ["Other situations"] == [each for each in rows if isinstance(each, str)]
    assert {(f"Case <{at}>", "May 2026") for at in range(9) if at != 6} == {
        tuple(row[:2]) for row in rows[1:]
    }
    notes = [row[0].notes for row in blocks_of(make(audits, options), Table)[1].rows[1:]]
    assert {("Visits",)} == {*notes}


def test_too_few_are_not_shared():
    """Whatever is hidden, four lines point at four children."""
    with pytest.raises(NotAllowedError, match="5 audits or more"):
        make([audit(at, CARE) for at in range(4)], SHARED)
