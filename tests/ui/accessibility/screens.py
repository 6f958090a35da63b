# SPDX-License-Identifier: MPL-2.0
"""The list of screens: how to come to each of them in the real window.

A place is a way through a part of the window. It yields the name of a screen and then the widget to
be looked at, once that is on show. ``PAGES`` says where each class of a page is seen; a test fails
when a new one is missing there.
"""

from auditapp.model.edits import Author
from tests.ui.home_fixtures import open_try_out
from tests.working_rounds import begin_round, draw_listed
from ui.walkthrough.steps import StepKind

PATIENCE = 60_000
"""Milliseconds to wait for a page that reads the audits, on a busy computer."""


def start(window, unlock, qtbot):
    """Show what is there while it is locked."""
    yield "unlock", window
    window.start_view.restore_button.click()
    yield "restore", window


def lists(window, unlock, qtbot):
    """Show the audits, a new one, and what goes from hand to hand."""
    unlock()
    home = window.home_view
    yield "audits", window
    home.show_new_audit()
    yield "new audit", window
    home.show_receive()
    yield "receive", window
    home.show_moderation()
    _rest(window, qtbot)
    yield "moderation", window


def actions(window, unlock, qtbot):
    """Show each part of the page of actions."""
    unlock()
    home = window.home_view
    home.go_to("actions")
    view = home.places.actions.made()
    for part in view.buttons:
        view.show_part(part)
        _rest(window, qtbot)
        yield f"actions, {part}", window


def rounds(window, unlock, qtbot):
    """Show the list of rounds, one that is set up, and one at work."""
    workspace = unlock()
    by = Author("R. Okafor", workspace.clock())
    drawn = begin_round(workspace, by)
    draw_listed(workspace, drawn, by)
    window.home_view.go_to("rounds")
    view = window.home_view.places.rounds.made()
    _rest(window, qtbot)
    yield "rounds", window
    view.begin()
    yield "set-up of a round", window
    view.show_list()
    view.open_round(drawn)
    _rest(window, qtbot)
    yield "a round", window
    view.show_papers()
    _rest(window, qtbot)
    yield "papers of a round", window
    view.show_history()
    _rest(window, qtbot)
    yield "history of a round", window


def figures(window, unlock, qtbot):
    """Show insights and reports."""
    unlock()
    for name in ("insights", "reports"):
        window.home_view.go_to(name)
        _rest(window, qtbot)
        yield name, window


def checklists(window, unlock, qtbot):
    """Show the list of checklists and one that is tried out."""
    unlock()
    home = window.home_view
    home.show_checklists()
    qtbot.waitUntil(lambda: not home.checklists.is_reading, timeout=PATIENCE)
    yield "checklists", window
    open_try_out(home, qtbot)
    yield "a try-out", window


def own_places(window, unlock, qtbot):
    """Show what belongs to the person: data and settings."""
    unlock()
    for name in ("data", "settings"):
        window.home_view.go_to(name)
        _rest(window, qtbot)
        yield name, window


def questions(window, unlock, qtbot):
    """Show a question of each kind."""
    view = _open_draft(window, unlock)
    kinds = {}
    for step in view._walk.steps:
        if step.kind is StepKind.QUESTION:
            asked = window.open_audit.outline.by_key[step.question]
            kinds.setdefault(asked.question.kind, step)
    for kind, step in kinds.items():
        view.show_step(step)
        yield f"a question, {kind}", window


def other_steps(window, unlock, qtbot):
    """Show every other step of an audit, from the front sheet to its history."""
    view = _open_draft(window, unlock)
    kinds = {step.kind: step for step in view._walk.steps if step.kind is not StepKind.QUESTION}
    for kind, step in kinds.items():
        view.show_step(step)
        _rest(window, qtbot)
        yield f"step, {kind}", window


PLACES = {
    each.__name__: each
    for each in (
        start, lists, actions, rounds, figures, checklists, own_places, questions, other_steps,
    )
}  # fmt: skip

"""The way through each part of the window."""

PAGES = {
    "ActionsView": "actions",
    "AuditsView": "audits",
    "BackupView": "a backup that is looked at, in tests/ui/data",
    "CardPage": "a base of pages, on each of them",
    "ChecklistsView": "checklists",
    "ComparisonView": "two readings, in test_moderation.py",
    "DataCards": "data",
    "DataView": "data",
    "InsightsPage": "insights",
    "InsightsView": "insights",
    "LinesPage": "what is behind a figure, in tests/ui/insights",
    "LoadView": "a checklist that is loaded, in tests/ui/checklists",
    "ModerationView": "moderation",
    "NewAuditView": "new audit",
    "PapersView": "papers of a round",
    "ReceiveView": "receive",
    "ReportsView": "reports",
    "RoundHistoryView": "history of a round",
    "RoundListView": "rounds",
    "RoundView": "a round",
    "RoundsView": "rounds",
    "SettingsView": "settings",
    "SetupView": "set-up of a round",
}
"""Where each class of a page is looked at."""


def _open_draft(window, unlock):
    draft = next(row for row in unlock().audits() if row.status == "draft")
    window.home_view.audit_chosen.emit(draft.id)
    return window.audit_view


def _rest(window, qtbot):
    """Wait until no page reads any more."""
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=PATIENCE)
