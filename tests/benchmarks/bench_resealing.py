# SPDX-License-Identifier: MPL-2.0
"""Measure what it costs to seal every audit anew under a new data key.

The reference copies the same files, one after the other, and flushes each.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from auditapp.files import write_new
from auditapp.store.envelope import seal
from auditapp.store.vault import Vault
from tests.benchmarks.figure import Figure, median_ratio
from tests.making import PASSPHRASE, WEAK

AUDITS = 500
BODY = 66_000  # bytes; the mean of synthetic audits
ROUNDS = 3


def figures() -> Iterator[Figure]:
    """Yield the figure."""
    with tempfile.TemporaryDirectory(dir=".") as name:
        store = _Store(Path(name) / "store")
        ratio = median_ratio(store.reseal, store.copy, ROUNDS)
        words = f"sealing {AUDITS} audits anew, against copying and flushing their files"
        yield Figure(words, ratio, 3.0)
        store.vault.close()


class _Store:
    """Hold a workspace of audits that were all saved twice."""

    def __init__(self, root: Path) -> None:
        self.vault, _key = Vault.create(root, PASSPHRASE, WEAK)
        self._copies = root.with_name("copies")
        for number in range(AUDITS):
            place = self.vault.place_of(f"{number:032x}")
            for generation, path in ((1, place.previous), (2, place.path)):
                path.write_bytes(seal(place.key, generation, bytes(150), os.urandom(BODY))[1])

    def reseal(self) -> None:
        """Seal everything anew."""
        key = self.vault.offer_recovery_key(PASSPHRASE)
        if self.vault.reseal(PASSPHRASE, key, WEAK) is None:
            raise RuntimeError("nobody cancelled it")

    def copy(self) -> None:
        """Copy and flush every file."""
        self._copies.mkdir()
        for path in (self.vault.root / "audits").iterdir():
            write_new(self._copies / path.name, path.read_bytes())
        shutil.rmtree(self._copies)
