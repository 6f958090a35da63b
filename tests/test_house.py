# SPDX-License-Identifier: MPL-2.0
"""The code keeps to the sizes of the house, and says of each part what it does.

What was longer when this was written is named with its length. An entry may be lowered or taken
away; none is added, and none is raised.
"""

import ast
import itertools
from functools import cache

import pytest

from tests.test_project import PYTHON_FILES, ROOT

LONGEST_FILE = 300
LONG_FILES = {
    "auditapp/operations/insight.py": 305,
    "tests/auditapp/checklist/test_model_faults.py": 332,  # a table, one fault below the other
    "tests/auditapp/checklist/xlsform/forms.py": 316,  # a table of thirty forms
    "ui/home/home_view.py": 335,
}

LONGEST_FUNCTION = 40
LONG_FUNCTIONS = {
    "auditapp/operations/sending.py export_package": 46,
    "tests/auditapp/checklist/xlsform/test_importing.py "
    "test_an_untidy_form_is_read_as_far_as_it_goes": 46,
    "tests/auditapp/insight/generating.py _follow_up": 41,
    "tests/benchmarks/insight_rows.py _digest": 47,
}

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def parsed():
    """Return the tree of every Python file, under its name below the root."""
    return {
        path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in PYTHON_FILES
    }


def functions():
    """Yield each function of every file, inner ones too: the name of the file, and the function."""
    for name, tree in parsed().items():
        yield from ((name, node) for node in ast.walk(tree) if isinstance(node, FUNCTIONS))


def over(lengths, limit):
    """Return what is longer than the limit, of several of one name the longest."""
    return {
        name: lines for name, lines in sorted(lengths, key=lambda each: each[1]) if lines > limit
    }


def file_lengths():
    """Return each file with its number of lines."""
    return [
        (path.relative_to(ROOT).as_posix(), len(path.read_text("utf-8").splitlines()))
        for path in PYTHON_FILES
    ]


def function_lengths():
    """Return each function with its number of lines, from ``def`` to its last."""
    return [
        (f"{name} {node.name}", (node.end_lineno or 0) - node.lineno + 1)
        for name, node in functions()
    ]


@pytest.mark.parametrize(
    ("lengths", "limit", "known"),
    [
        (file_lengths, LONGEST_FILE, LONG_FILES),
        (function_lengths, LONGEST_FUNCTION, LONG_FUNCTIONS),
    ],
    ids=["files", "functions"],
)
def test_nothing_is_longer_than_it_may_be(lengths, limit, known):
    """What passes the limit is parted by subject; what is on the list does not grow."""
    found = over(lengths(), limit)
    assert {} == {name: lines for name, lines in found.items() if lines > known.get(name, limit)}
    assert set() == known.keys() - found.keys(), (
        "these are short enough now: take them off the list"
    )


def test_every_part_of_the_program_says_what_it_does():
    """Modules, classes, and functions that are not private, those inside others too."""
    program = {name: tree for name, tree in parsed().items() if not name.startswith("tests/")}
    parts = itertools.chain.from_iterable(
        ((name, node) for node in ast.walk(tree) if is_told_of(node))
        for name, tree in program.items()
    )
    silent = [
        f"{name} {getattr(node, 'name', '')}".rstrip()
        for name, node in parts
        if not (ast.get_docstring(node) or "").partition("\n")[0].endswith((".", "?", "!"))
    ]
    assert [] == silent


def is_told_of(node):
    """Tell whether a part of a file needs a docstring."""
    if isinstance(node, FUNCTIONS):
        return not node.name.startswith("_")
    return isinstance(node, ast.Module | ast.ClassDef)


def test_a_long_function_and_a_silent_one_would_be_found():
    """Inner functions and private classes count, private functions and magic methods do not."""
    tree = ast.parse("class _A:\n def __init__(self): ...\n def _b(self):\n  def c(): ...\n")
    told = [node.name for node in ast.walk(tree) if is_told_of(node) and hasattr(node, "name")]
    assert ["_A", "c"] == told
    assert {"a": 9, "b": 3} == over([("a", 9), ("b", 3), ("c", 2), ("a", 4)], 2)
