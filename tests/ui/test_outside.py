# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.outside``, as far as it goes without leaving the program."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from ui.outside import Outside


@pytest.fixture
def parent(qtbot):
    """Return a window for the dialogs."""
    parent = QPushButton()
    qtbot.addWidget(parent)
    return parent


def answer(do):
    """Do something with the dialog that is about to open."""

    def act():
        do(QApplication.activeModalWidget())

    QTimer.singleShot(0, act)


def test_name_is_suggested(parent, tmp_path):
    """The dialog suggests the name, and the path chosen is returned."""
    names = []

    def choose(dialog):
        assert isinstance(dialog, QFileDialog)
        names.extend(Path(file).name for file in dialog.selectedFiles())
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("mine")
        dialog.accept()

    answer(choose)
    path = Outside().ask_save_path(parent, "Save", "Audit HX-2047.pdf")
    assert (["Audit HX-2047.pdf"], tmp_path / "mine.pdf") == (names, path)


def test_cancelled_saving(parent):
    """A dialog that is cancelled gives no path."""
    answer(QFileDialog.reject)
    assert Outside().ask_save_path(parent, "Save", "x.pdf") is None


@pytest.mark.parametrize(
    ("ask", "name", "kinds"),
    [
        (Outside.ask_checklist_path, "visits.yaml", "(*.yaml *.yml *.xlsx)"),
        (Outside.ask_checklist_path, "visits.xlsx", "(*.yaml *.yml *.xlsx)"),
        (Outside.ask_backup_path, "backup.zip", "(*.zip)"),
        (Outside.ask_layout_path, "own.yaml", "(*.yaml *.yml)"),
    ],
)
def test_a_file_is_chosen(parent, tmp_path, ask, name, kinds):
    """Only one that is there can be."""
    wanted = tmp_path / name
    wanted.write_bytes(b"")
    seen = []

    def choose(dialog):
        seen.append(dialog.fileMode())
        seen.append(dialog.selectedNameFilter())
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(wanted.name)
        dialog.accept()

    answer(choose)
    assert wanted == ask(Outside(), parent)
    assert QFileDialog.FileMode.ExistingFile is seen[0]
    assert kinds in seen[1]


def test_cancelled_choosing_a_folder(parent):
    """A dialog that is cancelled gives no folder."""
    answer(QFileDialog.reject)
    assert Outside().ask_folder(parent, "Folder") is None


def test_cancelled_choosing(parent):
    """A dialog that is cancelled gives no path."""
    answer(QFileDialog.reject)
    assert Outside().ask_checklist_path(parent) is None


def test_cancelled_printing(parent):
    """A dialog that is cancelled gives no printer."""
    answer(lambda dialog: dialog.reject())
    assert Outside().ask_printer(parent, 9) is None


def test_file_that_went_away(tmp_path):
    """A file that is not there is not opened."""
    assert not Outside().open_file(tmp_path / "gone.pdf")


def test_file_is_opened_by_the_computer(tmp_path, monkeypatch):
    """A file that is there goes to the computer's own program."""
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    path = tmp_path / "Audit HX 2047.pdf"
    path.write_bytes(b"")
    assert (True, [str(path)]) == (Outside().open_file(path), [url.toLocalFile() for url in opened])
