# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the page of actions: some audits with actions, and somebody who prints."""

import datetime as dt
import threading

import pytest
from PySide6.QtCore import QCoreApplication

from auditapp.errors import SaveFailedError
from auditapp.model.edits import Author, change_answer, put_action, put_concern, put_feedback
from auditapp.model.follow_up import Action, Concern, Feedback, FeedbackFrom
from auditapp.model.links import Links
from auditapp.store.audit_file import AuditFile
from auditapp.store.ledger import LedgerFile
from tests.making import make_front, start_audit
from tests.ui.outgoing.paper import PaperOutside
from tests.ui.preview.conftest import pdf
from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace
from ui.actions.actions_view import ActionsView

__all__ = ["jobs", "pdf", "preferences", "show", "theme", "workspace"]

OWNERS = ("Team manager", "Social worker", "Team manager")
WHATS = ("Write a letter", "Visit at school", "")


@pytest.fixture
def full_disk(monkeypatch):
    """Return a switch: while it is set, no audit and no ledger can be written."""
    is_full = threading.Event()

    def refusing(commit):
        def refuse(*args, **more):
            if is_full.is_set():
                raise SaveFailedError("The disk is full.", "Free some space.")
            return commit(*args, **more)

        return refuse

    for kind in (AuditFile, LedgerFile):
        monkeypatch.setattr(kind, "commit", refusing(kind.commit))
    return is_full


@pytest.fixture
def by(workspace):
    """Return the auditor, now."""
    return Author("R. Okafor", workspace.clock())


@pytest.fixture
def places(workspace, by):
    """Set an action in each of three audits: one overdue, one due soon, one vague."""
    today = by.now.date()
    found = []
    for number, (owner, what) in enumerate(zip(OWNERS, WHATS, strict=True)):
        team = ("North", "South", "South")[number]
        audit_id = start_audit(workspace, case_reference=f"HX-{number}", team=team)
        due = today + dt.timedelta(days=number * 10 - 5) if number < 2 else None
        fields = {"question": "visits/VS2", "owner_role": owner, "due": due, "created_at": by.now}
        action = Action(what=what, how_we_will_know="A copy is on the file", **fields)
        answer = change_answer(workspace.open_audit(audit_id), "visits/VS2", by, value="not_met")
        workspace.commit(audit_id, answer)
        workspace.commit(audit_id, put_action(str(number) * 32, action, by))
        workspace.close_audit(audit_id)
        found.append((audit_id, str(number) * 32))
    return found


@pytest.fixture
def signed_places(workspace, places, by):
    """Sign the first two audits off, complete or not; return where their actions are."""
    for audit_id, _key in places[:2]:
        workspace.open_audit(audit_id)
        workspace._sessions.get(audit_id).sign_off(by)
        workspace.close_audit(audit_id)
    return places[:2]


@pytest.fixture
def second_place(workspace, signed_places, by):
    """Read the first audit a second time, with an action of its own that is overdue."""
    front = make_front(case_reference="HX-0", auditor="M. Ash")
    links = Links(moderates=signed_places[0][0])
    audit_id = workspace.start_audit(front, ["visits"], links=links)
    due = by.now.date() - dt.timedelta(days=9)
    action = Action(
        what="Read the plan again",
        question="visits/VS2",
        owner_role="Team manager",
        due=due,
        how_we_will_know="It is signed",
        created_at=by.now,
    )
    workspace.commit(audit_id, put_action("9" * 32, action, by))
    workspace.close_audit(audit_id)
    return audit_id, "9" * 32


@pytest.fixture
def said(workspace, places, by):
    """Raise concerns and record feedback in the first two audits."""
    first, second = places[0][0], places[1][0]
    hour = dt.timedelta(hours=1)
    open_one = Concern(what="A bruise nobody asked about", found_at=by.now, question="visits/VS2")
    closed = Concern(
        what="No bed of his own",
        found_at=by.now - 30 * hour,
        told_whom="Team manager",
        told_at=by.now - 28 * hour,
        response="A bed came that day.",
        closed_at=by.now,
    )
    workspace.commit(first, put_concern("a" * 32, open_one, by))
    workspace.commit(second, put_concern("b" * 32, closed, by))
    feedback = (
        (first, FeedbackFrom.CHILD, Feedback(asked=True, said="They listen.", how="At school")),
        (first, FeedbackFrom.PRACTITIONER, Feedback(asked=True)),
        (second, FeedbackFrom.CHILD, Feedback(asked=False, why_not="A loss in the family")),
        (second, FeedbackFrom.PARENT_OR_CARER, Feedback(asked=False)),
        (second, FeedbackFrom.PRACTITIONER, Feedback(how="To be asked")),
    )
    for audit_id, person, each in feedback:
        workspace.commit(audit_id, put_feedback(person, each, by))
    for audit_id in (first, second):
        workspace.close_audit(audit_id)


@pytest.fixture
def outside(tmp_path):
    """Return somebody who saves into a folder of the test."""
    return PaperOutside(tmp_path / "out.pdf")


@pytest.fixture
def settle(jobs, qtbot):
    """Return a function that waits until nothing is under way."""

    def settle():
        # What was typed asks for a job at the next turn, and what that found may ask for another.
        for _turn in range(4):
            QCoreApplication.processEvents()
            qtbot.waitUntil(lambda: not jobs.is_busy, timeout=60_000)

    return settle


@pytest.fixture
def make_view(theme, workspace, preferences, jobs, outside):
    """Return a function that makes the page, not shown yet."""
    return lambda: ActionsView(theme, workspace, preferences, jobs, outside)


@pytest.fixture
def make_page(make_view, show, settle):
    """Return a function that shows the page, its actions read."""

    def make_page(width=1366, height=768):
        view = show(make_view(), width, height)
        view.refresh()
        settle()
        return view

    yield make_page
    settle()


@pytest.fixture
def page(places, make_page):
    """Return the page over three actions."""
    return make_page()


@pytest.fixture
def part(page):
    """Return the part with the actions."""
    return page.actions_part
