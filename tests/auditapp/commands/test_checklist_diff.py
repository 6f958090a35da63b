# SPDX-License-Identifier: MPL-2.0
"""Test the commands that show a checklist, compare two versions and print what changes."""

import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from auditapp.commands.checklist import CHECKLISTS
from auditapp.commands.conventions import WrongUseError
from auditapp.errors import ChecklistInvalidError
from tests.auditapp.checklist.desk import KEY
from tests.auditapp.commands.checklist_fixtures import SHORT, folder, run, version

__all__ = ["folder", "run", "version"]


@pytest.mark.parametrize("words", [["list"], ["list", "--json"]])
def test_the_list_tells_of_broken_files(run, folder, words):
    """A file that cannot be read is told with its fault; JSON stays JSON."""
    (folder / "broken.yaml").write_bytes(b"a: [1\n")
    code, lines = run(*words)
    assert 1 == code
    assert "broken.yaml:1:4: The list or mapping" in "\n".join(lines)
    if "--json" in words:
        assert json.loads(lines[0])["faults"][0].startswith("broken.yaml:1:4:")


def test_a_checklist_is_shown_as_text(run):
    """Showing prints the questions."""
    code, lines = run("show", "short")
    assert 0 == code
    assert "SH1  What happened?" in lines


def test_an_unknown_checklist_is_wrong_use(run):
    """A wrong id gets the ids that there are."""
    with pytest.raises(WrongUseError, match="There is no checklist 'shrot'") as caught:
        run("show", "shrot")
    assert "There are: short." == caught.value.remedy


def test_a_checklist_with_faults_is_not_shown(run, folder):
    """Faults are listed in place of the text."""
    text = SHORT.replace("kind: text", "kind: rating")
    (folder / "short.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ChecklistInvalidError) as caught:
        run("show", "short")
    assert str(caught.value.faults[0]).startswith("short.yaml:12:9: Rating 'SH1' has no scale.")


def test_the_schema_is_printed(run):
    """``schema`` prints what is shipped beside the checklists."""
    code, lines = run("schema")
    assert 0 == code
    shipped = (CHECKLISTS / "checklist.schema.json").read_text(encoding="utf-8")
    assert shipped == "\n".join(lines) + "\n"


def test_the_command_is_known_without_heavy_libraries():
    """Every start reads the list of commands, so it must cost next to nothing."""
    program = (
        "import sys; import auditapp.commands.checklist;"
        "print([name for name in ('pydantic', 'yaml') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, cwd=CHECKLISTS.parent
    )
    assert "[]" == done.stdout.decode().strip()


LISTED = "changes: [{version: '2.0', on: 2026-11-01, summary: Some.}]\nsections:"
RAISED = ('"1.0"', '"2.0"')
REWORDED = ("What happened?", "What happened then?")


def test_what_a_version_changes_is_said_line_by_line(run, version):
    """The words that came and went are marked, and the changes are counted."""
    files = version("old.yaml"), version("new.yaml", RAISED, REWORDED)

    assert (
        0,
        ["SH1: reworded: What happened{+ then+}?", "short 1.0 to 2.0: 1 change."],
    ) == run("diff", *files)


def test_what_a_version_changes_can_be_json(run, version):
    """Programs get the texts, the marks and the sentence."""
    code, lines = run("diff", version("old.yaml"), version("new.yaml", RAISED, REWORDED), "--json")
    found = json.loads("\n".join(lines))
    (change,) = found["changes"]

    assert (0, "short", "1.0", "2.0") == (code, found["checklist"], found["old"], found["new"])
    assert ("reworded", "SH1", "What happened then?") == (
        change["kind"],
        change["question"],
        change["new"],
    )
    assert {"kind": "came", "text": " then"} in change["marks"]
    assert "SH1: reworded: What happened{+ then+}?" == change["sentence"]


def test_what_a_version_changes_can_be_a_paper(run, version, tmp_path):
    """With what vouches for each file; one that is there is replaced only when that is wanted."""
    files = version("old.yaml"), version("new.yaml", RAISED, REWORDED)
    paper = tmp_path / "changes.pdf"

    assert (0, [f"The changes are in {paper}."]) == run("diff", *files, "--pdf", str(paper))
    with pypdfium2.PdfDocument(paper) as pdf:
        text = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert "What changes from version 1.0 to version 2.0" in text
    assert "did not come with it" in text  # it lies in the folder of the program
    with pytest.raises(WrongUseError, match="exists already"):
        run("diff", *files, "--pdf", str(paper))
    assert 0 == run("diff", *files, "--pdf", str(paper), "--force")[0]


@pytest.mark.parametrize("words", [("-o", "{}.html"), ("--format", "html", "-o", "{}.htm")])
def test_the_paper_can_be_a_web_page(run, version, tmp_path, words):
    """By the name of the file, whether the kind is named as well or not."""
    files = version("old.yaml"), version("new.yaml", RAISED, REWORDED)
    assert 0 == run("diff", *files, *(each.format(tmp_path / "changes") for each in words))[0]
    (made,) = tmp_path.glob("changes*")
    assert b"What changes from version 1.0 to version 2.0" in made.read_bytes()


def test_a_paper_says_who_signed_what_it_compares(run, version, tmp_path):
    """As far as the organisation knows them; a key that it does not know counts as none."""
    old, new = version("old.yaml"), tmp_path / "elsewhere" / "new.yaml"
    new.parent.mkdir()
    new.write_bytes(Path(version("new.yaml", RAISED)).read_bytes())
    signature = KEY.sign(new.read_bytes(), "template short version 2.0")
    new.with_name("new.yaml.minisig").write_bytes(signature)
    (tmp_path / "new.yaml").unlink()
    paper = tmp_path / "changes.pdf"

    assert 0 == run("diff", old, str(new), "--pdf", str(paper))[0]
    with pypdfium2.PdfDocument(paper) as pdf:
        text = " ".join(pdf[0].get_textpage().get_text_range().split())
    assert f"signed with the key {KEY.public.name}" in text


@pytest.mark.parametrize("form", [(), ("--pdf", "changes.pdf")])
def test_two_different_checklists_have_no_changes(run, version, form, tmp_path, monkeypatch):
    """Naming the wrong file is wrong use."""
    monkeypatch.chdir(tmp_path)
    files = version("old.yaml"), version("new.yaml", ("id: short", "id: long"))
    with pytest.raises(WrongUseError, match="'long' is not a version of 'short'") as caught:
        run("diff", *files, *form)
    assert "Name two files of one checklist." == caught.value.remedy
    assert [] == list(tmp_path.glob("*.pdf"))


def test_a_version_is_checked_against_the_one_before(run, version):
    """Faults are said at their lines and fail; warnings do not."""
    old = version("old.yaml")
    bad = version("bad.yaml", ("SH1", "SH2"), RAISED)
    code, lines = run("check", bad, "--against", old)

    assert 1 == code
    assert [
        f"{bad}: no faults; short 2.0, 1 question.",
        (
            f"{bad}:1:1: What version 2.0 changes is not listed. Add an entry under changes:"
            " version, on and a summary for auditors."
        ),
        (
            f"{bad}:11:5: Question 'SH1' has vanished. Keep it with retired: true, or name it in"
            " renamed_from of its successor."
        ),
    ] == lines


def test_a_version_that_can_be_published(run, version):
    """A large rewording is warned of; the author decides."""
    old = version("old.yaml")
    good = version("good.yaml", ("What happened?", "Who came?"), RAISED, ("sections:", LISTED))
    code, lines = run("check", good, "--against", old)

    assert 0 == code
    assert lines[1].startswith(f"{good}:13:")
    assert ": warning: 'SH1' was reworded so much that it may ask something else." in lines[1]
    assert f"{good}: can be published after 1.0." == lines[-1]


def test_a_version_with_faults_is_not_compared(run, version):
    """Its own faults come first."""
    bad = version("bad.yaml", ("kind: text", "kind: txt"))
    code, lines = run("check", bad, "--against", version("old.yaml"))

    assert (1, 1) == (code, len(lines))


def test_a_version_that_cannot_be_opened_is_wrong_use(run, version, folder):
    """With the reason, as for any file."""
    with pytest.raises(WrongUseError, match="There is no such file"):
        run("diff", version("old.yaml"), str(folder / "none.yaml"))
    with pytest.raises(WrongUseError, match="There is no such file"):
        run("check", version("new.yaml"), "--against", str(folder / "none.yaml"))
