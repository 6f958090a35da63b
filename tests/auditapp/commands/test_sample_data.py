# SPDX-License-Identifier: MPL-2.0
"""``sample-data`` makes an invented authority where none is, and never among real audits."""

import pytest

from auditapp import settings as settings_file
from auditapp.cli import main
from auditapp.commands import sample_data
from auditapp.commands.conventions import DONE, FAULTS, WRONG_USE
from auditapp.paths import find_paths
from auditapp.store.keys import Argon2Strength
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock


@pytest.fixture
def quick_keys(monkeypatch):
    """Let making a workspace take no time."""
    monkeypatch.setattr("auditapp.store.vault.strength_here", lambda: WEAK)
    monkeypatch.setattr("auditapp.store.vault.DEFAULT_STRENGTH", Argon2Strength(32, 1, 4))


def references(home):
    """Return the case references of a workspace."""
    workspace = Workspace.unlock(find_paths(home), PASSPHRASE, strength=WEAK, clock=Clock())
    found = sorted(row.case_reference for row in workspace.audits())
    workspace.close()
    return found


def test_it_makes_a_new_workspace(tmp_path, passphrase_file, quick_keys, capsys):
    """The folder may be given after the command, and reports bear the name of no real council."""
    home = tmp_path / "new"
    code = main(["sample-data", "2", "--as-of", "2026-11-22", "--home", str(home)])
    assert DONE == code
    said = capsys.readouterr().out
    assert "3 invented audits" in said
    assert "It took " in said
    assert 3 == len(references(home))
    assert "invented" in settings_file.load(find_paths(home).settings).organisation


def test_it_fills_an_empty_workspace_and_leaves_its_settings(workspace_home, passphrase_file):
    """Before the command the folder may be given, too."""
    settings = find_paths(workspace_home).settings
    settings_file.save(settings, settings_file.Settings(organisation="Testshire"))
    arguments = ["--home", str(workspace_home), "sample-data", "1", "--as-of", "2026-11-22"]
    assert DONE == main(arguments)
    assert "Testshire" == settings_file.load(settings).organisation
    assert 2 == len(references(workspace_home))


def test_settings_that_are_there_before_the_workspace_stay(tmp_path, passphrase_file, quick_keys):
    """Somebody has chosen them."""
    settings = find_paths(tmp_path).settings
    settings_file.save(settings, settings_file.Settings(organisation="Testshire"))
    assert DONE == main(["sample-data", "1", "--as-of", "2026-11-22", "--home", str(tmp_path)])
    assert "Testshire" == settings_file.load(settings).organisation


def test_the_way_is_told_in_tenths():
    """Thousands of audits do not make thousands of lines."""
    said = []
    tell = sample_data._teller(said.append)
    for done in range(1, 26):
        tell(done, 25)
    assert 10 == len(said)
    assert "25 of 25 audits" == said[-1]


def test_it_refuses_to_go_among_audits(workspace_home, passphrase_file, capsys):
    """Not even among those that it made before."""
    arguments = ["--home", str(workspace_home), "sample-data", "1", "--as-of", "2026-11-22"]
    main(arguments)
    before = references(workspace_home)
    assert FAULTS == main(arguments)
    assert "never go among it" in capsys.readouterr().err
    assert before == references(workspace_home)


def test_it_never_goes_to_the_usual_place_by_itself(
    tmp_path, passphrase_file, quick_keys, monkeypatch
):
    """Without a folder it makes one where it is called."""
    monkeypatch.chdir(tmp_path)
    assert DONE == main(["sample-data", "1", "--as-of", "2026-11-22"])
    assert find_paths(tmp_path / sample_data.FOLDER).has_store


def test_a_day_that_is_none_is_said_to_be_none(capsys):
    """With how to write one."""
    with pytest.raises(SystemExit) as caught:
        main(["sample-data", "5", "--as-of", "today"])
    assert 2 == caught.value.code
    assert "'today' is not a date. Write the year, month and" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["0"], ["5001"], ["5", "--as-of", "1901-01-01"]])
def test_it_refuses_what_it_cannot_make(tmp_path, arguments, capsys):
    """Too many, too few, or a day that the calendar of working days does not know."""
    assert WRONG_USE == main(["sample-data", *arguments, "--home", str(tmp_path / "new")])
    assert not (tmp_path / "new").exists()
