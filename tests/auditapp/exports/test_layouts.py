# SPDX-License-Identifier: MPL-2.0
"""Test that a workspace keeps the layout that was chosen, and trusts no other."""

import json

import pytest

from auditapp.errors import LayoutInvalidError, NotAllowedError, SaveFailedError
from auditapp.exports.layouts import LayoutInUse, LayoutSource, unsealed_layout
from auditapp.model.logbook import LogKind
from auditapp.report.layouts.layout import SHIPPED
from tests.auditapp.report.some_layouts import make_logo, write_layout
from tests.making import PASSPHRASE

TEXT = "organisation: Example Council\nlogo: {file: logo.png, words: A tree}\nmarking: OFFICIAL"


@pytest.fixture
def read(workspace, tmp_path):
    """Return a layout with a logo, read by the workspace."""
    return workspace.read_layout(write_layout(tmp_path, TEXT, make_logo()))


def reopened(workspace):
    """Close the workspace and return it open again."""
    workspace.close()
    return type(workspace).unlock(workspace.paths, PASSPHRASE, clock=workspace.clock)


def lines_of(workspace):
    """Return what the logbook says about layouts."""
    return [e.detail for e in workspace.logbook() if e.kind is LogKind.LAYOUT_CHANGED]


def is_shipped(workspace):
    """Tell whether reports have the layout that came with the program."""
    return workspace.layout_facts().name is None


def test_it_is_in_use_until_there_is_another(workspace, read):
    """It outlives the file that it came from, and the window."""
    assert is_shipped(workspace)
    workspace.use_layout(read)
    again = reopened(workspace)
    try:
        facts = again.layout_facts()
        assert ("own.yaml", "Example Council", "OFFICIAL", 0) == (
            facts.name,
            facts.organisation,
            facts.marking,
            facts.left_out,
        )
        assert facts == read.facts
        again.use_shipped_layout()
        assert is_shipped(again)
        assert not again.problems
    finally:
        again.close()


def test_the_marking_of_reports_is_that_of_the_layout(workspace, read):
    """The window says it before a report is saved."""
    assert "OFFICIAL-SENSITIVE" == workspace.report_marking()
    workspace.use_layout(read)
    assert "OFFICIAL" == workspace.report_marking()


def test_the_logbook_says_that_it_changed(workspace, read):
    """Which file it is, by its hash, and nothing else: its name may say anything."""
    workspace.use_layout(read)
    workspace.use_shipped_layout()
    digest, shipped = lines_of(workspace)
    assert digest.startswith("SHA-256 ")
    assert "shipped" == shipped


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda path: path.unlink(), "Its file is gone."),
        (lambda path: path.write_bytes(path.read_bytes() + b" "), "was changed, or put there,"),
        (lambda path: (path.unlink(), path.mkdir()), "cannot be read"),
    ],
)
def test_what_somebody_else_did_is_noticed(workspace, read, change, why):
    """Reports are still made, as they usually are, and the person is told."""
    workspace.use_layout(read)
    change(workspace.paths.layout)
    assert is_shipped(workspace)
    workspace.report_marking()
    (problem,) = workspace.problems
    assert problem == workspace.layout_facts().problem
    assert why in problem
    assert "Choose your layout again." in problem


def test_one_that_was_put_there_is_not_used(workspace, read):
    """Nobody chose it in the program."""
    workspace.paths.layout.write_bytes(read.source.contents)
    assert is_shipped(workspace)
    assert "put there, by something else" in workspace.layout_facts().problem


def test_one_of_a_former_choice_is_not_used(workspace, read, tmp_path):
    """Whoever puts the old file back changes what reports say."""
    workspace.use_layout(read)
    former = workspace.paths.layout.read_bytes()
    workspace.use_layout(workspace.read_layout(write_layout(tmp_path, "footer: newer")))
    workspace.paths.layout.write_bytes(former)
    assert is_shipped(workspace)


def test_one_that_this_version_cannot_use_is_not_used(workspace, read, monkeypatch):
    """It was without a fault when it was chosen; rules may become stricter."""
    workspace.use_layout(read)
    monkeypatch.setattr("auditapp.report.layouts.layout_file.MOST_BYTES", 3)
    assert is_shipped(workspace)
    assert "own.yaml cannot be read." in workspace.layout_facts().problem


@pytest.mark.parametrize(
    "contents",
    [
        b"\xff",
        b"{",
        b"[]",
        b"[" * 100_000,
        b'{"schema_version": 2}',
        b'{"schema_version": 1, "logo": "?"}',
    ],
)
def test_a_damaged_file_stops_no_paper(tmp_path, contents):
    """Blank checklists are made without a passphrase, and so with whatever is there."""
    path = tmp_path / "report-layout.json"
    path.write_bytes(contents)
    found = unsealed_layout(path)
    assert SHIPPED is found.layout
    assert "damaged, or of a newer version" in found.problem


def test_papers_follow_the_layout_without_a_passphrase(workspace, read):
    """They hold nothing of a case."""
    assert LayoutInUse() == unsealed_layout(workspace.paths.layout)
    workspace.use_layout(read)
    assert LayoutInUse(read.layout, read.source) == unsealed_layout(workspace.paths.layout)


def test_a_file_that_cannot_be_read_stops_no_paper(tmp_path):
    """A folder of its name, for one."""
    found = unsealed_layout(tmp_path)
    assert (SHIPPED, True) == (found.layout, "cannot be read" in found.problem)


def test_a_layout_whose_logo_was_taken_out_has_a_fault(read):
    """Both are kept in one file, so this is somebody's doing."""
    held = json.loads(read.source.contents) | {"logo": None}
    with pytest.raises(LayoutInvalidError, match="1 fault"):
        LayoutSource.from_contents(json.dumps(held).encode()).layout()


def test_a_file_that_is_not_there(workspace, tmp_path):
    """It is refused as one with a fault."""
    with pytest.raises(LayoutInvalidError, match=r"none\.yaml cannot be read"):
        workspace.read_layout(tmp_path / "none.yaml")


def test_what_cannot_be_saved_changes_nothing(workspace, read, monkeypatch):
    """Neither the layout nor the logbook."""

    def refuse(*_args, **_named):
        raise OSError

    workspace.use_layout(read)
    monkeypatch.setattr("auditapp.exports.layouts.write_atomically", refuse)
    monkeypatch.setattr("pathlib.Path.unlink", refuse)
    with pytest.raises(SaveFailedError):
        workspace.use_layout(read)
    with pytest.raises(SaveFailedError):
        workspace.use_shipped_layout()
    assert 1 == len(lines_of(workspace))
    assert not is_shipped(workspace)


def test_nothing_is_chosen_while_it_is_locked(workspace, read):
    """The logbook could not vouch for it."""
    workspace.close()
    with pytest.raises(NotAllowedError):
        workspace.use_layout(read)
    with pytest.raises(NotAllowedError):
        workspace.use_shipped_layout()
    assert not workspace.paths.layout.exists()
