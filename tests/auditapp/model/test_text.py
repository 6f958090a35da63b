# SPDX-License-Identifier: MPL-2.0
"""Test that every text of an audit can be stored, and is otherwise left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.model.text import clean_text


@given(st.text(st.characters()))
def test_any_text_can_be_written_to_a_file(text):
    """Null characters and half pairs become replacement characters, one for one."""
    cleaned = clean_text(text)

    assert len(text) == len(cleaned)
    assert "\x00" not in cleaned
    assert cleaned == cleaned.encode("utf-8").decode("utf-8")
    assert cleaned == clean_text(cleaned)


@pytest.mark.parametrize("text", ["", " two  spaces\t\r\n", "é\u0301 \u202e 👧🏽", "\x1b\x7f"])
def test_other_text_stays_as_it_was_pasted(text):
    """Cleaning is not tidying."""
    assert text == clean_text(text)


def test_what_is_not_text_is_handed_on():
    """Whether it belongs there is for the model to say."""
    assert 3 == clean_text(3)
