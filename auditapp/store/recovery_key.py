# SPDX-License-Identifier: MPL-2.0
"""Write the recovery key so that a person can copy it from paper, and read what they typed.

160 random bits are eight groups of four base32 letters (RFC 4648, section 6). A ninth group is
their check, so that a mistyped key is told apart from the key of another workspace.
"""

import base64
import hashlib
import re
import secrets

KEY_SIZE = 20
"""Bytes of secret in a recovery key."""

_GROUP = 4
_LETTERS = 36
_SLIPS = 2  # letters too few or too many in a key that somebody copied from paper
_LOOK_ALIKES = str.maketrans("01", "OI")


class MistypedError(Exception):
    """Say that a text cannot be any recovery key."""


def make_recovery_key() -> bytes:
    """Make the secret of a recovery key."""
    return secrets.token_bytes(KEY_SIZE)


def format_recovery_key(secret: bytes) -> str:
    """Return the text to print: nine groups of four letters and digits."""
    letters = base64.b32encode(secret).decode() + _check(secret)
    return "-".join(letters[start : start + _GROUP] for start in range(0, _LETTERS, _GROUP))


def parse_recovery_key(text: str) -> bytes:
    """Return the secret; forgive small letters, spaces, missing dashes, 0 for O and 1 for I.

    Raises:
        MistypedError: Letters are missing or wrong.
    """
    letters = _letters(text).upper().translate(_LOOK_ALIKES)
    if not re.fullmatch(f"[A-Z2-7]{{{_LETTERS}}}", letters):
        raise MistypedError
    secret = base64.b32decode(letters[:-_GROUP])
    if _check(secret) != letters[-_GROUP:]:
        raise MistypedError
    return secret


def is_like_recovery_key(text: str) -> bool:
    """Tell whether ``text`` was meant as a recovery key, perhaps with a letter too few or many."""
    groups = len(_groups(text))
    has_its_length = abs(len(_letters(text)) - _LETTERS) <= _SLIPS
    return has_its_length and (groups == 1 or abs(groups - _LETTERS // _GROUP) <= 1)


def _groups(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _letters(text: str) -> str:
    return "".join(_groups(text))


def _check(secret: bytes) -> str:
    digest = hashlib.sha256(b"case file audit recovery key" + secret).digest()
    return base64.b32encode(digest).decode()[:_GROUP]
