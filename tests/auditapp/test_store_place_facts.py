# SPDX-License-Identifier: MPL-2.0
"""Test that the system is asked about the right folder, and that nothing is left there."""

import errno
import os
from pathlib import Path

import pytest

from auditapp import store_place_facts
from auditapp.store_place import PlaceRisk
from auditapp.store_place_facts import names_in, nearest_folder, place_facts, place_warnings


@pytest.fixture
def mounts(monkeypatch, tmp_path):
    """Return a function that says what is mounted at a path."""
    table = tmp_path / "mountinfo"

    def say(point, kind):
        table.write_text(f"29 1 0:1 / {point} rw - {kind} somewhere rw\n")
        monkeypatch.setattr(store_place_facts, "MOUNTINFO", table)
        monkeypatch.setattr(store_place_facts.sys, "platform", "linux")

    return say


def test_a_folder_that_is_not_there_yet_is_judged_by_the_one_above(tmp_path, mounts):
    """So that a person is told before anything is made."""
    mounts(tmp_path, "cifs")

    assert tmp_path == nearest_folder(tmp_path / "new/store")
    assert [PlaceRisk.NETWORK] == [each.risk for each in place_warnings(tmp_path / "new/store")]
    assert not (tmp_path / "new").exists()


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="wants symbolic links")
def test_a_symbolic_link_leads_to_the_real_place(tmp_path, mounts):
    """A link in the home folder may lead to a network drive."""
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    mounts(tmp_path / "share", "nfs")

    assert "nfs" == place_facts(tmp_path / "link").file_system


def test_looking_leaves_nothing_behind(tmp_path, mounts):
    """Neither of the two files that were tried."""
    mounts("/", "ext4")
    before = set(tmp_path.iterdir())

    assert place_facts(tmp_path).has_links == hasattr(os, "link")
    assert before == set(tmp_path.iterdir())


def test_a_disk_without_links_or_flushing_is_found_out(tmp_path, mounts, monkeypatch):
    """By trying: no list of file systems would ever be complete."""
    mounts("/", "ext4")

    def refuse(*_args):
        raise OSError(errno.EOPNOTSUPP, "not supported")

    monkeypatch.setattr(store_place_facts.os, "link", refuse)
    monkeypatch.setattr(store_place_facts.os, "fsync", refuse)
    folder = tmp_path / "audits"
    folder.mkdir()

    facts = place_facts(folder)
    assert (False, False) == (facts.has_links, facts.can_flush)
    assert [] == list(folder.iterdir())


def test_where_nothing_can_be_asked_or_written_nothing_is_said(tmp_path, monkeypatch):
    """A question that fails keeps nobody from their work."""
    monkeypatch.setattr(store_place_facts.sys, "platform", "linux")
    monkeypatch.setattr(store_place_facts, "MOUNTINFO", tmp_path / "none")

    def refuse(*_args):
        raise PermissionError

    monkeypatch.setattr(store_place_facts.os, "open", refuse)
    assert () == place_warnings(tmp_path)
    assert [] == list(names_in(tmp_path / "nowhere"))


def test_a_synchronised_folder_is_found_through_its_mark(tmp_path, mounts):
    """The mark lies some folders further up."""
    mounts("/", "ext4")
    (tmp_path / ".stfolder").mkdir()

    assert "Syncthing" == place_facts(Path(tmp_path, "a/b")).synced_by
