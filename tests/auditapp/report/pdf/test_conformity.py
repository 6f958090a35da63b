# SPDX-License-Identifier: MPL-2.0
"""Test that every kind of report follows PDF/UA-1 and PDF/A-2a, as far as programs can tell.

Our own checks and pikepdf's are asked; poppler, qpdf and veraPDF as well, where they are.
"""

import re

import pytest

from auditapp.checklist.library import load_bytes
from auditapp.judgement.audit_states import AuditState
from auditapp.model.amendment import Amendment
from auditapp.model.answer import Answer
from auditapp.model.audit import AuditStatus, SignOff
from auditapp.paths import PROGRAM
from auditapp.report.audit.full_report import audit_report
from auditapp.report.blocks import Badge, Detail, QuestionBlock, Tone
from auditapp.report.checklists.blank_checklist import BlankOptions, blank_checklist
from auditapp.report.checklists.change_sheet import ChangeOptions, change_sheet
from auditapp.report.pdf.document import render_pdf
from auditapp.report.pdf.encryption import encrypt
from tests.auditapp.report.filling import filled_outline
from tests.auditapp.report.reading import NOW, OPTIONS, report
from tests.pdf_checks import outside
from tests.pdf_checks.checking import faults_of, read_out

VISITS = (PROGRAM / "checklists" / "visits.yaml").read_text("utf-8")
PASSWORD = "four unrelated Wörter here"


def make_full(request):
    """Make the report of an audit in which everything is filled, Arabic and symbols among it."""
    words = iter(range(10_000))
    fixtures = [request.getfixturevalue(name) for name in ("make_outline", "questions")]
    texts = ("note {0}", "سارا ئەحمەد {0}", "Świętosława {0} ☐ 😀", "<b>{0}</b>\nnext line")
    return report(filled_outline(*fixtures, lambda: texts[(n := next(words)) % 4].format(n)))


def make_draft(request):
    """Make the report of a draft in which a few questions are answered."""
    first = request.getfixturevalue("questions")[0][0]
    answers = {first: Answer(value="met", note="Seen on the file.")}
    return report(request.getfixturevalue("make_outline")(answers))


def make_empty(request):
    """Make the report of an audit that was just begun."""
    return report(request.getfixturevalue("make_outline")())


def make_amended(request):
    """Make the report of an audit that was amended once."""
    make_outline = request.getfixturevalue("make_outline")
    signed = SignOff(by="A. Auditor", at=NOW, content_hash="a1" * 32, history_head="0" * 64)
    held = {"status": AuditStatus.SIGNED_OFF, "sign_off": signed}
    original = AuditState(make_outline({"visits/VS2": Answer(value="not_met")}, **held), ())
    amendment = Amendment(number=1, reason="Overlooked.", by="A. Manager", at=NOW, amends="a1" * 32)
    amended = make_outline({"visits/VS2": Answer(value="met")}, amendment=amendment, **held)
    return audit_report(AuditState(amended, (), (original,)), OPTIONS)


def make_blank(request):
    """Make a blank checklist."""
    loaded = [each for each, _compiled in request.getfixturevalue("checklists")[:1]]
    standards = request.getfixturevalue("standards")
    return blank_checklist(loaded, BlankOptions(standards, NOW, "OFFICIAL", "Example Council"))


def make_changes(request):
    """Make the sheet of a version that changes a few things."""
    revised = VISITS.replace('version: "1.0"', 'version: "2.0"', 1)
    revised = revised.replace("is there a good reason?", "is a good reason written down?", 1)
    revised = revised.replace("        max: 20\n", "        max: 12\n", 1)
    old, new = (load_bytes(text.encode(), "visits") for text in (VISITS, revised))
    return change_sheet(old, new, ChangeOptions({}, NOW, "OFFICIAL", "Example Council"))


def make_hundred(request):
    """Make a report of a hundred questions with long notes."""
    notes = Detail("Note", ("It was on the file, and somebody had read it. " * 12,))
    questions = (
        QuestionBlock(f"1.{number}", "Is it there?", Badge("Met", Tone.MET), (notes,))
        for number in range(100)
    )
    return request.getfixturevalue("make_document")(*questions)


MAKERS = (make_full, make_draft, make_empty, make_amended, make_blank, make_changes, make_hundred)


def name_of(maker):
    """Return the name of a kind of report for the name of its test."""
    return maker.__name__.removeprefix("make_")


@pytest.mark.parametrize("maker", MAKERS, ids=name_of)
def test_every_kind_of_report_follows_the_standards(maker, request, tmp_path):
    """Nobody who is asked finds a fault."""
    contents = render_pdf(maker(request))
    path = tmp_path / "report.pdf"
    path.write_bytes(contents)

    assert [] == faults_of(contents)
    assert [] == outside.archive_faults(contents)
    assert not outside.has("qpdf") or "" == outside.syntax_faults(path)
    assert not outside.has("verapdf") or [] == outside.vera_faults(path)


@pytest.mark.skipif(not outside.has("pdfinfo"), reason="poppler is not on this machine")
@pytest.mark.parametrize("maker", [make_empty, make_draft], ids=name_of)
def test_poppler_reads_the_same_text(maker, request, tmp_path):
    """What another program finds in the structure is what we find.

    Not in every kind: poppler 22.12 takes 10 s for 33 pages, and drops text that follows words
    with a text of their own.
    """
    path = tmp_path / "report.pdf"
    path.write_bytes(render_pdf(maker(request)))

    said = "".join(text for _role, text in read_out(path.read_bytes(), in_words=False))
    assert re.sub(r"\s", "", said) == outside.structure_text(path)


@pytest.mark.parametrize("maker", [make_full, make_blank], ids=name_of)
def test_an_encrypted_copy_can_still_be_read_aloud(maker, request):
    """It follows PDF/UA-1 and does not claim PDF/A, which forbids encryption."""
    assert [] == faults_of(encrypt(render_pdf(maker(request)), PASSWORD), PASSWORD)
