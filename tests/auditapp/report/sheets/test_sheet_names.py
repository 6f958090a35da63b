# SPDX-License-Identifier: MPL-2.0
"""Test that every sheet of a workbook has a name that Excel takes."""

from hypothesis import given
from hypothesis import strategies as st

from auditapp.report.sheets.grids import Grid
from auditapp.report.sheets.sheet_names import sheet_names


def names(*pairs):
    """Return the names for grids, each a part and a caption."""
    return sheet_names([Grid(part, caption, (), ()) for part, caption in pairs], ["Report"])


def test_a_grid_alone_in_its_part_is_called_after_the_part():
    """Several are called after what they show."""
    pairs = (("Actions", "Who does what"), ("Sign-off", "Checklists"), ("Sign-off", "Exports"))
    assert ["Actions", "Checklists", "Exports"] == names(*pairs)


def test_a_long_name_is_cut_between_words():
    """Or in the one word that it has."""
    long = "How the section grades came about in full"
    assert ["How the section grades came", "x" * 31] == names((long, ""), ("x" * 40, ""))


def test_names_are_there_once():
    """Capitals do not make them different, and the first sheet has its name already."""
    pairs = (("", "report"), ("", "REPORT"), ("", "History"), ("", ""), ("", "[]"))
    assert ["report 2", "REPORT 3", "History 2", "Table", "Table 2"] == names(*pairs)


@given(st.lists(st.tuples(st.text(st.characters()), st.text(st.characters()))))
def test_any_text_gives_a_name_that_excel_takes(pairs):
    """Between 1 and 31 characters, none of those that are refused, and no two alike."""
    made = names(*pairs)
    assert len(made) == len({name.casefold() for name in (*made, "report")}) - 1
    assert all(1 <= len(name) <= 31 for name in made)
    assert not set("[]:*?/\\") & set("".join(made))
    assert [] == [name for name in made if name[0] == "'" or name[-1] == "'"]
