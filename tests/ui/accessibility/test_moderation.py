# SPDX-License-Identifier: MPL-2.0
"""Look at two readings side by side, and at the dialogs that need both."""

import pytest

from tests.auditapp.operations.conftest import desks
from tests.ui.accessibility.looking import Looker
from tests.ui.moderation.conftest import ACTION, again, first, second
from tests.ui.view_fixtures import jobs, show, theme
from ui.moderation.comparison_view import ComparisonView
from ui.widgets.window import Window

__all__ = ["again", "desks", "first", "jobs", "second", "show", "theme"]

pytestmark = pytest.mark.timeout(600)


@pytest.fixture
def show_pair(theme, desks, jobs, show, qtbot):
    """Return a function that shows a pair in a window, read."""

    def show_pair(second_id, *, is_moderation):
        view = ComparisonView(
            theme, desks.ana.workspace, jobs, second_id, is_moderation=is_moderation
        )
        window = Window()
        window.setCentralWidget(view)
        show(window)
        view.refresh()
        qtbot.waitUntil(lambda: view.is_read, timeout=60_000)
        view.setFocus()
        return view

    yield show_pair
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=60_000)


def look_at_pair(view, looker, *choose):
    """Look at the page, and at the dialog that each of ``choose`` opens."""
    looker.look("two readings", view.window())
    for each in choose:
        each()
        looker.look(type(view.dialog).__name__, view.dialog)
        view.dialog.close()


def test_two_readings(show_pair, second, theme):
    """The comparison, the agreed grade and one line."""
    view, looker = show_pair(second, is_moderation=True), Looker(theme)
    comparison = view._comparison
    look_at_pair(
        view,
        looker,
        lambda: view.agree(comparison.grades[0].key),
        lambda: view._on_line_chosen(comparison.lines[0].key),
    )
    assert "" == "\n".join(looker.found)


def test_then_and_now(show_pair, again, theme):
    """The comparison with a later audit, and an action of then."""
    view, looker = show_pair(again, is_moderation=False), Looker(theme)
    look_at_pair(view, looker, lambda: view._on_action_chosen(ACTION))
    assert "" == "\n".join(looker.found)
