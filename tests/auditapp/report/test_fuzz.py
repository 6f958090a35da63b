# SPDX-License-Identifier: MPL-2.0
"""Test that no text, in any block, makes a report fail, hang or lose words."""

import random
import re

import pypdfium2
import pytest

from auditapp.report.blocks import (
    Badge,
    Bar,
    BarPart,
    Bullets,
    Callout,
    CalloutTone,
    Column,
    ColumnKind,
    Detail,
    Facts,
    GradeScale,
    Heading,
    KeepTogether,
    Mark,
    PageBreakHint,
    Paragraph,
    QuestionBlock,
    SideBySide,
    Table,
    TextTone,
    Tone,
)
from auditapp.report.pdf.document import render_pdf
from auditapp.report.typesetting.gate import admit
from tests.auditapp.report import fuzz

BITS = (
    *("<b>", "</b>", "<name>", "&", "&amp;", "&#0;", "<", ">", "a<b", "<!--", "]]>", "<para>"),
    *("<img src='x'/>", "<br/>", "<font color='[1]'>", "\x00", "\x0b", "\x1b[31m", "\ud83d"),
    *("😀", "👍🏽", "名前", "سارا ئەحمەد", "Łódź", "\u202eabc", "\u200b", "\u2028", "é", "\ufffe"),
    *("https://example.gov.uk/" + "a" * 400, "word " * 300, "x" * 1500, "س" * 300, "\n\n", "\n"),
    *(
        "\t",
        "%s %d {0}",
        "✓",
        "☐",
        "½",
        "ﷺ",
        "क्षि",
        "\U0001d518\U0001d52b",
        "(",
        ")",
        "\\",
        "2024",
        " ",
        "٢٠٢٤",
    ),
)
DOCUMENTS = 40


def make_text(chance, most=14):
    """Return bits at random, some with spaces between."""
    bits = chance.choices(BITS, k=chance.randint(0, most))
    return "".join(bit + chance.choice((" ", "")) for bit in bits)


def make_block(chance, depth=0):
    """Return a block of any kind filled with such text."""

    def text(most=14):
        return make_text(chance, most)

    def badge():
        return Badge(text(2), chance.choice(list(Tone)))

    def inner():
        return tuple(make_block(chance, depth + 1) for _ in range(chance.randint(0, 3)))

    makers = [
        lambda: Heading(chance.randint(-1, 7), text(4), bookmark=chance.random() < 0.5),
        lambda: Paragraph(text(), chance.choice(list(TextTone))),
        lambda: Callout(chance.choice(list(CalloutTone)), text(3), (text(), text())),
        lambda: Facts(((text(2), text(3)), (text(1), text(2)), (text(1), text()))),
        lambda: GradeScale((badge(), badge()), chance.choice((None, 0, 1)), text(2)),
        lambda: GradeScale((badge(), badge()), 1, text(1), (Mark(0, text(2)),)),
        lambda: Bullets((text(), text(2))),
        lambda: Table(
            (Column(text(1), 1, ColumnKind.NUMBER), Column(text(2), 3), Column("c", 2)),
            [(text(2), text(), badge()), (text(), badge(), Bar((BarPart(2, text(1)),)))] * 3,
            text(2),
        ),
        lambda: QuestionBlock(
            text(1), text(), badge(), (Detail(text(1), (text(), text())),), (text(1), text(2))
        ),
        lambda: PageBreakHint(chance.random() * 3 - 1),
        *([lambda: SideBySide(inner(), inner()), lambda: KeepTogether(inner())] * (depth < 2)),
    ]
    return chance.choice(makers)()


@pytest.mark.parametrize("start", range(0, 10 * DOCUMENTS, DOCUMENTS))
def test_any_text_makes_a_report(make_document, start):
    """Reports of random blocks are made, can be opened, and have a page for each page."""
    for seed in range(start, start + DOCUMENTS):
        chance = random.Random(seed)
        blocks = tuple(make_block(chance) for _ in range(chance.randint(0, 6)))
        contents = render_pdf(make_document(*blocks, title=make_text(chance, 4)))
        with pypdfium2.PdfDocument(contents) as pdf:
            assert len(pdf) >= 1, f"seed {seed}"


@pytest.mark.parametrize("seed", range(20))
def test_no_letter_is_lost(make_document, text_of, seed):
    """Everything let in comes out of the file again, line breaks and spaces aside."""
    chance = random.Random(seed)
    latin = [bit for bit in BITS if bit.isascii()]
    text = "".join(chance.choices(latin, k=25))
    no_frame = dict.fromkeys(("marking", "running_title", "running_right", "footer_left"), "")
    read = text_of(render_pdf(make_document(Paragraph(f"BEGIN{text}END"), **no_frame)))
    expected = "".join(f"BEGIN{admit(text)}END".split())
    assert expected in "".join(re.sub(r"Page \d of \d", "", read).split())


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_hostile_audit_loses_no_text(seed):
    """Every text of every field is in the report, whole; `fuzz` makes thousands of them."""
    document, texts = fuzz.hostile_report(seed)
    assert [] == fuzz.lost_texts(render_pdf(document), texts)


def test_a_lost_text_would_be_noticed(monkeypatch, capsys):
    """What is not in the report is named, and the run fails."""
    document, texts = fuzz.hostile_report(1)
    contents = render_pdf(document)
    assert ["«0» gone"] == fuzz.lost_texts(contents, [*texts, "«0» gone"])

    monkeypatch.setattr(fuzz, "hostile_report", lambda _seed: (document, [*texts, "«0» gone"]))
    assert 1 == fuzz.main(1, 1)
    assert "seed 1: lost '«0» gone'" in capsys.readouterr().out
