# SPDX-License-Identifier: MPL-2.0
"""Export checklists as spreadsheets and import them again."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from pyxform.xls2xform import convert

from auditapp.checklist.library import Library
from auditapp.checklist.loading import checked_checklist, parse_checklist
from auditapp.checklist.models import Condition, SectionGrade
from auditapp.checklist.xlsform.exporting import export_workbook
from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.checklist.xlsform.report import Outcome
from auditapp.errors import WorkbookError
from tests.test_project import ROOT

SHIPPED = [header.path for header in Library([ROOT / "checklists"]).headers()]
SAMPLE = ROOT / "tests/auditapp/checklist/sample.yaml"


def cells_of(data, sheet):
    """Return the rows of a sheet as mappings from heading to text."""
    rows = openpyxl.load_workbook(io.BytesIO(data))[sheet].iter_rows(values_only=True)
    headings = next(rows)
    return [dict(zip(headings, row, strict=True)) for row in rows]


def with_purpose(text):
    """Return the sample with another purpose."""
    checklist = checked_checklist(SAMPLE.read_bytes(), SAMPLE.name)
    return checklist.model_copy(update={"purpose": text})


@pytest.mark.parametrize("path", [*SHIPPED, SAMPLE], ids=lambda path: path.stem)
def test_a_checklist_comes_back_equal(path):
    """Nothing is lost or changed on the way to a spreadsheet and back, and nothing is left over."""
    checklist = checked_checklist(path.read_bytes(), path.name)
    imported = import_workbook(export_workbook(checklist), f"{path.stem}.xlsx")
    assert checklist == imported.checklist
    assert {Outcome.TAKEN} == {line.outcome for line in imported.report.lines}


def test_the_answers_that_a_scale_takes_over_come_back():
    """They stand beside the answer that takes their place."""
    text = SAMPLE.read_text("utf-8")
    planted = text.replace("outstanding}", "outstanding, from: {quality: [outstanding]}}", 1)
    assert planted != text
    checklist = checked_checklist(planted.encode(), SAMPLE.name)
    assert checklist == import_workbook(export_workbook(checklist), "c.xlsx").checklist


@pytest.mark.parametrize("path", [*SHIPPED, SAMPLE], ids=lambda path: path.stem)
def test_other_programs_accept_the_form(path):
    """The reference implementation makes a form of it, without a warning."""
    data = export_workbook(checked_checklist(path.read_bytes(), path.name))
    made = convert(io.BytesIO(data), file_type=".xlsx", validate=False)
    assert [] == made.warnings
    assert "<h:html" in made.xform


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_conditions_stand_in_one_column_only(path):
    """A condition is in the standard column or in our own, never in both."""
    rows = cells_of(export_workbook(checked_checklist(path.read_bytes(), path.name)), "survey")
    both = [row["name"] for row in rows if row.get("relevant") and row.get("audit_when")]
    assert [] == both


def test_what_xlsform_has_words_for_stands_in_its_columns(sample):
    """Conditions, limits and rules are written as ODK would have them, as far as they go."""
    rows = {row["name"]: row for row in cells_of(export_workbook(sample), "survey")}
    assert "${SA1} = 'met' or ${SA1} = 'partly_met'" == rows["SA3"]["relevant"]
    assert ". >= 0 and . <= 50" == rows["SA8"]["constraint"]
    assert ("integer", "yes") == (rows["SA8"]["type"], rows["SA8"]["required"])
    assert ". <= today()" == rows["SA5"]["constraint"]
    assert "This day is still to come." == rows["SA5"]["constraint_message"]
    assert "{question: SA6, of: count, more_than: 2}" == rows["SA8"]["audit_when"]
    assert "note" == rows["seen-intro"]["type"]


@pytest.mark.parametrize("start", ["=1+1", "+44", "-5", "@sum", "=cmd|' /C calc'!A0"])
def test_no_cell_becomes_a_formula(start):
    """A text that begins like a formula stays text, also when somebody edits the cell."""
    data = export_workbook(with_purpose(start))
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert start in [cell.value for cell in cells]
    assert {("s", "@", True)} == {
        (cell.data_type, cell.number_format, bool(cell.quotePrefix)) for cell in cells
    }
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/")]
        assert [] == [name for name in sheets if b"<f>" in package.read(name)]


@pytest.mark.parametrize("text", ["x" * 5_000, "a\u200bb", "_x000D_"])
def test_what_would_not_come_back_is_refused(text):
    """Rather no spreadsheet than one that says something else."""
    with pytest.raises(WorkbookError, match="'sample' would not come back") as caught:
        export_workbook(with_purpose(text))
    assert "odd characters" in caught.value.remedy


def test_what_cannot_be_imported_is_not_exported(sample):
    """A checklist that its own import would refuse is refused."""
    sections = [each.model_copy(update={"grade": SectionGrade.NONE}) for each in sample.sections]
    with pytest.raises(WorkbookError, match="'sample' would not come back"):
        export_workbook(sample.model_copy(update={"sections": tuple(sections), "caps": ()}))


def test_ids_that_xml_does_not_allow_come_back():
    """A name that XLSForm refuses is replaced, and the id stands in a column of our own."""
    text = """\
schema: checklist/1
id: odd
version: "1"
status: draft
title: Odd
purpose: Tests ids.
licence: none
sections:
  - id: 1st
    title: First
    intro: Read.
    questions:
      - {id: 1a, kind: text, text: A?, sources: [s]}
      - {id: meta, kind: text, text: M?, sources: [s], when: {question: 1a, answered: true}}
      - {id: same, kind: text, text: S?, sources: [s]}
  - id: same
    title: Same
    questions:
      - {id: b, kind: date, text: B?, sources: [s]}
"""
    checklist = checked_checklist(text.encode(), "odd.yaml")
    data = export_workbook(checklist)
    names = [row["name"] for row in cells_of(data, "survey") if row["name"]]
    expected = ["section-1st", "section-1st-intro", "q-1a", "q-meta", "same", "section-same", "b"]
    assert expected == names
    assert convert(io.BytesIO(data), file_type=".xlsx", validate=False).xform


ANSWERS = {"SA1": ["met", "not_met"], "SA3": ["first_year", "later"]}
LEAVES = st.one_of(
    st.sampled_from(
        [
            {"question": "SA4", "includes": "carer"},
            {"question": "SA4", "includes": ["carer", "nobody"]},
            {"question": "SA4", "of": "count", "more_than": 1},
            {"question": "SA4", "of": "count", "less_than": 3},
            {"question": "SA5", "at_most": {"today": 0}},
            {"question": "SA5", "less_than": {"today": -30}},
            {"question": "SA5", "is_not": "2026-01-31"},
            {"question": "SA7", "more_than": {"question": "SA5"}},
            {"question": "SA7", "within": {"of": "SA5", "weeks": 6}},
            {"question": "SA8", "at_least": 2.5},
            {"question": "SA8", "is": [1, 2]},
            {"question": "SA8", "is": -1},
            {"question": "SA9", "matches": "[A-Z]+'s"},
            {"question": "SA9", "is": "it's"},
            {"question": "SA9", "is": "both \" and '"},
            {"question": "SA9", "of": "length", "at_least": 10},
            {"question": "SA6", "timescale": ["late", "due"]},
            {"cohort": ["CIC", "CP"]},
            {"answers_in": "seen", "equal": ["not_met"], "at_least": 2},
        ]
    ),
    st.builds(
        lambda question, verb, many: {"question": question, verb: ANSWERS[question][: many + 1]},
        st.sampled_from(sorted(ANSWERS)),
        st.sampled_from(["is", "is_not"]),
        st.integers(0, 1),
    ),
    st.builds(
        lambda question, verb: {"question": question, verb: ANSWERS[question][0]},
        st.sampled_from(sorted(ANSWERS)),
        st.sampled_from(["is", "is_not"]),
    ),
    st.builds(
        lambda question, answered: {"question": question, "answered": answered},
        st.sampled_from(["SA1", "SA4", "SA5", "SA9"]),
        st.booleans(),
    ),
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda part: {"not": part}, inner),
    ),
    max_leaves=6,
)


@settings(max_examples=40)
@given(when=CONDITIONS, must=CONDITIONS)
def test_any_condition_comes_back(when, must):
    """Whatever a condition is made of, it means the same after the way there and back."""
    checklist = parse_checklist(SAMPLE.read_bytes(), SAMPLE.name)[0]
    first, second = checklist.sections
    model = TypeAdapter(Condition)
    rule = second.questions[0].rules[0].model_copy(update={"must": model.validate_python(must)})
    tested = checklist.question("SA10").model_copy(
        update={"when": model.validate_python(when), "rules": (rule,)}
    )
    questions = (*second.questions[:-1], tested)
    second = second.model_copy(update={"questions": questions})
    changed = checklist.model_copy(update={"sections": (first, second)})
    assert changed == import_workbook(export_workbook(changed), "c.xlsx").checklist
