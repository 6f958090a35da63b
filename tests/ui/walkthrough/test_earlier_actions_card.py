# SPDX-License-Identifier: MPL-2.0
"""Test that an audit shows what earlier ones of its case and its worker asked for."""

import pytest
from PySide6.QtCore import QCoreApplication

from auditapp.model.edits import Author, put_action
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.ids import new_record_id
from auditapp.model.links import Links
from auditapp.model.report_kinds import ReportKind
from auditapp.operations.action_steps import GivenStep
from tests.making import make_front, start_audit
from ui.actions.deeds import Deed
from ui.audits.new_audit_view import NewAuditView
from ui.open_audit import OpenAudit
from ui.walkthrough.audit_view import AuditView
from ui.walkthrough.earlier_actions_card import FEW
from ui.walkthrough.steps import FEEDBACK, FRONT_SHEET, REPORT, REVIEW, StepKind


@pytest.fixture
def by(workspace):
    """Return the auditor, now."""
    return Author("R. Okafor", workspace.clock())


@pytest.fixture
def act(workspace, by):
    """Return a function that sets an action in an audit, and returns where it is."""

    def act(audit_id, what="See her at school"):
        key = new_record_id()
        action = Action(what=what, owner_role="Social worker", created_at=by.now)
        workspace.commit(audit_id, put_action(key, action, by))
        workspace.close_audit(audit_id)
        return audit_id, key

    return act


@pytest.fixture
def places(workspace, act):
    """Set an action in an audit of the case HX-1, and one of another case of its worker."""
    return [
        act(start_audit(workspace, case_reference=case, worker_code="W 7"), f"For {case}")
        for case in ("HX-1", "HX-2")
    ]


@pytest.fixture
def settle(jobs, qtbot):
    """Return a function that waits until nothing is under way."""

    def settle():
        for _turn in range(4):
            QCoreApplication.processEvents()
            qtbot.waitUntil(lambda: not jobs.is_busy, timeout=60_000)

    return settle


@pytest.fixture
def open_view(theme, workspace, preferences, jobs, show, settle):
    """Return a function that opens an audit at its front sheet."""
    opened = []

    def open_view(audit_id):
        open_audit = OpenAudit(workspace, audit_id)
        view = show(AuditView(theme, open_audit, workspace, preferences, jobs))
        view.show_step(FRONT_SHEET)
        settle()
        opened.append((view, open_audit))
        return view

    yield open_view
    for view, open_audit in opened:
        view.forget()
        open_audit.close()
    settle()


def card_of(view):
    """Return the card on the front sheet."""
    return view.pages.card(StepKind.FRONT_SHEET).earlier


def press(card, row, deed, settle, words="", name="A. Manager"):
    """Do something about one action."""
    card.rows[row].buttons[deed].click()
    dialog = card.desk.dialog
    dialog.words.set_text(words)
    dialog.name.set_text(name)
    dialog.button.click()
    settle()


def test_the_front_sheet_shows_what_still_waits(workspace, places, open_view):
    """The same case first; of the other case of the worker no reference."""
    again = start_audit(workspace, case_reference="hx-1", worker_code="w 7")
    card = card_of(open_view(again))
    assert card.isVisible()
    found = card._earlier.found
    assert [("For HX-1", True), ("For HX-2", False)] == [
        (each.row.action.what, each.is_same_case) for each in found
    ]


def test_each_is_verified_opened_again_or_left(workspace, places, open_view, by, settle):
    """What was verified is gone; what was left says so."""
    workspace.progress_actions(places[:1], GivenStep(ActionStatus.DONE, "Sent."), by)
    view = open_view(start_audit(workspace, case_reference="HX-1", worker_code="W 7"))
    card = card_of(view)
    press(card, 1, Deed.LEAVE, settle, "The worker is on leave.")
    assert "Left as it is: The worker is on leave." in str(
        workspace.action_story(places[1], "").course
    )
    press(card, 0, Deed.VERIFY, settle, "Read it.")
    assert 1 == len(card.rows)
    assert ActionStatus.VERIFIED is workspace.action_story(places[0], "").action.status


def test_leaving_needs_a_reason(workspace, places, open_view, settle):
    """The dialog says so."""
    card = card_of(open_view(start_audit(workspace, case_reference="HX-1")))
    press(card, 0, Deed.LEAVE, settle)
    assert "Write why" in card.desk.dialog.words.error
    card.desk.dialog.reject()


def test_the_last_one_leaves_a_word_of_what_became_of_it(workspace, act, open_view, settle):
    """Then the card is still there to be read."""
    act(start_audit(workspace, case_reference="HX-9"))
    card = card_of(open_view(start_audit(workspace, case_reference="HX-9")))
    press(card, 0, Deed.DONE, settle, "It is on the file.")
    press(card, 0, Deed.VERIFY, settle, name="B. Other")
    assert [] == card.rows
    assert "1 action was changed" == card.desk.banner.accessibleName()


def test_the_review_leads_to_it(workspace, places, open_view, qtbot):
    """By a button; the front sheet is shown then."""
    view = open_view(start_audit(workspace, case_reference="HX-1", worker_code="W 7"))
    view.show_step(REVIEW)
    banner = view.pages._views[StepKind.REVIEW].earlier_banner
    assert banner.isVisible()
    assert banner.accessibleName().startswith("2 actions of earlier audits wait")
    banner.buttons[0].click()
    assert FRONT_SHEET == view.step


def test_nothing_is_shown_where_nothing_waits(workspace, open_view):
    """Neither here nor in the review."""
    view = open_view(start_audit(workspace, case_reference="HX-1", worker_code="W 7"))
    assert card_of(view).isHidden()
    view.show_step(REVIEW)
    assert view.pages._views[StepKind.REVIEW].earlier_banner.isHidden()


def test_a_second_reader_sees_nothing_of_the_first(workspace, places, open_view):
    """It would tell what the first auditor found."""
    links = Links(moderates=places[0][0])
    front = make_front(case_reference="HX-1", worker_code="W 7")
    second = workspace.start_audit(front, ["visits"], links=links)
    assert card_of(open_view(second)).isHidden()


def test_another_case_on_the_front_sheet_is_looked_for(workspace, places, open_view, settle):
    """At once, as it is written down."""
    view = open_view(start_audit(workspace, case_reference="HX-7"))
    assert card_of(view).isHidden()
    form = view.pages.card(StepKind.FRONT_SHEET).form
    form.reference.set_text("HX-1")
    form.reference.text_settled.emit("HX-1")
    settle()
    assert ["For HX-1"] == [each.row.action.what for each in card_of(view)._earlier.found]


def test_many_are_shown_when_they_are_asked_for(workspace, act, open_view):
    """A few at first."""
    first = start_audit(workspace, case_reference="HX-5")
    for number in range(FEW + 2):
        act(first, f"Action {number}")
    card = card_of(open_view(start_audit(workspace, case_reference="HX-5")))
    assert (FEW, "Show 2 more") == (len(card.rows), card.more_button.text())
    card.more_button.click()
    assert FEW + 2 == len(card.rows)


def test_what_cannot_be_read_is_said(workspace, places, open_view, monkeypatch):
    """Rather than that nothing waits."""

    def refuse(*_args):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(workspace, "earlier_actions", refuse)
    card = card_of(open_view(start_audit(workspace, case_reference="HX-1")))
    assert card.isVisible()
    assert [] == card.rows


@pytest.fixture
def new_audit(theme, workspace, preferences, jobs, show):
    """Return the front sheet of a new audit."""
    return show(NewAuditView(theme, workspace, preferences, jobs))


def test_the_front_sheet_of_a_new_audit_shows_it_too(new_audit, places, settle):
    """Before it is started, as soon as the reference is known."""
    view = new_audit
    assert view.earlier.isHidden()
    view.form.reference.set_text("HX-1")
    view.form.reference.text_settled.emit("HX-1")
    settle()
    assert 1 == len(view.earlier.rows)
    view.stop()
    settle()


def test_the_feedback_leads_to_the_sheets_of_questions(workspace, audit_ready, settle):
    """As the report of that kind."""
    view = audit_ready
    view.show_step(FEEDBACK)
    view.pages.card(StepKind.FEEDBACK).questions_button.click()
    assert REPORT == view.step
    assert ReportKind.QUESTIONS is view.pages.chosen_report.kind
    view.show_step(FEEDBACK)
    view.pages.card(StepKind.FEEDBACK).questions_button.click()
    assert ReportKind.QUESTIONS is view.pages.chosen_report.kind
    settle()


@pytest.fixture
def audit_ready(workspace, open_view):
    """Open an audit of a case that has no other."""
    return open_view(start_audit(workspace, case_reference="HX-3"))
