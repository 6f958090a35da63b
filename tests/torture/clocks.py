# SPDX-License-Identifier: MPL-2.0
"""Set the computer's clock to any day, back or on, while people work."""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from tests.making import Clock
from tests.torture.labour import Worker, make_paths, make_store, restore, unlocked
from tests.torture.ledger import Ledger
from tests.torture.reading import read_books

DEEDS = 12
"""What is done before the workspace is closed and opened again."""

DAYS = 365 * 40
"""So far back and on from one day in 2026 the clock may be set."""


def clocks(folder: Path, rounds: int, seed: int = 0) -> Iterator[list[str]]:
    """Yield, for each time the workspace is closed, what was lost, in words.

    The clock is set before each deed, and with it the times of audits, history and logbook, the
    names of what restoring puts aside, and the order of the list.
    """
    chance = random.Random(seed)
    paths, path = make_paths(folder), folder / "backup.zip"
    make_store(paths)
    ledger, clock = Ledger(), Clock()
    for number in range(rounds):
        with unlocked(paths, clock) as workspace:
            worker = Worker(workspace, seed * 1000 + number, path)
            for _number in range(DEEDS):
                clock.now = Clock().now + dt.timedelta(days=chance.uniform(-DAYS, DAYS))
                if (deed := worker.next_deed()).what == "restore":
                    break
                worker.do(deed)
                ledger = ledger.begun(deed).done(deed)
        if deed.what == "restore":
            restore(paths, path)
            ledger = ledger.begun(deed).done(deed)
        with unlocked(paths, clock) as workspace:
            yield [*ledger.losses(read_books(workspace)), *workspace.problems]
