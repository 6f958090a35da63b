# SPDX-License-Identifier: MPL-2.0
"""Test in which order the runs of a line stand on paper."""

import pytest

from auditapp.report.typesetting.direction import (
    Direction,
    Run,
    direction_of,
    is_right_to_left,
    visual_order,
)

KINDS = {
    "a": Direction.LEFT_TO_RIGHT,
    "b": Direction.LEFT_TO_RIGHT,
    "R": Direction.RIGHT_TO_LEFT,
    "S": Direction.RIGHT_TO_LEFT,
    "1": Direction.DIGITS,
}


def placed(text, *, from_right=False):
    """Return ``text`` as it stands, each character a run: capitals Arabic, the rest neutral."""
    runs = [Run("font", char, 1, KINDS.get(char, Direction.NEUTRAL)) for char in text]
    return "".join(run.text for run in visual_order(runs, from_right=from_right))


@pytest.mark.parametrize(
    ("read", "stands"),
    [
        ("", ""),
        ("a b", "a b"),
        ("a R S b", "a S R b"),
        ("a R 1 S b", "a S 1 R b"),
        ("R (1) S", "S (1) R"),
        ("R (a b)", "R (a b)"),
        ("a (R) b", "a (R) b"),
        ("a 1 R", "a 1 R"),
    ],
)
def test_arabic_words_stand_from_right_to_left_in_an_english_line(read, stands):
    """Arabic runs, with the digits and signs between them, are turned round."""
    assert stands == placed(read)


@pytest.mark.parametrize(
    ("read", "stands"),
    [("R S.", ".S R"), ("R 1 S", "S 1 R"), ("R (S)", "(S) R"), ("R a b S", "S a b R")],
)
def test_an_arabic_line_stands_from_right_to_left(read, stands):
    """The whole line is turned round, brackets with it, and words in Latin letters are not."""
    assert stands == placed(read, from_right=True)


def test_characters_know_their_direction():
    """Letters and digits have a direction of their own; signs and spaces do not."""
    expected = [KINDS["a"], KINDS["R"], KINDS["1"], Direction.NEUTRAL, Direction.NEUTRAL]
    assert expected == [direction_of(char) for char in "éس7( "]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("سارا 2024.", True), ("سارا (Sara)", False), ("Sara", False), ("12", False)],
)
def test_a_paragraph_is_arabic_when_all_its_letters_are(text, expected):
    """A name in Arabic script does not turn an English line round."""
    assert expected == is_right_to_left(text.split())
