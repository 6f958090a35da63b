# SPDX-License-Identifier: MPL-2.0
"""Test that papers about checklists follow the settings, and are written whole or not at all."""

import datetime as dt

import pypdfium2
import pytest

from auditapp.checklist.library import Library, load_bytes
from auditapp.errors import ChecklistNotFoundError, NotAllowedError, ReportError, UnsafePathError
from auditapp.exports.papers import Press
from auditapp.model.report_format import ReportFormat
from auditapp.paths import find_paths
from auditapp.report.worker import ReportCancelledError
from auditapp.settings import Settings
from tests.auditapp.report.texts import Page
from tests.making import edited_checklists, make_workspace

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)
SETTINGS = Settings(
    marking="OFFICIAL",
    organisation="Example Council",
    local_names={"front_door": "Safeguarding hub"},
)


@pytest.fixture
def press(tmp_path):
    """Return what makes blank checklists, on an empty home."""
    paths = find_paths(tmp_path / "home")
    return Press(paths, Library([paths.checklists]), SETTINGS, NOW)


def _text(contents):
    with pypdfium2.PdfDocument(contents) as pdf:
        return " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in pdf)


def test_the_blank_checklist_follows_the_settings(press):
    """Marking, organisation and the council's own names."""
    done = []
    text = _text(press.preview_blank(["dip-sample"], lambda *steps: done.append(steps)))
    assert "OFFICIAL Example Council Multi-agency dip sample" in text
    assert "came to the Safeguarding hub" in text
    assert done


def test_it_can_be_stopped(press):
    """Nothing is left to wait for."""
    with pytest.raises(ReportCancelledError):
        press.preview_blank(["visits"], is_cancelled=lambda: True)


def test_it_is_written_whole(press, tmp_path):
    """What was previewed is what is in the file."""
    path = tmp_path / "blank.pdf"
    press.export_blank(["seen-and-safe", "dip-sample"], path)
    assert press.preview_blank(["seen-and-safe", "dip-sample"]) == path.read_bytes()


def test_it_can_be_a_web_page(press, tmp_path):
    """In memory and on disk alike."""
    path = tmp_path / "blank.html"
    press.export_blank(["dip-sample"], path, report_format=ReportFormat.HTML)
    seen = press.preview_blank(["dip-sample"], report_format=ReportFormat.HTML)
    assert seen == path.read_bytes()
    assert b"Multi-agency dip sample" in seen


def test_it_is_never_written_among_the_audits(press):
    """The folder of the store is refused before anything is made."""
    with pytest.raises(UnsafePathError):
        press.export_blank(["visits"], press.paths.store / "deep" / "blank.pdf")


def test_what_cannot_be_written_leaves_nothing(press, tmp_path):
    """The error says so; no part of a file is there."""
    with pytest.raises(ReportError, match="could not be saved"):
        press.export_blank(["seen-and-safe"], tmp_path / "nowhere" / "blank.pdf")
    assert [] == list(tmp_path.rglob("*.pdf*"))


@pytest.mark.parametrize("ids", [[], ["visits", "visits"]])
def test_no_checklist_and_one_twice_are_refused(press, ids):
    """Their questions could not be told apart by number."""
    with pytest.raises(NotAllowedError, match="each of them once"):
        press.preview_blank(ids)


def test_an_unknown_checklist_is_refused(press):
    """By its id."""
    with pytest.raises(ChecklistNotFoundError, match="'unheard'"):
        press.preview_blank(["unheard"])


def test_the_workspace_is_the_door(tmp_path):
    """It makes the same paper, at its own time, with the settings on the disk."""
    workspace = make_workspace(tmp_path / "home")
    try:
        path = tmp_path / "blank.pdf"
        workspace.export_blank(["seen-and-safe"], path)
        assert workspace.preview_blank(["seen-and-safe"]) == path.read_bytes()
        press = Press(workspace.paths, workspace.library, Settings(), workspace.clock())
        assert press.preview_blank(["seen-and-safe"]) == path.read_bytes()
    finally:
        workspace.close()


def test_another_version_than_the_one_in_use(tmp_path):
    """Whoever looks at a version gets the paper of that one, under its number."""
    name, title = "seen-and-safe.yaml", "title: Seen and safe\n"
    folder = edited_checklists(tmp_path, name, title, "title: The first version\n")
    text = (folder / name).read_text("utf-8").replace('version: "1.0"', 'version: "2.0"', 1)
    later = text.replace("The first version", "The second version")
    (folder / "newer.yaml").write_text(later, "utf-8")
    press = Press(find_paths(tmp_path / "home"), Library([folder]), SETTINGS, NOW)
    assert "The second version" in _text(press.preview_blank(["seen-and-safe"]))
    older = _text(press.preview_blank(["seen-and-safe"], versions={"seen-and-safe": "1.0"}))
    assert "The first version" in older
    assert "The second version" not in older


@pytest.fixture
def versions(press):
    """Return two versions of a checklist that names what a council names itself."""
    data = (press.paths.checklists / "dip-sample.yaml").read_bytes()
    newer = data.replace(b'version: "1.0"', b'version: "2.0"').replace(
        b"came to the", b"got to the"
    )
    assert newer.count(b"got to the {front_door}") == 1
    return load_bytes(data, "old"), load_bytes(newer, "new")


def test_the_change_sheet_follows_the_settings(press, versions, tmp_path):
    """Marking, organisation and the council's own names; how far it is can be asked."""
    path, done = tmp_path / "changes.pdf", []
    press.export_changes(*versions, path, lambda *steps: done.append(steps))
    text = _text(path.read_bytes())

    assert "OFFICIAL Example Council Multi-agency dip sample" in text
    assert "[removed: came] [added: got] to the Safeguarding hub" in text
    assert done


def test_the_change_sheet_is_never_written_among_the_audits(press, versions):
    """The folder of the store is refused before anything is made."""
    with pytest.raises(UnsafePathError):
        press.export_changes(*versions, press.paths.store / "changes.pdf")


def test_the_change_sheet_can_be_a_web_page(press, versions, tmp_path):
    """Readers hear and copy what went and what came."""
    path = tmp_path / "changes.html"
    press.export_changes(*versions, path, report_format=ReportFormat.HTML)
    text = " ".join(Page(path.read_bytes()).text.split())
    assert "[removed: came ] [added: got ] to the Safeguarding hub" in text


def test_a_change_sheet_that_is_stopped_leaves_what_was_there(press, versions, tmp_path):
    """Not even an empty file."""
    path = tmp_path / "changes.pdf"
    path.write_bytes(b"before")
    with pytest.raises(ReportCancelledError):
        press.export_changes(*versions, path, is_cancelled=lambda: True)
    assert b"before" == path.read_bytes()
    assert [path] == list(tmp_path.glob("*.pdf*"))


def test_two_checklists_have_no_change_sheet(press, versions, tmp_path):
    """Only versions of one checklist can be compared."""
    other = press.library.load("visits")
    with pytest.raises(NotAllowedError, match="'visits' is not a version of 'dip-sample'"):
        press.export_changes(versions[0], other, tmp_path / "changes.pdf")
