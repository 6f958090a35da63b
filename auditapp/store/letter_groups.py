# SPDX-License-Identifier: MPL-2.0
"""Write random secrets as groups of letters and digits that a person can copy or read out.

The groups are of four base32 letters (RFC 4648, section 6). One more group, the last, is their
check, so that a slip is told apart from the secret of something else.
"""

import base64
import hashlib
import re
import secrets
from dataclasses import dataclass

_GROUP = 4
_BITS = 5
_SLIPS = 2  # letters too few or too many in what somebody copied from paper
_LOOK_ALIKES = str.maketrans("01", "OI")


class MistypedError(Exception):
    """Say that a text cannot be any secret of this kind."""


@dataclass(frozen=True, slots=True)
class LetterGroups:
    """Write and read one kind of secret.

    Args:
        size: Bytes of secret; a multiple of 5 that fills whole groups.
        purpose: Goes into the check, so that one kind is never taken for another.
    """

    size: int
    purpose: bytes

    def make(self) -> bytes:
        """Make a new secret."""
        return secrets.token_bytes(self.size)

    def format(self, secret: bytes) -> str:
        """Return the text of a secret, its groups joined by dashes, the check last."""
        letters = base64.b32encode(secret).decode() + self._check(secret)
        return "-".join(letters[start : start + _GROUP] for start in range(0, self._count, _GROUP))

    def parse(self, text: str) -> bytes:
        """Return the secret; forgive small letters, spaces, missing dashes, 0 for O and 1 for I.

        Raises:
            MistypedError: Letters are missing or wrong.
        """
        letters = _letters(text).upper().translate(_LOOK_ALIKES)
        if not re.fullmatch(f"[A-Z2-7]{{{self._count}}}", letters):
            raise MistypedError
        secret = base64.b32decode(letters[:-_GROUP])
        if self._check(secret) != letters[-_GROUP:]:
            raise MistypedError
        return secret

    def is_like(self, text: str) -> bool:
        """Tell whether ``text`` was meant as one, perhaps with a letter too few or many."""
        groups = len(_groups(text))
        has_its_length = abs(len(_letters(text)) - self._count) <= _SLIPS
        return has_its_length and (groups == 1 or abs(groups - self._count // _GROUP) <= 1)

    @property
    def _count(self) -> int:
        """Return how many letters there are, those of the check included."""
        return self.size * 8 // _BITS + _GROUP

    def _check(self, secret: bytes) -> str:
        digest = hashlib.sha256(self.purpose + secret).digest()
        return base64.b32encode(digest).decode()[:_GROUP]


def _groups(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _letters(text: str) -> str:
    return "".join(_groups(text))
