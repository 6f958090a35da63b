# SPDX-License-Identifier: MPL-2.0
"""Walk through every screen and dialog of the window, once in each look."""

from tests.ui.accessibility import dialogs
from tests.ui.accessibility.screens import LOCKED, PLACES
from tests.ui.accessibility.states import STATES
from tests.ui.accessibility.stock import DRAFT


def walk(visitor, looker, looks):
    """Go everywhere in each of ``looks``; return the names of the dialogs that were seen."""
    seen = set()
    _go_through(LOCKED, visitor, looker, looks, seen)
    visitor.unlock()
    _look_at_dialogs(visitor, looker, looks, seen)
    _go_through(PLACES, visitor, looker, looks, seen)
    _go_through(STATES, visitor, looker, looks, seen)
    return seen


def _go_through(places, visitor, looker, looks, seen):
    for look in looks:
        looker.take(look)
        for place in places:
            for name, root in place(visitor):
                seen.add(type(root).__name__)
                looker.look(name, root)


def _look_at_dialogs(visitor, looker, looks, seen):
    """Look at all that need no more than an open audit, in one go: made once, for all looks."""
    visitor.open(DRAFT)
    made = list(dialogs.make_all(visitor.window))
    for dialog in made:
        dialog.show()
    for look in looks:
        looker.take(look)
        for dialog in made:
            looker.look(type(dialog).__name__, dialog)
    seen.update(type(dialog).__name__ for dialog in made)
    for dialog in made:
        dialog.done(0)
    visitor.leave()
