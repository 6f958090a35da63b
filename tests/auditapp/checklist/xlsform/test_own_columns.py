# SPDX-License-Identifier: MPL-2.0
"""Turn what XLSForm has no place for into cells and back."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from auditapp.checklist.xlsform.own_columns import (
    FLAG,
    KEYED_LINES,
    LINES,
    NOTATION,
    NUMBER,
    WORDS,
)

POINTS = (
    st.text(st.characters(codec="ascii", categories=["L", "P", "Zs"], include_characters="\n"))
    .map(str.strip)
    .filter(lambda text: text and text != "[]")
)


@example(["a \nb"])
@given(st.lists(POINTS, max_size=4))
def test_points_come_back(points):
    """One point a line, and a line end inside a point, stay what they are."""
    assert points == LINES.decode(LINES.encode(points))


@example({"met": "a \nb"})
@given(st.dictionaries(st.from_regex("[a-z][a-z_]{0,9}", fullmatch=True), POINTS, min_size=1))
def test_described_answers_come_back(texts):
    """Each answer keeps its own text."""
    assert texts == KEYED_LINES.decode(KEYED_LINES.encode(texts))


@pytest.mark.parametrize(
    ("codec", "text", "expected"),
    [
        (WORDS, "CIC,CP\nCIN , ", ["CIC", "CP", "CIN"]),
        (WORDS, "[]", []),
        (LINES, "one\n\n two \n  more", ["one", "two \nmore"]),
        (LINES, "[]", []),
        (FLAG, "YES", True),
        (FLAG, "false()", False),
        (FLAG, "perhaps", "perhaps"),
        (NUMBER, "1.5", 1.5),
        (NUMBER, "one", "one"),
        (NOTATION, "{a: [b, 1]}", {"a": ["b", 1]}),
        (NOTATION, "{a: &x b}", "{a: &x b}"),
        (KEYED_LINES, "no colon here", "no colon here"),
    ],
)
def test_what_people_type_is_understood_or_stays_text(codec, text, expected):
    """Text that cannot be understood is left for the checks, which name its place."""
    assert expected == codec.decode(text)


def test_none_of_a_list_differs_from_no_list():
    """An empty list has a sign of its own."""
    assert "[]" == WORDS.encode([]) == LINES.encode([])
