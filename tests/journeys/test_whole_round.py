# SPDX-License-Identifier: MPL-2.0
"""Test a whole round of audits with three people, each at a computer of their own."""

import datetime as dt

import pytest

from auditapp.model.chain import first_fault
from auditapp.model.exchange import Purpose
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import PRACTICE, GradeBand
from tests.journeys import follow_up, packages, round_work
from tests.journeys.person import Person, shown_words
from tests.journeys.reading import words_of_pdf
from tests.journeys.short_audit import answers, not_alone, walk_through
from tests.making import Clock
from ui.demo.sample_answers import Sample

NORTH, SOUTH = "HX-3101", "HX-3103"
"""The cases that the seed of this round draws from the list."""

DRIFT = Sample("requires_improvement", "The same action in three supervisions, and nobody asks.")
TALK = "We both read the supervision of May again: its action was never done."
DONE = (
    "Mark as done",
    "What shows that it is done, and where can that be seen?",
    "Three visit records in a row say that the child was seen alone.",
)
VERIFIED = ("Verify", "What did you look at? (optional)", "The three records.")

REPORTED = (
    "Thematic summary",
    "3 audits of 2 teams",
    "Moderated 1: the agreed grade is counted. It is another than the first in 1 of 1.",
    "Practice grades by team Team Grades Audits North 1 good 1 requires improvement 2 South 1 good",
    "Actions set: 1, of these overdue: 0.",
)
"""What the thematic summary says of the round and the later audit, with the second reading once."""

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def clock():
    """Return the one clock by which all of them live; it begins today."""
    return Clock(dt.datetime.now(dt.UTC))


@pytest.fixture
def people(qapp, tmp_path, clock):
    """Return who leads the round, who audits and who reads a second time."""
    names = {"lead": "Q. Lead", "auditor": "R. Okafor", "moderator": "M. Price"}
    return {role: Person(qapp, tmp_path / role, name, clock) for role, name in names.items()}


def test_a_round_goes_from_the_list_to_the_report(people, clock, tmp_path):
    """List, sample, allocate, audit, moderate, agree, act, audit again and report."""
    lead, auditor, moderator = people.values()
    first, sent = begin(lead, auditor, clock, tmp_path / "list.csv")
    clock.move(hours=20)
    sent = audit(auditor, lead, sent, first, clock)
    clock.move(hours=4)
    sent = collect(lead, moderator, sent, first, clock)
    clock.move(days=2)
    sent = read_again(moderator, lead, sent, clock)
    clock.move(days=1)
    sent = settle(lead, auditor, sent, first)
    clock.move(days=7)
    sent = verify(auditor, lead, sent, first)
    clock.move(days=60)
    come_back(lead, sent, first, clock)


def begin(lead, auditor, clock, path):
    """Set the round up, and send the auditor the case that is theirs."""
    with lead.at_work():
        set_up(lead, auditor, clock.now.date(), path)
        first = round_work.start_case(lead, NORTH)
        lead.hands.press("Alt+Home")
        return first, packages.send(lead, first, Purpose.MERGE, auditor.name)


def audit(auditor, lead, sent, first, clock):
    """Audit the case on the auditor's computer, and send it back."""
    with auditor.at_work():
        packages.receive(auditor, sent)
        packages.open_audit(auditor, first)
        today = clock.now.date()
        walk_through(auditor, answers(today, VS2=not_alone(today)))
        auditor.hands.press("Alt+Home")
        return packages.send(auditor, first, Purpose.MERGE, lead.name)


def collect(lead, moderator, sent, first, clock):
    """Take the audit in, do the other case of the round, and send the first one on, blind."""
    with lead.at_work():
        packages.receive(lead, sent, takes=True)
        header = round_work.open_round(lead).header
        assert "1 of 2 signed off" in shown_words(header)
        round_work.start_case(lead, SOUTH)
        walk_through(lead, answers(clock.now.date()))
        lead.hands.press("Alt+Home")
        assert "2 of 2 signed off" in shown_words(header)
        return packages.send(lead, first, Purpose.FOR_MODERATION, moderator.name)


def read_again(moderator, lead, sent, clock):
    """Read the case a second time, without a word of the first reading."""
    with moderator.at_work():
        packages.receive(moderator, sent)
        (row,) = moderator.workspace.audits()
        packages.open_audit(moderator, row.id)
        blind = moderator.window.open_audit.audit
        assert ({}, {}, {}) == (blind.answers, blind.grades, blind.actions)
        today = clock.now.date()
        stricter = answers(today, VS2=not_alone(today, action=None), MO5=DRIFT)
        walk_through(moderator, stricter, GradeBand.REQUIRES_IMPROVEMENT)
        moderator.hands.press("Alt+Home")
        return packages.send(moderator, row.id, Purpose.MODERATED, lead.name)


def settle(lead, auditor, sent, first):
    """Lay both readings side by side, agree, see the action done, and have it looked at."""
    with lead.at_work():
        packages.receive(lead, sent)
        follow_up.open_pair(lead, "Second reading")
        follow_up.agree(lead, GradeBand.REQUIRES_IMPROVEMENT, TALK)
        follow_up.see_through(lead, *DONE)
        return packages.send(lead, first, Purpose.MERGE, auditor.name)


def verify(auditor, lead, sent, first):
    """Verify the action on another computer: whoever said that it is done cannot."""
    with auditor.at_work():
        packages.receive(auditor, sent, takes=True)
        follow_up.see_through(auditor, *VERIFIED)
        return packages.send(auditor, first, Purpose.MERGE, lead.name)


def come_back(lead, sent, first, clock):
    """Audit the case again, lay then and now side by side, and report on the round."""
    with lead.at_work():
        packages.receive(lead, sent, takes=True)
        again = follow_up.audit_again(lead, first)
        walk_through(lead, answers(clock.now.date()))
        lead.hands.press("Alt+Home")
        view = follow_up.open_pair(lead, "Audited again")
        assert f"{NORTH}: then and now" in shown_words(view)
        (earlier,) = view.earlier.rows
        assert "Verified" in earlier.cells[0].text
        check_what_stands(lead.workspace, first, again)
        words = words_of_pdf(follow_up.report(lead, "Thematic summary"))
    assert [] == [each for each in REPORTED if each not in words]


def check_what_stands(workspace, first, again):
    """Find in the store what was done, by whom, and nothing broken."""
    then, now = workspace.open_audit(first), workspace.open_audit(again)
    (action,) = then.actions
    stands = then.action_now(action)
    assert (ActionStatus.VERIFIED, "R. Okafor") == (stands.status, stands.verified_by)
    assert (GradeBand.GOOD, GradeBand.REQUIRES_IMPROVEMENT, TALK) == (
        then.grades[PRACTICE].band,
        then.agreed[PRACTICE].band,
        then.agreed[PRACTICE].reason,
    )
    assert first == now.links.re_audits
    for audit_id in (first, again):
        assert first_fault(workspace.history(audit_id)) is None
        assert [] == list(workspace.signing_faults(audit_id))


def set_up(lead, auditor, today, path):
    """Make the round: a list, who is left out, a sample, and who audits what."""
    round_work.begin_round(lead, today)
    round_work.read_list(lead, path)
    round_work.leave_out(lead, "HX-3106", "Closed last week.")
    round_work.go_on(lead)
    round_work.plan(lead, 2)
    round_work.go_on(lead)
    assert [NORTH, SOUTH] == round_work.draw(lead)
    round_work.go_on(lead)
    round_work.add_auditor(lead, auditor.name, "South")
    round_work.add_auditor(lead, lead.name)
    given = {NORTH: auditor.name, SOUTH: lead.name}  # nobody gets a case of their team
    assert given == round_work.share_out(lead)
