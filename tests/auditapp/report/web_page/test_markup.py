# SPDX-License-Identifier: MPL-2.0
"""Test the one door for text into web pages."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.report.characters import cleaned, cleaned_line
from auditapp.report.web_page.markup import css_string, line, said, tag, words

ANY_TEXT = st.text(alphabet=st.characters())


@given(ANY_TEXT)
def test_any_text_comes_back_and_none_of_it_is_markup(text):
    """What a browser makes of it is the text, cleaned."""
    made = words(text).replace("<br>", "\n")
    assert cleaned(text) == unescape(made)
    assert not {"<", ">"} & set(made)


@given(ANY_TEXT)
def test_no_text_gets_out_of_an_attribute(text):
    """Quotes are escaped there as well, and there are no line breaks."""
    made = tag("a", title=f"x{text}")
    value = made.removeprefix('<a title="').removesuffix('"></a>')
    assert not {"<", ">", '"', "\n"} & set(value)
    assert cleaned_line(f"x{text}") == unescape(value)


@given(ANY_TEXT)
def test_no_text_gets_out_of_the_style_sheet(text):
    """Only figures stand between the quotes."""
    assert set(css_string(text)[1:-1]) <= set("\\0123456789abcdef")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", '<p dir="auto">a<br>b</p>'),
        ("R&D <b>", '<p dir="auto">R&amp;D &lt;b&gt;</p>'),
        ("safe\u202egnp.exe", '<p dir="auto">safegnp.exe</p>'),
        ("x" * 24, f'<p dir="auto" class="unbroken">{"x" * 24}</p>'),
        ("👍🏽 名", '<p dir="auto">👍 名</p>'),
    ],
)
def test_text_is_said_as_it_is(text, expected):
    """Line breaks stay; what browsers have fonts for stays as well."""
    assert expected == said("p", text)


def test_titles_are_one_line():
    """A line break in them is a space."""
    assert "a b" == line("a\nb ")


def test_attributes_are_named_as_in_html():
    """Hyphens are underscores in Python; those without a value are left out."""
    assert '<p class="a" aria-label="b"></p>' == tag("p", class_="a", aria_label="b", id="")
    assert '<rect x="1"/>' == tag("rect", x="1")
