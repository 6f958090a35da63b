# SPDX-License-Identifier: MPL-2.0
"""Test what is said of files that are named and cannot be opened, whatever they were to be."""

import os
import sys
import threading

import pytest

from auditapp.commands.conventions import WrongUseError
from tests.test_project import ROOT

VISITS = ROOT / "checklists/visits.yaml"

COMMANDS = [
    "checklist diff {file} {visits}",
    "checklist diff {visits} {file} -o {folder}/changes.pdf",
    "checklist check {visits} --against {file}",
    "checklist import {file} -o {folder}/out.yaml",
    "checklist export {file} -o {folder}/out.xlsx",
    "checklist sign {file} --key {visits}",
    "checklist sign {visits} --key {file}",
    "checklist verify {file}",
    "checklist add {file}",
    "checklist sign-key {file} --key {visits}",
    "checklist accept-key {file}",
    "layout check {file}",
    "layout use {file}",
    "audit verify {file}",
    "audit migrate HX-1 --to {file}",
    "audit import {file}",
    "round draw --list {file} --seed 1 --all",
    "round verify Visits --list {file}",
    "report HX-1 --seal {file} -o {folder}/report.pdf",
    "store check-backup {file}",
    "store restore {file}",
    "store restore {file} --audit 00",
]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_file_that_is_not_there_is_wrong_use(typed, tmp_path, monkeypatch, line):
    """In the same words for every command, before anybody types a passphrase; so is a folder."""
    monkeypatch.setenv("AUDITAPP_PASSPHRASE_FILE", "no such file")
    below = tmp_path / "pass.txt" / "none"
    (tmp_path / "pass.txt").touch()
    for file, words in (
        (tmp_path / "none", "There is no such file."),
        (below, "There is no such file."),
        (tmp_path, "This is a folder and no file."),
    ):
        with pytest.raises(WrongUseError) as caught:
            typed(line.format(file=file, visits=VISITS, folder=tmp_path))
        assert f"{file}: {words}" == str(caught.value)
        assert "Look at its name and folder." == caught.value.remedy


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such device")
@pytest.mark.parametrize("action", ["check {file}", "diff {file} {visits}", "diff {visits} {file}"])
def test_a_file_without_an_end_is_not_read_to_it(typed, action):
    """The memory of the computer is not filled with what is no checklist."""
    line = f"checklist {action.format(file='/dev/zero', visits=VISITS)}"
    try:
        code, said = typed(line)
    except Exception as error:  # noqa: BLE001 - it is one sentence, whichever way it comes
        code, said = 1, [str(each) for each in error.faults]
    assert (1, True) == (code, "The file is larger than 2 MB." in said[0])


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such pipes")
def test_a_checklist_can_come_through_a_pipe(typed, tmp_path):
    """Which gives a little at a time, and only once: all of it is read."""
    pipe = tmp_path / "visits.yaml"
    data = b"# More than a pipe holds.\n" * 10_000 + VISITS.read_bytes()
    os.mkfifo(pipe)
    writing = threading.Thread(target=pipe.write_bytes, args=(data,))
    writing.start()
    assert 0 == typed(f"checklist export {pipe} -o {tmp_path / 'out.xlsx'}")[0]
    writing.join()


@pytest.mark.parametrize("action", ["-o {}/report.pdf", "--format csv -o {}/report.csv"])
def test_a_file_in_the_place_of_a_folder_is_named(typed, tmp_path, action):
    """Nobody can make a folder of that name first."""
    (tmp_path / "file").touch()
    with pytest.raises(WrongUseError, match="file is no folder"):
        typed(f"report HX-1 {action.format(tmp_path / 'file')}")
