# SPDX-License-Identifier: MPL-2.0
"""Compare what is read from thirty forms with what pyxform reads from them.

pyxform is the reference implementation of XLSForm. It is the oracle, not the judge: it is asked
only for the names of the questions, and which of them have a show-condition.
"""

import io

import pytest
from pyxform.xls2xform import convert

from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.checklist.xlsform.report import Outcome
from tests.auditapp.checklist.xlsform.forms import FORMS
from tests.making_workbooks import tables, workbook

FORM_NAMES = sorted(FORMS)


def of_pyxform(data):
    """Return the questions that pyxform finds: whether each name has a show-condition."""
    found = {}
    waiting = [convert(io.BytesIO(data), file_type=".xlsx", validate=False, form_name="f")._pyxform]
    while waiting:
        for node in waiting.pop().get("children", ()):
            if node["type"] in ("group", "repeat"):
                waiting += [node] if node["name"] != "meta" else []
            else:
                found[node["name"]] = "relevant" in node.get("bind", {})
    return found


def of_ours(form, imported):
    """Return the questions that were asked or kept as text: whether each has a show-condition."""
    heading, *rows = form["survey"]
    found = {}
    for line in imported.report.lines:
        if line.sheet != "survey" or line.column or line.outcome is Outcome.TO_COMPLETE:
            continue
        row = dict(zip(heading, rows[line.row - 2], strict=False))
        if line.reason.startswith("question '"):
            asked = imported.checklist.question(line.reason.split("'")[1])
            is_other = row["name"] in found
            name = f"{row['name']}_other" if is_other else row["name"]
            found[name] = asked.when is not None or is_kept(imported, line.row)
        elif not row["type"].startswith(("begin_", "end_")):
            found.setdefault(row["name"], is_kept(imported, line.row))
    return found


def is_kept(imported, row):
    """Tell whether the report keeps the show-condition of a row as text."""
    return any(line.row == row and line.heading == "relevant" for line in imported.report.lines)


@pytest.mark.parametrize("name", FORM_NAMES)
def test_questions_and_conditions_are_those_of_pyxform(name):
    """The same questions are asked or kept, and the same of them with a show-condition."""
    form = tables(FORMS[name])
    data = workbook(form)
    assert of_pyxform(data) == of_ours(form, import_workbook(data, "f.xlsx"))


@pytest.mark.parametrize("name", FORM_NAMES)
def test_every_filled_cell_is_accounted_for(name):
    """A cell is in the report, or its row was taken and the cell with it."""
    form = tables(FORMS[name])
    report = import_workbook(workbook(form), "f.xlsx").report
    taken = {(line.sheet, line.row) for line in report.of(Outcome.TAKEN)}
    texts = {(line.sheet, line.row, line.text) for line in report.lines}
    for sheet, (_heading, *rows) in form.items():
        for number, cells in enumerate(rows, 2):
            for cell in filter(None, cells):
                assert (sheet, number) in taken or (sheet, number, cell) in texts


@pytest.mark.parametrize("name", FORM_NAMES)
def test_the_file_has_no_faults(name):
    """What is written passes the checks that every checklist passes."""
    imported = import_workbook(workbook(tables(FORMS[name])), "f.xlsx")
    assert imported.checklist == checked_checklist(imported.data, "f.yaml")


def test_there_are_thirty():
    """Nobody removes a form without noticing."""
    assert 30 == len(FORMS)
