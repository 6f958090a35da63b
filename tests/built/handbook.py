# SPDX-License-Identifier: MPL-2.0
"""A built program binds its guide into a handbook: the pages and pictures travel along."""

import re
from base64 import b64decode
from pathlib import Path

from auditapp.guide import Guide
from auditapp.handbook.book import page_names
from tests.auditapp.report.texts import Page
from tests.pdf_checks.checking import faults_of, read_out

DATA = "data:image/png;base64,"
PNG = b"\x89PNG\r\n\x1a\n"


def pictures():
    """Return what stands for each picture of the handbook, in its order, read from the sources."""
    guide = Guide()
    texts = [guide.read(name) for pages in page_names(guide) for name in pages]
    picture = re.compile(r"^!\[([^\]]+)\]\(", re.MULTILINE)
    return [words for text in texts for words in picture.findall(text)]


def save(program, name):
    """Let the program save its handbook and return what is in the file."""
    seen = program.run("handbook", "-o", Path(name))
    assert (0, "") == (seen.returncode, seen.stderr)
    return (program.folder / name).read_bytes()


def test_it_is_saved_as_a_pdf(program):
    """With every picture, and what stands for it, in a PDF without a fault."""
    raw = save(program, "handbook.pdf")

    said = list(read_out(raw))
    assert "Case File Audit: handbook" in {text for role, text in said if role == "H1"}
    assert pictures() == [text for role, text in said if role == "Figure"]
    assert [] == faults_of(raw)


def test_it_is_saved_as_a_web_page(program):
    """With every picture inside, and nothing to fetch from anywhere."""
    shown = Page(save(program, "handbook.html")).named("img")

    assert pictures() == [each["alt"] for each in shown]
    inside = [each["src"].removeprefix(DATA) for each in shown]
    assert all(b64decode(text).startswith(PNG) for text in inside)


def test_it_can_be_saved_where_the_words_are_welsh(program):
    """What is said of it is Welsh; the guide itself is in English."""
    seen = program.run("--language", "cy", "handbook", "-o", Path("llawlyfr.html"))

    assert (0, "") == (seen.returncode, seen.stderr)
    assert "llawlyfr.html" in seen.stdout
    assert "The handbook is saved" not in seen.stdout
