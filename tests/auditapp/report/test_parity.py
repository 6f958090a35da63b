# SPDX-License-Identifier: MPL-2.0
"""Test that every field of an audit that is not empty is in every kind of file of its report.

The fields are found by walking the models, so one that is added fails here until it is filled in
``full_audit``, and until the report says it.
"""

import datetime as dt
from dataclasses import fields, is_dataclass
from enum import StrEnum
from itertools import chain
from typing import get_args

import pypdfium2
import pytest

from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.day_words import day_words
from auditapp.judgement.moment_words import moment_words
from auditapp.model.amendment import Amendment
from auditapp.model.audit import Audit, PinnedTrust
from auditapp.model.difference import Difference, Version
from auditapp.model.frozen import Frozen
from auditapp.model.labels import TrustState, label
from auditapp.report.audit.full_report import audit_report
from auditapp.report.pdf.document import render_pdf
from auditapp.report.sheets.table_file import render_csv
from auditapp.report.sheets.workbook import render_xlsx
from auditapp.report.web_page.page import render_html
from auditapp.report.word.document import render_docx
from tests.auditapp.report.full_audit import full_audit
from tests.auditapp.report.reading import NOW, OPTIONS
from tests.auditapp.report.texts import Page, WordFile, csv_rows, workbook

NEVER_SHOWN = {
    "Audit.standards": "the report says what they make of each timescale",
    "ChecklistPin.data": "the bytes of a checklist, of which its hash is shown",
    "PinnedTrust.state": "said together with who signed",
    "Action.question": "a key: the question is shown by its number and its text",
    "Concern.question": "as above",
    "SetAsideAnswer.question": "as above",
    "SetAsideAnswer.beside": "as above",
    "Answer.value": "shown in the words of the checklist, which other tests look at",
    "Audit.status": "shown as who signed, and when",
    "Audit.copy_of": "an id: the list of audits says that it is a second copy",
    "ActionStep.after": "ids of steps, which stand in that order",
    "ActionStep.keeps": "an id: the step of that name is the one that counts",
    "AgreedGrade.others": "as below, also after the sign-off",
    **dict.fromkeys(
        (
            *(f"Difference.{field}" for field in Difference.model_fields),
            *(f"Version.{field}" for field in Version.model_fields),
        ),
        "settled before the sign-off; until then the title says how many there are",
    ),
}
"""Fields whose contents do not stand in the report as they are, and why."""

YES = {
    "FrontSheet.is_independent": "Independent",
    "ActionStep.is_left": "Left as it is",
    "Answer.flagged": "Flagged",
    "Answer.not_applicable": "Not applicable",
    "Answer.none_on_file": "No date on file",
}
NO = {"Feedback.asked": "Not asked"}
"""What stands for a field that is true, or false."""


def pdf_text(contents):
    """Return the text of all pages."""
    with pypdfium2.PdfDocument(contents) as pdf:
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def docx_text(contents):
    """Return the text of the body and of the feet of the pages."""
    file = WordFile(contents)
    return f"{file.text} {file.feet}"


def xlsx_text(contents):
    """Return the text of all cells."""
    sheets = workbook(contents).values()
    return " ".join(str(cell) for rows in sheets for row in rows for cell in row)


WRITERS = {
    "pdf": (render_pdf, pdf_text),
    "html": (render_html, lambda contents: Page(contents).text),
    "docx": (render_docx, docx_text),
    "xlsx": (render_xlsx, xlsx_text),
    "csv": (render_csv, lambda contents: " ".join(chain.from_iterable(csv_rows(contents)))),
}


@pytest.fixture
def state(make_outline, questions):
    """Return an audit with everything in it, which was amended once."""
    original, _count = full_audit(make_outline, questions)
    trust = PinnedTrust(state=TrustState.KNOWN_KEY, signer="Halden Council", key_id="RWQ12345")
    outline, _count = full_audit(
        make_outline,
        questions,
        checklists=tuple(
            pin.model_copy(update={"trust": trust}) for pin in original.audit.checklists
        ),
        amendment=Amendment(
            number=1, reason="A visit was overlooked.", by="A. Manager", at=NOW, amends="e2" * 32
        ),
    )
    earlier = AuditState(original, (), (), is_superseded=True)
    return AuditState(outline, (), (earlier,))


def leaves(model):
    """Yield the name of each field of a model and of those in it, with each value that it has."""
    for name in type(model).model_fields:
        for value in _values(getattr(model, name)):
            if isinstance(value, Frozen):
                yield from leaves(value)
            else:
                yield f"{type(model).__name__}.{name}", value


def _values(held):
    if isinstance(held, dict):
        held = tuple(held.values())
    for each in held if isinstance(held, tuple) else (held,):
        if each not in (None, ""):
            yield each


def models_in(annotation):
    """Yield every model that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models_in(field.annotation)
    for part in get_args(annotation):
        yield from models_in(part)


def shown(name, value):
    """Return the words in which the report shows the value of a field."""
    if isinstance(value, bool):
        return (YES if value else NO).get(name, "")
    if isinstance(value, StrEnum):
        return label(value)
    if isinstance(value, dt.datetime):
        return moment_words(value)
    return day_words(value) if isinstance(value, dt.date) else str(value)


def test_every_field_of_an_audit_is_filled_here(state):
    """So that the test below looks at all of them."""
    exempt = {name for name in NEVER_SHOWN if not name.startswith(("Answer", "Audit.status"))}
    kinds = set(models_in(Audit)) - set(models_in(Audit.model_fields["standards"].annotation))
    fields = {f"{kind.__name__}.{name}" for kind in kinds for name in kind.model_fields}
    filled = {name for name, value in leaves(state.audit) if value is not False} | set(NO)
    whole = {f"Audit.{name}" for name in ("front", "overall", "sign_off", "amendment", "links")}
    whole |= {f"Audit.{name}" for name, held in state.audit if isinstance(held, dict | tuple)}
    whole |= {"ChecklistPin.trust", "Answer.evidence", "SetAsideAnswer.answer"}
    whole |= {"ActionProgress.steps"}
    assert set() == fields - filled - whole - exempt
    assert set() == set(NEVER_SHOWN) - fields


@pytest.mark.parametrize("name", WRITERS)
def test_every_field_of_an_audit_is_in_every_kind_of_file(state, name):
    """Texts, choices, numbers, days and hashes; lines and pages may part them."""
    write, read = WRITERS[name]
    text = "".join(read(write(audit_report(state, OPTIONS))).split())
    wanted = {
        (field, shown(field, value))
        for field, value in leaves(state.audit)
        if field not in NEVER_SHOWN
    }
    assert len(wanted) > 300
    assert [] == [pair for pair in sorted(wanted) if "".join(pair[1].split()) not in text]


@pytest.mark.parametrize("name", WRITERS)
def test_every_text_of_the_report_is_in_every_kind_of_file(state, name):
    """What the report says beyond the fields, too: headings, labels, sentences."""
    write, read = WRITERS[name]
    document = audit_report(state, OPTIONS)
    text = "".join(read(write(document)).split())
    # The words on what a table shows are an attribute in a PDF, as other tests see.
    unseen = {"caption"} if name == "pdf" else set()
    texts = set(texts_in(document.blocks, unseen))
    assert len(texts) > 500
    assert [] == [each for each in sorted(texts) if "".join(each.split()) not in text]


def texts_in(part, unseen):
    """Yield every text of blocks, but for the fields ``unseen``."""
    if is_dataclass(part):
        for field in fields(part):
            if field.name not in unseen:
                yield from texts_in(getattr(part, field.name), unseen)
    elif isinstance(part, list | tuple):
        for each in part:
            yield from texts_in(each, unseen)
    elif isinstance(part, str) and not isinstance(part, StrEnum):
        yield part
