# SPDX-License-Identifier: MPL-2.0
"""Test rounds in the whole window: from audit to audit, and over a lock."""

import pytest

from auditapp.model.edits import Author
from tests.ui.review.answering import finish
from tests.ui.window_fixtures import paths, unlock, window
from tests.working_rounds import begin_round, draw_listed, share_out
from ui.walkthrough.steps import REVIEW

__all__ = ["paths", "unlock", "window"]


@pytest.fixture
def begun(window, unlock):
    """Unlock, begin a round that is given to one auditor, and show it; return its id."""
    unlock()
    workspace = window.workspace
    by = Author("R. Okafor", workspace.clock())
    round_id = begin_round(workspace, by)
    draw_listed(workspace, round_id, by)
    share_out(workspace, round_id, by)
    window.home_view.places.rounds.button.click()
    window.home_view.places.rounds.view.open_round(round_id)
    return round_id


def test_the_next_case_follows_the_sign_off(window, begun):
    """One press of the button that has the focus closes this audit and opens the next one."""
    window.home_view.places.rounds.view.at_work.next_button.click()
    first = window.open_audit.audit
    assert begun == first.links.round
    finish(window.open_audit)
    window.audit_view.show_step(REVIEW)
    window.open_audit.sign_off()
    card = window.audit_view.pages.currentWidget().signed_card
    assert card.way_on is card.next_button
    card.next_button.click()

    second = window.open_audit.audit
    assert second.id != first.id
    assert begun == second.links.round
    (row,) = window.workspace.rounds()
    assert 1 == row.signed


def test_leaving_an_audit_leads_back_to_its_round(window, begun):
    """With what was begun chosen."""
    window.home_view.places.rounds.view.at_work.next_button.click()
    case = window.open_audit.audit.front.case_reference
    window.audit_view.left.emit()
    rounds = window.home_view.places.rounds.view
    assert window.home_view.page is rounds
    assert [case] == rounds.at_work.table.chosen


def test_sending_begins_with_the_audits_of_the_round(window, begun):
    """Whoever runs the round need not look for them in the list of audits."""
    rounds = window.home_view.places.rounds.made()
    rounds.at_work.next_button.click()
    finish(window.open_audit)
    window.open_audit.sign_off()
    window.audit_view.left.emit()
    rounds.at_work.send_command.trigger()
    dialog = window.home_view.late.sending.dialog
    assert dialog.isVisible()
    dialog.reject()


def test_a_reason_that_was_begun_is_there_again_after_a_lock(window, begun, unlock):
    """Nothing of it is kept in the clear meanwhile, and nothing of it stays on the screen."""
    at_work = window.home_view.places.rounds.view.at_work
    at_work.cases.exempt_command.trigger()
    at_work.cases.dialog.reason.set_text("Her sister works here")
    window.lock()
    assert "sister" not in repr(window._left_off)
    unlock()
    dialog = window.home_view.places.rounds.view.at_work.cases.dialog
    assert (True, "Her sister works here") == (dialog.isVisible(), dialog.reason.text)
    dialog.reject()


def test_a_round_is_come_back_to_after_a_lock(window, begun, unlock):
    """No name of it is kept in the clear meanwhile."""
    window.lock()
    assert "Visits" not in repr(window._left_off)
    unlock()
    assert begun == window.home_view.places.rounds.view.at_work.open_round.whole.id
