# SPDX-License-Identifier: MPL-2.0
"""Test the copy of a report that may be shared."""

from dataclasses import replace

import pytest

from auditapp.errors import ReportError
from auditapp.judgement.masks import Mask, make_mask
from auditapp.model.edits import Author, change_answer
from auditapp.model.tables import apply
from auditapp.report.blocks import Callout, Paragraph
from auditapp.report.layouts.laying_out import laid_out
from auditapp.report.pdf.document import render_pdf
from auditapp.report.shared_copy import shared_copy
from tests.auditapp.report.reading import NOW, report
from tests.auditapp.report.some_layouts import make_layout, make_logo

BY = Author("Ngozi Okafor", NOW)
PLANTED = ("Marsh", "9434765919", "LS1 4AP", "HX-2047", "Okafor", "East", "W-17")
FRONT = {"case_reference": "HX-2047", "team": "East", "worker_code": "W-17"}
NOTE = "Jade Marsh, 9434765919, of LS1 4AP told W-17 of the East team. Ngozi Okafor agrees."


@pytest.fixture
def outline(make_outline):
    """Return an audit in which everything is told."""
    made = make_outline()
    front = made.audit.front.model_copy(update={**FRONT, "auditor": "Ngozi Okafor"})
    audit = made.audit.model_copy(update={"front": front})
    audit = apply(audit, change_answer(audit, "visits/VS1", BY, note=NOTE).puts)
    return replace(made, audit=audit)


@pytest.fixture
def mask(outline):
    """Return the mask of that audit."""
    return make_mask([outline.audit], [], ["Jade Marsh"], lambda _text: "7Q2FX")


def test_nothing_planted_is_left_in_the_pdf(outline, mask, text_of):
    """Nor in its title, and the original does have it all."""
    document = report(outline)
    original, copy = render_pdf(document), render_pdf(shared_copy(document, mask))

    assert [] == [word for word in PLANTED if word not in text_of(original)]
    assert [] == [word for word in PLANTED if word in text_of(copy)]
    assert [] == [word for word in PLANTED if word.encode() in copy]
    assert "Case 7Q2FX" in text_of(copy)


def test_it_says_first_that_it_is_a_copy(outline, mask):
    """And still has the hash of what was signed."""
    document = report(outline)
    copy = shared_copy(document, mask)

    assert isinstance(copy.blocks[0], Callout)
    assert "texts of this copy were changed" in copy.blocks[0].paragraphs[1]
    assert document.content_hash == copy.content_hash
    assert len(document.blocks) + 1 == len(copy.blocks)


def test_it_looks_as_the_layout_wants(outline, mask):
    """Logo and colour tell nobody who somebody is."""
    layout = make_layout('logo: {file: x.png, words: A tree}\naccent: "#1d6b3a"', make_logo())
    document = laid_out(report(outline), layout)
    copy = shared_copy(document, mask)
    assert (document.logo, document.accent) == (copy.logo, copy.accent)


class Blind(Mask):
    """Take nothing out, as a faulty mask would."""

    def apply(self, text):
        """Return the text as it is."""
        return text


def test_a_copy_that_gives_something_away_is_not_made(make_document, mask):
    """The second look refuses it."""
    blind = Blind(mask.codes, mask.finder, mask.whole_names)
    with pytest.raises(ReportError, match="would still show"):
        shared_copy(make_document(Paragraph("NHS number 9434765919")), blind)
