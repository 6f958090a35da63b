# SPDX-License-Identifier: MPL-2.0
"""Test how lines of a history are looked for."""

import pytest

from auditapp.history.line_filter import LineFilter, searched_words
from auditapp.history.lines import LineGroup
from auditapp.model.edits import Author, change_answer, give_grade
from auditapp.model.grade import PRACTICE, Grade

KEY = "visits/VS2"


@pytest.fixture
def lines(write, read, by):
    """Return a history with an answer, a note by somebody else, and a grade."""
    write(change_answer, KEY, by, value="met")
    write(change_answer, KEY, Author("A. Other", by.now), note="Seen alone at HOME.")
    write(give_grade, PRACTICE, Grade(band="good", given_at=by.now, given_by=by.name), by)
    return read().lines


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (LineFilter(), [1, 2, 3, 4]),
        (LineFilter(group=LineGroup.ANSWERS), [2, 3]),
        (LineFilter(group=LineGroup.GRADES), [4]),
        (LineFilter(person="A. Other"), [3]),
        (LineFilter(question=KEY), [2, 3]),
        (LineFilter(question="visits/VS1"), []),
        (LineFilter(text="home alone"), [3]),
        (LineFilter(text="  MET "), [2]),
        (LineFilter(text="child seen alone"), [2, 3]),
        (LineFilter(text="november 09:30 audit"), [1]),
        (LineFilter(group=LineGroup.ANSWERS, person="R. Okafor", text="met"), [2]),
    ],
)
def test_each_line_that_fits_is_found(lines, wanted, found):
    """Every word must occur, anywhere in the line; all that is wanted must hold at once."""
    assert found == [line.seq for line in lines if wanted.takes(line, searched_words(line))]
