# SPDX-License-Identifier: MPL-2.0
"""Test how the words of charts are broken into lines."""

import pytest

from auditapp.charts.measure import widest, wrapped
from auditapp.charts.picture import TextKind
from tests.auditapp.charts.charting import PlainMeasure

MEASURE = PlainMeasure()


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 100, [""]),
        ("Court team", 60, ["Court team"]),
        ("Court team", 59, ["Court", "team"]),
        ("Safeguarding", 36, ["Safegu", "arding"]),
        ("A Safeguarding hub", 40, ["A", "Safegu", "arding", "hub"]),
        ("wide", 1, ["w", "i", "d", "e"]),
    ],
)
def test_words_go_to_the_next_line(text, width, lines):
    """A word that is too long is broken, and no letter is lost."""
    assert lines == wrapped(MEASURE, text, TextKind.CAPTION, width)


def test_the_widest_of_nothing_is_nothing():
    """Otherwise it is the longest here."""
    assert (0.0, 24) == (
        widest(MEASURE, [], TextKind.CAPTION),
        widest(MEASURE, ["a", "long"], TextKind.CAPTION),
    )
