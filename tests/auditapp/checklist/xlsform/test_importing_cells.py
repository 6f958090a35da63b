# SPDX-License-Identifier: MPL-2.0
"""Test how the import reads headings, cells and sheets as other programs write them."""

import datetime as dt
import io
import zipfile

import openpyxl

from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.checklist.xlsform.report import Outcome
from tests.auditapp.checklist.xlsform.small_forms import QUESTION
from tests.making_workbooks import tables, workbook


def test_the_language_asked_for_is_taken(imported):
    """The default language counts; without one, the texts without language, else the first."""
    head = "survey\n  type | name | label | label::Cymraeg (cy)\n  text | q | Q? | C?\n"
    welsh = "settings\n  default_language\n  Cymraeg\n"
    assert "Q?" == imported(head).checklist.questions[0].text
    found = imported(head + welsh)
    assert "C?" == found.checklist.questions[0].text
    assert "Q?" in [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    only = "survey\n  type | name | label::A | label::B\n  text | q | a | b\n"
    assert "a" == imported(only).checklist.questions[0].text


def test_old_spellings_of_headings_are_read(imported):
    """Forms of many years have other names for the same columns."""
    found = imported(
        "survey\n"
        "  Type | Name | Caption | bind:relevant | bind::jr:constraintMsg | bind:constraint\n"
        "  int | a | A?\n  string | b | B? | ${a} > 1 | Short | string-length(.) > 2\n"
        "choices\n  list name | value | label\n"
    )
    question = found.checklist.question("b")
    assert ("Short", 1) == (question.rules[0].message, len(question.rules))
    assert question.when is not None


def test_values_of_other_types_become_the_text_that_people_see():
    """Dates, numbers and truths that Excel made of typed text are turned back."""
    morning, noon = (dt.datetime.fromisoformat(f"2026-01-31T{hour}:00") for hour in ("00", "12"))
    form = {
        "survey": [
            ["type", "name", "label", "required", "default"],
            ["text", "q", 2026.0, True, morning],
            ["text", "r", 1.5, False, noon],
        ],
        "settings": [["form_title", "version"], ["Title\xa0\u200b", 3]],
    }
    found = import_workbook(workbook(form), "f.xlsx")
    assert ["2026", "1.5"] == [each.text for each in found.checklist.questions]
    assert [True, False] == [each.required for each in found.checklist.questions]
    assert ("Title", "3") == (found.checklist.title, found.checklist.version)
    texts = [line.text for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    assert ["Title", "2026-01-31", "2026-01-31T12:00:00"] == sorted(texts, key=len)


def test_a_formula_without_result_is_told():
    """Its cell looks empty to a reader, so the person is told to type the text."""
    form = tables(QUESTION)
    form["survey"][1].append('=CONCATENATE("a", "b")')
    form["survey"][0].append("hint")
    found = import_workbook(workbook(form), "f.xlsx")
    (line,) = found.report.of(Outcome.REFUSED)
    assert ("D", 2, '=CONCATENATE("a", "b")') == (line.column, line.row, line.text)


def test_cells_under_no_heading_or_a_second_one_are_kept(imported):
    """Two columns of one name cannot both count."""
    found = imported("survey\n  type | name | label | label\n  text | q | Q? | R? | stray\n")
    kept = [(line.column, line.text) for line in found.report.of(Outcome.KEPT_AS_TEXT)]
    assert [("D", "R?"), ("E", "stray")] == kept


def test_own_sheets_are_checked_row_by_row(imported):
    """A cap that names no section is refused with its row; the checklist stays."""
    found = imported(
        QUESTION + "audit_caps\n  id | when | section | section_at_most | because\n"
        "  c | {question: q, answered: false} | nowhere | good | Why\n"
        "  d | {question: q, answered: false} | questions | good | Why\n"
    )
    assert ["d"] == [cap.id for cap in found.checklist.caps]
    lines = [str(line) for line in found.report.of(Outcome.REFUSED)]
    assert ["audit_caps 2: There is no section 'nowhere'. Did you mean 'questions'?"] == [
        line.replace("Write one of: questions.", "Did you mean 'questions'?") for line in lines
    ]


def test_links_to_other_workbooks_are_told_and_not_followed():
    """The part that holds them is not even handed on."""
    data = io.BytesIO(workbook(tables(QUESTION)))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("xl/externalLinks/externalLink1.xml", "<not well formed")
    report = import_workbook(data.getvalue(), "f.xlsx").report
    lines = [str(line) for line in report.of(Outcome.REFUSED)]
    assert [": links to other workbooks are not followed"] == lines


def test_a_sheet_with_other_capitals_is_found():
    """Survey, SURVEY and survey are one sheet."""
    book = openpyxl.Workbook()
    book.active.title = " Survey "
    for row in tables(QUESTION)["survey"]:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    assert 1 == len(import_workbook(target.getvalue(), "f.xlsx").checklist.questions)
