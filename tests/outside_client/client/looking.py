# SPDX-License-Identifier: MPL-2.0
"""Look at what a program tells of itself on the accessibility bus, as a screen reader does."""

import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only after its version is chosen

PATIENCE = 40.0
"""Seconds to wait for something: a busy computer makes a report in ten."""


class LostError(Exception):
    """Say what was not to be found or heard, and what was there in its place."""


def wait_for(find: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
    """Return what ``find`` returns as soon as that is something; hear what is said meanwhile.

    Raises:
        LostError: It stayed nothing.
    """
    end = time.monotonic() + patience
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        found = _without_gone(find)
        if found:
            return found
        if time.monotonic() > end:
            raise LostError(f"{what} did not come about")
        time.sleep(0.02)


def _without_gone(find: Callable[[], Any]) -> Any:
    """Look; what goes off the screen while it is looked at is not there."""
    try:
        return find()
    except GLib.Error:
        return None


class Node:
    """Hold one thing on the screen: a control, a label, a group."""

    def __init__(self, accessible: Atspi.Accessible) -> None:
        self.accessible = accessible

    @property
    def role(self) -> str:
        """What it is, such as ``push button``."""
        return self.accessible.get_role_name()

    @property
    def name(self) -> str:
        """What it is called."""
        return self.accessible.get_name() or ""

    @property
    def description(self) -> str:
        """What more is said of it."""
        return self.accessible.get_description() or ""

    @property
    def states(self) -> set[str]:
        """How it is: ``focused``, ``checked`` and the like."""
        return {state.value_nick for state in self.accessible.get_state_set().get_states()}

    @property
    def has_focus(self) -> bool:
        """Whether it has the keyboard; what is gone from the screen has not."""
        return bool(_without_gone(lambda: "focused" in self.states))

    @property
    def labels(self) -> list[str]:
        """The names of what labels it."""
        kind = Atspi.RelationType.LABELLED_BY
        relations = self.accessible.get_relation_set()
        return [
            each.get_target(number).get_name()
            for each in relations
            if each.get_relation_type() == kind
            for number in range(each.get_n_targets())
        ]

    @property
    def text(self) -> str:
        """What stands in it."""
        return Atspi.Text.get_text(self.accessible, 0, -1)

    @property
    def size(self) -> tuple[int, int]:
        """Its width and height on the screen, in pixels."""
        place = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.SCREEN)
        return place.width, place.height

    def act(self, name: str) -> None:
        """Have it do one of its actions, such as ``Press`` or ``Toggle``."""
        actions = self.accessible.get_action_iface()
        names = [actions.get_action_name(each) for each in range(actions.get_n_actions())]
        if name not in names:
            raise LostError(f"{self} has no action {name!r} among {names}")
        actions.do_action(names.index(name))

    def __str__(self) -> str:
        """Name it for a message."""
        return f"{self.role} {self.name!r}"


class Screen:
    """Hold everything that one program shows."""

    def __init__(self, program: str) -> None:
        """Wait until ``program`` is there.

        Raises:
            LostError: It never came.
        """
        self._application = wait_for(lambda: _application(program), f"the program {program!r}")
        # What is kept of it would be out of date: not every change is told.
        self._application.set_cache_mask(Atspi.Cache.NONE)

    def nodes(self) -> Iterator[Node]:
        """Yield what is on show, in the order of the program."""
        yield from _shown(self._application)

    def find(self, role: str, name: str) -> Node:
        """Return the thing on show of this role whose name begins like ``name``; wait for it."""
        what = f"{role} {name!r}"
        try:
            return wait_for(lambda: self.look(role, name), what)
        except LostError as error:
            there = sorted({node.name for node in self.nodes() if node.role == role})
            raise LostError(f"{error}; there are {there}") from None

    def look(self, role: str, name: str) -> Node | None:
        """Return the thing on show of this role whose name begins like ``name``, if any."""
        fitting = (n for n in self.nodes() if n.role == role and n.name.startswith(name))
        return next(fitting, None)

    def focused(self) -> Node | None:
        """Return the innermost thing that has the keyboard."""
        found = [node for node in self.nodes() if "focused" in node.states]
        return found[-1] if found else None


def _application(name: str) -> Atspi.Accessible | None:
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    found = (desktop.get_child_at_index(each) for each in range(desktop.get_child_count()))
    return next((each for each in found if each is not None and each.get_name() == name), None)


def _shown(accessible: Atspi.Accessible) -> Iterator[Node]:
    for number in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield Node(child)
            yield from _shown(child)
