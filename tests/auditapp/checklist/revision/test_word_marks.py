# SPDX-License-Identifier: MPL-2.0
"""Test what is marked in a text that was reworded."""

from hypothesis import given
from hypothesis import strategies as st

from auditapp.checklist.revision.word_marks import (
    MarkKind,
    WordMark,
    likeness,
    whole_word_marks,
    word_marks,
)

SAME, WENT, CAME = MarkKind
WORDS = st.lists(st.sampled_from(["the", "child", "seen", "?", "  ", "\n", "alone,"])).map("".join)


def test_words_that_went_and_came_are_marked():
    """In reading order, what went before what came."""
    assert (
        WordMark(SAME, "Was the child "),
        WordMark(WENT, "seen"),
        WordMark(CAME, "heard"),
        WordMark(SAME, "?"),
    ) == word_marks("Was the child seen?", "Was the child heard?")


@given(WORDS | st.text(), WORDS | st.text())
def test_both_texts_can_be_spelt_from_the_marks(old, new):
    """Nothing of either text is left out."""
    marks = word_marks(old, new)

    assert old == "".join(mark.text for mark in marks if mark.kind is not CAME)
    assert new == "".join(mark.text for mark in marks if mark.kind is not WENT)


def test_likeness_counts_words():
    """From nothing in common to the same but for capitals."""
    assert 1 == likeness("Was it SEEN?", "was it seen?")
    assert 0 == likeness("one two", "three four")
    assert 0.5 == likeness("one two", "one three")


def test_whole_words_are_marked_with_what_is_attached_to_them():
    """A run of them can begin a line; the runs that stayed and came spell the new text."""
    marks = whole_word_marks("Was he seen, alone?", "Was she seen alone?")

    assert [
        (MarkKind.SAME, "Was"),
        (MarkKind.WENT, "he seen,"),
        (MarkKind.CAME, "she seen"),
        (MarkKind.SAME, "alone?"),
    ] == [(mark.kind, mark.text) for mark in marks]
    assert () == whole_word_marks("", " ")
