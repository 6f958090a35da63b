# SPDX-License-Identifier: MPL-2.0
"""Know the hashes of the checklists that came with the program."""

from pathlib import Path
from typing import Final

from auditapp.checklist.trust.verdict import Verdict, shipped

HASHES: Final = "SHA256SUMS"
"""The file beside them that lists their hashes, as the tool ``sha256sum`` writes it."""


class ShippedHashes:
    """Hold the hashes of one folder of checklists."""

    def __init__(self, folder: Path) -> None:
        try:
            text = (folder / HASHES).read_text(encoding="utf-8", errors="replace")
        except OSError:  # a folder without it ships nothing
            text = ""
        self._hashes = frozenset(line.partition(" ")[0] for line in text.splitlines())

    def verdict(self, sha256: str) -> Verdict:
        """Return the verdict on a file of the folder with this hash."""
        return shipped(is_as_shipped=sha256 in self._hashes)
