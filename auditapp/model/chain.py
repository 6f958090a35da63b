# SPDX-License-Identifier: MPL-2.0
"""Chain the lines of a record that is only ever added to, so that a change of it shows.

Each line carries the hash of the one before it, and its own.
"""

import hashlib
import json
from collections.abc import Sequence
from typing import Self

from auditapp.model.frozen import Frozen

START = "0" * 64
"""What the first line has in place of the hash of the one before it."""


class Link(Frozen):
    """Hold what every line of a chain has; ``seq`` counts from 1."""

    seq: int
    previous: str = START
    hash: str = ""

    def sealed(self) -> Self:
        """Return the line with its own hash filled in."""
        return self.model_copy(update={"hash": self.proper_hash()})

    def proper_hash(self) -> str:
        """Return the SHA-256, in hexadecimal, of all of a line but its own hash."""
        record = self.record()
        del record["hash"]
        text = json.dumps(record, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def first_fault(chain: Sequence[Link]) -> int | None:
    """Return the number of the first line that does not follow from the one before, if any."""
    previous = START
    for place, link in enumerate(chain, start=1):
        is_linked = link.seq == place and link.previous == previous
        if not is_linked or link.hash != link.proper_hash():
            return place
        previous = link.hash
    return None
