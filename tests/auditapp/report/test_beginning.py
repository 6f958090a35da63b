# SPDX-License-Identifier: MPL-2.0
"""Test where a text is cut that is too long for its page."""

import pytest

from auditapp.report.beginning import beginning_of, lines_of


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 0),
        ("one", 1),
        ("one\n\ntwo", 3),
        ("a" * 95, 1),
        ("a" * 96, 2),
        ("A" * 96, 2),
        ("A" * 190, 3),
        ("word " * 19 + "w", 2),
    ],
)
def test_lines_are_counted(text, lines):
    """By their ends and by their width; capital letters are wider."""
    assert lines == lines_of(text)


@pytest.mark.parametrize(
    ("text", "lines", "kept"),
    [
        ("one two", 1, "one two"),
        ("one\ntwo\nthree", 2, "one\ntwo …"),
        ("word " * 30, 1, ("word " * 19).rstrip() + " …"),
        ("x" * 200, 1, "x" * 95 + " …"),
        ("one\n\n\n\ntwo", 3, "one …"),
    ],
)
def test_the_beginning_ends_with_a_word_where_there_is_one(text, lines, kept):
    """What fits is left as it is."""
    assert kept == beginning_of(text, lines)
