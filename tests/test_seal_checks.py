# SPDX-License-Identifier: MPL-2.0
"""The checks of PDFs find every fault that is planted in the field of a seal."""

import datetime as dt
import re
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from auditapp.report.blocks import Paragraph
from auditapp.report.document import ReportDocument
from auditapp.report.pdf.document import render_pdf
from tests.pdf_checks.checking import faults_of

DETACHED = Name("/ETSI.CAdES.detached")
FAR = -9999
ROOM = 1_000_000_000
"""A number as long as any that takes its place once the file is written."""


def add_seal(pdf):
    """Put the field of a seal into a file, with a signature that signs nothing."""
    document = Dictionary(
        TransformMethod=Name.DocMDP,
        TransformParams=Dictionary(Type=Name.TransformParams, P=1, V=Name("/1.2")),
    )
    signature = pdf.make_indirect(
        Dictionary(
            Type=Name.Sig,
            SubFilter=DETACHED,
            ByteRange=Array([0, ROOM, ROOM, ROOM]),
            Contents=String(b"\xff" * 64),
            Reference=Array([document]),
        )
    )
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T="Seal",
            TU="Seal of Example Council",
            F=132,
            Rect=Array([FAR] * 4),
            V=signature,
        )
    )
    pdf.pages[0].Annots = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]), SigFlags=3)
    pdf.Root.Perms = Dictionary(DocMDP=signature)


def sealed(plain, plant):
    """Return ``plain`` with a seal about the whole file, after ``plant`` has been at it."""
    with pikepdf.open(BytesIO(plain)) as pdf, BytesIO() as saved:
        add_seal(pdf)
        plant(pdf)
        pdf.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        raw = saved.getvalue()
    gap = re.search(rb"/Contents (<f{128}>)", raw)
    for number in (gap.start(1), gap.end(1), len(raw) - gap.end(1)) if gap else ():
        raw = raw.replace(b"%d" % ROOM, b"%010d" % number, 1)
    return raw


def of_field(name, value=None):
    """Return what changes an entry of the field, or takes it out."""

    def plant(pdf):
        field = pdf.Root.AcroForm.Fields[0]
        if value is None:
            del field[name]
        else:
            field[name] = value

    return plant


def of_signature(name, value):
    """Return what changes an entry of the signature."""
    return lambda pdf: pdf.Root.AcroForm.Fields[0].V.__setitem__(name, value)


def allow_filling_in(pdf):
    """Allow to fill in fields."""
    pdf.Root.AcroForm.Fields[0].V.Reference[0].TransformParams.P = 2


def drop(name):
    """Return what takes an entry out of the catalogue."""
    return lambda pdf: pdf.Root.__delitem__(name)


def add_field(pdf):
    """Add a field to fill in."""
    field = pdf.make_indirect(Dictionary(FT=Name.Tx, T="Name"))
    pdf.Root.AcroForm.Fields.append(field)


def add_second_seal(pdf):
    """Put another seal on the last page."""
    field = pdf.make_indirect(Dictionary(pdf.Root.AcroForm.Fields[0]))
    pdf.pages[-1].Annots = Array([*pdf.pages[-1].get("/Annots", []), field])


def compute(pdf):
    """Let the reader make up appearances."""
    pdf.Root.AcroForm.NeedAppearances = True


PLANTED = {
    "on the page": (of_field("/Rect", Array([0, 0, 9, 9])), "lies on the page"),
    "without area on the page": (of_field("/Rect", Array([9, 9, 9, 9])), "lies on the page"),
    "hidden": (of_field("/F", 134), "hidden"),
    "not printed": (of_field("/F", 128), "hidden"),
    "without words": (of_field("/TU"), "no words"),
    "with an action": (of_field("/A", Dictionary(S=Name.GoTo)), "the seal has /A"),
    "no signature": (of_field("/V"), "form of PAdES"),
    "another form": (of_signature("/SubFilter", Name("/adbe.pkcs7.detached")), "form of PAdES"),
    "about a part": (of_signature("/ByteRange", Array([0, 5, 9, 9])), "about the whole file"),
    "changes allowed": (allow_filling_in, "allows changes"),
    "not certified": (drop("/Perms"), "allows changes"),
    "no form": (drop("/AcroForm"), "a part of a seal"),
    "another field": (add_field, "only field"),
    "two seals": (add_second_seal, "only field"),
    "a form that computes": (compute, "not one of a seal alone"),
}
"""What is done to a file with a good seal, and a part of what has to be said of it."""


@pytest.fixture(scope="module")
def plain():
    """Return a report that is not sealed."""
    return render_pdf(
        ReportDocument(
            *("Title", "Subtitle", "OFFICIAL", "en-GB", "1", "Title", "", "Foot"),
            blocks=(Paragraph("Nobody may change this."),),
            content_hash="0" * 64,
            created_at=dt.datetime(2026, 11, 14, tzinfo=dt.UTC),
            author="Example Council",
        )
    )


def test_a_good_seal_has_no_fault(plain):
    """Before it is broken."""
    assert [] == faults_of(sealed(plain, lambda _pdf: None))


@pytest.mark.parametrize("name", PLANTED)
@pytest.mark.filterwarnings("ignore:.*not reachable from /AcroForm")  # that is what is planted
def test_a_fault_of_a_seal_is_found(plain, name):
    """A file with a good seal and one fault in it is said to have that fault."""
    plant, words = PLANTED[name]
    assert [] != [fault for fault in faults_of(sealed(plain, plant)) if words in fault]
