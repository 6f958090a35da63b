# SPDX-License-Identifier: MPL-2.0
"""The code keeps to the sizes of the house, and says of each part what it does.

A function that was longer when this was written is named with its length. An entry may be lowered
or taken away; none is added, and none is raised.
"""

import ast
import itertools
import re
from functools import cache

import pytest

from tests.test_project import PYTHON_FILES, ROOT
from ui.theme.tokens import SPACE

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
LONG_FUNCTIONS = {
    "tests/auditapp/checklist/xlsform/test_importing.py "
    "test_an_untidy_form_is_read_as_far_as_it_goes": 46,
    "tests/auditapp/insight/generating.py _follow_up": 41,
    "tests/benchmarks/insight_rows.py _digest": 47,
}

SPACING_CALLS = {
    "setSpacing", "addSpacing", "setHorizontalSpacing", "setVerticalSpacing",
    "setContentsMargins", "set_padding", "FlowRow",
}  # fmt: skip
SPACING_NAMES = {"spacing", "gap", "room"}
ODD_SPACES = {
    "ui/help/help_window.py": 3,
    "ui/history/history_view.py": 2,
    "ui/keys/shortcuts_dialog.py": 2,
    "ui/review/amendment_card.py": 2,
    "ui/review/sign_off_card.py": 1,
    "ui/walkthrough/concern_strip.py": 1,
    "ui/walkthrough/guidance_panel.py": 2,
    "ui/walkthrough/key_hints.py": 1,
    "ui/walkthrough/stage_pane.py": 3,
}

OWN_COLOURS = {
    "ui/demo/camera.py": "the shade of a demonstration, not of the window",
    "ui/help/guide_browser.py": "a shade over pictures, which are light in any theme",
    "ui/preview/pdf_preview.py": "paper is white",
    "ui/start/recovery_sheet.py": "a line on paper",
    "ui/theme/icons.py": "nothing yet, to draw on",
    "ui/walkthrough/scrim.py": "a shade over whatever is below, in any theme",
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
        (file_lengths, LONGEST_FILE, {}),
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


def windows():
    """Return the tree of every file of the window."""
    return {name: tree for name, tree in parsed().items() if name.startswith("ui/")}


def odd_spaces(tree):
    """Return the pixels between things that are written as a number off the scale."""
    given = [each for call in calls(tree) for each in spaces_of(call)]
    numbers = (part for each in given for part in ast.walk(each) if isinstance(part, ast.Constant))
    return [
        each.value
        for each in numbers
        if isinstance(each.value, int) and each.value not in {0, *SPACE.values()}
    ]


def calls(tree):
    """Return the calls in a tree."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def spaces_of(call):
    """Return what a call is given that is room between things."""
    named = [each.value for each in call.keywords if each.arg in SPACING_NAMES]
    return [*call.args, *named] if name_of(call) in SPACING_CALLS else named


def name_of(call):
    """Return the name of what is called, without what it belongs to."""
    return getattr(call.func, "attr", None) or getattr(call.func, "id", "")


def own_colours(tree):
    """Return the colours that are spelled out: by name of Qt, by numbers, or as ``#RRGGBB``."""
    spelled = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and re.search(r"#[0-9A-Fa-f]{6}\b", str(node.value))
    ]
    made = [call for call in calls(tree) if name_of(call) == "QColor" and spelled_out(call)]
    named = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and getattr(node.value, "attr", "") == "GlobalColor"
    ]
    return [*spelled, *made, *named]


def spelled_out(call):
    """Tell whether a call is given numbers or words themselves."""
    return any(isinstance(each, ast.Constant) for each in call.args)


def test_room_between_things_is_on_the_scale_of_the_tokens():
    """So that pages made by several hands keep one rhythm."""
    found = {name: odd_spaces(tree) for name, tree in windows().items()}
    assert {} == {name: odd for name, odd in found.items() if len(odd) > ODD_SPACES.get(name, 0)}


def test_colours_come_from_the_tokens():
    """So that dark, and more contrast, reach all that is painted."""
    apart = {"ui/theme/tokens.py", *OWN_COLOURS}
    found = {name: own_colours(tree) for name, tree in windows().items() if name not in apart}
    assert {} == {name: odd for name, odd in found.items() if odd}


def test_an_odd_space_and_a_colour_of_ones_own_would_be_found():
    """What is on the scale, and what is asked of the theme, is not."""
    tree = ast.parse(
        "a.setSpacing(7)\na.addSpacing(8)\nPage(spacing=10)\na.set_padding(EDGE + 1, SPACE['3'])\n"
        "QColor(1, 2, 3)\nQColor(theme)\nx = '#A0B0C0'\ny = Qt.GlobalColor.red\n"
    )
    assert [7, 1, 10] == sorted(odd_spaces(tree), key=[7, 1, 10].index)
    assert 3 == len(own_colours(tree))


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
