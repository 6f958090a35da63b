# SPDX-License-Identifier: MPL-2.0
"""Print lines for the person at the terminal, and nothing that the terminal would act on."""

import re
import sys
from typing import Final

_ACTED_ON: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal acts on instead of showing it; words from a case may hold anything."""


def say(line: str) -> None:
    """Print one line of output."""
    # At once: another program that reads it would else wait until there is more, or the end.
    print(_ACTED_ON.sub("\ufffd", line), flush=True)


def complain(line: str) -> None:
    """Print one line about what went wrong, where it does not mix with the output."""
    print(_ACTED_ON.sub("\ufffd", line), file=sys.stderr)
