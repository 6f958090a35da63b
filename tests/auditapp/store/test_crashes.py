# SPDX-License-Identifier: MPL-2.0
"""Test that an acknowledged answer survives the sudden death of the program."""

import random
import subprocess
import sys
from pathlib import Path

from auditapp.store.repository import AuditRepository

AUDIT = "0123456789abcdef0123456789abcdef"
PROGRAM = "tests.auditapp.store.answer_until_killed"
PROJECT = Path(__file__).parents[3]
QUESTIONS = 20
ROUNDS = 5


def test_killed_programs_lose_no_acknowledged_answer(make_audit, repository, vault, unlock, root):
    """In some rounds the program is killed while it saves; each time everything is there."""
    make_audit()
    repository.close()
    vault.close()
    moment = random.Random(20)
    first = 1
    for _round in range(ROUNDS):
        last = kill_after(root, first, moment.randrange(1, 25))
        first = check_round(unlock, last) + 1


def kill_after(root, first, acknowledgements):
    """Kill the program after so many acknowledgements, and return the last it gave."""
    command = [sys.executable, "-m", PROGRAM, str(root), AUDIT, str(first)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, text=True) as process:
        seen = [process.stdout.readline() for _ in range(acknowledgements)]
        process.kill()
        seen += process.stdout.read().splitlines(keepends=True)
    return int([line for line in seen if line.endswith("\n")][-1])


def check_round(unlock, last):
    """Check a killed workspace up to the number ``last``; return the last one that is stored."""
    vault = unlock()
    repository = AuditRepository(vault)
    stored = repository.open(AUDIT).read()
    numbers = [entry["number"] for entry in stored.history if "number" in entry]
    latest = {}
    for number in numbers:
        latest[f"q{number % QUESTIONS}"] = number
    row = repository.rows()[0]
    problems = repository.problems
    repository.close()
    vault.close()

    assert [] == problems
    assert list(range(1, numbers[-1] + 1)) == numbers
    # At most the one answer that was saved, but not yet acknowledged, is there besides.
    assert numbers[-1] in (last, last + 1)
    assert latest == {key: record["number"] for key, record in stored.tables["answers"].items()}
    assert f"A-{numbers[-1] // 10}" == row["reference"]
    return numbers[-1]
