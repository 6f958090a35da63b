# SPDX-License-Identifier: MPL-2.0
"""Test that every kind of paper, and any text, can be written to every kind of file."""

import datetime as dt
import gc
import os
import random
import sys
import time
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum

import pytest

from auditapp.checklist.library import Library
from auditapp.paths import PROGRAM
from auditapp.report.blocks import Column, Noted, Paragraph, QuestionBlock, Table
from auditapp.report.characters import cleaned
from auditapp.report.checklists.blank_checklist import BlankOptions, blank_checklist
from auditapp.report.checklists.change_sheet import ChangeOptions, change_sheet
from auditapp.report.pdf.document import render_pdf
from auditapp.report.sheets.table_file import render_csv
from auditapp.report.sheets.workbook import render_xlsx
from auditapp.report.web_page.page import render_html
from auditapp.report.word.document import render_docx
from auditapp.standards import load_standards
from tests.auditapp.report.every_block import Words, every_block
from tests.auditapp.report.test_fuzz import make_block, make_text
from tests.auditapp.report.texts import Page, WordFile, csv_rows, workbook

NOW = dt.datetime(2026, 11, 14, 17, 12, tzinfo=dt.UTC)
DOCUMENTS = 30


def page_text(contents):
    """Return what can be read in a web page."""
    return Page(contents).text


def word_text(contents):
    """Return the text of a Word document, the feet of its pages with it."""
    file = WordFile(contents)
    return f"{file.text} {file.feet}"


def workbook_text(contents):
    """Return the text of all cells."""
    sheets = workbook(contents).values()
    return " ".join(str(cell or "") for rows in sheets for row in rows for cell in row)


def csv_text(contents):
    """Return the text of all cells."""
    return " ".join(cell for row in csv_rows(contents) for cell in row)


WRITERS = {
    "html": (render_html, page_text),
    "docx": (render_docx, word_text),
    "xlsx": (render_xlsx, workbook_text),
    "csv": (render_csv, csv_text),
}


@pytest.fixture(scope="module")
def papers():
    """Return a blank checklist of two, and a change sheet."""
    library, standards = Library([PROGRAM / "checklists"]), load_standards(PROGRAM / "checklists")
    loaded = [library.load("visits"), library.load("dip-sample")]
    blank = blank_checklist(loaded, BlankOptions(standards, NOW, "OFFICIAL", "Example Council"))
    first, *others = loaded[0].checklist.sections
    reworded = first.questions[0].model_copy(update={"text": "When was the child seen last?"})
    section = first.model_copy(update={"questions": (reworded, *first.questions[2:])})
    changes = {"version": "1.1", "sections": (section, *others)}
    after = replace(loaded[0], checklist=loaded[0].checklist.model_copy(update=changes))
    options = ChangeOptions(standards.names, NOW, "OFFICIAL", "Example Council")
    return {"blank": blank, "changes": change_sheet(loaded[0], after, options)}


def texts_in(part):
    """Yield every text of blocks."""
    if is_dataclass(part):
        part = tuple(getattr(part, field.name) for field in fields(part))
    if isinstance(part, list | tuple):
        for each in part:
            yield from texts_in(each)
    elif isinstance(part, str) and not isinstance(part, StrEnum):
        yield part


@pytest.mark.parametrize("paper", ["blank", "changes"])
@pytest.mark.parametrize("name", WRITERS)
def test_every_text_of_every_paper_is_there(papers, paper, name):
    """Questions, advice, what is to be ticked, what went and what came."""
    write, read = WRITERS[name]
    text = "".join(read(write(papers[paper])).split())
    texts = {"".join(cleaned(each).split()) for each in texts_in(papers[paper].blocks)}
    assert len(texts) > 50
    assert [] == [each for each in sorted(texts) if each not in text]


@pytest.fixture
def written():
    """Return the names of the files that are opened to be written to, whoever opens them."""
    names = []

    def note(event, args):
        # A hook cannot be taken away again; after the test nobody looks at the list.
        if event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            names.append(args[0])

    sys.addaudithook(note)
    return names


@pytest.mark.parametrize("name", ["pdf", *WRITERS])
def test_nothing_of_a_report_is_put_into_a_file(make_document, written, tmp_path, name):
    """Not even for a moment: a process that is killed would leave it behind."""
    write = render_pdf if name == "pdf" else WRITERS[name][0]
    write(make_document(*every_block(Words())))
    assert [] == written
    (tmp_path / "seen").write_bytes(b"x")
    assert [str(tmp_path / "seen")] == [str(each) for each in written]


@pytest.mark.parametrize("name", WRITERS)
def test_any_text_in_any_block_can_be_written(make_document, name):
    """Files of random blocks with hostile text are made, and can be read again."""
    write, read = WRITERS[name]
    for seed in range(DOCUMENTS):
        chance = random.Random(seed)
        blocks = tuple(make_block(chance) for _ in range(chance.randint(0, 6)))
        document = make_document(*blocks, title=make_text(chance, 4), marking=make_text(chance, 2))
        assert "HX-2047" in read(write(document)), f"seed {seed}"


@pytest.mark.parametrize("name", WRITERS)
def test_no_word_of_any_text_is_lost(make_document, name):
    """What was typed comes back, but for what nobody can see."""
    write, read = WRITERS[name]
    for seed in range(DOCUMENTS):
        text = make_text(random.Random(seed))
        blocks = (
            Paragraph(f"BEGIN{text}END"),
            QuestionBlock("1", f"BEGIN{text}END", None),
            Table((Column("A", 1),), [(Noted(f"BEGIN{text}END", (f"BEGIN{text}END",)),)], "c"),
        )
        wanted = "".join(f"BEGIN{cleaned(text)}END".split())
        assert 4 == "".join(read(write(make_document(*blocks))).split()).count(wanted), seed


@pytest.mark.parametrize("name", WRITERS)
def test_the_time_grows_with_the_length_and_no_faster(make_document, name):
    """Ten times as many rows, or words, take ten times as long, give or take."""
    write, _read = WRITERS[name]

    def seconds(rows, words):
        columns = (Column("A", 1), Column("B", 3), Column("C", 1))
        table = Table(columns, [(str(n), "kindly " * 8, "x") for n in range(rows)], "Rows")
        document = make_document(table, Paragraph("kindly " * words))
        gc.disable()  # or the rubbish of the tests before is cleared up in here
        try:
            begin = time.process_time()
            write(document)
            return time.process_time() - begin
        finally:
            gc.enable()

    seconds(10, 10)  # what is imported late
    few, many = (
        min(seconds(rows, words) for _time in range(3))
        for rows, words in ((300, 8_000), (3_000, 80_000))
    )
    assert many / few < 25
