# SPDX-License-Identifier: MPL-2.0
"""Test how a signed audit is amended in the review, and how what was signed is read."""

import pytest

from auditapp.errors import SaveFailedError
from auditapp.model.follow_up import Action, Concern
from auditapp.model.grade import PRACTICE
from auditapp.model.ids import QuestionKey
from tests.ui.review.answering import NOW, finish, make_grade
from ui.review.amend_dialog import AmendDialog
from ui.review.give_up_dialog import GiveUpDialog
from ui.review.review_view import ReviewView
from ui.review.version_dialog import VersionDialog
from ui.walkthrough.steps import FRONT_SHEET, OVERALL, Step, StepKind

SAFE = QuestionKey("visits/VS1-safe")
REASON = "A visit was overlooked."


@pytest.fixture
def view(theme, show, open_audit):
    """Return the review of an audit that has been signed off."""
    finish(open_audit)
    open_audit.sign_off()
    return show(ReviewView(theme, open_audit))


@pytest.fixture
def asked(view):
    """Press the button on the signed card; return the dialog."""
    view.signed_card.amend_button.click()
    return view.findChild(AmendDialog)


@pytest.fixture
def amending(view, asked):
    """Open an amendment by the dialog; return the review."""
    asked.reason.set_text(f" {REASON} ")
    asked.name.set_text("A. Manager")
    asked.button.click()
    return view


def titles(view):
    """Return the titles of what the amendment changes."""
    return [row.title for row in view.amendment_card.group.rows]


def test_the_dialog_names_whoever_worked_last_and_wants_a_reason(asked, open_audit):
    """Without one it stays open, says so, and nothing is opened."""
    assert "R. Okafor" == asked.name.text
    asked.button.click()

    assert (True, False) == (asked.isVisible(), open_audit.can_edit)
    assert "Say what has to be put right." == asked.reason.error
    asked.reason.set_text(REASON)
    asked.name.set_text(" ")
    asked.button.click()
    assert ("Say who amends the audit.", False) == (asked.name.error, open_audit.can_edit)
    asked.reject()


def test_a_refusal_is_told_in_the_dialog(asked, open_audit, monkeypatch):
    """The disk may be full; what was typed is still there."""

    def refuse(*_args):
        raise SaveFailedError("The disk is full.")

    monkeypatch.setattr(open_audit._keeper, "amend", refuse)
    asked.reason.set_text(REASON)
    asked.button.click()

    assert (True, REASON) == (asked.isVisible(), asked.reason.text)
    assert asked._banner.isVisible()
    assert not open_audit.can_edit
    asked.reject()


def test_an_amendment_opens_the_audit_again(amending, open_audit):
    """The review turns from what was signed to what is amended."""
    amendment = open_audit.audit.amendment

    assert (REASON, "A. Manager", True) == (amendment.reason, amendment.by, open_audit.can_edit)
    assert not amending.signed_card.isVisible()
    assert amending.amendment_card.isVisible()
    assert amending.sign_off_card.isVisible()
    assert not amending.sign_off_card.name_button.isVisible()
    assert [] == titles(amending)


def test_each_change_is_listed_and_leads_to_its_place(amending, open_audit):
    """Answers first, with what was signed and what it is now."""
    question = open_audit.outline.by_key[SAFE].question.text
    open_audit.change_answer(SAFE, note="Seen on 4 May.")
    open_audit.give_grade(PRACTICE, make_grade("inadequate", "Late."))
    rows = amending.amendment_card.group.rows

    assert [question, "Overall: practice"] == titles(amending)
    assert [Step(StepKind.QUESTION, SAFE), OVERALL] == [row.step for row in rows]
    old = "Recorded in the notes of each visit."
    assert f"Note: {old} Seen on 4 May." == rows[0].remarks[0].text
    assert rows[1].remarks[0].text.endswith("Inadequate")


def test_every_kind_of_change_leads_somewhere_or_nowhere(amending, open_audit):
    """An action to its question; a concern that is about none, nowhere."""
    open_audit.put_action(None, Action(what="Visit", question=SAFE, created_at=NOW))
    open_audit.put_concern(None, Concern(what="Not seen.", found_at=NOW))
    open_audit.change_front(open_audit.audit.front.model_copy(update={"team": "South"}))
    rows = amending.amendment_card.group.rows

    assert [
        ("Action: Visit", Step(StepKind.QUESTION, SAFE)),
        ("Immediate concern: Not seen.", None),
        ("Front sheet", FRONT_SHEET),
    ] == [(row.title, row.step) for row in rows]


def test_an_amendment_that_cannot_be_given_up_says_why(amending, open_audit, monkeypatch):
    """The disk may be full; the amendment is still open."""

    def refuse(*_args):
        raise SaveFailedError("The disk is full.")

    monkeypatch.setattr(open_audit._keeper, "give_up_amendment", refuse)
    amending.amendment_card.give_up_button.click()
    dialog = amending.findChild(GiveUpDialog)
    dialog.button.click()

    assert (True, True) == (dialog._banner.isVisible(), open_audit.can_edit)
    dialog.reject()


def test_who_amends_stands_under_what_they_change(amending, open_audit, workspace):
    """In the history and under the sign-off."""
    open_audit.change_answer(SAFE, note="Seen on 4 May.")
    open_audit.flush()
    assert "A. Manager" == workspace.history(open_audit.audit.id)[-1].by
    if amending.sign_off_card.seen_box.isVisible():
        amending.sign_off_card.seen_box.click()
    amending.sign_off_card.button.click()

    assert "A. Manager" == open_audit.audit.sign_off.by
    assert amending.signed_card.isVisible()
    assert amending.amendment_card.isVisible()
    assert not amending.amendment_card.give_up_button.isVisible()
    assert [] == list(workspace.signing_faults(open_audit.audit.id))


def test_an_amendment_without_changes_is_not_signed(amending, open_audit):
    """The card says why."""
    if amending.sign_off_card.seen_box.isVisible():
        amending.sign_off_card.seen_box.click()
    amending.sign_off_card.button.click()

    assert open_audit.can_edit
    assert amending.sign_off_card._banner.isVisible()


@pytest.mark.parametrize("is_sure", [True, False])
def test_an_amendment_is_given_up_after_a_question(amending, open_audit, is_sure):
    """What was signed is back, or the work goes on."""
    open_audit.change_answer(SAFE, note="Seen on 4 May.")
    amending.amendment_card.give_up_button.click()
    dialog = amending.findChild(GiveUpDialog)
    (dialog.button if is_sure else dialog.stay_button).click()

    assert is_sure is not open_audit.can_edit
    assert ("Seen on 4 May." != open_audit.audit.answer(SAFE).note) is is_sure
    assert is_sure is not amending.amendment_card.isVisible()
    assert is_sure is amending.signed_card.isVisible()


def test_what_was_signed_can_be_asked_for(amending, open_audit, qtbot):
    """One button for each time it was signed."""
    (first,) = buttons(amending)
    with qtbot.waitSignal(amending.version_asked) as asked:
        first.click()
    assert [1] == asked.args
    open_audit.change_answer(SAFE, note="Seen on 4 May.")
    open_audit.sign_off()
    open_audit.amend("A. Manager", "Once more.")

    assert ["Read what was signed: The original", "Read what was signed: Amendment 1"] == [
        button.text() for button in buttons(amending)
    ]


def buttons(view):
    """Return the buttons that lead to what was signed."""
    card = view.amendment_card
    return [each for each in card.versions._items if each is not card.give_up_button]


def test_what_was_signed_is_read_on_the_screen(theme, amending, open_audit, workspace, jobs, qtbot):
    """Its report, in memory only; closing the dialog lets the pages go."""
    dialog = VersionDialog(theme, workspace, jobs, open_audit.audit, 1, amending)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.pane.file is not None, timeout=60_000)
    pages = dialog.pane.file.page_count
    pane = dialog.pane
    dialog.reject()

    assert 1 < pages
    assert pane.file is None
