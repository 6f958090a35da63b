# SPDX-License-Identifier: MPL-2.0
"""Check, list and show checklists from the command line."""

import hashlib
import json
from pathlib import Path

import pytest

from auditapp.commands.checklist import CHECKLISTS
from auditapp.standards import BANK_HOLIDAYS, LOCAL_NAMES, RULES, SOURCES
from tests.auditapp.commands.checklist_fixtures import SHORT, folder, run, version
from tests.making_workbooks import tables, workbook

__all__ = ["folder", "run", "version"]


SAMPLE = Path(__file__).parents[1] / "checklist" / "sample.yaml"


def test_a_file_without_faults_is_said_to_have_none(run, folder):
    """Checking a good file tells what was checked."""
    file = folder / "short.yaml"
    assert (0, [f"{file}: no faults; short 1.0, 1 question."]) == run("check", str(file))


def test_faults_are_lines_that_editors_can_follow(run, folder):
    """Each fault is one line with file, line and column, and the exit code is 1."""
    good, bad = folder / "short.yaml", folder / "bad.yaml"
    bad.write_text(SHORT.replace("kind: text", "kind: txt"), encoding="utf-8")
    code, lines = run("check", str(bad), str(good))
    assert 1 == code
    assert f"{bad}:12:19: 'kind' cannot be 'txt'. Did you mean 'text'?" == lines[0]
    assert lines[1].startswith(f"{good}: no faults")


def test_timescale_rules_are_looked_up(run, folder):
    """A question may name only a rule that there is."""
    text = SAMPLE.read_text(encoding="utf-8").replace("visits_in_care", "visits_in_cars")
    (folder / "sample.yaml").write_text(text, encoding="utf-8")
    code, lines = run("check", str(folder / "sample.yaml"))
    assert 1 == code
    assert "There is no timescale rule 'visits_in_cars'. Did you mean 'visits_in_care'?" in lines[0]


def test_a_missing_file_is_wrong_use(run, folder, capsys):
    """A file that cannot be opened is told as an error, and the others are checked all the same."""
    file, good = folder / "none.yaml", folder / "short.yaml"
    code, (line,) = run("check", str(file), str(good))
    assert (2, True) == (code, line.startswith(f"{good}: no faults"))
    words = f"{file}: There is no such file. Look at its name and folder.\n"
    assert words == capsys.readouterr().err


def test_a_file_of_quite_another_kind_is_named_as_such(run, folder):
    """A spreadsheet can be imported."""
    pdf, sheet = folder / "x.pdf", folder / "x.xlsx"
    pdf.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    sheet.write_bytes(workbook(tables("survey\n  type | name")))
    code, lines = run("check", str(pdf), str(sheet))
    assert 1 == code
    assert f"{pdf}:1:1: This is a PDF. A checklist is a text file. Choose" in lines[0]
    assert f"{sheet}:1:1: This is a spreadsheet. The command 'checklist import'" in lines[1]


@pytest.mark.parametrize("name", [RULES, BANK_HOLIDAYS, LOCAL_NAMES, SOURCES])
def test_the_files_beside_the_checklists_are_no_faulty_checklists(run, name):
    """Checking the whole folder says nothing against them."""
    file = CHECKLISTS / name
    assert (0, [f"{file}: not a checklist; nothing checked."]) == run("check", str(file))


def test_a_file_of_an_unknown_kind_has_faults(run, folder):
    """A slip in the schema does not make a file fine."""
    file = folder / "slip.yaml"
    file.write_text("schema: timescale/1\n", encoding="utf-8")
    code, lines = run("check", str(file))
    assert 1 == code
    assert lines[0].startswith(f"{file}:1:")


def test_the_list_names_each_checklist(run):
    """The list has one line a checklist."""
    assert (0, ["short 1.0 (active) Short [in use] Unsigned."]) == run("list")


def test_the_list_can_be_json(run, folder):
    """Programs get the headers as JSON."""
    code, lines = run("list", "--json")
    assert 0 == code
    row = {
        "id": "short",
        "version": "1.0",
        "status": "active",
        "title": "Short",
        "purpose": "Tests the commands.",
        "sha256": hashlib.sha256((folder / "short.yaml").read_bytes()).hexdigest(),
        "in_use": True,
        "verdict": "unsigned",
        "publisher": "",
        "key": "",
    }
    rest = {"withdrawn": [], "faults": [], "remarks": []}
    assert {"checklists": [row]} | rest == json.loads("\n".join(lines))
