# SPDX-License-Identifier: MPL-2.0
"""Test who counts as asked, as having replied, and as not asked for a reason."""

from auditapp.insight.asking import asked_by_team, asked_in
from auditapp.insight.intervals import Share
from auditapp.model.follow_up import Feedback, FeedbackFrom
from tests.auditapp.insight.counting import make_judged, said

CHILD = FeedbackFrom.CHILD


def not_asked(why=""):
    """Make an audit in which nobody asked the child."""
    return make_judged(feedback={CHILD: Feedback(asked=False, why_not=why)})


def test_each_audit_counts_once():
    """As asked, as not asked, or as saying neither; who replied is a part of who was asked."""
    audits = [
        make_judged(feedback=said(CHILD, "They listened.")),
        make_judged(feedback=said(CHILD, " ")),
        not_asked("Too young"),
        not_asked(" Too young "),
        not_asked(),
        make_judged(),
        make_judged(feedback=said(CHILD, "Told by the mother", asked=None)),
    ]
    found = asked_in(audits)
    assert [*FeedbackFrom] == [each.person for each in found]
    child = found[0]
    assert (Share(2, 7), Share(1, 2)) == (child.asked, child.replied)
    assert (3, 2, {"Too young": 2}) == (child.not_asked, child.unknown, child.reasons)
    assert 7 == child.asked.count + child.not_asked + child.unknown


def test_teams_stand_beside_each_other():
    """In what is shared, one that few children tell apart is not shown, nor what gives it away."""
    asked = {"feedback": said(CHILD, "Yes")}
    audits = [make_judged(team="North", **asked)] * 6 + [make_judged(team="South", **asked)] * 4
    audits += [make_judged(team="South")] * 6
    plain = asked_by_team(audits)
    assert [(("North",), Share(6, 6)), (("South",), Share(4, 10))] == [
        (row.names, row.shares[0]) for row in plain
    ]
    shared = asked_by_team(audits, is_shared=True)
    assert [None, None] == [row.shares[0] for row in shared]
