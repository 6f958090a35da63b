# SPDX-License-Identifier: MPL-2.0
"""Test the papers of a round: the sampling statement and the completion report."""

import datetime as dt
from functools import partial

import pytest

from auditapp.errors import NotAllowedError, SamplingError, UnsafePathError
from auditapp.exports.orders import ReportCopy
from auditapp.fingerprints import grouped
from auditapp.model.edits import Author, give_grade
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from auditapp.model.ids import new_record_id
from auditapp.model.links import Links
from auditapp.model.logbook import LogKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import ReportKind
from auditapp.model.round import RoundAuditor
from auditapp.model.round_edits import change_progress, put_auditor
from tests.making import make_front, make_workspace
from tests.making_rounds import make_about
from tests.working_rounds import begin_round, draw_listed, sign

PAGE = ReportCopy(ReportFormat.HTML)


@pytest.fixture
def workspace(tmp_path):
    """Return a new workspace."""
    made = make_workspace(tmp_path / "home")
    yield made
    made.close()


@pytest.fixture
def by(workspace):
    """Return who runs the round."""
    return Author("QA lead", workspace.clock())


def page(workspace, kind, round_id):
    """Return a paper of a round as the text of a web page."""
    return workspace.preview_round(kind, round_id, copy=PAGE).decode()


def test_the_statement_says_how_it_was_drawn_and_names_every_case(workspace, by):
    """Seed, list, method and cases are there, what was replaced, and that the draw repeats."""
    whole = draw_listed(workspace, begin_round(workspace, by), by)
    dropped = whole.sample[0]
    whole, new = workspace.replace_drawn(whole.id, dropped, "Sealed file", by)
    text = page(workspace, ReportKind.SAMPLING, whole.id)
    listed = grouped(whole.draw.list_sha256)
    for words in (*whole.drawn, whole.seed.text, listed, new, "Sealed file"):
        assert words in text
    assert "The same draw again: yes" in text


def test_there_is_no_statement_without_a_sample(workspace, by):
    """Nothing is stated that was not drawn; how far the round is can be said."""
    round_id = begin_round(workspace, by)
    with pytest.raises(SamplingError):
        workspace.preview_round(ReportKind.SAMPLING, round_id)
    assert "Completion report" in page(workspace, ReportKind.COMPLETION, round_id)


def test_the_completion_report_tells_who_is_late_and_who_is_exempt_and_why(workspace, by):
    """Each case is in it with its auditor, and every reason that was given."""
    whole = draw_listed(workspace, begin_round(workspace, by), by)
    key = new_record_id()
    workspace.edit_round(whole.id, lambda w: put_auditor(w, key, RoundAuditor(name="Ana"), by))
    workspace.share_out_cases(whole.id, by)
    first, second, third = whole.sample[:3]
    sign(workspace, workspace.start_case(whole.id, first, make_front()))
    workspace.edit_round(
        whole.id, lambda w: change_progress(w, second, by, exempt_reason="Moved away")
    )
    workspace.clock.move(days=60)
    workspace.edit_round(whole.id, lambda w: change_progress(w, third, by, late_reason="Sick"))
    text = page(workspace, ReportKind.COMPLETION, whole.id)
    for words in (*whole.sample, "Ana", "Moved away", "Sick", "1 of 9 (11%)", "No reason given"):
        assert words in text
    assert 8 == text.count(">Late</p></td>")
    assert ">late</p>" not in text


def test_a_round_without_a_sample_expects_nothing(workspace, by):
    """No share of nothing is said, and a round of one day names it once."""
    day = dt.date(2026, 11, 21)
    round_id = workspace.start_round(make_about(first=day, last=day), by)
    text = page(workspace, ReportKind.COMPLETION, round_id)
    assert "None is expected" in text
    assert "No audit of the round is signed off yet. It aims at a second reading of" in text
    assert "of 0" not in text
    assert "21 November 2026 to" not in text


def test_the_completion_report_says_what_came_of_the_second_readings(workspace, by):
    """Beside what the round aims at; one by whoever made the first is none."""
    round_id = begin_round(workspace, by, second_readings=0.25, agreement_target=0.6)
    whole = draw_listed(workspace, round_id, by)
    readers = {"Ben": True, "Ana": False}
    for name, reads_second in readers.items():
        auditor = RoundAuditor(name=name, reads_second=reads_second)
        workspace.edit_round(
            whole.id, partial(put_auditor, key=new_record_id(), auditor=auditor, by=by)
        )
    firsts = [
        workspace.start_case(whole.id, case, make_front(auditor="Ana")) for case in whole.sample
    ]
    for audit_id in firsts:
        grade(workspace, audit_id)
    text = page(workspace, ReportKind.COMPLETION, whole.id)
    assert "0 of 10 audits that are signed off were read a second time" in text
    assert "The round aims at 25%, which is 3." in text
    assert "Second readers: Ben." in text
    assert "The practice grades" not in text

    for number, first in enumerate(firsts[:6]):
        reader = "Ana" if number == 5 else "Ben"
        front = make_front(case_reference=whole.sample[number], auditor=reader)
        grade(workspace, workspace.start_audit(front, ["visits"], links=Links(moderates=first)))
    text = page(workspace, ReportKind.COMPLETION, whole.id)
    assert "5 of 10 audits that are signed off were read a second time" in text
    assert "The same grade in 5 of 5 (100%)" in text
    assert "target of 60%" in text


def grade(workspace, audit_id):
    """Give an audit a practice grade and sign it off."""
    by = Author("Ana", workspace.clock())
    given = Grade(band=GradeBand.GOOD, given_at=by.now, given_by=by.name)
    workspace.commit(audit_id, give_grade(PRACTICE, given, by))
    sign(workspace, audit_id)


@pytest.mark.parametrize("file_format", list(ReportFormat))
def test_a_paper_is_saved_in_every_format_and_recorded(workspace, by, tmp_path, file_format):
    """It is there whole, and the logbook has its fingerprint."""
    whole = draw_listed(workspace, begin_round(workspace, by), by)
    copy = ReportCopy(file_format)
    path = tmp_path / workspace.round_report_name(ReportKind.SAMPLING, copy)
    workspace.export_round(ReportKind.SAMPLING, whole.id, path, copy=copy)
    assert path.stat().st_size > 500
    line = workspace.logbook()[-1]
    assert LogKind.REPORT_EXPORTED is line.kind
    assert "Sampling statement" in line.detail


def test_papers_name_cases_and_so_are_not_shared(workspace, by, tmp_path):
    """Neither without names, nor of another kind, nor among the audits themselves."""
    round_id = begin_round(workspace, by)
    with pytest.raises(NotAllowedError, match="names the cases"):
        workspace.preview_round(ReportKind.COMPLETION, round_id, copy=ReportCopy(is_shared=True))
    with pytest.raises(NotAllowedError, match="not made of a round"):
        workspace.preview_round(ReportKind.AUDIT, round_id)
    with pytest.raises(UnsafePathError):
        workspace.export_round(
            ReportKind.COMPLETION, round_id, workspace.paths.store / "report.pdf"
        )


def test_the_papers_tell_what_was_erased_and_what_is_due_otherwise(workspace, by):
    """With when, by whom and why; the erased case is named nowhere."""
    whole = draw_listed(workspace, begin_round(workspace, by), by)
    gone, other = whole.sample[:2]
    workspace.change_due(whole.id, [other], dt.date(2027, 1, 15), "At court until then", by)
    workspace.erase_case(whole.id, gone, "The family asked for it", by)
    for kind in (ReportKind.SAMPLING, ReportKind.COMPLETION):
        text = page(workspace, kind, whole.id)
        assert gone not in text
        assert "erased-1" in text
        assert "The family asked for it" in text
    for words in ("Due on another day", "15 January 2027", "At court until then"):
        assert words in text


def test_a_print_is_in_the_logbook(workspace):
    """With the pages and what it was; other kinds of report are recorded elsewhere."""
    workspace.record_round_print(ReportKind.SAMPLING, 2)
    line = workspace.logbook()[-1]
    told = (LogKind.REPORT_EXPORTED, "print, 2 pages, Sampling statement")
    assert told == (line.kind, line.detail)
    with pytest.raises(NotAllowedError):
        workspace.record_round_print(ReportKind.AUDIT, 1)
