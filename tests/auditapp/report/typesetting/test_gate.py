# SPDX-License-Identifier: MPL-2.0
"""Test what the one door for user text lets through, and what it changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.report.characters import is_arabic, is_digit
from auditapp.report.typesetting.fonts import Script, coverage
from auditapp.report.typesetting.gate import admit, admit_line, script_of


@pytest.mark.parametrize(
    "text",
    [
        "",
        "R&D and &amp; stay",
        "<b> <name> </para> <!-- ]]> a<b <jo@x.gov.uk>",
        "%s %d {0} \\n (a) [b]",
        "Łódź, Świętosława Żółkiewska, ½ ✓ ☐ ⚠ →",
        "سارا ئەحمەد محمد (2024)",
        "two  spaces\nand a line",
    ],
)
def test_ordinary_text_is_not_touched(text):
    """Markup, placeholders, Polish, Arabic and symbols come through as they are."""
    assert text == admit(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\tb", "a    b"),
        ("a\x00b\x1b[31mc\x85d", "a\ufffdb\ufffd[31mc\nd"),
        ("\ud83d alone", "\ufffd alone"),
        ("safe\u202egnp.exe\u2066 \u200bhid\u00adden\ufeff", "safegnp.exe hidden"),
        ("e\u0301", "é"),
        ("👍🏽", "[thumbs up sign]"),
        ("👨‍👩‍👧", "[man][woman][girl]"),
        ("名", "[cjk unified ideograph-540d]"),
        ("\ue000", "[character U+E000]"),
        ("a\u200cb", "ab"),
        ("س\u200cر", "س\u200cر"),
    ],
)
def test_what_cannot_be_shown_is_replaced(text, expected):
    """Line ends are one, hidden characters go, broken ones show, and others are named."""
    assert expected == admit(text)


@given(st.text(alphabet=st.characters()))
def test_everything_admitted_can_be_shown(text):
    """Whatever comes in, only characters of the fonts and line breaks come out."""
    shown = frozenset("\n").union(*(coverage(script) for script in Script))
    assert set() == set(admit(text)) - shown


@given(st.text(alphabet=st.characters()))
def test_admitting_twice_changes_nothing(text):
    """Text that has been let in is let in again as it is."""
    assert admit(text) == admit(admit(text))


def test_a_title_stays_on_one_line():
    """A title loses its line breaks and the space around it."""
    assert "Two lines" == admit_line("\nTwo\nlines ")


def test_each_character_gets_the_font_that_has_it():
    """Inter is asked first, except for Arabic letters, and DejaVu last."""
    expected = [Script.MAIN, Script.ARABIC, Script.SYMBOLS, Script.MAIN]
    assert expected == [script_of(char) for char in "aس☐✓"]


def test_digits_and_letters_are_told_apart():
    """Arabic digits are digits, and only Arabic letters are Arabic."""
    assert [True, True, False] == [is_digit("7"), is_digit("\u0667"), is_digit("س")]
    assert [True, False, False] == [is_arabic("abc س"), is_arabic("é"), is_arabic("")]
