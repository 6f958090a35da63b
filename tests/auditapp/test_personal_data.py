# SPDX-License-Identifier: MPL-2.0
"""Finding what would give away whose file it is."""

import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.personal_data import find_in_code, find_in_text, is_nhs_number


def found(finder, text):
    """Return what was found as pairs of kind and text."""
    return [(each.kind.value, text[each.start : each.end]) for each in finder(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("write to a.person@council.example today", ("email", "a.person@council.example")),
        ("NHS 943 476 5919.", ("nhs_number", "943 476 5919")),
        ("NHS 943\u00a0476\u00a05919", ("nhs_number", "943\u00a0476\u00a05919")),
        ("moved to HU3 4AB in May", ("postcode", "HU3 4AB")),
        ("moved to hu3 4ab", ("postcode", "hu3 4ab")),
        ("rang 01482 300 300", ("phone", "01482 300 300")),
        ("rang +44 (0)7700 900 123", ("phone", "+44 (0)7700 900 123")),
        ("dob: 4/3/2011", ("date_of_birth", "4/3/2011")),
        ("was born on the 4th March 2011", ("date_of_birth", "4th March 2011")),
        ("spoke to Aisha Bright at home", ("name", "Aisha Bright")),
        ("seen by Mrs Bright", ("name", "Bright")),
    ],
)
def test_running_text_gives_away(text, expected):
    """Numbers, addresses, dates of birth and full names are found where they stand."""
    assert [expected] == found(find_in_text, text)


@pytest.mark.parametrize(
    "text",
    [
        "Children in care, north",
        "Leaving Care Team 2",
        "Independent Review, South Locality",
        "visited on 4/3/2026",
        "see page B2 1st floor and S47 2nd strategy meeting",
        "NHS 943 476 5918",
        "0000000000",
        "32/13/2020 and born in the summer",
        "born on 4 apples 2011",
        "",
    ],
)
def test_ordinary_text_gives_nothing_away(text):
    """Teams, dates of visits, ordinals and numbers with a wrong check digit are let pass."""
    assert [] == found(find_in_text, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bright-04", ("name", "Bright")),
        ("BRIGHT 04", ("name", "BRIGHT")),
        ("aisha", ("name", "aisha")),
        ("AB 04/03/2011", ("date_of_birth", "04/03/2011")),
        ("AB04032011", ("date_of_birth", "04032011")),
        ("2011-03-04", ("date_of_birth", "2011-03-04")),
        ("4 Mar 11", ("date_of_birth", "4 Mar 11")),
        ("943-476-5919", ("nhs_number", "943-476-5919")),
    ],
)
def test_a_reference_gives_away(text, expected):
    """In a reference every whole date and every word like a name is found."""
    assert [expected] == found(find_in_code, text)


@pytest.mark.parametrize("text", ["HX-2047", "CASE-2047", "CIC 0012", "SW-14", "99999999", "Ref 7"])
def test_a_code_is_not_personal(text):
    """Codes of letters and digits are let pass."""
    assert [] == found(find_in_code, text)


def test_several_findings_stand_in_order():
    """Everything is found, in the order of the text."""
    text = "Aisha Bright, HU3 4AB, NHS 9434765919"
    assert ["name", "postcode", "nhs_number"] == [kind for kind, _ in found(find_in_text, text)]


@given(st.text())
def test_findings_are_within_the_text_and_apart(text):
    """Whatever the text, findings lie inside it and do not overlap."""
    for finder in (find_in_text, find_in_code):
        ends = [0]
        for finding in finder(text):
            assert ends[-1] <= finding.start < finding.end <= len(text)
            ends.append(finding.end)


@given(st.integers(min_value=0, max_value=9), st.integers(min_value=1, max_value=999_999_999))
def test_one_check_digit_at_most_is_right(digit, stem):
    """Of the ten numbers with the same nine digits at most one is an NHS number."""
    numbers = [f"{stem:09}{last}" for last in range(10)]
    assert sum(map(is_nhs_number, numbers)) <= 1
    assert not is_nhs_number(f"{stem:09}{digit}"[:9])


def test_a_long_text_takes_time_in_proportion():
    """Ten times the text takes nothing like a hundred times as long: each find looks back a bit."""
    words = "She was seen on 12/03/2026 with Mr Bright. "

    def seconds(text):
        return min(timeit.repeat(lambda: find_in_text(text), number=1, repeat=3))

    assert seconds(words * 2000) < 40 * seconds(words * 200)


def test_a_word_far_before_a_date_does_not_make_it_a_birth():
    """The cue has to stand right before it."""
    assert [] == found(find_in_text, "born" + " " * 90 + "12/03/2011")
