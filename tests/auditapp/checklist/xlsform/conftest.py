# SPDX-License-Identifier: MPL-2.0
"""Import forms that are written as tables."""

import pytest

from auditapp.checklist.beside import NOTHING
from auditapp.checklist.xlsform.importing import import_workbook
from tests.making_workbooks import tables, workbook


@pytest.fixture
def imported():
    """Return a function that imports a form written as a table."""

    def run(text, name="form.xlsx", beside=NOTHING):
        return import_workbook(workbook(tables(text)), name, beside)

    return run


@pytest.fixture
def noted(imported):
    """Return a function that imports a form and gives the report's lines of one outcome."""

    def run(text, outcome):
        return [str(line) for line in imported(text).report.of(outcome)]

    return run
