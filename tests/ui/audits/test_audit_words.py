# SPDX-License-Identifier: MPL-2.0
"""Test the words of a row of the list of audits."""

import pytest

from tests.ui.audits.rows import NOW, make_row
from ui.audits.audit_words import spoken_words, state_words


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        ({}, ""),
        ({"copy_of": "a1"}, "A second copy"),
        ({"copy_of": "a1", "amendment": 2}, "A second copy · Amendment 2"),
        ({"amendment": 1, "moderates": "a1"}, "Amendment 1 · Second reading"),
        ({"re_audits": "a1"}, "Re-audit"),
    ],
)
def test_what_stands_below_the_status(record, expected):
    """That it is a copy comes first: two rows of one case must be told apart."""
    assert expected == state_words(make_row("HX-1", **record))


def test_a_copy_is_said_to_be_one():
    """The other row of the case is not."""
    assert "A second copy" in spoken_words(make_row("HX-1", copy_of="a1"), NOW)
    assert "copy" not in spoken_words(make_row("HX-1"), NOW)
