# SPDX-License-Identifier: MPL-2.0
"""The list of screens: how to come to each of them in the real window.

A place is a way through a part of the window, which can be gone again. It yields the name of a
screen and then the widget to be looked at, once that is on show. ``PAGES`` says where each class of
a page is seen; a test fails when a new one is missing there.
"""

from tests.making import PASSPHRASE
from tests.ui.accessibility.stock import (
    AMENDED,
    DRAFT,
    READ_AGAIN,
    READ_TWICE,
    SIGNED,
    TWO_VERSIONS,
)
from tests.ui.home_fixtures import open_try_out
from tests.ui.moderation.conftest import ACTION
from ui.guided.stops import STOPS
from ui.review.give_up_dialog import GiveUpDialog
from ui.walkthrough.steps import REVIEW, StepKind


def first_start(visitor):
    """Show the steps of the first start, in a window of their own and on a home of their own."""
    view = visitor.begin_first_start()
    yield "first start, welcome", view.window()
    view.welcome.answered.emit("R. Okafor", "Northshire")
    yield "first start, passphrase", view.window()
    view.passphrase.chosen.emit(PASSPHRASE)
    visitor.wait(lambda: view.shows_key)
    yield "first start, recovery key", view.window()
    view.abandon()
    view.window().close()


def start(visitor):
    """Show what is there while the window is locked."""
    window = visitor.window
    yield "unlock", window
    window.start_view.restore_button.click()
    yield "restore", window
    window.start_view.left.emit()


def lists(visitor):
    """Show the audits, a new one, and what goes from hand to hand."""
    home, window = visitor.home, visitor.window
    home.show_audits()
    yield "audits", window
    home.show_new_audit()
    yield "new audit", window
    home.show_receive()
    yield "receive", window
    visitor.go_to("moderation")
    yield "moderation", window


def guided(visitor):
    """Show each note of the guided start, beside what it is about."""
    view = visitor.begin_guided_start()
    for number, stop in enumerate(STOPS):
        view.show_stop(number)
        visitor.wait(lambda: view.ring.isVisible() and not view._late.isActive())
        yield f"guided start, {stop.title}", visitor.window
    view.left.emit()
    visitor.rest()


def actions(visitor):
    """Show each part of the page of actions."""
    visitor.go_to("actions")
    view = visitor.place("actions")
    for part in view.buttons:
        view.show_part(part)
        visitor.rest()
        yield f"actions, {part}", visitor.window


def rounds(visitor):
    """Show the list of rounds, one that is set up, and one at work."""
    window = visitor.window
    visitor.go_to("rounds")
    view = visitor.place("rounds")
    view.show_list()
    visitor.rest()
    yield "rounds", window
    view.begin()
    yield "set-up of a round", window
    view.show_list()
    view.open_round(next(iter(window.workspace.rounds())).id)
    visitor.rest()
    assert view.currentWidget() is view.at_work
    yield "a round", window
    view.show_papers()
    visitor.rest()
    assert view.currentWidget() is view.beside.papers
    yield "papers of a round", window
    view.show_history()
    visitor.rest()
    assert view.currentWidget() is view.beside.history
    yield "history of a round", window


def figures(visitor):
    """Show insights and reports."""
    visitor.go_to("insights")
    visitor.wait(lambda: not visitor.place("insights").page.is_busy)
    yield "insights", visitor.window
    visitor.go_to("reports")
    yield "reports", visitor.window


def checklists(visitor):
    """Show the list of checklists, one that is loaded, and one that is tried out."""
    home, window = visitor.home, visitor.window
    home.show_checklists()
    visitor.wait(lambda: not home.checklists.is_reading)
    yield "checklists", window
    home.checklists.load_asked.emit()
    loading = home._checklists.loading
    visitor.wait(lambda: loading.decision.isVisible() and not window._jobs.is_busy)
    visitor.wait(lambda: all(row.isVisible() for row in loading.drafts.rows))
    yield "a checklist that is loaded", window
    loading.finished.emit(False)
    open_try_out(home, visitor._qtbot)
    yield "a try-out", window
    home.try_out.left.emit()


def own_places(visitor):
    """Show what belongs to the person: data and settings."""
    for name in ("data", "settings"):
        visitor.go_to(name)
        yield name, visitor.window


def questions(visitor):
    """Show a question of each kind."""
    view = visitor.open(DRAFT)
    kinds = {}
    for step in view._walk.steps:
        if step.kind is StepKind.QUESTION:
            asked = visitor.window.open_audit.outline.by_key[step.question]
            kinds.setdefault(asked.question.kind, step)
    for kind, step in kinds.items():
        view.show_step(step)
        yield f"a question, {kind}", visitor.window
    visitor.leave()


def other_steps(visitor):
    """Show every other step of an audit, from the front sheet to its history."""
    view = visitor.open(DRAFT)
    kinds = {step.kind: step for step in view._walk.steps if step.kind is not StepKind.QUESTION}
    for kind, step in kinds.items():
        view.show_step(step)
        visitor.rest()
        yield f"step, {kind}", visitor.window
    visitor.leave()


def signed(visitor):
    """Show what was signed, and what asks why it is amended."""
    review = _reviewed(visitor, SIGNED)
    yield "a signed audit", visitor.window
    review.amendments.ask()
    yield from _dialog(review.amendments.dialog)
    visitor.leave()


def amended(visitor):
    """Show an open amendment, what was signed before it, and what asks before it is given up."""
    review = _reviewed(visitor, AMENDED)
    yield "an amendment", visitor.window
    review.amendments.ask_to_give_up()
    yield from _dialog(review.findChild(GiveUpDialog))
    review.version_asked.emit(1)
    visitor.rest()
    yield from _dialog(visitor.window.audit_view.pages._version.dialog)
    visitor.leave()


def two_versions(visitor):
    """Show where it is settled which of two versions stands."""
    view = visitor.open(TWO_VERSIONS)
    yield "two versions", visitor.window
    view.links.settle()
    yield from _dialog(view.links.differences)
    visitor.leave()


def readings(visitor):
    """Show two readings side by side, then and now, and the dialogs about what differs."""
    view = _paired(visitor, READ_TWICE, is_moderation=True)
    yield "two readings", visitor.window
    view.agree(view._comparison.grades[0].key)
    yield from _dialog(view.dialog)
    view._on_line_chosen(view._comparison.lines[0].key)
    yield from _dialog(view.dialog)
    view = _paired(visitor, READ_AGAIN, is_moderation=False)
    yield "then and now", visitor.window
    view._on_action_chosen(ACTION)
    yield from _dialog(view.dialog)


def guide(visitor):
    """Show the guide."""
    visitor.window.help.show()
    yield from _dialog(visitor.window.help.window)


LOCKED = (first_start, start)
"""The way through what is there before the window is unlocked."""

PLACES = (
    lists, guided, actions, rounds, figures, checklists, own_places, questions, other_steps, signed,
    amended, two_versions, readings, guide,
)  # fmt: skip
"""The way through each part of the window."""

PAGES = {
    "ActionsView": "actions",
    "AuditsView": "audits",
    "BackupView": "a backup that is looked at, in tests/ui/data",
    "CardPage": "a base of pages, on each of them",
    "ChecklistsView": "checklists",
    "ComparisonView": "two readings",
    "DataCards": "data",
    "DataView": "data",
    "InsightsPage": "insights",
    "InsightsView": "insights",
    "LinesPage": "what is behind a figure, in tests/ui/insights",
    "LoadView": "a checklist that is loaded",
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


def _reviewed(visitor, reference):
    view = visitor.open(reference)
    view.show_step(REVIEW)
    visitor.rest()
    return view.pages._view(StepKind.REVIEW)


def _paired(visitor, reference, *, is_moderation):
    second = visitor.row(reference, is_linked=True)
    visitor.home.show_pair(second.id, is_moderation=is_moderation)
    view = visitor.home.late.moderation.compared
    visitor.wait(lambda: view.is_read)
    return view


def _dialog(dialog):
    """Show a dialog that is open, and close it."""
    yield type(dialog).__name__, dialog
    dialog.reject()
