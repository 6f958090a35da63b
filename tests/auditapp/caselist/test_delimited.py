# SPDX-License-Identifier: MPL-2.0
"""Test reading lists that are text, as councils' systems and spreadsheets write them."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditapp.caselist.delimited import read_delimited, read_pasted
from auditapp.caselist.table import (
    LONGEST_CELL,
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    TableKind,
    column_letters,
)
from auditapp.errors import CaseListError


def cells(table):
    """Return the cells of every row."""
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("delimiter", ["\t", ";", ",", "|"])
def test_the_delimiter_is_found_out(delimiter):
    """Whatever stands between the cells, with the others inside some of them."""
    rows = [("Ref", "Team"), ("HX-1", "North; A"), ("HX-2", "South/B"), ("HX-3", "East")]
    text = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)

    assert rows == cells(read_delimited(text.encode()))
    assert rows == cells(read_pasted(text))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_encoding_is_found_out(encoding):
    """Only where it was guessed there is a note that asks to look."""
    table = read_delimited("Ref,Team\nHX-1,Café\n".encode(encoding))

    assert [("Ref", "Team"), ("HX-1", "Café")] == cells(table)
    assert (encoding == "cp1252") == bool(table.notes)


def test_a_single_column_is_a_list_of_references():
    """A paste without any delimiter is one column."""
    assert [("HX-1",), ("HX-2",)] == cells(read_pasted("HX-1\r\nHX-2\r\n"))


def test_blank_rows_are_left_out_and_counted():
    """The rows below keep the numbers that they have in the source."""
    table = read_delimited(b"Ref,Team\n,\n\nHX-1,North\n , \n")

    assert [1, 4] == [row.number for row in table.rows]
    assert (2, 2, TableKind.CSV) == (table.blank_rows, table.width, table.kind)


def test_a_cell_of_several_lines_is_one_cell():
    """The rows after it have the number of their own first line."""
    table = read_delimited(b'Ref,Team\n"HX\n-1",North\nHX-2,South\n')

    assert [(1, "Ref"), (2, "HX -1"), (4, "HX-2")] == [(r.number, r.cells[0]) for r in table.rows]


def test_a_quotation_mark_that_is_never_closed_costs_no_row():
    """All rows are there, with a note."""
    table = read_delimited(b'Ref,Team\nHX-1,"North\nHX-2,South\n')

    assert [("Ref", "Team"), ("HX-1", '"North'), ("HX-2", "South")] == cells(table)
    assert "never closed" in table.notes[0]


def test_short_rows_are_filled_up():
    """Every row has as many cells as the widest."""
    assert [("A", "", ""), ("B", "x", "y")] == cells(read_delimited(b"A\nB,x,y\n"))


def test_what_cannot_be_seen_is_taken_out():
    """Marks of direction, zero-width spaces and no-break spaces would make two of one reference."""
    table = read_pasted("\u202aHX-\u200b1\u202c\tNorth\xa0 A\n")

    assert [("HX-1", "North A")] == cells(table)


def test_a_cell_is_cut_off():
    """A report in a cell is no code."""
    assert LONGEST_CELL == len(cells(read_pasted("x" * 5_000))[0][0])


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nothing in the list"),
        (b"\n,,\n", "nothing in the list"),
        (b"a\n" * (MAX_ROWS + 1), "more than 20000 rows"),
        (b"a," * MAX_COLUMNS + b"a", "more than 100 columns"),
        (b"PK\x03\x04\0\0", "an archive"),
        (b"%PDF-1.7\nHX-1\n", "a PDF"),
        (b"HX-1\0\n", "no text file"),
        (b"x" * 200_000, "longer than any row"),
        (b"x" * (MAX_BYTES + 1), "larger than 10 MB"),
    ],
)
def test_what_is_no_list_is_refused(data, words):
    """Each refusal says what to do."""
    with pytest.raises(CaseListError, match=words) as refused:
        read_delimited(data)
    assert refused.value.remedy


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    """No other error than our own comes out, and no row is wider than another."""
    try:
        table = read_delimited(data)
    except CaseListError:
        return
    assert {table.width} == {len(row.cells) for row in table.rows}
    assert any(any(row.cells) for row in table.rows)


@given(st.lists(st.lists(st.text("aé7- "), min_size=2, max_size=5), min_size=1, max_size=8))
def test_a_paste_never_loses_a_row(rows):
    """Each line of a paste with anything in it is one row, in order and in its words."""
    filled = [(at, row) for at, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    assume(filled)
    table = read_pasted("\n".join("\t".join(row) for row in rows))

    assert [at for at, _row in filled] == [row.number for row in table.rows]
    for (_at, given_row), row in zip(filled, table.rows, strict=True):
        words = [" ".join(cell.split()) for cell in given_row]
        assert " ".join(filter(None, words)) == " ".join(filter(None, row.cells))


def test_columns_are_called_as_in_spreadsheets():
    """A to Z, then AA."""
    assert ["A", "Z", "AA", "AZ", "BA"] == [column_letters(n) for n in (0, 25, 26, 51, 52)]
