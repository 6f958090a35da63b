# SPDX-License-Identifier: MPL-2.0
"""Test how a long text is shown of which a part changed."""

import time

from auditapp.checklist.revision.word_marks import MarkKind
from auditapp.history.short_marks import AROUND, LONGEST, short_marks, shortened

SAME, WENT, CAME = MarkKind


def spelled(marks, *kinds):
    """Return the text of the marks of these kinds."""
    return "".join(mark.text for mark in marks if mark.kind in kinds)


def test_a_short_text_is_whole():
    """What stayed and went spells the old text, what stayed and came the new one."""
    marks = short_marks("Seen on four visits.", "Seen on three visits.")

    assert "Seen on four visits." == spelled(marks, SAME, WENT)
    assert "Seen on three visits." == spelled(marks, SAME, CAME)


def test_of_a_long_text_what_is_near_the_change_is_shown():
    """The words in the middle stay out; dots stand for them."""
    start, middle = "before " * 100, "between " * 100
    marks = short_marks(f"{start}one {middle}two", f"{start}three {middle}four")

    assert "onetwo" == spelled(marks, WENT)
    assert "threefour" == spelled(marks, CAME)
    assert len(spelled(marks, SAME)) < 4 * AROUND + 20
    assert marks[0].text.startswith(" … ")


def test_a_text_that_came_or_went_is_one_run():
    """There is nothing to compare it with."""
    assert [(CAME, "Seen.")] == [(mark.kind, mark.text) for mark in short_marks("", "Seen.")]
    assert [(WENT, "Seen.")] == [(mark.kind, mark.text) for mark in short_marks("Seen.", "")]
    assert () == short_marks("", "")


def test_a_book_does_not_hold_the_window_up():
    """Comparing word by word takes the square of the words, so beyond a limit nobody does."""
    began = time.perf_counter()
    marks = short_marks("a b " * 20_000, "b a " * 20_000)

    assert time.perf_counter() - began < 1
    assert [WENT, CAME] == [mark.kind for mark in marks]


def test_a_long_text_is_cut_at_a_word():
    """With dots where it goes on."""
    text = "word " * 200
    assert shortened(text).endswith("word …")
    assert len(shortened(text)) <= LONGEST + 2
    assert "short" == shortened("short")
