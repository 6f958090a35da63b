# SPDX-License-Identifier: MPL-2.0
"""Saving what a file changes as a PDF, from the page that loads it."""

from threading import Event

import pypdfium2
import pytest

from tests.conftest import PATIENCE
from tests.ui.checklists.chosen_outside import ChosenOutside

pytestmark = pytest.mark.timeout(300)  # the first one waits for the fonts


@pytest.fixture
def save(load, signed, qtbot, jobs):
    """Return a function that saves the changes of a file and returns the page when it is done."""

    def save(outside):
        view = load(signed)
        view.changes.desk._outside = outside
        assert view.changes.desk.isHidden()
        view.changes.save_button.click()
        qtbot.waitUntil(lambda: not jobs.is_busy, timeout=120_000)
        return view

    return save


def test_the_changes_are_saved_and_opened(save, tmp_path, workspace):
    """Named after both versions; nothing is loaded, and it says where the file is."""
    outside = ChosenOutside(tmp_path)
    view = save(outside)
    path = tmp_path / "visits-1.0-to-2.0.pdf"
    with pypdfium2.PdfDocument(path) as pdf:
        text = pdf[0].get_textpage().get_text_range()

    assert "What changes from version 1.0 to version 2.0" in text
    assert "Saved as visits-1.0-to-2.0.pdf" == view.changes.desk.banner.accessibleName()
    assert str(tmp_path) in view.changes.desk.banner.accessibleDescription()
    view.changes.desk.banner.buttons[0].click()
    assert [path] == outside.opened
    view.changes.desk.banner.buttons[1].click()
    assert view.changes.desk.isHidden()
    assert not workspace.paths.shelf.exists()


def test_a_file_that_does_not_open_is_told(save, tmp_path):
    """It is there all the same."""
    view = save(ChosenOutside(tmp_path, opens=False))
    view.changes.desk.banner.buttons[0].click()

    assert "visits-1.0-to-2.0.pdf could not be opened" == view.changes.desk.banner.accessibleName()


def test_nothing_is_saved_when_no_file_is_chosen(save):
    """A cancelled dialog leaves everything as it was."""
    view = save(ChosenOutside(None))

    assert view.changes.desk.isHidden()
    assert view.changes.desk.work_bar.job is None


def test_the_folder_of_the_audits_is_refused(save, workspace):
    """The page says so, and nothing is written there."""
    before = set(workspace.paths.store.iterdir())
    view = save(ChosenOutside(workspace.paths.store))

    assert "Nothing can be saved in the folder where the audits are kept" in (
        view.changes.desk.banner.accessibleDescription() + view.changes.desk.banner.accessibleName()
    )
    assert not view.changes.desk.banner.buttons[0].isVisible()
    assert before == set(workspace.paths.store.iterdir())


def test_the_work_can_be_stopped(load, signed, qtbot, jobs, tmp_path, monkeypatch):
    """Then there is no file, and the page says so."""
    view = load(signed)
    view.changes.desk._outside = ChosenOutside(tmp_path)
    begun, go_on = Event(), Event()
    export = view._workspace.export_changes

    def slowly(*args, **options):
        begun.set()
        go_on.wait(PATIENCE)
        export(*args, **options)

    monkeypatch.setattr(view._workspace, "export_changes", slowly)
    view.changes.save_button.click()
    qtbot.waitUntil(begun.is_set)
    view.changes.save_button.click()  # a second one is not begun
    view.changes.desk.work_bar.cancel_button.click()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.is_busy)

    assert "Stopped. No file was saved." == view.changes.desk.banner.accessibleName()
    assert [] == list(tmp_path.glob("*.pdf"))


def test_a_file_that_is_new_here_has_no_changes_to_save(load, revision):
    """The whole card is not there."""
    view = load(
        revision(("id: visits\n", "id: visits-new\n"), ('version: "1.0"', 'version: "2.0"'))
    )

    assert not view.changes.isVisible()
