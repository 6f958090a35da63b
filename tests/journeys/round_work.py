# SPDX-License-Identifier: MPL-2.0
"""Do by the keyboard what somebody who leads a round of audits does in the window."""

import datetime as dt

from tests.journeys.person import shown_words
from ui.demo.hands import typed_date

NAME = "Seen and safe, one week"
CHECKLIST = "Seen and safe"
SEED = "4 11 23 35 42 49"

CASES = (
    "Case reference,Team,Worker code,Age band,Legal status,Cohort\n"
    "HX-3101,North,SW-01,5 to 9,Care order,Child in care\n"
    "HX-3102,North,SW-02,10 to 15,Section 20,Child in care\n"
    "HX-3103,South,SW-03,10 to 15,Care order,Child in care\n"
    "HX-3104,South,SW-03,5 to 9,,Child in need\n"
    "HX-3105,South,SW-04,16 to 17,Care order,Child in care\n"
    "HX-3106,West,SW-05,5 to 9,,Child protection plan\n"
)
"""A list as it comes out of the council's case system."""


def begin_round(person, today):
    """Say what the round is."""
    hands = person.hands
    hands.go_by_rail("Rounds")
    hands.tick("Begin a round")
    hands.fill("Name", NAME)
    hands.fill("First day", typed_date(today))
    hands.fill("Audits are due by", typed_date(today + dt.timedelta(days=28)))
    hands.tick(CHECKLIST)
    go_on(person)


def read_list(person, path):
    """Open the list of cases, and take it as it is understood."""
    hands, step = person.hands, person.home.places.rounds.view.setup.list_step
    path.write_text(CASES, "utf-8")
    person.desk.to_open = path
    hands.tick("Open a file …")
    hands.wait_for(lambda: step.look is not None, "the list")
    hands.tick("Take this list")


def go_on(person):
    """Go on to the next step."""
    person.hands.tick("Next")
    person.hands.rest()


def leave_out(person, case, reason):
    """Leave a case out of the draw."""
    hands = person.hands
    table = person.home.places.rounds.view.setup.exclusions.table
    person.go_to_row("Cases of the list", lambda: table.chosen == [case])
    hands.tick("Leave out …")
    give_reason(person, reason, "Leave out")


def give_reason(person, reason, button):
    """Say why in the dialog that asks for it."""
    person.hands.fill("Reason", reason)
    person.hands.tick(button)
    person.hands.rest()


def plan(person, number):
    """Say that so many files are drawn."""
    hands = person.hands
    hands.tab_to("So many that we know how common something is")
    hands.press("Up")
    hands.tick("A number that we choose")
    hands.fill("Number of files", str(number))


def draw(person):
    """Type a seed that nobody here chose, draw, and draw again to check; return the sample."""
    hands, step = person.hands, person.home.places.rounds.view.setup.draw_step
    hands.fill("Seed", SEED)
    hands.fill("Where it comes from", "The lottery of last Saturday")
    hands.tick("Draw the sample")
    hands.tick("Draw it again to check")
    assert "The same draw again: yes" in shown_words(step.outcome)
    return list(step.whole.sample)


def add_auditor(person, name, teams=""):
    """Add somebody who audits, with the teams that are their own."""
    hands = person.hands
    hands.tick("Add an auditor …")
    hands.fill("Name", name)
    hands.fill("Teams in which they work or which they manage", teams)
    hands.tick("Save")
    hands.rest()


def share_out(person):
    """Share the cases out, and return who has which."""
    hands = person.hands
    hands.tick("Share out the cases")
    hands.tick("To the round")
    hands.rest()
    whole = person.home.places.rounds.view.at_work.open_round.whole
    names = {key: each.name for key, each in whole.auditors.items()}
    return {case: names[row.auditor] for case, row in whole.allocations.items()}


def start_case(person, case):
    """Start the audit of a case of the round, or go on with it; return its id."""
    hands = person.hands
    table = person.home.places.rounds.view.at_work.table
    person.go_to_row("Cases of the round", lambda: table.chosen == [case])
    hands.tick("Start the audit")
    hands.wait_for(lambda: person.window.audit_view is not None, "the audit")
    hands.rest()
    return person.window.open_audit.audit.id


def open_round(person):
    """Open the only round; return its page."""
    person.hands.go_by_rail("Rounds")
    person.hands.tab_to("Rounds")
    person.hands.press("Return")
    person.hands.rest()
    return person.home.places.rounds.view.at_work
