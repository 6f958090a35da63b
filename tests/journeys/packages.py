# SPDX-License-Identifier: MPL-2.0
"""Send audits to somebody in a file, and take in what they sent, by the keyboard."""

from auditapp.model.exchange import Purpose
from tests.journeys.person import shown_words

NAMES = {
    Purpose.MERGE: "Send my audit",
    Purpose.FOR_MODERATION: "For moderation",
    Purpose.MODERATED: "Send the second reading back",
}
"""How what a file is for begins in the window."""


def choose_audit(person, audit_id):
    """Go to an audit in the list."""
    person.hands.go_by_rail("Audits")
    table = person.home.audits.table
    person.go_to_row("Audits", lambda: table.selected == (audit_id,))


def open_audit(person, audit_id):
    """Open an audit from the list."""
    choose_audit(person, audit_id)
    person.hands.press("Return")
    person.hands.wait_for(lambda: person.window.audit_view is not None, "the audit")
    person.hands.rest()


def send(person, audit_id, purpose, recipient):
    """Save an audit for somebody else's computer; return the file and its code."""
    hands = person.hands
    choose_audit(person, audit_id)
    hands.tick("Send …")
    desk = person.home.late.sending
    hands.tab_to("What is it for?")
    hands.type(NAMES[purpose])
    hands.fill("Who is it for?", recipient)
    hands.tick("Save the file …")
    hands.wait_for(lambda: desk.code_dialog is not None, "the file")
    code = desk.code_dialog.code.accessibleName().replace(", ", "-").replace(" ", "")
    hands.tick("I have told it, or written it down")
    hands.tick("Done")
    return person.desk.saved[-1], code


def receive(person, sent, *, takes=False):
    """Take in a file by its code; return what it was said to do before.

    ``takes``: the audit in it has to be chosen to stand in the place of the one that is here.
    """
    path, code = sent
    hands = person.hands
    person.desk.to_open = path
    hands.go_by_rail("Audits")
    hands.tick("Receive …")
    view = person.home.moderation.received
    hands.tick("Choose a file …")
    hands.fill("Its code", code)
    hands.press("Return")
    hands.wait_for(view.plan_card.isVisible, "what the package holds")
    would = shown_words(view.plan_card)
    if takes:
        hands.tab_to("Audits in the package")
        hands.press("Return")
    hands.tick("Bring it in")
    hands.wait_for(view.outcome.isVisible, "what came of it")
    assert "1 audit brought in" in shown_words(view.outcome)
    return would
