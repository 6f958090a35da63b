# SPDX-License-Identifier: MPL-2.0
"""Test how text is broken into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.report.typesetting.fonts import Weight, width_of
from auditapp.report.typesetting.gate import admit
from auditapp.report.typesetting.typeset import Span, Typesetter

SIZE, WIDTH = 10, 100


@pytest.fixture(scope="module")
def typesetter():
    """Return a typesetter that all tests here may use."""
    return Typesetter()


def texts(lines):
    """Return the text of each line in reading order."""
    return [line.reads_as or "".join(run for _font, run in line.runs) for line in lines]


def test_lines_fill_the_width_and_words_stay_whole(typesetter):
    """As many words as fit go on a line, and all but the last line end in a space."""
    lines = typesetter.lines([Span("one two three four five six seven")], SIZE, WIDTH)
    assert ["one two three four ", "five six seven"] == texts(lines)
    assert max(line.width for line in lines) <= WIDTH


def test_line_breaks_and_spaces_are_kept(typesetter):
    """A line break begins a line, an empty line stays, and so do several spaces."""
    assert ["a", "", "  b  c"] == texts(typesetter.lines([Span("a\n\n  b  c")], SIZE, WIDTH))


def test_a_word_too_wide_is_cut(typesetter):
    """A word of 200 letters is cut at the end of the line, without adding anything."""
    lines = typesetter.lines([Span("so " + "x" * 200 + " end")], SIZE, WIDTH)
    assert "so " + "x" * 200 + " end" == "".join(texts(lines))
    assert max(line.width for line in lines) <= WIDTH


def test_a_date_stays_on_one_line(typesetter):
    """Neither is its year left to the next line, nor a time, which takes its "at" along."""
    lines = typesetter.lines([Span("It was closed on 23 November 2026.")], SIZE, 140)
    assert ["It was closed on ", "23 November 2026."] == texts(lines)
    lines = typesetter.lines([Span("Closed on 23 November 2026 at 05:09.")], SIZE, 150)
    assert ["Closed on 23 November 2026 ", "at 05:09."] == texts(lines)


def test_a_date_wider_than_a_line_is_broken(typesetter):
    """It fills the lines as other words do, and nothing is wider than the line."""
    for words in ("23 November 2026", "on 23 November 2026", "at 23 November 2026 at 05:09"):
        lines = typesetter.lines([Span(words)], SIZE, 60)
        assert words == "".join(texts(lines))
        assert max(line.width for line in lines) <= 60


def test_a_time_at_the_end_of_a_cut_word_adds_no_space(typesetter):
    """What is cut goes on without one."""
    for letters in range(15, 40):
        word = "x" * letters + "12:30"
        assert word == "".join(texts(typesetter.lines([Span("so " + word)], SIZE, WIDTH)))[3:]


def test_a_column_narrower_than_a_letter_still_ends(typesetter):
    """Each line then holds one character."""
    assert ["a", "b", "c"] == texts(typesetter.lines([Span("abc")], SIZE, 1))


def test_spans_are_set_in_their_own_weight(typesetter):
    """Two spans share a line, each in its own font."""
    (line,) = typesetter.lines([Span("Note", Weight.BOLD), Span("seen")], SIZE, WIDTH)
    assert (("Inter-Bold", "Note"), ("Inter-Regular", " seen")) == line.runs


def test_a_span_that_joins_follows_without_a_space(typesetter):
    """A bold word and its full stop are one word, which is not parted at the end of a line."""
    spans = [Span("see "), Span("Help", Weight.BOLD, joins=True), Span(". Now", joins=True)]
    (line,) = typesetter.lines(spans, SIZE, WIDTH)
    regular = "Inter-Regular"
    assert ((regular, "see"), ("Inter-Bold", " Help"), (regular, ". Now")) == line.runs
    narrow = width_of("see Help", "Inter-Bold") * SIZE
    assert ["see ", "Help. ", "Now"] == texts(typesetter.lines(spans, SIZE, narrow))


def test_a_joined_word_too_wide_is_cut_where_the_line_ends(typesetter):
    """Nothing of it is lost, and nothing added."""
    spans = [Span("a" * 30, Weight.BOLD), Span("b" * 30, joins=True)]
    lines = typesetter.lines(spans, SIZE, WIDTH)
    assert "a" * 30 + "b" * 30 == "".join(texts(lines))
    assert max(line.width for line in lines) <= WIDTH
    assert 2 == max(len(line.runs) for line in lines)


def test_stretches_are_kept_apart_and_leave_the_spaces_to_the_text(typesetter):
    """A link is a part of its line, without the spaces around it, and so is the rest."""
    spans = [
        Span("to "),
        Span("a place", stretch=1, joins=True),
        Span(", so", stretch=2, joins=True),
    ]
    (line,) = typesetter.lines(spans, SIZE, WIDTH)
    said = [(part.stretch, "".join(run for _font, run in part.runs)) for part in line.parts]
    assert [(0, "to "), (1, "a place"), (2, ", so")] == said
    assert pytest.approx(line.width) == sum(part.width for part in line.parts)
    narrow = typesetter.lines(spans, SIZE, width_of("place,", "Inter-Regular") * SIZE)
    assert ["to a ", "place, ", "so"] == texts(narrow)
    assert [1, 2] == [part.stretch for part in narrow[0].parts[1:]]


def test_code_has_letters_of_one_width_and_a_usual_space_before_it(typesetter):
    """Within it the space is that of its font; a sign that the font lacks is set in another."""
    (line,) = typesetter.lines([Span("run"), Span("main.py -o ☐ ♞", Weight.CODE)], SIZE, 400)
    code = "DejaVuSansMono"
    assert ("Inter-Regular", "run ") == line.runs[0]
    assert ((code, "main.py -o ☐ "), ("DejaVuSans", "♞")) == line.runs[1:]
    assert width_of("i", code) == width_of("W", code)


def test_symbols_are_set_in_the_font_that_has_them(typesetter):
    """A word may change font in the middle."""
    (line,) = typesetter.lines([Span("a☐b c")], SIZE, WIDTH)
    expected = (("Inter-Regular", "a"), ("DejaVuSans", "☐"), ("Inter-Regular", "b c"))
    assert expected == line.runs


def test_arabic_is_shaped_and_says_how_it_reads(typesetter):
    """A line with Arabic keeps its text in reading order beside its joined glyphs."""
    (line,) = typesetter.lines([Span("Sara سارا")], SIZE, WIDTH)
    assert "Sara سارا" == line.reads_as
    assert "NotoSansArabic-Regular" == line.runs[-1][0]
    assert len("سارا") <= len(line.runs[-1][1])


def test_an_arabic_paragraph_is_set_from_the_right(typesetter):
    """It is when it has more than one line; a name alone stays at the left."""
    many = typesetter.lines([Span("سارا ئەحمەد محمد " * 6)], SIZE, WIDTH)
    assert {True} == {line.from_right for line in many}
    (one,) = typesetter.lines([Span("سارا")], SIZE, WIDTH)
    assert not one.from_right


def test_a_cut_arabic_word_keeps_its_letters(typesetter):
    """An unbroken run of Arabic letters wider than the line is cut like any other."""
    lines = typesetter.lines([Span("س" * 120)], SIZE, WIDTH)
    assert "س" * 120 == "".join(texts(lines))


@given(st.text(alphabet=st.sampled_from("aé س1(☐\n👍x ")), st.integers(5, 300))
def test_no_text_is_ever_lost(text, width):
    """Whatever the text and the width, the lines together hold every character."""
    lines = Typesetter().lines([Span(text)], SIZE, width)
    expected = "".join(admit(text).split())
    assert expected == "".join("".join(texts(lines)).split())


def test_width_is_measured_at_one_point():
    """A width is the sum of the advances in thousandths of the size."""
    once, twice = width_of("a", "Inter-Regular"), width_of("aa", "Inter-Regular")
    assert pytest.approx(2 * once) == twice
    assert 0.4 < once < 0.7
