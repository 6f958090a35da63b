# SPDX-License-Identifier: MPL-2.0
"""Suggest the name that an author meant."""

import pytest

from auditapp.checklist.suggestions import MOST_COMPARED, listed_words, suggestion


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("mett", ["met", "good"], "Did you mean 'met'?"),
        ("bad", ["met", "good"], "Write one of: good, met."),
        (
            "q",
            list("abcdefghijklm"),
            "Write one of: a, b, c, d, e, f, g, h, i, j, k, l and others.",
        ),
        ("bad", [], "Remove it."),
    ],
)
def test_the_nearest_name_is_suggested_or_all_are_listed(name, known, expected):
    """A slip of the finger gets one name, anything else the choice there is."""
    assert expected == suggestion(name, known)


def test_among_very_many_names_none_is_searched():
    """To compare ten thousand names for each of hundreds of faults would take minutes."""
    known = [f"Q{number:04}" for number in range(MOST_COMPARED)]

    assert "Did you mean 'Q0001'?" == suggestion("Q0001x", known)
    assert suggestion("Q0001x", [*known, "Z"]).startswith("Write one of: Q0000, Q0001,")


@pytest.mark.parametrize(
    ("names", "expected"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_names_are_listed_as_people_list_them(names, expected):
    """Commas, and the joining word before the last name."""
    assert expected == listed_words(names, "or")
