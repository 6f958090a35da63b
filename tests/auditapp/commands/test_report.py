# SPDX-License-Identifier: MPL-2.0
"""Test the report command as somebody types it."""

import pypdfium2
import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.model.edits import Author
from auditapp.model.history import HistoryKind
from auditapp.settings import Settings, save
from tests.auditapp.commands.report_fixtures import audit_id, output

__all__ = ["audit_id", "output"]


def test_the_report_is_written_and_the_export_is_on_record(
    typed, change_workspace, audit_id, output
):
    """The file is a PDF; the audit's history says that it was made."""
    assert (0, [f"The report of HX-2047 is in {output}."]) == typed(
        f"report {audit_id} --kind audit --format pdf -o '{output}'"
    )

    with pypdfium2.PdfDocument(output) as document:
        assert 1 < len(document)
    history = change_workspace(lambda workspace: workspace.history(audit_id))
    assert (HistoryKind.EXPORTED, "R. Okafor") == (history[-1].kind, history[-1].by)


COMMANDS = ("report {id} -o '{output}'", "audit history {id} -o '{output}'")


@pytest.mark.parametrize("command", COMMANDS)
def test_what_leaves_is_recorded_under_the_person_at_the_computer(
    typed, change_workspace, audit_id, output, workspace_home, command
):
    """Whose audit it is does not say who took a copy of it."""
    save(workspace_home / "settings.json", Settings(auditor="M. Manager"))
    path = output if command.startswith("report") else output.with_suffix(".csv")
    assert 0 == typed(command.format(id=audit_id, output=path))[0]
    history = change_workspace(lambda workspace: workspace.history(audit_id))
    assert "M. Manager" == history[-1].by


@pytest.fixture
def amended_id(change_workspace, audit_id):
    """Return the id of an audit that was signed off and is being amended."""

    def amend(workspace):
        by = Author("R. Okafor", workspace.clock())
        workspace._sessions.get(audit_id).sign_off(by)
        workspace.amend(audit_id, by, "A visit was overlooked.")
        return audit_id

    return change_workspace(amend)


@pytest.mark.parametrize(
    ("option", "title"),
    [
        ("", "DRAFT: case file audit report, amendment 1"),
        ("--signed 1", "This is not the newest version"),
    ],
)
def test_a_signed_version_can_be_printed(
    typed, change_workspace, amended_id, output, option, title
):
    """The original, or the audit as it is now; the history says which of the two went out."""
    assert 0 == typed(f"report {amended_id} {option} -o '{output}'")[0]
    with pypdfium2.PdfDocument(output) as document:
        said = " ".join(document[0].get_textpage().get_text_range().split())
    history = change_workspace(lambda workspace: workspace.history(amended_id))

    assert title in said
    assert bool(option) is history[-1].detail.endswith(", signed version 1")


@pytest.mark.parametrize("number", [-1, 0, 2])
def test_only_signed_versions_that_there_are_can_be_printed(typed, amended_id, output, number):
    """It is said how often the audit was signed off."""
    with pytest.raises(WrongUseError, match=f"no signed version {number}") as caught:
        typed(f"report {amended_id} --signed {number} -o '{output}'")
    assert "It was signed off once." == caught.value.remedy
    assert not output.exists()


def test_a_draft_has_no_signed_version(typed, audit_id, output):
    """And a blank checklist is never signed."""
    with pytest.raises(WrongUseError) as caught:
        typed(f"report {audit_id} --signed 1 -o '{output}'")
    assert "It was not signed off yet." == caught.value.remedy
    with pytest.raises(WrongUseError, match="Only audits are signed"):
        typed(f"report visits --kind blank --signed 1 -o '{output}'")


def test_a_case_reference_and_force_do_as_well(typed, audit_id, output, workspace_home, capsys):
    """What is wrong with the settings is said; the old file is replaced."""
    output.write_bytes(b"old")
    (workspace_home / "settings.json").write_text("{")
    code, lines = typed(f"report hx-2047 --force -o '{output}'")

    assert 0 == code
    assert b"%PDF" == output.read_bytes()[:4]
    assert capsys.readouterr().err.startswith("Your settings could not be read")
    assert lines[0].startswith(f"The report of HX-2047 is in {output}.")
