# SPDX-License-Identifier: MPL-2.0
"""Import and export checklists as spreadsheets from the command line."""

import argparse
import json
import shutil
import subprocess
import sys

import pytest

from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.xlsform.inspection import MAX_BYTES
from auditapp.cli import main
from auditapp.commands import checklist as command
from auditapp.commands import conventions
from auditapp.commands.checklist import CHECKLISTS
from auditapp.commands.conventions import WrongUseError
from auditapp.errors import ChecklistInvalidError, SaveFailedError, WorkbookError
from auditapp.standards import BANK_HOLIDAYS, LOCAL_NAMES, RULES, SOURCES
from tests.auditapp.commands.checklist_fixtures import SHORT
from tests.making_workbooks import tables, workbook

FORM = """
survey
  type | name | label | appearance
  text | what_happened | What happened? | multiline
"""


@pytest.fixture
def run(tmp_path):
    """Return a function that runs ``checklist`` and gives the exit code and the lines said."""
    for name in (RULES, BANK_HOLIDAYS, LOCAL_NAMES, SOURCES):
        shutil.copy(CHECKLISTS / name, tmp_path)

    def call(*words):
        parser = argparse.ArgumentParser()
        parser.set_defaults(home=tmp_path / "home")
        command.add_parser(parser.add_subparsers(dest="command"))
        lines = []
        arguments = parser.parse_args(["checklist", *map(str, words)])
        return command.run(arguments, lines.append, tmp_path), lines

    return call


@pytest.fixture
def form(tmp_path):
    """Return the path of a small spreadsheet."""
    path = tmp_path / "form.xlsx"
    path.write_bytes(workbook(tables(FORM)))
    return path


def test_a_spreadsheet_becomes_a_checklist_without_faults(run, form, tmp_path):
    """The file is written, the report is said, and ``check`` finds nothing."""
    out = tmp_path / "form.yaml"
    code, lines = run("import", form, "-o", out)
    assert 0 == code
    assert "To complete in the checklist: 3" == lines[0]
    kept = "  survey D2 (appearance): a checklist has no place for it [multiline]"
    assert kept in lines
    assert f"{out}: form, 1 question." == lines[-1]
    assert (0, [f"{out}: no faults; form 1.0, 1 question."]) == run("check", out)


def test_the_report_can_be_json(run, form, tmp_path):
    """Programs get every line with its place, and nothing else."""
    code, lines = run("import", form, "-o", tmp_path / "form.yaml", "--json")
    report = json.loads("\n".join(lines))
    assert (0, "form.xlsx", "form") == (code, report["file"], report["checklist"])
    kept = {
        "sheet": "survey",
        "row": 2,
        "column": "D",
        "heading": "appearance",
        "outcome": "kept_as_text",
        "text": "multiline",
        "reason": "a checklist has no place for it",
    }
    assert kept in report["lines"]


def test_a_checklist_goes_to_a_spreadsheet_and_back(run, tmp_path):
    """Export and import give the checklist that was there."""
    source, sheet, back = CHECKLISTS / "visits.yaml", tmp_path / "v.xlsx", tmp_path / "v.yaml"
    shutil.copy(CHECKLISTS / "timescales.yaml", tmp_path)
    assert (0, [f"visits 1.0 is in {sheet}."]) == run("export", source, "-o", sheet)
    assert 0 == run("import", sheet, "-o", back)[0]
    read = [checked_checklist(path.read_bytes(), path.name) for path in (source, back)]
    assert read[0] == read[1]


@pytest.mark.parametrize(("action", "name"), [("import", "out.yaml"), ("export", "out.xlsx")])
def test_a_missing_file_is_wrong_use(run, tmp_path, action, name):
    """A file that cannot be opened is told with its reason."""
    with pytest.raises(WrongUseError, match="none: There is no such file"):
        run(action, tmp_path / "none", "-o", tmp_path / name)


@pytest.mark.parametrize(("action", "name"), [("import", "there.yaml"), ("export", "there.xlsx")])
def test_no_file_is_replaced_unasked(run, form, tmp_path, action, name):
    """A file that is there already stays as it is."""
    there = tmp_path / name
    there.write_bytes(b"mine")
    with pytest.raises(WrongUseError, match="exists already"):
        run(action, form, "-o", there)
    assert b"mine" == there.read_bytes()


def test_a_file_is_replaced_when_asked(run, form, tmp_path):
    """With --force the file is another."""
    there = tmp_path / "there.yaml"
    there.write_bytes(b"mine")
    assert 0 == run("import", form, "-o", there, "--force")[0]
    assert b"id: form" in there.read_bytes()


def test_a_refused_spreadsheet_writes_nothing(run, tmp_path):
    """What cannot be read leaves no file behind."""
    old, out = tmp_path / "old.xls", tmp_path / "out.yaml"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with pytest.raises(WorkbookError, match=r"old \.xls file"):
        run("import", old, "-o", out)
    assert not out.exists()


def test_a_huge_file_is_not_read_whole(run, tmp_path):
    """No more is read of a file than it takes to refuse it."""
    huge = tmp_path / "huge.xlsx"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES * 100)
    with pytest.raises(WorkbookError, match="more than 10 MB"):
        run("import", huge, "-o", tmp_path / "out.yaml")


def test_a_checklist_with_faults_is_not_exported(run, tmp_path):
    """Its faults are listed instead."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("schema: checklist/1\n", encoding="utf-8")
    with pytest.raises(ChecklistInvalidError) as caught:
        run("export", bad, "-o", tmp_path / "bad.xlsx")
    assert str(caught.value.faults[0]).startswith(f"{bad}:1:1: ")


def test_exit_codes_tell_what_happened(form, tmp_path, capsys):
    """0 is done, 1 a fault of the file, 2 a wrong use of the command."""
    out = str(tmp_path / "out.yaml")
    assert 0 == main(["checklist", "import", str(form), "-o", out])
    assert 2 == main(["checklist", "import", str(form), "-o", out])
    (tmp_path / "no.xlsx").write_bytes(b"no")
    assert 1 == main(["checklist", "import", str(tmp_path / "no.xlsx"), "-o", f"{out}.yml"])
    assert "This is no .xlsx file." in capsys.readouterr().err


def test_the_command_is_known_without_openpyxl():
    """Neither a start nor a check of a checklist pays for spreadsheets."""
    program = (
        "import sys; from auditapp.cli import main;"
        "main(['checklist', 'check', 'checklists/visits.yaml']);"
        "print('openpyxl' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=CHECKLISTS.parent
    )
    assert "False" == done.stdout.decode().split()[-1]


@pytest.mark.parametrize("action", ["import", "export"])
def test_a_file_that_the_computer_refuses_is_named(run, form, tmp_path, monkeypatch, action):
    """With what can be done about it."""
    (tmp_path / "made.yaml").write_text(SHORT, encoding="utf-8")

    def refuse(*_words):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(conventions, "write_atomically", refuse)
    source, target = {
        "import": (form, tmp_path / "out.yaml"),
        "export": (tmp_path / "made.yaml", tmp_path / "out.xlsx"),
    }[action]
    with pytest.raises(SaveFailedError) as caught:
        run(action, source, "-o", target)
    assert f"{target} could not be saved: Permission denied." == str(caught.value)
    assert caught.value.remedy.startswith("Choose another folder")
