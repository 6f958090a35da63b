# SPDX-License-Identifier: MPL-2.0
"""Test where a text is cut that is too long for its page."""

import pytest

from auditapp.report.pdf.beginning import BESIDE_LABEL, HALF_A_LINE, beginning_of, lines_of

WORDS = "Nobody saw her for three weeks. "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 0),
        (" \n", 0),
        ("one", 1),
        ("one\n\ntwo", 3),
        ("i" * 200, 1),
        ("W" * 200, 4),
        (WORDS * 3, 1),
        (WORDS * 4, 2),
        ("\U0001f44d" * 8, 2),
    ],
)
def test_lines_are_counted(text, lines):
    """By their ends and by the width of what is printed, which may be a name."""
    assert lines == lines_of(text)


def test_a_fact_has_less_room():
    """Least of all one that shares its line."""
    assert [1, 2] == [lines_of(WORDS * 2, each) for each in (BESIDE_LABEL, HALF_A_LINE)]


@pytest.mark.parametrize(
    ("text", "lines", "kept"),
    [
        ("", 0, ""),
        ("one two", 1, "one two"),
        ("one\ntwo\nthree", 2, "one\ntwo …"),
        (WORDS * 30, 1, WORDS * 3 + "…"),
        ("one\n\n\n\ntwo", 3, "one …"),
        ("one two", 0, " …"),
    ],
)
def test_the_beginning_ends_with_a_word_where_there_is_one(text, lines, kept):
    """What fits is left as it is."""
    assert kept == beginning_of(text, lines)


@pytest.mark.parametrize("text", ["x" * 9000, "short " + "W" * 9000, "\U0001f44d" * 900])
def test_a_text_without_spaces_is_cut_at_the_end_of_the_last_line(text):
    """One character more would take another line."""
    kept = beginning_of(text, 3).removesuffix(" …")
    assert text.startswith(kept)
    assert [3, 4] == [lines_of(text[:end] + " …") for end in (len(kept), len(kept) + 1)]
