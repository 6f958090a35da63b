# SPDX-License-Identifier: MPL-2.0
"""Run the trials: ``python3 -m tests.torture [TRIAL [ROUNDS]]``.

Without a trial each is run with the rounds that `ROUNDS` gives. Each prints one line; the exit code
is 1 if any found something lost.
"""

from auditapp import bootstrap

if __name__ == "__main__":
    bootstrap.ensure("test")

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType

from tests.torture import faults, tampering
from tests.torture.clocks import clocks
from tests.torture.exchange import exchanges
from tests.torture.kills import kills
from tests.torture.many_audits import many_audits
from tests.torture.migrations import migrations
from tests.torture.parcels import parcels
from tests.torture.power_cuts import power_cuts
from tests.torture.stale_writers import stale_writers
from tests.torture.windows import killed_holders, two_windows

ROUNDS = MappingProxyType(
    {
        "kills": 2000,
        "migrations": 200,
        "power cuts": 200,
        "two windows": 200,
        "killed holders": 200,
        "stale writers": 60,
        "clocks": 60,
        "exchange": 400,
        "parcels": 400,
        "many audits": 20_000,
        **dict.fromkeys(faults.KINDS, 60),
        **dict.fromkeys(tampering.KINDS, 100),
        "flips": 3000,
        "cuts": 500,
    }
)
"""Each trial, and how often it is tried; of many audits, how many there are."""

Verdict = tuple[str, bool]
"""A line to print, and whether nothing was lost."""


def _kills(folder: Path, rounds: int) -> Verdict:
    found = list(kills(folder, rounds))
    deeds = sum(count for count, _under_way in found)
    under_way = _listed(under_way for _count, under_way in found)
    words = (
        f"{rounds} kills ({under_way}), {deeds} acknowledged deeds, none lost; each time the "
        "workspace opened by itself"
    )
    return words, True


def _power_cuts(folder: Path, rounds: int) -> Verdict:
    found = list(power_cuts(folder / "true", rounds))
    control = power_cuts(folder / "control", rounds, flushes_folders=False)
    lost, lost_in_control = (_count(wrong for _, wrong in each) for each in (found, control))
    words = (
        f"{rounds} power cuts ({_listed(under_way for under_way, _wrong in found)}), {lost} with "
        f"losses; without the flush of folders, as a control, {lost_in_control} with losses"
    )
    return words, lost == 0 and lost_in_control > 0


def _migrations(folder: Path, rounds: int) -> Verdict:
    found = list(migrations(folder, rounds))
    late, lost = sum(has_backup for has_backup, _ in found), _count(wrong for _, wrong in found)
    words = (
        f"{rounds} kills while audits of earlier versions are raised, {late} of them after the "
        f"backup was made, {lost} with losses"
    )
    return words, lost == 0


def _many_audits(folder: Path, audits: int) -> Verdict:
    *kills, _at_the_end = found = list(many_audits(folder, audits))
    lost = _count(wrong for _, wrong in found)
    words = (
        f"{audits:,} audits, {len(kills)} kills ({_listed(what for what, _wrong in kills)}), each "
        f"audit read at the end, {lost} with losses"
    )
    return words, lost == 0


def _windows(
    name: str, trial: Callable[[Path, int], Iterable[tuple[int, list[str]]]]
) -> Callable[[Path, int], Verdict]:
    def run(folder: Path, rounds: int) -> Verdict:
        found = list(trial(folder, rounds))
        refused, lost = sum(each for each, _wrong in found), _count(wrong for _, wrong in found)
        return f"{rounds} {name}, {refused} refusals, {lost} with losses", lost == 0 < refused

    return run


def _exchange(_folder: Path, rounds: int) -> Verdict:
    found = list(exchanges(rounds))
    had = sum(differences > 0 for differences, _wrong in found)
    lost = _count(wrong for _differences, wrong in found)
    words = (
        f"{rounds} schedules of three people, {had} with differences to settle, {lost} in which "
        "something was lost, settled by nobody, or not the same at the end"
    )
    return words, lost == 0 < had


def _parcels(folder: Path, rounds: int) -> Verdict:
    found = list(parcels(folder, rounds))
    lost = _count(wrong for _what, wrong in found)
    words = f"{rounds} kills ({_listed(what for what, _wrong in found)}), {lost} with losses"
    return words, lost == 0


def _clocks(folder: Path, rounds: int) -> Verdict:
    lost = _count(clocks(folder, rounds))
    return f"{rounds} days with clocks set back and on, {lost} with losses", lost == 0


def _faults(kind: str) -> Callable[[Path, int], Verdict]:
    def run(folder: Path, rounds: int) -> Verdict:
        found = list(faults.faults(folder, kind, rounds))
        stopped, lost = sum(each for each, _wrong in found), _count(wrong for _, wrong in found)
        return f"{rounds} {kind}, {stopped} deeds refused in words, {lost} with losses", lost == 0

    return run


def _tampering(kind: str) -> Callable[[Path, int], Verdict]:
    def run(folder: Path, rounds: int) -> Verdict:
        found = list(tampering.tampering(folder, kind, rounds))
        for words, wrong in found:
            for each in wrong:
                print(f"  {words}: {each}")
        count = _count(wrong for _words, wrong in found)
        return f"{rounds} {kind}, {count} unnoticed", count == 0

    return run


def _count(found: Iterable[list[str]]) -> int:
    """Return how many rounds found something wrong."""
    return sum(map(bool, found))


def _listed(under_way: Iterable[str]) -> str:
    """Return how often each deed was under way, in words."""
    counted = Counter(what or "nothing" for what in under_way)
    return ", ".join(f"{what} {count}" for what, count in counted.most_common())


TRIALS: MappingProxyType[str, Callable[[Path, int], Verdict]] = MappingProxyType(
    {
        "kills": _kills,
        "migrations": _migrations,
        "power cuts": _power_cuts,
        "two windows": _windows("times three windows at once", two_windows),
        "killed holders": _windows("killed holders", killed_holders),
        "stale writers": _windows("times two windows without a lock", stale_writers),
        "clocks": _clocks,
        "exchange": _exchange,
        "parcels": _parcels,
        "many audits": _many_audits,
        **{kind: _faults(kind) for kind in faults.KINDS},
        **{kind: _tampering(kind) for kind in tampering.KINDS},
    }
)


def main(words: list[str]) -> int:
    """Run one trial, or each, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python3 -m tests.torture",
        description="Run one trial, or each. The exit code is 1 if any found something lost.",
    )
    trials = ", ".join(TRIALS)
    parser.add_argument("trial", nargs="?", choices=list(TRIALS), metavar="TRIAL", help=trials)
    parser.add_argument("rounds", nargs="?", type=int, metavar="ROUNDS", help="how often")
    args = parser.parse_args(words)
    is_sound = True
    for name in [args.trial] if args.trial else TRIALS:
        rounds = ROUNDS[name] if args.rounds is None else args.rounds
        with tempfile.TemporaryDirectory() as folder:
            line, is_good = TRIALS[name](Path(folder), rounds)
        print(line, flush=True)
        is_sound &= is_good
    return 0 if is_sound else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
