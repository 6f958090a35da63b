# SPDX-License-Identifier: MPL-2.0
"""Load files that are made to crash, fill or hold up a program; each in a process of its own.

The process may use 3 GB of memory and 20 seconds of the processor's time, so that a reader that
gives in harms nothing but its own test. The first table is the one that stock YAML readers fail.
"""

import json
import subprocess
import sys

import pytest

from auditapp.checklist.faults import MOST_FAULTS

PROGRAM = """
import sys

try:
    import resource
except ImportError:  # Windows has no such limits; the time is limited from outside
    pass
else:
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))

from auditapp.checklist.loading import checked_checklist
from auditapp.errors import ChecklistInvalidError

try:
    checked_checklist(sys.stdin.buffer.read(), "f.yaml")
except ChecklistInvalidError as error:
    sys.stdout.buffer.write("\\n".join([str(error), *map(str, error.faults)]).encode())
"""


def load(data):
    """Load ``data`` within limits; return what it is refused for, line by line."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=data, capture_output=True, timeout=100, check=True
    )
    assert b"" == done.stderr
    return done.stdout.decode().splitlines()


def laughs():
    """Return a billion laughs: each of nine lines repeats the one before it ten times."""
    lines = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    for number in range(1, 9):
        repeated = ", ".join([f"*a{number - 1}"] * 10)
        lines.append(f"a{number}: &a{number} [{repeated}]")
    return "\n".join(lines).encode()


ATTACKS = {
    "a billion laughs": (laughs, "f.yaml:1:5: Anchors (&name) are not allowed."),
    "10,000 aliases of 100 kB": (
        lambda: b"a: &a " + b"x" * 100_000 + b"\nb: [" + b"*a, " * 10_000 + b"]\n",
        "f.yaml:1:4: Anchors (&name) are not allowed.",
    ),
    "100,000 open brackets": (
        lambda: b"[" * 100_000,
        "f.yaml:1:41: The file is nested deeper than 40 levels.",
    ),
    "500,000 items": (
        lambda: b"[" + b"1," * 500_000 + b"]",
        "f.yaml:1:400000: The file has too many entries.",
    ),
    "10 MB of text": (
        lambda: b"a: " + b"x" * 10_000_000,
        "f.yaml:1:1: The file is larger than 2 MB.",
    ),
    "a python tag": (
        lambda: b"a: !!python/object/apply:os.system [exit 1]\n",
        "f.yaml:1:4: Tags (tag:yaml.org,2002:python/object/apply:os.system) are not allowed.",
    ),
    "a merge key": (
        lambda: b"a:\n  <<: {b: 1}\n",
        "f.yaml:2:3: Merge keys (<<) are not allowed.",
    ),
    "an alias of itself": (
        lambda: b"a: &a [*a]\n",
        "f.yaml:1:4: Anchors (&name) are not allowed.",
    ),
    "a key twice": (
        lambda: b"schema: checklist/1\nschema: checklist/1\n",
        "f.yaml:2:1: 'schema' is written twice here.",
    ),
    "a second document": (
        lambda: b"schema: checklist/1\n---\nschema: checklist/1\n",
        "f.yaml:2:1: A second document begins here.",
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused(name):
    """The process ends by itself, within its limits, with one fault at its place."""
    make, expected = ATTACKS[name]

    message, fault = load(make())

    assert "f.yaml cannot be read." == message
    assert fault.startswith(expected)


def checklist(questions, **keys):
    """Return the bytes of a checklist as full as the reader lets it be."""
    data = {
        "schema": "checklist/1",
        "id": "full",
        "version": "1.0",
        "status": "draft",
        "title": "Full",
        "purpose": "Keeps the computer busy.",
        "licence": "none",
        "sections": [{"id": "s", "title": "S", "questions": questions}],
    }
    return json.dumps(data | keys).encode()


def question(number, **keys):
    """Return a question, as short as can be."""
    return {"id": f"Q{number}", "kind": "text", "text": "T", "sources": ["x"]} | keys


def rating(number):
    """Return a rating, as short as can be."""
    looks_like = {"met": "a", "partly_met": "b", "not_met": "c"}
    return question(number, kind="rating", scale="compliance", looks_like=looks_like)


def counting_cap(number):
    """Return a cap that counts answers in the whole checklist."""
    when = {"answers_in": "checklist", "equal": "met", "at_least": 1}
    return {"id": f"c{number}", "when": when, "audit_at_most": "good", "because": "B"}


FULL = {
    "unknown keys": (
        lambda: checklist([question(0)], **{f"key{number}": 1 for number in range(30_000)}),
        "There is no key 'key0'.",
    ),
    "tests of unknown questions": (
        lambda: checklist(
            [question(n, when={"question": f"X{n}", "answered": True}) for n in range(4000)]
        ),
        "There is no question 'X0'.",
    ),
}


@pytest.mark.parametrize("name", FULL)
def test_of_very_many_faults_the_first_are_listed(name):
    """A file with tens of thousands of faults does not hold up the program."""
    make, expected = FULL[name]

    message, *faults = load(make())

    assert f"f.yaml has {MOST_FAULTS} faults or more." == message
    assert MOST_FAULTS == len(faults)
    assert expected in faults[0]


def test_a_full_checklist_without_a_fault_loads():
    """Thousands of conditions over thousands of questions take seconds, not minutes."""
    questions = [rating(number) for number in range(3000)]

    assert [] == load(checklist(questions, caps=[counting_cap(number) for number in range(3000)]))


def test_a_circle_among_counts_is_found():
    """Questions that count the answers of their own section are in a circle, however many."""
    when = {"answers_in": "s", "equal": "met", "at_least": 1}
    questions = [rating(number) for number in range(3000)]
    questions += [question(f"b{number}", when=when) for number in range(3000)]

    message, fault = load(checklist(questions))

    assert "f.yaml has 1 fault." == message
    assert "Whether 'Qb0' is shown depends on itself: Qb0 needs Qb0." in fault
