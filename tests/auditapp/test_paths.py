# SPDX-License-Identifier: MPL-2.0
"""Test where everything lies."""

import os
import sys

import pytest

from auditapp.paths import PROGRAM, account_name, find_paths


def test_a_home_that_was_picked_is_used(tmp_path, monkeypatch):
    """A name without a folder before it means the folder one is in."""
    monkeypatch.chdir(tmp_path)
    paths = find_paths(type(tmp_path)("mine"))

    assert tmp_path / "mine" == paths.home
    assert tmp_path / "mine" / "settings.json" == paths.settings
    assert tmp_path / "mine" / "store" == paths.store
    assert tmp_path / "mine" / "checklists" == paths.shelf
    assert PROGRAM / "checklists" == paths.checklists


def test_the_usual_home_is_the_person_s_own(home):
    """It is inside their home folder, under the name of the program."""
    paths = find_paths()

    assert home in paths.home.parents
    assert "Case File Audit" in paths.home.parts


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there it can be moved")
def test_the_file_of_the_organisation_is_the_computer_s(tmp_path, home):
    """A home that was picked does not change who is trusted."""
    expected = home / "etc" / "xdg" / "Case File Audit" / "organisation.yaml"
    assert expected == find_paths().organisation == find_paths(tmp_path).organisation


@pytest.mark.parametrize("name", ["store.key", "store.key.bak"])
def test_a_workspace_shows_by_its_key_or_the_copy(tmp_path, name):
    """One of the two is enough to unlock it."""
    paths = find_paths(tmp_path)
    assert not paths.has_store

    paths.store.mkdir()
    (paths.store / name).touch()
    assert paths.has_store


@pytest.mark.skipif(sys.platform == "win32", reason="every account has a name there")
def test_an_account_without_a_name_goes_by_its_number(monkeypatch):
    """In a container, or with a directory that does not answer, nobody knows the account."""
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_123)

    assert "4000000123" == account_name()


def test_an_account_of_windows_that_no_variable_names_goes_by_its_name_all_the_same(monkeypatch):
    """A service starts without variables, and Windows has no list of accounts to look into."""
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setitem(sys.modules, "pwd", None)
    monkeypatch.setattr(os, "getlogin", lambda: "rokafor")
    monkeypatch.setattr(sys, "platform", "win32")

    assert "rokafor" == account_name()


def test_an_account_goes_by_its_name(monkeypatch):
    """The name is the one that the person signs in with."""
    monkeypatch.setenv("LOGNAME", "rokafor")

    assert "rokafor" == account_name()
