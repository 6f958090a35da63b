# SPDX-License-Identifier: MPL-2.0
"""Test that names which must not appear are found however they are written."""

import re

import pytest

from auditapp.avoided_names import PersonalFinder, loose_pattern, read_names
from auditapp.personal_data import PersonalKind

NAMES = ("Siân O’Neill-Jones", "Will Marsh", "Björk")


def found(text, names=NAMES):
    """Return the names that are found in ``text``, as they stand there."""
    findings = PersonalFinder(names).find(text)
    return [text[f.start : f.end] for f in findings if f.kind is PersonalKind.AVOIDED_NAME]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spoke to Siân O’Neill-Jones today.", "Siân O’Neill-Jones"),
        ("spoke to sian oneill-jones today", "sian oneill-jones"),
        ("SIAN ONEILLJONES", "SIAN ONEILLJONES"),
        ("O'Neill-Jones, Sian was seen", "O'Neill-Jones, Sian"),
        ("will marsh’s mother", "will marsh’s"),
        ("will marshs mother", "will marshs"),
        ("Sian’s plan", "Sian’s"),
        ("It was Marsh who said so", "Marsh"),
        ("with bjork at home", "bjork"),
        ("Bjo\u0308rk came", "Bjo\u0308rk"),
    ],
)
def test_a_name_is_found_however_it_is_written(text, expected):
    """Case, accents, the order of the words and a possessive are forgiven."""
    assert [expected] == found(text)


@pytest.mark.parametrize("text", ["The plan will change.", "a marsh", "Willow", "", "O. N."])
def test_other_words_are_let_pass(text):
    """One word of a longer name counts only where it is written as a name."""
    assert [] == found(text)


def test_a_name_stands_before_what_it_looks_like():
    """Whatever else the words could be, they are a name that must not appear."""
    findings = PersonalFinder(NAMES).find("Will Marsh, 07700 900123")
    assert [PersonalKind.AVOIDED_NAME, PersonalKind.PHONE] == [each.kind for each in findings]


def test_without_names_only_what_looks_personal_is_found():
    """An audit need not have any."""
    assert [] == found("Siân", ())
    assert [] == found("Siân", ("", " - "))


def test_the_names_are_read_one_a_line():
    """Blank lines and repetitions do not count."""
    assert ("A B", "C") == read_names(" A B \n\nC\nA B\n")


@pytest.mark.parametrize("text", ["SW-14", "SW14", "s w / 14"])
def test_a_code_is_found_whatever_stands_between_its_characters(text):
    """Spaces, hyphens and strokes are forgiven; a code of signs alone finds nothing."""
    assert re.fullmatch(loose_pattern("SW-14"), text, re.IGNORECASE)
    assert "" == loose_pattern("--")
