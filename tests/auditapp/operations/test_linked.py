# SPDX-License-Identifier: MPL-2.0
"""Test second readings and later audits beside the first, on real stores."""

import hashlib

import pytest

from auditapp.errors import NotAllowedError
from auditapp.exports.orders import ReportCopy, ReportOfOne
from auditapp.judgement.comparison import LineState
from auditapp.judgement.reaudit import Direction
from auditapp.model.edits import Author, change_answer, give_grade
from auditapp.model.exchange import Purpose
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from auditapp.model.history import HistoryKind
from auditapp.model.logbook import LogKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from tests.making import start_audit

RATED = "visits/VS2"


def rate(desk, audit_id, value, band=GradeBand.GOOD):
    """Rate one question, grade the practice, and sign."""
    workspace = desk.workspace
    edit = change_answer(workspace.open_audit(audit_id), RATED, desk.by, value=value, note=value)
    workspace.commit(audit_id, edit)
    by = desk.by
    grade = Grade(band=band, reason="", given_at=by.now, given_by=by.name)
    workspace.commit(audit_id, give_grade(PRACTICE, grade, by))
    desk.sign(audit_id)
    workspace.close_audit(audit_id)


@pytest.fixture
def first(desks):
    """Sign a first reading and return its id."""
    audit_id = start_audit(desks.ana.workspace, auditor="Ana")
    rate(desks.ana, audit_id, "met")
    return audit_id


@pytest.fixture
def second(desks, first):
    """Have it read a second time on another computer and sent back; return the second's id."""
    blind = desks.ben.take_in(desks.ana.send(first, purpose=Purpose.FOR_MODERATION))
    with pytest.raises(NotAllowedError, match="blind until"):
        desks.ben.workspace.linked_audits(blind.plan.here)
    rate(desks.ben, blind.plan.here, "not_met", GradeBand.REQUIRES_IMPROVEMENT)
    with pytest.raises(NotAllowedError, match="not on this computer"):
        desks.ben.workspace.linked_audits(blind.plan.here)
    desks.ana.take_in(desks.ben.send(blind.plan.here, purpose=Purpose.MODERATED))
    return blind.plan.here


def test_the_list_knows_what_belongs_together(desks, first, second):
    """On both sides, and without an audit being opened."""
    (here,) = desks.ana.workspace.linked_rows()
    (there,) = desks.ben.workspace.linked_rows()

    assert (second, first, True) == (here.second.id, here.first.id, here.is_moderation)
    assert (second, None) == (there.second.id, there.first)
    assert first == there.second.moderates


def test_both_readings_lie_side_by_side(desks, first, second):
    """Line by line, with how far they are apart; nothing stays open."""
    linked = desks.ana.workspace.linked_audits(second)
    comparison = linked.comparison()
    line = next(each for each in comparison.lines if each.key == RATED)
    grade = next(each for each in comparison.grades if each.key == PRACTICE)

    assert linked.is_moderation
    assert (first, LineState.DIFFERENT, -2) == (linked.first.audit.id, line.state, line.steps)
    assert -1 == grade.steps
    assert not desks.ana.workspace._sessions.is_open(first)


def test_an_audit_alone_goes_with_no_other(desks, first):
    """And that is said."""
    with pytest.raises(NotAllowedError, match="goes with no other"):
        desks.ana.workspace.linked_audits(first)


@pytest.mark.parametrize("form", list(ReportFormat))
def test_the_comparison_is_a_report_in_every_format(desks, first, second, form):
    """It is on record in both audits that it went out."""
    ana = desks.ana
    path = ana.folder.parent / f"out{form.suffix}"
    wanted = ReportOfOne(ReportKind.COMPARISON, second)
    ana.workspace.export_report(wanted, path, ana.by, copy=ReportCopy(form))
    last = [ana.workspace.history(each)[-1] for each in (first, second)]

    assert path.stat().st_size > 0
    assert [HistoryKind.EXPORTED] * 2 == [each.kind for each in last]


def test_agreement_counts_the_pair(desks, first, second):
    """By grade, by auditor and by question, from the digests."""
    del first, second
    found = desks.ana.workspace.agreement()
    (question,) = found.by_question

    assert (1, 0, 1) == (found.practice.total, found.practice.exact.count, len(found.pairs))
    assert ["Ana"] == list(found.by_auditor)
    assert (0, 1) == (found.by_question[question].exact.count, found.practice.direction.lower)
    assert not found.practice.is_share_telling


def test_a_draw_can_be_made_again_by_hand(desks):
    """From the seed and the references; it is in the logbook, and drafts are not drawn from."""
    ids = [
        start_audit(desks.ana.workspace, case_reference=f"HX-{number}") for number in range(1, 7)
    ]
    workspace = desks.ana.workspace
    assert () == workspace.can_be_moderated(ids)
    for each in ids:
        desks.ana.sign(each)
    drawn = workspace.draw_second_readings(ids, 2, " 4711 ")
    by_hand = sorted(
        range(1, 7),
        key=lambda number: hashlib.sha256(f"4711:second:HX-{number}".encode()).hexdigest(),
    )[:2]
    (line,) = desks.ana.logged(LogKind.SECOND_READINGS_DRAWN)

    assert tuple(ids) == workspace.can_be_moderated(ids)
    assert [ids[number - 1] for number in by_hand] == list(drawn)
    assert "2 of 6 audits, seed 4711" == line.detail
    for number, seed in ((0, "1"), (7, "1"), (2, " ")):
        with pytest.raises(NotAllowedError, match="needs a seed"):
            workspace.draw_second_readings(ids, number, seed)


def test_what_is_read_twice_is_not_sent_again(desks, first, second):
    """Neither the first, nor the second itself."""
    assert () == desks.ana.workspace.can_be_moderated([first, second])


@pytest.mark.parametrize("newest", [True, False])
def test_a_signed_audit_is_audited_again(desks, first, newest):
    """On the same checklists, about the time since, and linked to the first."""
    workspace = desks.ana.workspace
    desks.ana.clock.move(days=40)
    again = workspace.audit_again(first, Author("Cleo", desks.ana.clock()), newest=newest)
    before, now = desks.ana.audit(first), desks.ana.audit(again)
    (row,) = workspace.linked_rows()
    rate(desks.ana, again, "partly_met")
    found = workspace.linked_audits(again).reaudit()

    assert before.checklists == now.checklists
    assert (first, "Cleo") == (now.links.re_audits, now.front.auditor)
    assert before.front.period_to < now.front.period_from <= now.front.period_to
    assert (again, first, False) == (row.second.id, row.first.id, row.is_moderation)
    assert 1 == found.count(Direction.WORSE)
    assert b"%PDF" == workspace.preview_report(ReportOfOne(ReportKind.RE_AUDIT, again))[:4]
    with pytest.raises(NotAllowedError, match="cannot be made"):
        workspace.preview_report(ReportOfOne(ReportKind.COMPARISON, again))


def test_a_draft_is_not_audited_again(desks, shared):
    """Nor is a second reading."""
    with pytest.raises(NotAllowedError, match="Only a signed audit"):
        desks.ana.workspace.audit_again(shared, desks.ana.by)
