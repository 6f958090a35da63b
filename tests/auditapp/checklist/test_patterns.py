# SPDX-License-Identifier: MPL-2.0
"""Accept patterns that end quickly, and no others."""

import re
import time

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from auditapp.checklist.patterns import LONGEST_TEXT, PatternError, check_pattern, fits


@pytest.mark.parametrize(
    "pattern",
    [
        "a",
        "a|b",
        r"^\d{3} ?\d{3} ?\d{4}$",
        r"[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}",
        r"[^@ ]+@[^@ ]+\.[a-z]{2,3}",
        "(?:ab){2}",
        "(ab?){2,3}",
        "(ab)*",
        "(a|b)?c",
        "(a?b)?c",
        "a{2,}",
        "a+?b",
        r"\$\^\(\.",
        r"[]a]",
        r"[^]a]",
        r"[\]a-]",
        r"\D\w\W\s\S\d",
        "a}",
        "((((((((((a))))))))))",
    ],
)
def test_ordinary_patterns_are_accepted(pattern):
    """Numbers, postcodes and the like can be written."""
    check_pattern(pattern)
    assert re.compile(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+",
        "(a*)*b",
        "(a|aa)+",
        "(a|a){50}",
        "(a?){60}",
        "a?" * 20 + "a" * 20,
        "a*b*c*",
        ".*.*.*",
        "(a{1,9}){9}",
        "((ab?){500}){500}",
    ],
)
def test_patterns_with_too_many_ways_are_refused(pattern):
    """A pattern that could try more than a million ways is refused."""
    with pytest.raises(PatternError, match="can take too long"):
        check_pattern(pattern)


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("(?i)a", "(?i"),
        ("(?P<name>a)", "(?P"),
        (r"(a)\1", r"\1"),
        ("a(?=b)", "(?="),
        ("a(?!b)", "(?!"),
        ("(?<=a)b", "(?<"),
        (r"\bword", r"\b"),
        (r"\Aword", r"\A"),
        ("a^b", "^"),
        ("a$b", "$"),
        ("(a$)", "$"),
    ],
)
def test_other_parts_of_the_language_are_refused_by_name(pattern, part):
    """Look-around, back-references, anchors inside and flags are refused, each by its name."""
    with pytest.raises(PatternError) as caught:
        check_pattern(pattern)
    assert f"'{part}' is not allowed in a pattern." == str(caught.value)
    assert "Write it without look-around, back-references, anchors and flags." == (
        caught.value.remedy
    )


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("", "a group or alternative is empty"),
        ("(a|)", "a group or alternative is empty"),
        ("()", "a group or alternative is empty"),
        ("(a", "a bracket is not closed"),
        ("a)", "a closing bracket has no opening one"),
        ("[a", "a [ is not closed"),
        ("[[a]", "put a backslash before [, - or & in a class"),
        ("[a--b]", "put a backslash before [, - or & in a class"),
        ("[z-a]", "bad character range z-a"),
        ("*a", "there is nothing to repeat before '*'"),
        ("{2}", "there is nothing to repeat before '{'"),
        ("a{", "there is nothing to repeat before '{'"),
        ("a++", "two repeats follow each other"),
        ("a{501}", "{501} cannot be a repeat"),
        ("a{5,2}", "{5,2} cannot be a repeat"),
        ("a{0}", "{0} cannot be a repeat"),
        ("a\\", "bad escape (end of pattern)"),
        ("(" * 11 + "a" + ")" * 11, "groups are nested too deep"),
    ],
)
def test_broken_patterns_are_refused_with_the_reason(pattern, problem):
    """What does not fit together is told in words."""
    with pytest.raises(PatternError) as caught:
        check_pattern(pattern)
    assert f"This pattern is not well formed: {problem}." == str(caught.value)


REPEATS = st.sampled_from(["", "*", "+", "?", "{2}", "{1,3}", "{2,}", "+?"])
PATTERNS = st.recursive(
    st.sampled_from(["a", "b", ".", "[ab]", r"\w"]),
    lambda parts: st.one_of(
        st.lists(parts, min_size=2, max_size=4).map("".join),
        st.lists(parts, min_size=1, max_size=3).map(lambda each: f"({'|'.join(each)})"),
        st.builds("({}){}".format, parts, REPEATS),
    ),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(PATTERNS, st.sampled_from(["a", "ab", "b"]))
def test_whatever_is_accepted_ends_quickly(pattern, letters):
    """An accepted pattern compiles, and gives its answer on a hard text within seconds."""
    try:
        check_pattern(pattern)
    except PatternError:
        reject()
    compiled = re.compile(pattern)
    begin = time.perf_counter()
    compiled.fullmatch((letters * LONGEST_TEXT)[: LONGEST_TEXT - 1] + "\n")
    assert time.perf_counter() - begin < 5


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("a" * LONGEST_TEXT, True), ("a" * (LONGEST_TEXT + 1), False), ("aab", False), ("a\n", False)],
)
def test_all_of_a_text_of_some_length_fits(text, is_so):
    """What is longer than patterns were judged for never fits."""
    assert is_so == fits("a+", text)
