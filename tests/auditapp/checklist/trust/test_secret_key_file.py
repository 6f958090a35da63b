# SPDX-License-Identifier: MPL-2.0
"""Keep secret keys in files as minisign does; the fixed files here were made by the tool itself."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.checklist.trust import secret_key_file
from auditapp.checklist.trust.minisign import PublicKey, SecretKey
from auditapp.checklist.trust.secret_key_file import (
    STRONGEST,
    ScryptLimits,
    read_secret_key,
    write_secret_key,
)
from auditapp.errors import SignatureError

PASSPHRASE = "correct horse battery staple"
WEAK = ScryptLimits(operations=1 << 15, memory=1 << 24)
KEY = SecretKey(b"12345678", b"s" * 32)


def nobody():
    """Fail, because nobody is to be asked for a passphrase."""
    pytest.fail("asked for a passphrase")


def changed(contents, position, new):
    """Return the file of a key with some of its bytes changed."""
    comment, line = contents.decode().split("\n")[:2]
    data = bytearray(base64.b64decode(line))
    data[position : position + len(new)] = new
    return f"{comment}\n{base64.b64encode(data).decode()}\n".encode()


def test_an_encrypted_key_of_the_tool_opens(vector):
    """With its passphrase, at the full strength that minisign takes."""
    key = read_secret_key(vector("publisher.key"), lambda: PASSPHRASE)
    assert vector("publisher.pub") == key.public.to_bytes()


@pytest.mark.parametrize(
    ("name", "public"),
    [("plain.key", "plain.pub"), ("publisher-unlocked.key", "publisher.pub")],
)
def test_a_key_that_the_tool_left_unencrypted_opens(vector, name, public):
    """One made without a passphrase, and one that lost it later; nobody is asked."""
    assert vector(public) == read_secret_key(vector(name), nobody).public.to_bytes()


@given(st.binary(min_size=8, max_size=8), st.binary(min_size=32, max_size=32), st.text(max_size=20))
def test_any_key_comes_back_from_its_file(key_id, seed, passphrase):
    """Whatever the passphrase is made of, that a file in UTF-8 can hold."""
    passphrase = passphrase.encode("utf-8", "replace").decode()
    key = SecretKey(key_id, seed)
    assert key == read_secret_key(write_secret_key(key, passphrase, WEAK), lambda: passphrase)


def test_two_files_of_one_key_differ():
    """Each has its own salt, so that equal passphrases do not show."""
    assert write_secret_key(KEY, PASSPHRASE, WEAK) != write_secret_key(KEY, PASSPHRASE, WEAK)


def test_the_secret_is_not_in_the_file():
    """Neither plainly nor as base64 would show it."""
    packed = base64.b64decode(write_secret_key(KEY, PASSPHRASE, WEAK).decode().split("\n")[1])
    assert KEY.seed not in packed


def test_a_wrong_passphrase_is_told():
    """It cannot be told from a damaged file, and the sentence says so."""
    with pytest.raises(SignatureError, match="does not open the key, or the file"):
        read_secret_key(write_secret_key(KEY, PASSPHRASE, WEAK), lambda: "something else")


@pytest.mark.parametrize(
    ("position", "new"),
    [(0, b"XX"), (2, b"XX"), (4, b"XX"), (38, b"\xff" * 8), (46, b"\xff" * 8)],
    ids=["algorithm", "scrypt", "checksum", "operations", "memory"],
)
def test_a_key_of_another_kind_is_refused(position, new):
    """Also one that asks for more work or memory than any key of minisign's."""
    with pytest.raises(SignatureError, match="no secret key, or is damaged"):
        read_secret_key(changed(write_secret_key(KEY, PASSPHRASE, WEAK), position, new), nobody)


@pytest.mark.parametrize("contents", [b"", b"one line", b"a\nnot base64", b"a\nAAAA\n"])
def test_what_is_no_key_is_refused(contents):
    """A public key, or anything else."""
    with pytest.raises(SignatureError, match="no secret key, or is damaged"):
        read_secret_key(contents, nobody)


@pytest.mark.parametrize("position", [62, 94, 130], ids=["seed", "public", "checksum"])
def test_a_damaged_unencrypted_key_is_refused(vector, position):
    """It must never sign with another key than the public one that it names."""
    damaged = changed(vector("publisher-unlocked.key"), position, b"?")
    with pytest.raises(SignatureError, match="no secret key, or is damaged"):
        read_secret_key(damaged, nobody)


def test_a_damaged_key_without_checksum_is_refused(vector):
    """Then the public key in the same file tells."""
    with pytest.raises(SignatureError, match="no secret key, or is damaged"):
        read_secret_key(changed(vector("plain.key"), 62, b"?"), nobody)


@pytest.mark.parametrize(
    ("limits", "costs"),
    [
        (STRONGEST, (1 << 20, 1)),
        (WEAK, (1 << 10, 1)),
        (ScryptLimits(1, 1 << 24), (1 << 10, 1)),
        (ScryptLimits(1 << 25, 1 << 24), (1 << 14, 64)),
    ],
)
def test_the_costs_are_those_of_libsodium(limits, costs):
    """Worked out by hand from its rule; the first is what the key of the tool opens with."""
    assert costs == limits.costs


def test_too_little_memory_is_told(monkeypatch):
    """On a small computer the strongest passphrase needs other programs to be closed."""

    class Full:
        def __init__(self, **_costs):
            raise MemoryError

    monkeypatch.setattr(secret_key_file, "Scrypt", Full)
    with pytest.raises(SignatureError, match="too little free memory"):
        write_secret_key(KEY, PASSPHRASE)


def test_the_public_half_belongs_to_the_secret_one(vector):
    """As the file of the tool says."""
    key = read_secret_key(vector("plain.key"), nobody)
    assert PublicKey.parse(vector("plain.pub").decode()) == key.public
