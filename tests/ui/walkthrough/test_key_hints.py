# SPDX-License-Identifier: MPL-2.0
"""The keys at the foot of a step are those of the computer."""

import ast
import re

import pytest

from tests.test_project import ROOT
from ui.keys.commands import Command, CommandId
from ui.keys.keymap import command
from ui.walkthrough.key_hints import KeyHints
from ui.widgets.buttons.keycap import Keycap
from ui.widgets.buttons.shortcut import native_keys


@pytest.mark.parametrize(
    ("written", "caps"),
    [
        (str, ["Ctrl+1–4", "Alt+N", "F1", "Alt+Right"]),
        # As Qt writes keys on a Mac: a sign for each, and no plus between them.
        (
            lambda keys: keys.replace("Ctrl+", "⌘").replace("Alt+", "⌥"),
            ["⌘1–4", "⌥N", "F1", "⌥Right"],
        ),
    ],
    ids=["plus", "Mac"],
)
def test_every_key_that_is_held_is_named(theme, qtbot, monkeypatch, written, caps):
    """The number alone, on a Mac, chose nothing."""

    def words(command):
        return tuple(map(written, command.keys))

    monkeypatch.setattr(Command, "key_words", property(words))
    hints = KeyHints(theme)
    qtbot.addWidget(hints)
    hints.show_for(4, is_question=True)

    assert caps == [each.text() for each in hints.findChildren(Keycap)]


def test_keys_are_written_as_qt_does():
    """A plus may be the key itself."""
    assert "Ctrl++" == native_keys("Ctrl++")
    assert command(CommandId.NOTE).shortcut == native_keys("Alt+N")


def test_no_text_names_the_keys_of_one_system():
    """On a Mac Ctrl is another key; Qt knows how each system writes its own."""
    named = {
        f"{path.name}: {node.args[0].value}"
        for path in (ROOT / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "_"
        and isinstance(node.args[0], ast.Constant)
        and re.search(r"Ctrl\+|\bwith Ctrl and", node.args[0].value)
    }
    assert set() == named
