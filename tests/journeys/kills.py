# SPDX-License-Identifier: MPL-2.0
"""Kill the window again and again in mid-sentence: ``python3 -m tests.journeys.kills [ROUNDS]``.

Each round starts the real window in a process of its own, lets it type, and kills it with SIGKILL
at a random moment. Then the workspace is opened again: every note that the window had shown as
saved must be there, whole, with an unbroken history. The rounds go on in one workspace, so each
opens what the kills before it left behind.
"""

from auditapp import bootstrap

if __name__ == "__main__":
    bootstrap.ensure("test")

import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from auditapp.model.chain import first_fault
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_workspace, start_audit

LONGEST = 3.0
"""Seconds that the window types at most before it is killed."""


def kill_rounds(folder: Path, rounds: int, longest: float = LONGEST) -> Iterator[int]:
    """Yield, for each round, how many saves had been acknowledged; raise when one was lost.

    A round types for up to ``longest`` seconds.

    Raises:
        AssertionError: An acknowledged note is missing or changed, or the history is broken.
    """
    chance = random.Random(rounds)
    workspace = make_workspace(folder)
    audit_id = start_audit(workspace)
    workspace.close()
    for number in range(rounds):
        delay = chance.uniform(0, longest)
        acknowledged = _type_and_kill(folder, audit_id, seed=number, delay=delay)
        _check(folder, audit_id, acknowledged[-1] if acknowledged else {})
        yield len(acknowledged)


def _type_and_kill(folder: Path, audit_id: str, *, seed: int, delay: float) -> list[dict]:
    """Return the notes of each acknowledged save, in order."""
    command = [sys.executable, "-m", "tests.journeys.typist", str(folder), audit_id, str(seed)]
    typist = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    first = typist.stdout.readline()
    assert "ready\n" == first, first
    threading.Timer(delay, typist.send_signal, [signal.SIGKILL]).start()
    lines = typist.stdout.read().split("\n")
    assert -signal.SIGKILL == typist.wait()
    typist.stdout.close()
    return [json.loads(line) for line in lines[:-1]]  # the last may be cut


def _check(folder: Path, audit_id: str, acknowledged: dict[str, str]) -> None:
    workspace = Workspace.unlock(find_paths(folder), PASSPHRASE, strength=WEAK)
    try:
        audit = workspace.open_audit(audit_id)
        assert first_fault(workspace.history(audit_id)) is None
        assert [] == list(workspace.problems)
    finally:
        workspace.close()
    for key, note in acknowledged.items():
        # The typist only ever adds words, so what was saved later begins with what was saved then.
        assert audit.answer(key).note.startswith(note), key


def main(rounds: int) -> int:
    """Run ``rounds`` kills and say what they found."""
    with tempfile.TemporaryDirectory() as folder:
        saves = list(kill_rounds(Path(folder), rounds))
    print(f"{rounds} kills, {sum(saves)} acknowledged saves, none lost")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
