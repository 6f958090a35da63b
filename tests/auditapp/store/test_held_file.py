# SPDX-License-Identifier: MPL-2.0
"""Test that a file that is held is never saved over what something else has saved."""

import errno
import os

import pytest

from auditapp.errors import SaveFailedError
from auditapp.store import refusals
from auditapp.store.held_file import HeldFile


@pytest.fixture
def place(vault):
    """Return the place of an audit that is not there yet."""
    return vault.place_of("0123456789abcdef0123456789abcdef")


def save(file, body=b"{}"):
    """Save a file with nothing for lists to show."""
    file.save(b"{}", body, refusals.audit_changed_on_disk)


def test_each_save_follows_the_one_before(vault, place):
    """However often; whoever reads it goes on from there."""
    file = HeldFile(vault, place)
    for generation in (1, 2, 3):
        save(file)
        assert generation == file.generation
    again = HeldFile(vault, place)
    again.take(vault.load(place))
    save(again)
    assert 4 == again.generation


def test_what_something_else_has_saved_is_not_replaced(vault, place):
    """As on a drive where locks do not hold."""
    file, other = HeldFile(vault, place), HeldFile(vault, place)
    save(file, b"[1]")
    assert other.is_replaced
    with pytest.raises(type(refusals.audit_changed_on_disk())):
        save(other, b"[2]")
    assert b"[1]" == vault.load(place).body
    other.take_place(7)
    save(other, b"[2]")
    assert (8, b"[2]") == (other.generation, vault.load(place).body)


def test_a_file_that_is_gone_is_written_anew(vault, place):
    """All of it is held."""
    file = HeldFile(vault, place)
    assert not file.is_gone
    save(file)
    place.path.unlink()
    assert (True, False) == (file.is_gone, file.is_replaced)
    save(file)
    assert not file.is_gone


@pytest.mark.parametrize("flush", [1, 2])
def test_after_a_save_that_failed_the_next_one_works(vault, place, monkeypatch, flush):
    """If only the folder could not be flushed, the new file is ours."""
    file = HeldFile(vault, place)
    save(file)
    flushing, calls = os.fsync, []

    def failing(descriptor):
        calls.append(descriptor)
        if len(calls) == flush:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        flushing(descriptor)

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", failing)
        with pytest.raises(SaveFailedError):
            save(file)
    assert flush == file.generation
    save(file)
    assert flush + 1 == file.generation
