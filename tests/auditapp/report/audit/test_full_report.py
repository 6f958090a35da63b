# SPDX-License-Identifier: MPL-2.0
"""Test that the report of an audit says everything that the audit holds."""

import datetime as dt

import pytest

from auditapp.fingerprints import grouped
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.outline import Outline
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.answer import Answer
from auditapp.model.audit import AuditStatus, SignOff
from auditapp.model.difference import Difference, Version
from auditapp.model.grade import PRACTICE, GradeBand
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.report.audit.full_report import ReportOptions, audit_report
from auditapp.report.blocks import (
    Heading,
    Paragraph,
)
from auditapp.report.pdf.document import render_pdf
from tests.auditapp.report.full_audit import full_audit
from tests.auditapp.report.reading import (
    NOW,
    blocks_of,
    headings,
    make_grade,
    report,
)
from tests.making import make_front


@pytest.fixture
def full(make_outline, questions):
    """Return the outline of an audit in which every field is filled, texts with marker words."""
    return full_audit(make_outline, questions)


def test_every_text_of_an_audit_is_in_its_report(full, words_in):
    """Each marker word that was put into the audit comes out in the report."""
    outline, count = full
    said = words_in(report(outline))
    assert [] == [n for n in range(count) if f"marker{n:04}" not in said]


def test_everything_else_of_an_audit_is_in_its_report(full, words_in):
    """Choices, numbers, dates and hashes are there in words."""
    outline, _count = full
    said = words_in(report(outline))
    expected = [
        *("Care order", "16 to 17", "Child in care", "Case file", "77", "78"),
        *("1 November 2025 to 31 October 2026", "1 May 2026", "12 June 2026", "31 January 2027"),
        *("System: capacity, process or tools", "Flagged", "Dropped", "Not asked", "0.9", "0.8"),
        "(version 0.7)",
        *("14 November 2026 at 17:12", "Signed off", grouped("c0" * 32), "0" * 32),
        grouped("d1" * 32),
        *(pin.title for pin in outline.audit.checklists),
        *(grouped(pin.sha256) for pin in outline.audit.checklists),
    ]
    assert [] == [text for text in expected if text not in said]


def test_the_report_as_pdf_holds_it_all_too(full, text_of):
    """The words reach the paper."""
    outline, count = full
    said = text_of(render_pdf(report(outline)))
    assert [] == [n for n in range(count) if f"marker{n:04}" not in said]


def test_parts_without_contents_are_left_out(make_outline):
    """A new audit's report has no empty parts."""
    optional = {
        *("Summary", "Strengths", "Areas for improvement", "What people said"),
        *("Answers to questions that no longer apply", "Answers set aside"),
    }
    assert set() == optional & set(headings(report(make_outline())))


def test_an_audit_that_asks_nothing_still_has_a_report(make_outline):
    """Without sections there are neither timescales nor questions, and no fault."""
    outline = make_outline(grades={PRACTICE: make_grade()})
    empty = Outline(outline.audit, (), outline.facts, outline.compiled)
    assert "Timescales" not in headings(report(empty))
    assert [] == [block for block in report(empty).blocks if block == Paragraph("")]


def test_the_parts_come_in_the_order_in_which_they_are_read(full):
    """Judgement first, then what is to be done, then what it rests on."""
    expected = [
        *("Overall grades", "Summary", "Grade by section", "Actions", "Timescales"),
        *("What people said", "How the section grades came about", "Questions and answers"),
        *("Answers to questions that no longer apply", "Answers set aside", "Sign-off"),
    ]
    document = report(full[0])
    assert expected == [each.text for each in blocks_of(document, Heading) if each.level == 1]


def test_the_report_speaks_of_the_last_change(make_outline):
    """A draft's report changes only when the audit does."""
    outline = make_outline()
    assert NOW == report(outline).created_at
    later = NOW + dt.timedelta(hours=1)
    entry = HistoryEntry(seq=1, at=later, by="x", kind=HistoryKind.NOTE).sealed()
    changed = report(outline, [entry])
    assert later == changed.created_at
    assert changed.content_hash != report(outline).content_hash
    assert changed.content_hash[:12] in changed.footer_left


def test_the_header_names_one_checklist_or_counts_them(make_outline):
    """The header is one line, so several checklists are counted."""
    outline = make_outline()
    assert "2 checklists" == report(outline).running_right
    pins = outline.audit.checklists[:1]
    single = outline.audit.model_copy(update={"checklists": pins})
    alone = Outline(single, outline.sections, outline.facts, outline.compiled)
    assert f"{pins[0].title}, version {pins[0].version}" == report(alone).running_right


def test_the_auditor_answers_where_no_organisation_is_set(make_outline):
    """The author in the file is the organisation, or the auditor."""
    assert "Example Council" == report(make_outline()).author
    nobody = audit_report(AuditState(make_outline(), ()), ReportOptions("OFFICIAL"))
    assert make_front().auditor == nobody.author


def test_a_draft_says_what_has_two_versions(make_outline):
    """Nobody takes the one that is shown for the only one."""
    other = Version(writer="0", rank=1, row=None, by="A. Other", at=NOW)
    one = Difference(table="answers", key="sample/Q1", others=(other,))
    two = Difference(table="grades", key=PRACTICE, others=(other,))
    held = {"answers/sample/Q1": one, f"grades/{PRACTICE}": two}
    grades, answers = {PRACTICE: make_grade()}, {"sample/Q1": Answer(note="Seen.")}

    said = report(make_outline(differences=held, grades=grades, answers=answers)).subtitle
    assert said.endswith("at 17:12; 2 lines have two versions to choose from")
    said = report(make_outline(differences=held, grades=grades, answers={})).subtitle
    assert said.endswith("at 17:12; 1 line has two versions to choose from")


def test_a_signed_audit_says_that_two_grades_were_agreed_on_it(make_outline):
    """Two computers may have agreed apart after the sign-off, until somebody agrees anew."""
    signed = {
        "status": AuditStatus.SIGNED_OFF,
        "sign_off": SignOff(by="R. Okafor", at=NOW, content_hash="c0" * 32, history_head="d1" * 32),
    }
    agreed = AgreedGrade(band=GradeBand.GOOD, reason="Seen twice.", by="A. Other", at=NOW)
    row = agreed.model_copy(update={"band": GradeBand.INADEQUATE}).record()
    other = Version(writer="0", rank=1, row=row, by="A. Other", at=NOW)
    split = agreed.model_copy(update={"others": (other,)})

    said = report(make_outline(**signed, agreed={PRACTICE: split})).subtitle
    assert said.endswith("at 17:12; 1 line has two versions to choose from")
    assert report(make_outline(**signed, agreed={PRACTICE: agreed})).subtitle.endswith("at 17:12")


def test_a_draft_says_so_on_every_page(make_outline, text_of):
    """It stands in the title and in the header of the other pages, until the audit is signed."""
    document = report(make_outline())
    assert "DRAFT: case file audit report" == document.title
    assert "HX-2047, not signed off, as it stood on 14 November 2026 at 17:12" == document.subtitle
    assert document.running_title.startswith("DRAFT")
    signed = SignOff(by="A. Auditor", at=NOW, content_hash="c0" * 32, history_head="d1" * 32)
    outline = make_outline(status=AuditStatus.SIGNED_OFF, sign_off=signed)
    done = report(outline)
    assert "DRAFT" not in text_of(render_pdf(done))
    assert "HX-2047, signed off by A. Auditor on 14 November 2026 at 17:12" == done.subtitle
    assert f"HX-2047   Report {'c0' * 6}" == done.footer_left
    closed = make_outline(status=AuditStatus.CLOSED)
    assert "HX-2047, Closed" == report(closed).subtitle


def test_the_organisation_stands_over_the_title(make_outline, text_of):
    """The head of the first page says whose report it is; without a name there is nothing."""
    outline = make_outline()
    named = audit_report(
        AuditState(outline, ()), ReportOptions(marking="", organisation="Example Council")
    )
    nameless = audit_report(AuditState(outline, ()), ReportOptions(marking=""))
    assert ("Example Council", "") == (named.overline, nameless.overline)
    text = text_of(render_pdf(named))
    assert text.index("Example Council") < text.index(named.title)
