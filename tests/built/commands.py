# SPDX-License-Identifier: MPL-2.0
"""The commands of a built program do what those of the sources do."""

import json
from pathlib import Path

import pytest

from auditapp import __version__
from auditapp.bootstrap.stamps import ROOT
from auditapp.model.report_format import ReportFormat
from tests.pdf_checks.checking import faults_of, read_out

LEAST_CHECKLISTS = 24
"""One for each theme of the inspections; there are short ones beside them."""

BEGINNINGS = {
    ReportFormat.PDF: b"%PDF-",
    ReportFormat.HTML: b"<!DOCTYPE html>",
    ReportFormat.DOCX: b"PK",
    ReportFormat.XLSX: b"PK",
    ReportFormat.CSV: b"\xef\xbb\xbf",
}


def test_it_tells_its_version(program, request):
    """The version is that of the sources it was built from."""
    seen = program.run("--version")

    wanted = request.config.getoption("--build-version") or __version__
    assert f"Case File Audit {wanted}\n" == seen.stdout


def test_its_help_names_the_program_that_was_started(program):
    """Whoever has a package has no main.py to start."""
    seen = program.run("--help")

    assert seen.stdout.startswith("usage: case-file-audit")
    assert "main.py" not in seen.stdout
    assert 0 == seen.returncode


def test_it_speaks_welsh(program):
    """Its words came along."""
    seen = program.run("--language", "cy", "--help")

    assert "Archwiliwch ffeiliau achos plant." in seen.stdout


def test_it_has_every_checklist(program):
    """The checklists that came with the program are found where it lies."""
    seen = program.run("checklist", "list", "--json")

    names = {path.stem for path in ROOT.glob("checklists/*.yaml")}
    listed = {each["id"] for each in json.loads(seen.stdout)["checklists"]}
    assert set() == listed - names
    assert LEAST_CHECKLISTS <= len(listed)
    assert 0 == seen.returncode


def test_a_faulty_checklist_is_refused_with_its_place(program):
    """Commands that read YAML work, and tell faults by the line."""
    program.write("faulty.yaml", "id: [\n")

    seen = program.run("checklist", "check", Path("faulty.yaml"))

    assert 1 == seen.returncode
    assert "faulty.yaml:" in seen.stdout + seen.stderr


def test_a_checklist_goes_through_a_spreadsheet_and_back(program):
    """What reads and writes Excel files is in the package."""
    program.write("visits.yaml", (ROOT / "checklists/visits.yaml").read_text("utf-8"))

    made = program.run("checklist", "export", Path("visits.yaml"), "-o", Path("visits.xlsx"))
    back = program.run("checklist", "import", Path("visits.xlsx"), "-o", Path("back.yaml"))

    assert (0, 0) == (made.returncode, back.returncode), made.stderr + back.stderr
    assert "id: visits" in (program.folder / "back.yaml").read_text("utf-8")


def test_a_wrong_command_ends_with_two(program):
    """Wrong use has its own exit code."""
    assert 2 == program.run("no-such-command").returncode


def test_a_workspace_is_made_and_whole(program, workspace):
    """The built program seals and unseals: every seal, chain and signature holds."""
    seen = program.run("store", "check", home=workspace)

    assert (0, "") == (seen.returncode, seen.stderr)


def test_a_wrong_passphrase_is_refused_in_a_sentence(program, workspace):
    """No traceback, and no audit."""
    wrong = program.write("wrong", "not the passphrase of this workspace")

    seen = program.run("audit", "list", home=workspace, AUDITAPP_PASSPHRASE_FILE=wrong)

    assert (1, "") == (seen.returncode, seen.stdout)
    assert "passphrase" in seen.stderr
    assert "Traceback" not in seen.stderr


@pytest.mark.parametrize("form", ReportFormat)
def test_a_report_is_made_in_every_format(program, workspace, form):
    """Fonts, profiles and the process that writes reports are all in the package."""
    report = Path(f"report{form.suffix}")
    audit = signed_audit(program, workspace)

    seen = program.run("report", audit, "--kind", "audit", "-o", report, home=workspace)

    assert (0, "") == (seen.returncode, seen.stderr)
    assert (program.folder / report).read_bytes().startswith(BEGINNINGS[form])


def test_the_pdf_is_accessible_and_archival(program, workspace):
    """A PDF of the built program passes the checks of one of the sources."""
    audit = signed_audit(program, workspace)
    program.run("report", audit, "--kind", "short", "-o", Path("short.pdf"), home=workspace)

    raw = (program.folder / "short.pdf").read_bytes()
    assert [] == faults_of(raw)
    assert any(text.strip() for _role, text in read_out(raw))


def test_a_backup_can_be_put_back(program, workspace):
    """What a package writes into a backup, it reads again."""
    backup = Path("backup.zip")

    made = program.run("store", "backup", "-o", backup, home=workspace)
    seen = program.run("store", "check-backup", backup, home=workspace)

    assert (0, 0) == (made.returncode, seen.returncode)


def test_nothing_for_a_network_is_in_it(program):
    """The package holds neither Qt's network library nor Python's TLS."""
    names = {each.name for each in (program.place() / "_internal").rglob("*")}

    assert "checklists" in names
    assert not [each for each in names if each.startswith(("libQt6Network", "QtNetwork", "_ssl"))]


def signed_audit(program, workspace):
    """Return the id of a signed audit of the workspace."""
    listed = json.loads(program.run("audit", "list", "--json", home=workspace).stdout)["audits"]
    return next(each["id"] for each in listed if each["status"] == "signed_off")
