# SPDX-License-Identifier: MPL-2.0
"""Test the primitives against the examples of their standards."""

import subprocess
import sys
from pathlib import Path

import pytest

from auditapp.store.ciphers import Cipher, NotAuthenticError, derive_key

PROJECT = Path(__file__).parents[3]


def test_the_cipher_is_aes_256_gcm():
    """Test case 14 of the GCM specification (McGrew and Viega)."""
    sealed = Cipher(bytes(32)).encrypt(bytes(12), bytes(16), b"")

    assert "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919" == sealed.hex()


def test_sealing_in_place_gives_the_same():
    """It only saves a copy."""
    cipher, target = Cipher(bytes(32)), bytearray(20)

    cipher.encrypt_into(memoryview(target), bytes(12), b"text", b"bound")

    assert cipher.encrypt(bytes(12), b"text", b"bound") == target
    assert b"text" == cipher.decrypt(bytes(12), bytes(target), b"bound")


def test_what_is_bound_cannot_be_exchanged():
    """Nor can the nonce, nor the key."""
    sealed = Cipher(bytes(32)).encrypt(bytes(12), b"text", b"bound")

    for key, nonce, bound in [
        (bytes(32), bytes(12), b"other"),
        (bytes(32), b"another one!", b"bound"),
        (b"another key".ljust(32), bytes(12), b"bound"),
    ]:
        with pytest.raises(NotAuthenticError):
            Cipher(key).decrypt(nonce, sealed, bound)


def test_keys_are_derived_by_hkdf():
    """RFC 5869, appendix A.1, shortened to the 32 bytes that we use."""
    key = derive_key(
        bytes.fromhex("0b" * 22),
        bytes.fromhex("000102030405060708090a0b0c"),
        bytes.fromhex("f0f1f2f3f4f5f6f7f8f9"),
    )

    assert "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf" == key.hex()


def test_the_store_is_imported_without_cryptography():
    """The window is painted before it is needed."""
    program = "import sys, auditapp.store.repository; sys.exit('cryptography' in sys.modules)"

    outcome = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, check=False)

    assert 0 == outcome.returncode
