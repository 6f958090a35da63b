# SPDX-License-Identifier: MPL-2.0
"""Test the commands about layouts: check, use, reset, show, schema."""

import json

import pytest

from auditapp import cli
from auditapp.paths import PROGRAM, find_paths
from tests.auditapp.report.some_layouts import write_layout


@pytest.fixture
def layout(capsys, workspace_home, passphrase_file):
    """Return a function that runs a command about layouts, and returns its code and its words."""
    del passphrase_file

    def run(*arguments):
        code = cli.main(["--home", str(workspace_home), "layout", *map(str, arguments)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run


def test_the_shipped_one_has_no_faults(layout):
    """It is also what reports have until another is chosen."""
    assert (0, "report-layout.yaml has no faults.\n") == layout(
        "check", PROGRAM / "checklists" / "report-layout.yaml"
    )
    code, said = layout("show")
    head = "Reports are made with the layout that came with the program.\nIt says:\n"
    assert (0, True) == (code, said.startswith(head))
    assert "sign_off       # never left out" in said


def test_faults_are_listed_with_their_places(layout, tmp_path):
    """And nothing is done with such a file."""
    path = write_layout(tmp_path, "accent: red\nfoot: x")
    code, said = layout("check", path)
    assert (1, ["own.yaml:2:1", "own.yaml:3:1"]) == (
        code, [":".join(line.split(":")[:3]) for line in said.splitlines()],
    )  # fmt: skip
    code, said = layout("use", path)
    assert (1, True) == (code, "own.yaml has 2 faults." in said)
    assert "came with the program" in layout("show")[1]


def test_what_is_no_layout_is_told_what_belongs_there(layout, tmp_path):
    """Words about checklists would mislead."""
    path = tmp_path / "own.yaml"
    for data, words in ((b"", "Write a layout in it."), (b"%PDF-1.7", "A layout is a text file.")):
        path.write_bytes(data)
        code, said = layout("check", path)
        assert (1, True) == (code, words in said)


def test_one_is_used_shown_and_given_up(layout, tmp_path):
    """What it says in place of the settings is told."""
    path = write_layout(
        tmp_path,
        'organisation: Example Council\nmarking: ""\n'
        "parts: [concerns, amendments, grades, sign_off]",
    )
    facts = (
        "Organisation: Example Council\nMarking: none\n"
        "It leaves out 10 parts of the report of an audit. The report says so.\n"
    )
    assert (0, f"Reports are made with own.yaml from now on.\n{facts}") == layout("use", path)
    said = f"Reports are made with own.yaml.\n{facts}It says:\n{path.read_text('utf-8')}"
    assert (0, said.rstrip()) == (layout("show")[0], layout("show")[1].rstrip())
    code, said = layout("reset")
    assert (0, True) == (code, "came with the program from now on" in said)
    assert "came with the program" in layout("show")[1]


def test_a_problem_is_told(layout, tmp_path, workspace_home):
    """Somebody changed the file."""
    layout("use", write_layout(tmp_path, "footer: x"))
    find_paths(workspace_home).layout.write_text("{}", "utf-8")
    code, said = layout("show")
    assert (0, True, True) == (code, "cannot be used" in said, "came with the program" in said)


def test_the_schema_is_printed(layout):
    """For editors."""
    code, said = layout("schema")
    assert (0, "LayoutFile") == (code, json.loads(said)["title"])
