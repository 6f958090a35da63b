# SPDX-License-Identifier: MPL-2.0
"""Test that a sealed file opens only if it is, byte for byte, what was written."""

import os

import pytest

from auditapp.errors import SchemaTooNewError
from auditapp.store import envelope
from auditapp.store.ciphers import Cipher
from auditapp.store.envelope import DamagedError, ObjectKey

SUMMARY = b'{"reference":"A-1"}'
BODY = b"the answers " * 200


@pytest.fixture
def key():
    """Return the key of one object."""
    return ObjectKey(os.urandom(16), os.urandom(16), Cipher(os.urandom(32)))


@pytest.fixture
def sealed(key):
    """Return a sealed file."""
    return envelope.seal(key, 7, SUMMARY, BODY)[1]


def test_what_was_sealed_is_unsealed(key):
    """Summary, body and header come back."""
    header, sealed = envelope.seal(key, 7, SUMMARY, BODY)

    assert envelope.Unsealed(header, SUMMARY, BODY) == envelope.unseal(key, sealed)
    assert 7 == header.generation
    assert len(sealed) == header.file_size


def test_the_header_has_80_bytes_and_nothing_is_readable(key, sealed):
    """Neither summary nor body stands in the file."""
    assert envelope.HEADER_SIZE + len(SUMMARY) + len(BODY) + 32 == len(sealed)
    assert b"A-1" not in sealed
    assert b"answers" not in sealed


def test_the_summary_opens_without_the_body(key, sealed):
    """The front of the file is enough for the list of audits."""
    front = sealed[: envelope.HEADER_SIZE + len(SUMMARY) + 16]

    assert SUMMARY == envelope.unseal_summary(key, envelope.read_header(key, front), front)


def test_no_two_saves_are_alike(key):
    """The same contents under the same generation get new nonces."""
    first, second = (envelope.seal(key, 7, SUMMARY, BODY) for _ in range(2))

    assert first[0] != second[0]
    assert first[1][80:] != second[1][80:]


def test_every_flipped_bit_is_noticed(key, sealed):
    """All of the header, the summary, and every 7th byte of the body."""
    front = envelope.HEADER_SIZE + len(SUMMARY) + 16
    for position in [*range(front), *range(front, len(sealed), 7), len(sealed) - 1]:
        for bit in range(8):
            damaged = bytearray(sealed)
            damaged[position] ^= 1 << bit
            with pytest.raises((DamagedError, SchemaTooNewError)):
                envelope.unseal(key, bytes(damaged))


def test_every_flipped_bit_in_front_is_noticed_by_the_list(key, sealed):
    """The header and the summary are safe without the body."""
    for position in range(envelope.HEADER_SIZE + len(SUMMARY) + 16):
        damaged = bytearray(sealed)
        damaged[position] ^= 1
        with pytest.raises((DamagedError, SchemaTooNewError)):
            envelope.unseal_summary(key, envelope.read_header(key, damaged), bytes(damaged))


def test_every_cut_is_noticed(key, sealed):
    """A file that ends early never opens, wherever it ends."""
    for length in [*range(130), *range(130, len(sealed), 11), len(sealed) - 1]:
        with pytest.raises(DamagedError):
            envelope.unseal(key, sealed[:length])


def test_added_bytes_are_noticed(key, sealed):
    """A file that goes on after its end does not open."""
    with pytest.raises(DamagedError):
        envelope.unseal(key, sealed + b"\0")


def test_a_summary_and_a_body_of_two_saves_are_noticed(key):
    """Parts of the same audit do not fit together unless they are of one save."""
    old, new = (envelope.seal(key, generation, SUMMARY, BODY)[1] for generation in (1, 2))
    cut = envelope.HEADER_SIZE + len(SUMMARY) + 16

    with pytest.raises(DamagedError):
        envelope.unseal(key, new[:cut] + old[cut:])
    with pytest.raises(DamagedError):
        envelope.unseal(key, new[: envelope.HEADER_SIZE] + old[envelope.HEADER_SIZE :])


@pytest.mark.parametrize("part", ["store_id", "object_id", "cipher"])
def test_a_file_of_something_else_is_noticed(key, sealed, part):
    """Another workspace, another audit and another key are each enough."""
    fields = {"store_id": key.store_id, "object_id": key.object_id, "cipher": key.cipher}
    fields[part] = Cipher(os.urandom(32)) if part == "cipher" else os.urandom(16)

    with pytest.raises(DamagedError):
        envelope.unseal(ObjectKey(**fields), sealed)


def test_a_newer_format_is_refused(key, sealed):
    """It is not taken for damage, which would be mended from the previous save."""
    newer = sealed[:6] + (2).to_bytes(2, "big") + sealed[8:]

    with pytest.raises(SchemaTooNewError) as refusal:
        envelope.unseal(key, newer)
    assert "newest version" in refusal.value.remedy
