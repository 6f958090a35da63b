# SPDX-License-Identifier: MPL-2.0
"""Work a program by its keyboard and its accessible actions alone, without seeing it."""

import subprocess
from contextlib import suppress
from typing import Final

from listening import Ears
from looking import LostError, Node, Screen, wait_for

MOST_TABS: Final = 150
_MOVE: Final = 3.0
"""Seconds in which the focus is told to have moved; after them it may have had nowhere to go."""


class Person:
    """Press real keys, hear what is said, and look a thing up by its role and name."""

    def __init__(self, program: str) -> None:
        """Sit down at ``program``, which is on its way."""
        self.ears = Ears()
        self.screen = Screen(program)

    def take_keyboard(self, title: str) -> None:
        """Click on the window called ``title``, as there is no window manager that would."""
        search = ["search", "--sync", "--onlyvisible", "--name", title]
        window = _xdotool(*search).split()[-1]
        _xdotool("windowfocus", "--sync", window)

    def press(self, keys: str, times: int = 1) -> None:
        """Press a key or a combination, such as ``alt+Right``."""
        for _time in range(times):
            _xdotool("key", keys)

    def move(self, keys: str) -> Node:
        """Press a key that moves the focus, and return what has it then."""
        self.ears.forget_focus()
        self.press(keys)
        with suppress(LostError):
            wait_for(lambda: self.ears.focused, "the focus", _MOVE)
        return self.focus()

    def type(self, text: str) -> None:
        """Type a text."""
        _xdotool("type", "--delay", "4", "--", text)

    def fill(self, name: str, text: str, role: str = "text") -> None:
        """Go to a field by Tab, type over what is there, and read it back.

        Raises:
            AssertionError: Something else stands in it.
        """
        field = self.tab_to(name)
        assert field.role == role, f"{field} is no {role}"
        assert name in field.labels or field.name == name, f"{field} is labelled {field.labels}"
        self.press("ctrl+a")
        self.type(text)
        if role != "password text":
            wait_for(lambda: field.text == text, f"{text!r} in {field}, which has {field.text!r}")

    def tick(self, name: str, role: str) -> Node:
        """Go to a control by Tab and press it with the space bar."""
        found = self.tab_to(name)
        assert found.role == role, f"{found} is no {role}"
        self.press("space")
        return found

    def choose(self, first: str, name: str) -> None:
        """Go to a group by Tab, where ``first`` leads it, down to ``name``, and choose that."""
        found = self.tab_to(first)
        for _step in range(MOST_TABS):
            if found.name.startswith(name):
                break
            found = self.move("Down")
        assert found.role == "radio button", f"{found} is no radio button"
        self.press("space")
        wait_for(lambda: "checked" in found.states, f"the mark of {found}")

    def pick(self, name: str, words: str) -> None:
        """Open a drop-down list, go to one of its lines, and take it."""
        box = self.tab_to(name)
        assert box.role == "combo box", f"{box} is no combo box"
        self.press("alt+Down")
        wait_for(lambda: "expanded" in box.states, f"the list of {name!r}")
        self.press("Home")
        for _step in range(MOST_TABS):
            if self.focus().name == words:
                break
            self.move("Down")
        self.press("Return")
        wait_for(lambda: box.name == words, f"{words!r} in {box}")

    def tab_to(self, name: str) -> Node:
        """Press Tab until the focus is on what is called ``name``; it may be there already.

        Raises:
            LostError: The focus went round without coming to it.
        """
        passed, found = [], self.focus()
        for _step in range(MOST_TABS):
            if found.name.startswith(name) or name in found.labels:
                return found
            passed.append(str(found))
            found = self.move("Tab")
        raise LostError(f"{name!r} was not reached by Tab; passed were {passed}")

    def focus(self) -> Node:
        """Return what has the keyboard."""
        told = self.ears.focused
        if told is None or not told.has_focus:
            told = self.ears.focused = wait_for(self.screen.focused, "the focus")
        return told


def _xdotool(*arguments: str) -> str:
    done = subprocess.run(
        ["xdotool", *arguments], capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout
