# SPDX-License-Identifier: MPL-2.0
"""Test that tables written as CSV come back whole, and do no harm."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.csv_file import csv_bytes, safe_cell


def test_the_form_is_that_of_rfc_4180_with_the_mark_of_utf_8():
    """Lines end with CR and LF; quotes are doubled."""
    expected = b'\xef\xbb\xbfa,"b ""c"""\r\n"d\ne","f,g"\r\n'
    assert expected == csv_bytes([("a", 'b "c"'), ("d\ne", "f,g")])


@pytest.mark.parametrize(
    "text",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0-1", "\n x"),
        *("\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM(A1)"),
    ],
)
def test_what_would_be_taken_for_a_formula_is_text(text):
    """An apostrophe before it keeps a spreadsheet program from carrying it out."""
    assert f"'{text}" == safe_cell(text)


@pytest.mark.parametrize("text", ["", " ", "1-1", "'=1", " Met", "Met", "2026-11-21"])
def test_other_text_is_left_as_it_is(text):
    """Nothing is added that nobody wrote."""
    assert text == safe_cell(text)


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1)))
def test_every_text_comes_back(rows):
    """Also one with line ends, quotes, commas and formulas; the last have their apostrophe."""
    text = csv_bytes(rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))

    wanted = [[safe_cell(cell) for cell in row] for row in rows]
    assert wanted == [row or [""] for row in read]


def test_half_a_pair_of_characters_does_not_keep_the_rest_from_being_written():
    """A file cannot hold it, so a question mark stands for it."""
    assert b"a?b\r\n" == csv_bytes([("a\ud800b",)]).removeprefix(b"\xef\xbb\xbf")
