# SPDX-License-Identifier: MPL-2.0
"""Shorten a hash for the foot of a page, where it only has to tell two papers apart."""

from typing import Final

_DIGITS: Final = 12


def short_hash(digest: str) -> str:
    """Return the first 12 digits of a hash in hexadecimal; all of them stand inside the paper."""
    return digest[:_DIGITS]
