# SPDX-License-Identifier: MPL-2.0
"""Test how columns are matched: by their headings, and by hand."""

import pytest

from auditapp.caselist.columns import is_personal, propose_columns
from auditapp.caselist.delimited import read_pasted
from auditapp.errors import CaseListError
from auditapp.model.round_kinds import CaseField


def fields(columns):
    """Return the fields of the columns, from left to right."""
    return [each.field for each in columns.matched]


def table(*rows):
    """Make a table of rows with strokes between the cells."""
    return read_pasted("\n".join("\t".join(row.split("|")) for row in rows))


def test_known_headings_are_proposed():
    """In capitals or not, with any signs between the words."""
    columns = propose_columns(
        table(
            "Case Ref.|TEAM_NAME|Allocated social-worker|Team Manager|Age|Legal status|Cohort",
            "A|B|C|D|7|x|y",
        )
    )

    assert [
        CaseField.REFERENCE,
        CaseField.TEAM,
        CaseField.WORKER_CODE,
        CaseField.MANAGER_CODE,
        CaseField.AGE_BAND,
        CaseField.LEGAL_STATUS,
        CaseField.COHORTS,
    ] == fields(columns)
    assert (0, 1, None) == (
        columns.header,
        columns.place_of(CaseField.TEAM),
        columns.place_of(CaseField.FACT),
    )


def test_what_is_personal_or_not_known_is_left_out():
    """Nothing is kept of a list that nobody asked for."""
    columns = propose_columns(table("Ref|Child's name|DOB|Favourite colour", "A|B|C|D"))

    assert [CaseField.REFERENCE, None, None, None] == fields(columns)
    assert [False, True, True, False] == [is_personal(each.heading) for each in columns.matched]


def test_the_headings_are_found_below_a_title():
    """A title and a date above them are passed over."""
    columns = propose_columns(table("Open cases|", "As at 1 March|", "Case ID|Team", "HX-1|North"))

    assert (2, [CaseField.REFERENCE, CaseField.TEAM]) == (columns.header, fields(columns))


def test_the_first_of_two_columns_for_the_same_is_taken():
    """The other one is left out."""
    assert [CaseField.REFERENCE, None] == fields(propose_columns(table("Case ID|Case ref", "A|B")))


def test_a_list_without_headings():
    """One column is the references; of several a person has to say."""
    one, several = propose_columns(table("HX-1", "HX-2")), propose_columns(table("HX-1|North"))

    assert (None, [CaseField.REFERENCE]) == (one.header, fields(one))
    assert (None, [None, None]) == (several.header, fields(several))
    assert ["Column A", "Column B"] == [each.heading for each in several.matched]


def test_a_heading_that_is_empty_has_the_name_of_its_column():
    """So that it can be chosen all the same."""
    columns = propose_columns(table("Ref||Team", "A|B|C"))

    assert ["Ref", "Column B", "Team"] == [each.heading for each in columns.matched]


def test_a_person_may_choose_otherwise():
    """A field that is once in a case moves; facts may be many."""
    columns = propose_columns(table("Ref|Team|Ward|Stage", "A|B|C|D"))
    columns = columns.with_field(2, CaseField.TEAM).with_field(1, CaseField.FACT)
    columns = columns.with_field(3, CaseField.FACT)

    assert [CaseField.REFERENCE, CaseField.FACT, CaseField.TEAM, CaseField.FACT] == fields(columns)
    assert None is columns.with_field(0, None).place_of(CaseField.REFERENCE)


def test_a_person_may_say_which_row_has_the_headings():
    """A row that is not there is refused."""
    rows = table("Nothing known|here", "Ref|Team", "A|B")

    assert 0 == propose_columns(rows, 0).header
    assert [None, None] == fields(propose_columns(rows, 0))
    for row in (-1, 3):
        with pytest.raises(CaseListError, match="no such row"):
            propose_columns(rows, row)
