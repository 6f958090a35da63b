# SPDX-License-Identifier: MPL-2.0
"""Do by the keyboard what somebody who leads a round of audits does in the window."""

import datetime as dt

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
    hands, step = person.hands, person.home.rounds.setup.list_step
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
    hands.tab_to("Cases of the list")
    while person.home.rounds.setup.exclusions.table.chosen != [case]:
        hands.press("Down")
    hands.tick("Leave out …")
    hands.fill("Why", reason)
    hands.tick("Leave out")


def plan(person, number):
    """Say that so many files are drawn."""
    hands = person.hands
    hands.tab_to("Every file")
    hands.arrow_to("A number that we choose")
    hands.press("Space")
    hands.fill("Number of files", str(number))


def draw(person):
    """Type a seed that nobody here chose, draw, and draw again to check; return the sample."""
    hands, step = person.hands, person.home.rounds.setup.draw_step
    hands.fill("Seed", SEED)
    hands.fill("Where it comes from", "The lottery of last Saturday")
    hands.tick("Draw the sample")
    hands.tick("Draw it again to check")
    assert "The same draw again: yes" in step.outcome.title
    return list(step.whole.sample)


def add_auditor(person, name, teams=""):
    """Add somebody who audits, with the teams that are their own."""
    hands = person.hands
    hands.tick("Add an auditor …")
    hands.fill("Name", name)
    hands.fill("Teams in which they work or which they manage", teams)
    hands.tick("Keep")
    hands.rest()
