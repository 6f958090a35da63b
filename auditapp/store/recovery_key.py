# SPDX-License-Identifier: MPL-2.0
"""Write the recovery key so that a person can copy it from paper, and read what they typed.

160 random bits are eight groups of four letters; a ninth is their check, so that a mistyped key is
told apart from the key of another workspace.
"""

from typing import Final

from auditapp.store.letter_groups import LetterGroups, MistypedError

KEY_SIZE = 20
"""Bytes of secret in a recovery key."""

_KEYS: Final = LetterGroups(KEY_SIZE, b"case file audit recovery key")

__all__ = [
    "KEY_SIZE",
    "MistypedError",
    "format_recovery_key",
    "is_like_recovery_key",
    "make_recovery_key",
    "parse_recovery_key",
]


def make_recovery_key() -> bytes:
    """Make the secret of a recovery key."""
    return _KEYS.make()


def format_recovery_key(secret: bytes) -> str:
    """Return the text to print: nine groups of four letters and digits."""
    return _KEYS.format(secret)


def parse_recovery_key(text: str) -> bytes:
    """Return the secret; forgive small letters, spaces, missing dashes, 0 for O and 1 for I.

    Raises:
        MistypedError: Letters are missing or wrong.
    """
    return _KEYS.parse(text)


def is_like_recovery_key(text: str) -> bool:
    """Tell whether ``text`` was meant as a recovery key, perhaps with a letter too few or many."""
    return _KEYS.is_like(text)
