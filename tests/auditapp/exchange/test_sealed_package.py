# SPDX-License-Identifier: MPL-2.0
"""Test that a package opens with its code, whole, or not at all."""

import hashlib
import re
import zlib

import pytest

from auditapp.errors import PackageError, SchemaTooNewError, WrongCodeError
from auditapp.exchange import sealed_package
from auditapp.exchange.sealed_package import make_code, open_package, seal_package
from auditapp.store.keys import DEFAULT_STRENGTH

CONTENTS = b"Seen at home on 4 May. " * 40
CODE = make_code()
VERSION = slice(6, 8)
MEMORY = slice(24, 28)


@pytest.fixture
def file():
    """Return a package."""
    return seal_package(CONTENTS, CODE)


def resealed(file, place, value):
    """Return a file with other bytes in one place, and a hash at the end that fits."""
    changed = bytearray(file[:-32])
    changed[place] = value
    return bytes(changed) + hashlib.sha256(changed).digest()


def test_a_package_opens_with_its_code(file):
    """However it was typed."""
    assert CONTENTS == open_package(file, CODE)
    assert CONTENTS == open_package(file, CODE.lower().replace("-", " "))


def test_a_code_can_be_read_out():
    """Five groups of four; no two are alike."""
    assert re.fullmatch(r"([A-Z2-7]{4}-){4}[A-Z2-7]{4}", CODE)
    assert make_code() != make_code()


def test_nothing_of_the_contents_can_be_read(file):
    """Sealed twice, the same contents make two files without a part in common."""
    other = seal_package(CONTENTS, CODE)

    assert b"Seen" not in file
    assert file[50:] != other[50:]


def test_the_code_of_another_package_is_told_from_a_slip(file):
    """Each has a sentence of its own."""
    slip = CODE[:-1] + ("A" if CODE[-1] != "A" else "B")

    with pytest.raises(WrongCodeError, match="not the code of this package"):
        open_package(file, make_code())
    with pytest.raises(WrongCodeError, match="a letter is missing or wrong"):
        open_package(file, slip)


def test_a_foreign_file_is_no_package():
    """Nor is an empty one."""
    for foreign in (b"", b"%PDF-1.7" * 100):
        with pytest.raises(PackageError, match="no package"):
            open_package(foreign, CODE)


def test_no_byte_can_be_changed(file):
    """Whatever bit it is in, and whether or not the hash at the end is made to fit."""
    for place in range(len(file)):
        changed = bytearray(file)
        changed[place] ^= 1 << place % 8
        with pytest.raises((PackageError, SchemaTooNewError)):
            open_package(bytes(changed), CODE)


@pytest.mark.parametrize("place", [8, 24, 28, 30, 32, 48, 60, 68, 90])
def test_no_byte_can_be_forged(file, place):
    """A hash that fits does not help: the header is bound to the contents."""
    with pytest.raises((PackageError, SchemaTooNewError)):
        open_package(resealed(file, place, file[place] ^ 1), CODE)


def test_a_package_that_was_cut_does_not_load(file):
    """At whatever place, or with something behind it."""
    for length in range(len(file)):
        with pytest.raises(PackageError):
            open_package(file[:length], CODE)
    with pytest.raises(PackageError, match="damaged"):
        open_package(file + b"\0", CODE)


def test_two_packages_cannot_be_spliced(file):
    """Neither the header of one with the contents of another, nor the other way round."""
    other = seal_package(CONTENTS, CODE)
    for place in (24, 48, 60, 68, 100):
        with pytest.raises(PackageError):
            open_package(resealed(file, slice(place, None), other[place:-32]), CODE)


def test_a_package_of_a_newer_version_is_refused_politely(file):
    """Before a code is looked at."""
    with pytest.raises(SchemaTooNewError):
        open_package(resealed(file, VERSION, b"\0\2"), CODE)


def test_a_stranger_cannot_ask_for_all_the_memory(file):
    """What a guess costs is in the header, and has a limit."""
    with pytest.raises(PackageError, match="damaged"):
        open_package(resealed(file, MEMORY, b"\xff\xff\xff\xff"), CODE)


@pytest.mark.parametrize(("limit", "most"), [("MOST_BYTES", 100), ("MOST_CONTENTS", 100)])
def test_what_is_far_too_large_is_not_read(file, limit, most, monkeypatch):
    """Neither the file nor what would come out of it."""
    monkeypatch.setattr(sealed_package, limit, most)
    with pytest.raises(PackageError, match="far larger"):
        open_package(file, CODE)


def test_a_file_that_nobody_could_read_is_not_made(monkeypatch):
    """The sender hears of it, and not the reader."""
    monkeypatch.setattr(sealed_package, "MOST_BYTES", 100)
    with pytest.raises(PackageError, match="far larger"):
        seal_package(CONTENTS, CODE)


def test_a_guess_costs_what_a_guess_of_a_passphrase_does(monkeypatch):
    """The header says so; 80 random bits come on top."""
    monkeypatch.setattr(sealed_package, "DEFAULT_STRENGTH", DEFAULT_STRENGTH)
    file = seal_package(CONTENTS, CODE)

    assert DEFAULT_STRENGTH.memory_kib == int.from_bytes(file[MEMORY], "big")
    assert CONTENTS == open_package(file, CODE)


@pytest.mark.parametrize("packed", [b"not packed", zlib.compress(CONTENTS)[:-6], b"more"])
def test_what_does_not_unpack_is_damaged(packed, monkeypatch):
    """Although it is what somebody sealed who has the code."""
    if packed == b"more":
        packed = zlib.compress(CONTENTS) + packed
    monkeypatch.setattr(sealed_package.zlib, "compress", lambda _contents, _level: packed)
    file = seal_package(CONTENTS, CODE)

    with pytest.raises(PackageError, match="damaged"):
        open_package(file, CODE)
