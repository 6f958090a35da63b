# SPDX-License-Identifier: MPL-2.0
"""Load spoiled checklists: ``python3 -m tests.auditapp.checklist.fuzz [NUMBER [SEED]]``.

Every one must end in a checklist or in a list of faults, at places in the file and in words that
can be shown. What loads must be the same again after it is written out, and must print as text.
Prints the seed, and of each that ends otherwise its number, the file and what happened; seed and
number make the same file again. The exit code is 1 if there was any.
"""

from auditapp import bootstrap

if __name__ == "__main__":
    bootstrap.ensure("test")

import signal
import sys
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from random import Random, SystemRandom

from auditapp.checklist.beside import Beside
from auditapp.checklist.faults import Fault
from auditapp.checklist.loading import checked_checklist, parse_checklist
from auditapp.checklist.plain_text import checklist_lines
from auditapp.errors import ChecklistInvalidError
from auditapp.standards import load_beside
from tests.auditapp.checklist.mutations import mutated

SHIPPED = Path(__file__).parents[3] / "checklists"
SAMPLE = Path(__file__).with_name("sample.yaml")

PATIENCE = 5.0
"""How many seconds of the processor's time one checklist may take; most take a hundredth."""


class Fuzz:
    """Make spoiled checklists, by number, and load them."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.ends: Counter[str] = Counter()
        beside = load_beside(SHIPPED)
        self._bases = (  # one uses every key, with a rule of its own; the other is long and in use
            (SAMPLE.read_bytes(), replace(beside, rules=None)),
            ((SHIPPED / "visits.yaml").read_bytes(), beside),
        )

    def file(self, number: int) -> tuple[bytes, Beside]:
        """Return the file of that number, and what it is checked against."""
        chance = Random(f"{self.seed}/{number}")
        base, beside = chance.choices(self._bases, (5, 1))[0]
        return mutated(base, chance), beside

    def trouble(self, number: int) -> str | None:
        """Load the file of that number; return what happened that must not, if anything did."""
        data, beside = self.file(number)
        try:
            with _time_limit(PATIENCE):
                self.ends[_end(data, beside)] += 1
        except Exception:  # noqa: BLE001 - whatever comes is what is looked for
            return traceback.format_exc()
        return None


def _end(data: bytes, beside: Beside) -> str:
    """Return how the loading ends, in one word.

    Raises:
        AssertionError: It ends with faults that cannot be shown, or the checklist is not whole.
    """
    try:
        checklist = checked_checklist(data, "f.yaml", beside)
    except ChecklistInvalidError as error:
        _check_faults(error.faults, lines=len(data.splitlines()) or 1)
        return "faults"
    written = checklist.model_dump_json(by_alias=True, exclude_unset=True).encode()
    assert checklist == parse_checklist(written, "f.json")[0]
    "\n".join(checklist_lines(checklist)).encode()
    return "checklist"


def _check_faults(faults: Sequence[object], lines: int) -> None:
    assert faults
    for fault in faults:
        assert isinstance(fault, Fault)
        assert 1 <= fault.line <= lines + 1
        assert fault.column >= 1
        str(fault).encode()


class TooSlowError(Exception):
    """Break off what takes too long."""


@contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Break off what takes longer, where the system has such a timer."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGPROF, _break_off)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _break_off(_number: int, _frame: object) -> None:
    raise TooSlowError


def main(number: int, seed: int) -> int:
    """Load that many spoiled checklists, print what happened and return the exit code."""
    print(f"Seed {seed}", flush=True)
    fuzz = Fuzz(seed)
    found = 0
    for each in range(number):
        if trouble := fuzz.trouble(each):
            found += 1
            path = Path(f"fuzz-{seed}-{each}.yaml")
            path.write_bytes(fuzz.file(each)[0])
            print(f"\nNumber {each}, kept in {path}:\n{trouble}", flush=True)
    ends = ", ".join(f"{count} in {end}" for end, count in sorted(fuzz.ends.items()))
    print(f"{number} loaded: {ends}; {found} otherwise")
    return 1 if found else 0


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:]]
    raise SystemExit(main(*arguments, *(1000, SystemRandom().getrandbits(32))[len(arguments) :]))
