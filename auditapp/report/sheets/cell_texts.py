# SPDX-License-Identifier: MPL-2.0
"""Cut texts so that they fit into cells."""

from typing import Final

LONGEST: Final = 16_000
"""Characters of a cell. Excel holds 32,767, and counts some characters as two."""


def in_cells(text: str) -> list[str]:
    """Return ``text`` in as many parts as it needs cells; joined they are the text."""
    return [text[start : start + LONGEST] for start in range(0, len(text), LONGEST)] or [""]
