# SPDX-License-Identifier: MPL-2.0
"""Test what the report command refuses, and what it can be told besides."""

import json
from hashlib import sha256

import pypdfium2
import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.commands.unlocking import REPORT_VARIABLE, VARIABLE
from auditapp.errors import AuditAppError
from auditapp.model.logbook import LogKind
from tests.auditapp.checklist.desk import Desk
from tests.auditapp.commands.report_fixtures import audit_id, output
from tests.making import start_audit

__all__ = ["audit_id", "output"]


@pytest.fixture
def desk(tmp_path):
    """Return what makes files of checklists."""
    return Desk(tmp_path)


def test_a_file_is_not_replaced_unasked(typed, audit_id, output):
    """The refusal comes before the passphrase, and the file is as it was."""
    output.write_bytes(b"old")
    with pytest.raises(WrongUseError, match="exists already") as caught:
        typed(f"report {audit_id} -o '{output}'")

    assert "--force" in caught.value.remedy
    assert b"old" == output.read_bytes()


@pytest.mark.parametrize("flag", ["", "--force"])
def test_a_folder_is_never_replaced(typed, audit_id, tmp_path, flag):
    """Not even by force."""
    with pytest.raises(WrongUseError, match="is a folder and no file") as caught:
        typed(f"report {audit_id} {flag} -o '{tmp_path}'")
    assert "--force" not in caught.value.remedy


def test_a_folder_must_be_there(typed, audit_id, tmp_path):
    """A mistyped folder is found before the passphrase is asked for."""
    with pytest.raises(WrongUseError, match="There is no folder"):
        typed(f"report {audit_id} -o '{tmp_path / 'nowhere' / 'report.pdf'}'")


def test_an_unknown_audit_is_refused(typed, output):
    """The remedy says where to look."""
    with pytest.raises(WrongUseError, match="no audit 'HX-1'") as caught:
        typed(f"report HX-1 -o '{output}'")

    assert "audit list" in caught.value.remedy
    assert not output.exists()


def test_a_reference_with_several_audits_is_refused(typed, change_workspace, audit_id, output):
    """The ids to choose from are given."""
    other = change_workspace(start_audit)
    with pytest.raises(WrongUseError, match="several audits") as caught:
        typed(f"report HX-2047 -o '{output}'")

    assert audit_id in caught.value.remedy
    assert other in caught.value.remedy


def test_blank_checklists_need_no_passphrase(typed, output, monkeypatch, tmp_path):
    """Several go into one paper; there need not even be a workspace."""
    monkeypatch.delenv(VARIABLE)
    ids = "seen-and-safe dip-sample"
    code, lines = typed(f"report {ids} --kind blank -o '{output}'", home=tmp_path / "none")

    assert (0, [f"The blank checklist is in {output}."]) == (code, lines)
    with pypdfium2.PdfDocument(output) as document:
        assert "2 checklists" in document[0].get_textpage().get_text_range()
    assert not (tmp_path / "none").exists()


def test_a_checklist_that_was_loaded_is_printed(typed, output, change_workspace, desk):
    """Whatever new audits are started on can be taken along on paper."""
    path = desk.put(desk.file("3.0", title="Loaded visits"))
    change_workspace(lambda each: each.add_checklist(path, "R. Okafor", accept_unsigned=True))
    assert 0 == typed(f"report halden-visits --kind blank -o '{output}'")[0]

    with pypdfium2.PdfDocument(output) as document:
        assert "Loaded visits" in document[0].get_textpage().get_text_range()


def test_settings_that_cannot_be_read_keep_nobody_from_paper(typed, output, workspace_home, capsys):
    """What is wrong is said, and the usual settings stand in."""
    (workspace_home / "settings.json").write_text("{")
    code, _lines = typed(f"report seen-and-safe --kind blank -o '{output}'")

    assert 0 == code
    assert capsys.readouterr().err.startswith("Your settings could not be read")
    assert b"%PDF" == output.read_bytes()[:4]


def test_a_layout_that_cannot_be_used_keeps_nobody_from_paper(typed, output, workspace_home):
    """What is wrong is said, and the usual layout stands in."""
    (workspace_home / "report-layout.json").write_text("{")
    code, lines = typed(f"report seen-and-safe --kind blank -o '{output}'")

    assert 0 == code
    assert lines[0].startswith("The layout for reports cannot be used.")
    assert b"%PDF" == output.read_bytes()[:4]


@pytest.mark.parametrize("ids", ["unheard", "visits visits"])
def test_a_paper_that_cannot_be_is_wrong_use(typed, output, ids):
    """The remedy says where to look; nothing is written."""
    with pytest.raises(WrongUseError) as caught:
        typed(f"report {ids} --kind blank -o '{output}'")

    assert "checklist list" in caught.value.remedy
    assert not output.exists()


def test_a_report_is_about_one_audit(typed, audit_id, output):
    """Two ids are refused before anybody types a passphrase."""
    with pytest.raises(WrongUseError, match="about one audit"):
        typed(f"report {audit_id} {audit_id} -o '{output}'")


@pytest.mark.parametrize("named", ["-o '{}.html'", "--format html -o '{}.html'"])
def test_the_kind_of_file_follows_its_name(typed, change_workspace, audit_id, tmp_path, named):
    """The history says which kind went out."""
    file = tmp_path / "report"
    assert 0 == typed(f"report {audit_id} {named.format(file)}")[0]
    (made,) = [path for path in tmp_path.iterdir() if path.stem == "report"]
    assert made.read_bytes().startswith(b"<!DOCTYPE html>")
    history = change_workspace(lambda workspace: workspace.history(audit_id))
    assert history[-1].detail.startswith(f"html {sha256(made.read_bytes()).hexdigest()}")


def test_a_blank_checklist_can_be_a_web_page_too(typed, tmp_path):
    """As any other report."""
    file = tmp_path / "blank.html"
    assert 0 == typed(f"report visits --kind blank -o '{file}'")[0]
    assert b"Visits, direct work and relationship" in file.read_bytes()


def test_a_name_that_says_nothing_is_refused(typed, audit_id, tmp_path):
    """It is said which endings there are."""
    with pytest.raises(WrongUseError, match="does not say what kind") as caught:
        typed(f"report {audit_id} -o '{tmp_path / 'report.doc'}'")
    assert ".pdf, .html, " in caught.value.remedy


@pytest.mark.parametrize("words", ["--kind minutes", "--format odt"])
def test_what_is_not_there_yet_is_not_offered(typed, output, words):
    """Unknown kinds and formats are wrong use."""
    with pytest.raises(SystemExit) as caught:
        typed(f"report HX-2047 {words} -o '{output}'")

    assert 2 == caught.value.code


@pytest.fixture
def password_file(tmp_path, monkeypatch):
    """Name a file with a password for a report in the environment, and return it."""
    path = tmp_path / "password"
    path.write_text("lantern harbour pencil moss\n", encoding="utf-8")
    monkeypatch.setenv(REPORT_VARIABLE, str(path))
    return path


def test_a_report_can_be_encrypted(typed, change_workspace, audit_id, output, password_file):
    """It opens with its password alone; history and output say that it is, and not with what."""
    code, lines = typed(f"report {audit_id} --encrypt -o '{output}'")
    history = change_workspace(lambda workspace: workspace.history(audit_id))

    assert 0 == code
    assert lines[0].startswith("Very hard to guess")
    with pytest.raises(pypdfium2.PdfiumError):
        pypdfium2.PdfDocument(output)
    with pypdfium2.PdfDocument(output, password="lantern harbour pencil moss") as document:
        assert 1 < len(document)
    assert history[-1].detail.endswith(", encrypted")
    assert "lantern" not in f"{lines}{history}"


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("short", "This password will not do. Too short"),
        ("R. Okafor and more", "This password will not do. Your own name"),
        ("lantern harbour " * 9, "The password is too long for a PDF"),
    ],
)
def test_a_password_that_will_not_do_makes_no_report(
    typed, audit_id, output, password_file, password, words
):
    """Nothing is written, encrypted or not."""
    password_file.write_text(password, encoding="utf-8")
    with pytest.raises(AuditAppError, match=words):
        typed(f"report {audit_id} --encrypt -o '{output}'")

    assert not output.exists()


@pytest.mark.parametrize("words", ["--encrypt", "--shared", "--for 'The board'"])
def test_a_blank_checklist_is_about_nobody(typed, output, words):
    """There is nothing in it that nobody may read."""
    with pytest.raises(WrongUseError, match="is about nobody"):
        typed(f"report visits --kind blank {words} -o '{output}'")


def test_it_is_written_down_for_whom_a_report_was(typed, change_workspace, audit_id, output):
    """In the audit and in the logbook, with its fingerprint."""
    assert 0 == typed(f"report {audit_id} --for ' The   board ' -o '{output}'")[0]
    digest = sha256(output.read_bytes()).hexdigest()
    history = change_workspace(lambda workspace: workspace.history(audit_id))
    log = change_workspace(lambda workspace: workspace.logbook())

    assert history[-1].detail.startswith(f"pdf {digest}, for The board")
    (line,) = [each for each in log if each.kind is LogKind.REPORT_EXPORTED]
    assert (f"pdf {digest}, for The board", audit_id) == (line.detail, line.audit_id)


def test_a_file_is_verified(typed, audit_id, output):
    """A draft is not what was signed off; a changed file is told too, and as JSON."""
    typed(f"report {audit_id} -o '{output}'")
    code, lines = typed(f"audit verify '{output}'")
    assert (1, True) == (code, lines[0].startswith("It is a report of "))
    output.write_bytes(b"something else")
    code, (line,) = typed(f"audit verify '{output}' --json")
    assert (1, "unknown") == (code, json.loads(line)["state"])
    with pytest.raises(WrongUseError, match="There is no such file"):
        typed(f"audit verify '{output}.none'")
