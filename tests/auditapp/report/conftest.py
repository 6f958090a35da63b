# SPDX-License-Identifier: MPL-2.0
"""Make report documents and audits for the tests of the report engine."""

import datetime as dt
from dataclasses import fields, is_dataclass

import pypdfium2
import pytest

from auditapp.checklist.library import load_bytes
from auditapp.judgement.compiled import compile_checklist
from auditapp.model.ids import question_key
from auditapp.paths import PROGRAM
from auditapp.report.document import ReportDocument
from auditapp.standards import load_standards
from tests.auditapp.report.filling import outline_maker

NOW = dt.datetime(2026, 11, 14, 17, 12, tzinfo=dt.UTC)
FOLDER = PROGRAM / "checklists"
NAMES = ("chronology", "visits")


@pytest.fixture(scope="session")
def make_document():
    """Return a function that makes a report of blocks."""

    def make(*blocks, **changes):
        about = {
            "title": "Case file audit report",
            "subtitle": "HX-2047, signed off",
            "marking": "OFFICIAL-SENSITIVE",
            "language": "en-GB",
            "reference": "HX-2047",
            "running_title": "Case file audit report",
            "running_right": "Visits, version 1.0",
            "footer_left": "HX-2047",
            "content_hash": "ab" * 32,
            "created_at": NOW,
            "author": "Example Council",
        }
        return ReportDocument(**(about | changes), blocks=blocks)

    return make


@pytest.fixture(scope="session")
def text_of():
    """Return a function that reads the text of a PDF, each page's lines joined by spaces."""

    def read(contents):
        with pypdfium2.PdfDocument(contents) as pdf:
            pages = [page.get_textpage().get_text_range() for page in pdf]
        return " ".join(" ".join(page.split()) for page in pages)

    return read


@pytest.fixture(scope="session")
def words_in():
    """Return a function that gathers every text of a document or a block."""

    def gather(part):
        if isinstance(part, str):
            return part
        if is_dataclass(part):
            part = [getattr(part, field.name) for field in fields(part)]
        return "\n".join(gather(each) for each in part) if isinstance(part, list | tuple) else ""

    return gather


@pytest.fixture(scope="session")
def standards():
    """Return the timescale rules that are shipped."""
    return load_standards(FOLDER, None)


@pytest.fixture(scope="session")
def checklists():
    """Return two shipped checklists, compiled."""
    loaded = [load_bytes((FOLDER / f"{name}.yaml").read_bytes(), name) for name in NAMES]
    return [(each, compile_checklist(each.checklist)) for each in loaded]


@pytest.fixture
def make_outline(checklists, standards):
    """Return a function that makes the outline of an audit with the fields given."""
    return outline_maker(checklists, standards)


@pytest.fixture
def questions(checklists):
    """Return the key and the question of every question of the checklists."""
    return [
        (question_key(loaded.checklist.id, question.id), question)
        for loaded, _compiled in checklists
        for question in loaded.checklist.questions
    ]
