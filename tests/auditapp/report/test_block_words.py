# SPDX-License-Identifier: MPL-2.0
"""Test that what a block shows without words is also said in words."""

from auditapp.checklist.revision.word_marks import whole_word_marks
from auditapp.report.block_words import (
    bar_in_words,
    has_parts,
    marked_in_words,
    scale_in_words,
)
from auditapp.report.blocks import Badge, Bar, BarPart, GradeScale, Mark, Tone
from auditapp.report.change_blocks import MarkedText

STEPS = (Badge("Inadequate"), Badge("Good"), Badge("Outstanding"))


def test_a_scale_is_told_with_its_grade_and_marks():
    """The words name what is graded, the grade, the scale and the suggestion."""
    scale = GradeScale(STEPS, 1, "Practice", (Mark(2, "Suggested"),))
    expected = (
        "Practice: Good, on a scale of Inadequate, Good, Outstanding. Suggested: Outstanding."
    )
    assert expected == scale_in_words(scale)


def test_a_scale_without_a_grade_says_so():
    """Nothing chosen is told as such."""
    expected = "Practice: not graded, on a scale of Inadequate, Good, Outstanding."
    assert expected == scale_in_words(GradeScale(STEPS, None, "Practice"))


def test_a_bar_is_told_in_counts():
    """Parts with nothing in them are left out; an empty bar says so."""
    bar = Bar((BarPart(6, "met", Tone.MET), BarPart(0, "not met"), BarPart(2, "partly met")))
    assert "6 met, 2 partly met" == bar_in_words(bar)
    assert "6 met   2 partly met" == bar_in_words(bar, "   ")
    empty = Bar((BarPart(0, "met"),))
    assert "None" == bar_in_words(empty)
    assert [True, False] == [has_parts(bar), has_parts(empty)]


def test_a_reworded_text_is_told_with_what_went_and_what_came():
    """Brackets stand for the lines through and under the words."""
    text = MarkedText(whole_word_marks("Was he seen?", "Was she seen?"), "Hint:")
    assert "Hint: Was [removed: he] [added: she] seen?" == marked_in_words(text)
