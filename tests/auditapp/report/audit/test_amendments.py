# SPDX-License-Identifier: MPL-2.0
"""Test the report of an amended audit: what was amended, and the original with it."""

import pypdfium2
import pytest

from auditapp.fingerprints import grouped
from auditapp.judgement.audit_states import AuditState
from auditapp.model.amendment import Amendment
from auditapp.model.answer import Answer
from auditapp.model.audit import AuditStatus, SignOff
from auditapp.report.audit.full_report import audit_report
from auditapp.report.blocks import Callout, Facts, Heading, Paragraph
from auditapp.report.pdf.document import render_pdf
from tests.auditapp.report.reading import NOW, OPTIONS, blocks_of, make_grade, tables
from tests.pdf_checks.checking import faults_of

KEY = "visits/VS2"
HASHES = ("a1" * 32, "b2" * 32, "c3" * 32)
REASON = "A visit was overlooked."


@pytest.fixture
def make_state(make_outline):
    """Return a function that makes an audit that was amended as often as there are values."""

    def state(*values, is_signed=True):
        earlier = ()
        for number, value in enumerate(values):
            held = {"grades": {"practice": make_grade()}}
            if number:
                held["amendment"] = Amendment(
                    number=number, reason=REASON, by="A. Manager", at=NOW, amends=HASHES[number - 1]
                )
            if is_signed or number < len(values) - 1:
                held["status"] = AuditStatus.SIGNED_OFF
                held["sign_off"] = SignOff(
                    by=f"Signer {number}",
                    at=NOW,
                    content_hash=HASHES[number],
                    history_head="0" * 64,
                )
            answers = {KEY: Answer(value=value, note=f"Note {number}.")}
            made = AuditState(make_outline(answers, **held), (), earlier)
            earlier = (*earlier, AuditState(made.outline, (), earlier, is_superseded=True))
        return made

    return state


def written(state):
    """Return the report of a state."""
    return audit_report(state, OPTIONS)


def test_an_audit_that_was_not_amended_says_nothing_of_it(make_state):
    """Its report is what it was before there were amendments."""
    document = written(make_state("met"))

    assert "Case file audit report" == document.title
    assert [] == tables(document, "amendment") + tables(document, "Every sign-off")
    assert [] == [each for each in blocks_of(document, Heading) if each.level == 0]


def test_the_amendment_is_told_with_what_it_changes(make_state, words_in):
    """Number, reason, who, when, what it amends, and each line before and after."""
    state = make_state("not_met", "met")
    document = written(state)
    (table,) = tables(document, "What amendment 1 changes")

    assert "Case file audit report, amendment 1" == document.title
    assert "HX-2047, signed off by Signer 1 on 14 November 2026 at 17:12" == document.subtitle
    head, *rows = table.rows
    number = state.outline.by_key[KEY].number
    assert f"{number}  {state.outline.by_key[KEY].question.text}" == head.title
    assert [("Answer", "Not met", "Met"), ("Note", "Note 0.", "Note 1.")] == rows
    facts = dict(blocks_of(document, Facts)[1].pairs)
    assert (REASON, "A. Manager", "14 November 2026 at 17:12", "Signer 1") == (
        facts["Reason"],
        facts["Amended by"],
        facts["Opened on"],
        facts["Signed off by"],
    )
    assert f"The original, SHA-256 {grouped(HASHES[0])}" == facts["Amends"]


def test_the_original_is_printed_whole_after_it(make_state, words_in):
    """With its own title, its own answers and its own sign-off."""
    document = written(make_state("not_met", "met"))
    blocks = document.blocks
    start = next(n for n, each in enumerate(blocks) if each == Heading(0, "The original audit"))
    original = written(make_state("not_met"))

    assert original.subtitle == blocks[start + 1].text
    assert original.blocks == blocks[start + 2 :]
    assert "Note 0." not in words_in(blocks[:start]).replace("Note 0.\nNote 1.", "")


def test_every_sign_off_stands_under_the_sign_off(make_state):
    """By name, the original first, each with its hash."""
    document = written(make_state("not_met", "met", "partly_met"))
    (table,) = tables(document, "Every sign-off")

    assert [
        ("The original", "Signer 0", grouped(HASHES[0])),
        ("Amendment 1", "Signer 1", grouped(HASHES[1])),
        ("Amendment 2", "Signer 2", grouped(HASHES[2])),
    ] == [(row[0], row[1], row[3]) for row in table.rows]
    assert [1, 1] == [len(tables(document, f"What amendment {number}")) for number in (1, 2)]


def test_a_draft_of_an_amendment_says_so(make_state):
    """In its title and over its changes; only what was signed is a sign-off."""
    document = written(make_state("not_met", "met", is_signed=False))
    (table,) = tables(document, "Every sign-off")

    assert "DRAFT: case file audit report, amendment 1" == document.title
    assert Heading(1, "Amendment 1, not signed off yet") in blocks_of(document, Heading)
    assert ["The original"] == [row[0] for row in table.rows]


def test_an_amendment_without_changes_says_so(make_state):
    """It was opened a moment ago."""
    state = make_state("met", "met", is_signed=False)
    note = state.outline.audit.answers[KEY].model_copy(update={"note": "Note 0."})
    audit = state.outline.audit.model_copy(update={"answers": {KEY: note}})
    outline = type(state.outline)(
        audit, state.outline.sections, state.outline.facts, state.outline.compiled
    )
    document = written(AuditState(outline, (), state.earlier))

    assert Paragraph("It changes nothing so far.") in document.blocks


def test_a_state_without_an_amendment_has_none_to_show(make_state):
    """As in a file that somebody tampered with: the report is made, and says what there is."""
    (original,) = make_state("not_met", "met").earlier
    document = written(AuditState(original.outline, (), (original,)))

    assert [] == tables(document, "What amendment")
    assert Heading(0, "The original audit") in document.blocks


def test_what_was_amended_since_warns_whoever_reads_it_alone(make_state):
    """It is printed as it was signed, and says that it is not the newest."""
    (original,) = make_state("not_met", "met").earlier
    document = written(original)

    assert "This is not the newest version" == blocks_of(document, Callout)[0].title
    assert HASHES[0] == document.content_hash
    assert "Case file audit report" == document.title


def test_the_file_is_tagged_and_has_bookmarks_for_both(make_state, text_of):
    """Two titles, each over its own headings; the foot says which of the two a page is of."""
    contents = render_pdf(written(make_state("not_met", "met")))
    assert [] == faults_of(contents)
    with pypdfium2.PdfDocument(contents) as pdf:
        titles = [mark.get_title() for mark in pdf.get_toc() if mark.level == 0]
        last = pdf[len(pdf) - 1].get_textpage().get_text_range()

    assert ["Case file audit report, amendment 1", "The original audit"] == titles
    assert f"Original {HASHES[0][:12]}" in last
    assert f"Report {HASHES[1][:12]}" in text_of(contents)
