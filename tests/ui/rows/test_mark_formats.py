# SPDX-License-Identifier: MPL-2.0
"""Words that went or came are told apart without their colours."""

from auditapp.checklist.revision.word_marks import MarkKind, WordMark, word_marks
from ui.rows.mark_formats import mark_formats, spaced_marks
from ui.rows.row import Remark, Row
from ui.rows.row_picture import RowPicture


def spans(theme, marks):
    """Return where each format lies, and whether it strikes through or underlines."""
    return [
        (each.start, each.length, each.format.fontStrikeOut(), each.format.fontUnderline())
        for each in mark_formats(theme, marks)
    ]


def test_went_is_struck_through_and_came_is_underlined(theme):
    """What stayed looks as ever."""
    assert [(4, 2, True, False), (6, 3, False, True)] == spans(
        theme, word_marks("Was he seen?", "Was she seen?")
    )


def test_letters_beyond_the_first_plane_count_twice(theme):
    """As Qt counts them, so that the marks after them stand where they belong."""
    marks = (WordMark(MarkKind.SAME, "\U0001f600 "), WordMark(MarkKind.CAME, "new"))
    assert [(3, 3, False, True)] == spans(theme, marks)


def test_what_came_stands_off_from_what_went():
    """By a space that neither of the two texts has to have."""
    marks = spaced_marks(word_marks("Was he seen?", "Was she seen?"))
    assert "Was he she seen?" == "".join(mark.text for mark in marks)
    kept = word_marks("One two", "One two three")
    assert kept == spaced_marks(kept)


def test_a_marked_remark_takes_the_room_of_its_marks(theme):
    """It is laid out as it is painted."""
    marks = word_marks("Was he seen?" * 9, "Was she seen?" * 9)
    text = "".join(mark.text for mark in marks)
    plain, marked = (
        RowPicture(theme, Row("VS2", (remark,)), (), 300)
        for remark in (Remark("Was he seen?"), Remark(text, marks=marks))
    )
    assert marked.height > plain.height
