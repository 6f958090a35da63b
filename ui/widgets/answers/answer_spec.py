# SPDX-License-Identifier: MPL-2.0
"""What one answer to choose from looks like."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerSpec:
    """One answer on offer.

    Args:
        value: what it stands for.
        text: its words.
        icon: the name of its icon; rows of options show a circle or a box instead.
        tone: one of ``ui.theme.tokens.TONES``.
        digit: the figure shown on it, the key of its shortcut.
        detail: a second, smaller line.
        is_exclusive: among several choices, whether it clears the others ("None of these").
    """

    value: str
    text: str
    icon: str = ""
    tone: str = "primary"
    digit: int | None = None
    detail: str = ""
    is_exclusive: bool = False
