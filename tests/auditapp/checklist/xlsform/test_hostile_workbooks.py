# SPDX-License-Identifier: MPL-2.0
"""Refuse workbooks that were made to stop the computer, in a process that may use little of it."""

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.making_workbooks import tables, workbook

ROOT = Path(__file__).parents[4]
MEMORY = 200_000_000
"""Bytes of memory that the importing process may take for data."""

SECONDS = 10
"""Of processor time, with starting Python and importing openpyxl."""

IMPORT = f"""
import json, resource, sys
resource.setrlimit(resource.RLIMIT_DATA, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
from auditapp.checklist.xlsform.importing import import_workbook
from auditapp.errors import AuditAppError
try:
    found = import_workbook(sys.stdin.buffer.read(), sys.argv[1])
except AuditAppError as error:
    print(json.dumps([str(error), error.remedy]))
else:
    lines = [str(line) for line in found.report.lines if line.outcome != "taken"]
    print(json.dumps([f"{{len(found.checklist.questions)}} questions", *lines]))
"""

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SIMPLE = workbook(tables("survey\n  type | name | label\n  text | q | Q?\n"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits")


def run(data, name="form.xlsx"):
    """Import in a process of its own, and return what it says."""
    # Programs are started with only what they need of the environment, and never with defusedxml,
    # which the tests alone have.
    environment = os.environ | {"OPENPYXL_DEFUSEDXML": "False", "OPENPYXL_LXML": "False"}
    done = subprocess.run(
        [sys.executable, "-c", IMPORT, name],
        input=data,
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=environment,
        timeout=60,
    )
    assert 0 == done.returncode, done.stderr.decode()[-500:]
    return json.loads(done.stdout)


def changed(parts, *, extra=()):
    """Return the simple workbook with some of its parts exchanged or added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(SIMPLE)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as copy,
    ):
        for info in source.infolist():
            copy.writestr(info.filename, parts.get(info.filename, source.read(info)))
        for name, content in extra:
            copy.writestr(name, content)
    return target.getvalue()


def sheet(rows):
    """Return the XML of a sheet with these rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


SURVEY = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"


def with_survey(rows):
    """Return the simple workbook with another survey."""
    return changed({SURVEY: sheet(rows)})


def test_the_simple_workbook_is_imported():
    """What follows is refused for what was changed in it."""
    assert "1 questions" == run(SIMPLE)[0]


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: changed({}, extra=[("xl/media/bomb.png", bytes(300_000_000))]),
            "it unpacks to more than 200 MB",
        ),
        (lambda: with_survey(" " * 100_000_000), "its sheets unpack to more than 30 MB"),
        (lambda: with_survey("<row>" + "<c/>" * 5_000_000 + "</row>"), "too many columns"),
        (lambda: with_survey("<row><c/></row>" * 900_000), "too many cells"),
        (
            lambda: with_survey(("<row>" + "<c><v>1</v></c>" * 100 + "</row>") * 100_000),
            "its sheets unpack to more than 30 MB",
        ),
        (
            lambda: changed(
                {}, extra=[(STRINGS, f'<sst xmlns="{MAIN}">{"<si><t>a</t></si>" * 900_000}</sst>')]
            ),
            "too many different texts",
        ),
        (
            lambda: changed(
                {STYLES: f'<styleSheet xmlns="{MAIN}">{"<xf/>" * 900_000}</styleSheet>'}
            ),
            "too many cell styles",
        ),
        (lambda: with_survey("<row>" * 100_000), "nested too deep"),
        (lambda: changed({}, extra=[(f"xl/a{n}.xml", b"<a/>") for n in range(2_001)]), "parts"),
    ],
    ids=["bomb", "spaces", "columns", "rows", "ten_million", "strings", "styles", "deep", "parts"],
)
def test_a_workbook_that_is_too_large_is_refused(make, expected):
    """Sizes are counted before anything is built of them."""
    message, remedy = run(make())
    assert message.startswith("The spreadsheet is too large: ")
    assert expected in message
    assert remedy.startswith("Copy only the sheets that are needed into a new workbook")


def test_entities_are_refused():
    """A part that declares entities, which could grow without end, is not read at all."""
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    text = f'<!DOCTYPE x [<!ENTITY e0 "ha">{entities}]>{sheet("<row><c><v>&e9;</v></c></row>")}'
    message, _remedy = run(changed({SURVEY: text}))
    assert "declares a document type" in message


def test_an_outside_entity_is_refused(tmp_path):
    """No file of the computer gets into a checklist."""
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    text = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + sheet("")
    assert "declares a document type" in run(changed({SURVEY: text.encode("utf-16")}))[0]


def test_a_row_far_below_is_refused():
    """A row that claims an impossible number is not counted up to."""
    assert "too many rows" in run(with_survey(f'<row r="{10**12}"><c r="A1"/></row>'))[0]


def test_far_columns_cost_nothing():
    """Cells in the last column of many rows are not filled up to."""
    rows = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 60_000))
    assert "The sheet 'survey' has no question." == run(with_survey(rows))[0]


GROWING = (
    "if(" * 30 + "${a} = 1" + ", ${a} = 2, ${a} = 3)" * 30,
    " or ".join(["if(${a} = 1, ${a} = 2, ${a} = 3) = if(${a} = 1, 1, 0)"] * 200),
    " and ".join(["${a} = 1 or ${a} = 2"] * 700),
    "1" + " + 1" * 6_000,
    "not(" * 5_000 + "${a}" + ")" * 5_000,
    "(" * 9_000 + "1" + ")" * 9_000,
    "${a} = " + "9" * 5_000,
    "regex(${t}, '" + "(a+)+" * 30 + "$')",
)


def test_conditions_that_grow_stay_text():
    """Conditions that would multiply, or take for ever to test, are kept as text."""
    form = tables("survey\n  type | name | label | relevant\n  integer | a | A?\n  text | t | T?\n")
    form["survey"] += [["text", f"q{n}", "Q?", each] for n, each in enumerate(GROWING)]
    questions, *lines = run(workbook(form))
    assert "10 questions" == questions
    rows = [line.split()[1] for line in lines if "(relevant)" in line]
    assert [f"D{number}" for number in range(4, 12)] == rows


def test_the_largest_form_fits():
    """A form near the limits is imported in the same memory."""
    form = {"survey": [["type", "name", "label", "relevant"]], "choices": [["list_name", "name"]]}
    for n in range(700):
        form["survey"].append([f"select_one l{n % 5}", f"q{n}", f"Question {n}?"])
        form["survey"][-1].append(f"${{q{n - 1}}} = 'a1'" if n else None)
    form["choices"] += [[f"l{n % 5}", f"a{n}"] for n in range(100)]
    assert "700 questions" == run(workbook(form))[0]


def test_long_lists_do_not_multiply():
    """A long list that many questions offer is refused before it is copied for each."""
    form = {"survey": [["type", "name", "label"]], "choices": [["list_name", "name"]]}
    form["survey"] += [["select_one all", f"q{n}", "Where?"] for n in range(1_000)]
    form["choices"] += [["all", f"a{n}"] for n in range(5_000)]
    assert "The questions offer more than 20000 answers together." == run(workbook(form))[0]
