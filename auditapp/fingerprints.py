# SPDX-License-Identifier: MPL-2.0
"""Write fingerprints as people read them, and find them again however they are written.

A fingerprint is a SHA-256 in hexadecimal: 64 digits. What other programs read has it in one piece;
wherever a person does, it stands in groups.
"""

import re
from typing import Final

_GROUP: Final = 8
_WHOLE: Final = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_WRITTEN: Final = re.compile(rb"(?<![0-9a-f])(?:[0-9a-f]{8} ?){7}[0-9a-f]{8}(?![0-9a-f])")


def grouped(text: str) -> str:
    """Return a text with each fingerprint in it in groups that can be compared by eye."""
    return _WHOLE.sub(_in_groups, text)


def fingerprints_in(contents: bytes) -> frozenset[str]:
    """Return the fingerprints that stand in a file, in groups or not, each in one piece."""
    return frozenset(each.replace(b" ", b"").decode() for each in _WRITTEN.findall(contents))


def _in_groups(found: re.Match[str]) -> str:
    digits = found[0]
    return " ".join(digits[at : at + _GROUP] for at in range(0, len(digits), _GROUP))
