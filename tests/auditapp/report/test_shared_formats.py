# SPDX-License-Identifier: MPL-2.0
"""Test that a copy to be shared holds nothing planted, whatever its kind and the kind of file.

Every text of the audits is planted, and all of each file is looked at: what is seen, what is read
out in its place, and what says whose file it is.
"""

import html
import io
import re
import zipfile
from dataclasses import replace
from itertools import count

import pikepdf
import pypdfium2
import pytest

from auditapp.judgement.audit_states import AuditState
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.report_format import ReportFormat
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.report.kinds import report_across, report_of
from auditapp.report.shared_copy import mask_of, shared_copy
from auditapp.report.worker import _writer
from tests.auditapp.report.filling import filled_outline
from tests.auditapp.report.kind_samples import ACROSS, SHARED
from tests.auditapp.report.reading import NOW

NAMES = ("Jade Marsh",)
OFFICER = "Ngozi Okafor"
SECRETS = (
    "Jade was seen; MARSH, Jade rang",
    "NHS number 943 476 5919",
    "at LS1 4AP, 0113 496 0000, jo@example.org",
    "born 3 May 2011",
    "hx 2047 and sw14 of the court team, said Ngozi Okafor",
)
PLANTED = (
    *("jade", "marsh", "9434765919", "ls14ap", "01134960000", "joexampleorg", "3may2011"),
    *("hx2047", "sw14", "courtteam", "okafor", "ngozi", "orme"),
)
"""In small letters and without what stands between, as they are looked for."""

ONE = [kind for kind, about in KINDS.items() if about.is_of_one_audit]
MANY = [kind for kind, about in KINDS.items() if about.is_of_audits]
FORMATS = list(ReportFormat)


@pytest.fixture
def make_state(make_outline, questions):
    """Return a function that makes a signed audit each of whose texts tells somebody."""

    def make(number=0):
        texts = count()
        made = filled_outline(
            make_outline, questions, lambda: f"{SECRETS[(n := next(texts)) % len(SECRETS)]}, {n}."
        )
        front = made.audit.front.model_copy(
            update={
                "case_reference": "HX-2047",
                "worker_code": "SW-14",
                "team": "Court team",
                "auditor": OFFICER,
            }
        )
        audit = made.audit.model_copy(
            update={
                "front": front,
                "id": f"{number:032x}",
                "answers": signed_by(made.audit.answers, "changed_by"),
                "actions": signed_by(made.audit.actions, "verified_by"),
                "concerns": signed_by(made.audit.concerns, "raised_by"),
                "sign_off": made.audit.sign_off.model_copy(update={"by": OFFICER}),
            }
        )
        line = HistoryEntry(
            seq=1, at=NOW, by="T. Orme", kind=HistoryKind.EXPORTED, detail="for Jade Marsh"
        ).sealed()
        return AuditState(replace(made, audit=audit), [line])

    return make


def signed_by(records, field):
    """Return records with the officer's name in one field."""
    return {key: each.model_copy(update={field: OFFICER}) for key, each in records.items()}


def shared_file(document, states, report_format):
    """Return the file of a document as it leaves the service."""
    codes = {}
    mask = mask_of(states, NAMES, lambda text: codes.setdefault(text, f"7Q{len(codes):03}"))
    return _writer(report_format)(shared_copy(document, mask), lambda *_step: None)


def everything_in(contents):
    """Return every text that a file holds anywhere."""
    if contents.startswith(b"%PDF"):
        return "\n".join(texts_of_pdf(contents))
    if contents.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(contents)) as packed:
            parts = [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
    else:
        parts = [contents.decode("utf-8-sig")]
    return "\n".join(
        html.unescape(each) for part in parts for each in (part, re.sub("<[^>]*>", "", part))
    )


def texts_of_pdf(contents):
    """Yield the text of the pages, every string of every object, and what its streams hold."""
    with pypdfium2.PdfDocument(contents) as pdf:
        yield from (page.get_textpage().get_text_range() for page in pdf)
    with pikepdf.open(io.BytesIO(contents)) as pdf:
        for each in [*pdf.objects, pdf.trailer]:
            yield from strings_in(each)
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") != "/Image":
                yield each.read_bytes().decode("latin-1")


def strings_in(held):
    """Yield the strings of an object that are in it itself."""
    if isinstance(held, pikepdf.String):
        yield str(held)
    elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream):
        for value in held.values():
            if not getattr(value, "is_indirect", False):
                yield from strings_in(value)
    elif isinstance(held, pikepdf.Array):
        for value in held:
            if not getattr(value, "is_indirect", False):
                yield from strings_in(value)


def planted_in(contents):
    """Return what was planted and is still there."""
    plain = re.sub(r"[\W_]+", "", everything_in(contents)).casefold()
    return {each for each in PLANTED if each in plain}


@pytest.mark.parametrize("report_format", FORMATS)
@pytest.mark.parametrize("kind", ONE)
def test_nothing_planted_is_in_a_shared_report(make_state, kind, report_format):
    """Of one audit, in any kind of file."""
    state = make_state()
    options = replace(SHARED, names=NAMES)
    document = report_of(kind, state, options)
    assert set() == planted_in(shared_file(document, [state], report_format))


@pytest.mark.parametrize("report_format", FORMATS)
@pytest.mark.parametrize("kind", MANY)
def test_nothing_planted_is_in_a_shared_report_of_several(make_state, kind, report_format):
    """Of six audits, in any kind of file."""
    states = [make_state(number) for number in range(6)]
    document = report_across(kind, states, replace(SHARED, names=NAMES))
    assert set() == planted_in(shared_file(document, states, report_format))


@pytest.mark.parametrize("report_format", FORMATS)
def test_what_was_planted_would_be_found(make_state, report_format):
    """The full report as it is has all of it."""
    state = make_state()
    document = report_of(ReportKind.AUDIT, state, ACROSS)
    found = planted_in(_writer(report_format)(document, lambda *_step: None))
    assert set(PLANTED) == found
