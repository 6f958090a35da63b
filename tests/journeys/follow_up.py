# SPDX-License-Identifier: MPL-2.0
"""Do by the keyboard what follows an audit: agree, see actions through, come back, report."""

from auditapp.model.grade import PRACTICE
from tests.journeys.packages import open_audit
from tests.journeys.person import shown_words
from tests.journeys.short_audit import ACTION, choose_grade
from ui.walkthrough.steps import REVIEW


def open_pair(person, kind):
    """Lay the two audits that go together as ``kind`` says side by side; return the page."""
    hands = person.hands
    hands.go_by_rail("Audits")
    hands.tick("Moderation")
    rows = person.home.moderation.listed.group.rows
    place = [each.remarks[0].text.startswith(kind) for each in rows].index(True)
    hands.tab_to("Read twice, or audited again")
    hands.press("Up", times=len(rows))
    hands.press("Down", times=place)
    hands.press("Return")
    view = person.home.moderation.compared
    hands.wait_for(lambda: view.is_read, "both audits")
    return view


def agree(person, grade, reason):
    """Record the practice grade that both readers agree on, with both on show."""
    hands, view = person.hands, person.home.moderation.compared
    hands.tab_to("Grades")
    row = [each.key for each in view.grades.rows].index(PRACTICE)
    hands.press("Down", times=row)
    hands.press("Return")
    hands.rest()
    choose_grade(hands, grade)
    hands.fill("Why this grade?", reason)
    hands.tick("Record it")
    hands.wait_for(lambda: view.dialog is None and view.is_read, "the agreed grade")


def see_through(person, deed, question, words):
    """Say of the only action what became of it."""
    hands = person.hands
    hands.go_by_rail("Actions")
    part = person.home.places.actions.view.part("actions")
    hands.wait_for(lambda: part.states.has_rows, "the actions")
    hands.tab_to("Actions")
    while not part.list.hasFocus():  # the switch above it has the same name
        hands.press("Tab")
    hands.press("Space")
    hands.wait_for(lambda: part.pane.story is not None, "the action")
    assert ACTION in shown_words(part.pane)
    hands.tick(deed)
    hands.fill(question, words)
    hands.tick(deed)
    hands.wait_for(lambda: part.desk.dialog is None, "the step")


def audit_again(person, audit_id):
    """Begin a later audit of the case; return its id."""
    hands = person.hands
    open_audit(person, audit_id)
    while person.window.audit_view.step != REVIEW:
        hands.press("Alt+Right")
    hands.tick("Audit again …")
    hands.tick("Start the audit")
    hands.wait_for(
        lambda: (
            person.window.open_audit is not None and person.window.open_audit.audit.id != audit_id
        ),
        "the later audit",
    )
    hands.rest()
    return person.window.open_audit.audit.id


def report(person, kind):
    """Save a report of all audits; return its file."""
    hands = person.hands
    hands.go_by_rail("Reports")
    page, before = person.home.places.reports.view, len(person.desk.saved)
    hands.wait_for(page.each_command.isEnabled, "the count of audits")
    hands.tab_to("Kind of report")
    hands.type(kind)
    hands.wait_for(page.each_command.isEnabled, "the count again")
    hands.tick("Save …")
    hands.tick("Choose where to save …")
    hands.wait_for(lambda: len(person.desk.saved) > before, "the question where to save")
    hands.wait_for(person.desk.saved[-1].exists, "the report")
    hands.wait_for(lambda: page.desk.work_bar.job is None, "the end of the work")
    return person.desk.saved[-1]
