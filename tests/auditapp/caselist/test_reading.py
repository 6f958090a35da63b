# SPDX-License-Identifier: MPL-2.0
"""Test which rows become cases, and what is said of the others."""

import time

import pytest

from auditapp.caselist.columns import propose_columns
from auditapp.caselist.delimited import read_delimited, read_pasted
from auditapp.caselist.reading import FaultKind, read_cases
from auditapp.caselist.values import age_band, cohorts, date_as_iso, legal_status
from auditapp.errors import CaseListError
from auditapp.model.case_listed import CaseListed
from auditapp.model.front_sheet import AgeBand, Cohort, LegalStatus
from auditapp.model.round_kinds import CaseField


def read(*rows, accepted=frozenset(), facts=()):
    """Read rows with strokes between the cells; ``facts`` are columns to keep as such."""
    table = read_pasted("\n".join("\t".join(row.split("|")) for row in rows))
    columns = propose_columns(table)
    for column in facts:
        columns = columns.with_field(column, CaseField.FACT)
    return read_cases(table, columns, accepted)


def faults(reading):
    """Return row, heading and kind of each fault."""
    return [(fault.row, fault.heading, fault.kind.value) for fault in reading.faults]


def test_a_row_becomes_a_case():
    """Every field is read, and a date among the facts is an ISO date."""
    reading = read(
        "Ref|Team|SW|Manager|Age|Cohort|Legal status|Opened",
        "HX-1|North|SW-14|TM-2|7|CIN; CP|Care order|01/03/2026",
        facts=[7],
    )

    assert {
        "HX-1": CaseListed(
            team="North",
            worker_code="SW-14",
            manager_code="TM-2",
            age_band=AgeBand.FROM_5,
            cohorts=(Cohort.CHILD_IN_NEED, Cohort.CHILD_PROTECTION),
            legal_status=LegalStatus.CARE_ORDER,
            facts={"Opened": "2026-03-01"},
        )
    } == reading.cases
    assert ((), 1) == (reading.faults, reading.rows)


def test_a_column_that_is_left_out_leaves_nothing():
    """Neither in the case nor among the faults."""
    reading = read("Ref|Child's name", "HX-1|Mary Hopkins")

    assert ({"HX-1": CaseListed()}, ()) == (reading.cases, reading.faults)


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("", "no case reference"),
        ("=A1", "begins like a formula"),
        ("9" * 61, "longer than 60 characters"),
        ("hx - 1", "same reference as row 2"),
    ],
)
def test_a_row_that_is_no_case_is_left_out(reference, words):
    """With its number and why; the others are there."""
    reading = read("Ref|Team", "HX-1|North", f"{reference}|South", "HX-9|East")

    assert (["HX-1", "HX-9"], (3,)) == (list(reading.cases), reading.left_out)
    assert words in reading.faults[0].sentence


@pytest.mark.parametrize(
    ("row", "heading", "words"),
    [
        ("Hopkins|North|SW-1", "Ref", "a name"),
        ("943 476 5919|North|SW-1", "Ref", "an NHS number"),
        ("HX-1|HU5 2RX|SW-1", "Team", "a postcode"),
        ("HX-1|North|Mary Hopkins", "Worker", "a name"),
        ("14/05/2012|North|SW-1", "Ref", "a date of birth"),
        ("HX-1|mary@example.org|SW-1", "Team", "an e-mail address"),
        ("HX-1|North|01482 300 300", "Worker", "a telephone number"),
    ],
)
def test_what_looks_personal_is_held_back_until_somebody_has_looked(row, heading, words):
    """The sentence names the column and never repeats the cell."""
    rows = ("Ref|Team|Worker", row, "HX-2|South|SW-2")
    reading = read(*rows)

    assert (["HX-2"], (2,)) == (list(reading.cases), reading.challenged)
    assert [(2, heading, "challenged")] == faults(reading)
    assert f"It looks like {words}." in reading.faults[0].sentence
    assert not any(cell in reading.faults[0].sentence for cell in row.split("|"))
    assert 2 == len(read(*rows, accepted=frozenset({2})).cases)


def test_a_column_that_says_that_it_is_personal_is_challenged_whatever_it_holds():
    """Who keeps a column of initials as a fact is told to leave it out."""
    reading = read("Ref|Initials", "HX-1|AB", "HX-2|", facts=[1])

    assert (["HX-2"], (1 + 1,)) == (list(reading.cases), reading.challenged)
    assert "Leave it out." in reading.faults[0].sentence


def test_what_is_not_understood_costs_the_cell_and_not_the_case():
    """The case is there without it, and the row is named."""
    reading = read("Ref|Age|Cohort|Legal status", "HX-1|old|CIN, pirate|mystery")

    assert CaseListed(cohorts=(Cohort.CHILD_IN_NEED,)) == reading.cases["HX-1"]
    assert {"Age", "Cohort", "Legal status"} == {fault.heading for fault in reading.faults}
    assert {FaultKind.LESS} == {fault.kind for fault in reading.faults}


def test_without_a_column_of_references_nothing_is_read():
    """The refusal asks for it."""
    table = read_pasted("a\tb\n")
    with pytest.raises(CaseListError, match="No column is chosen"):
        read_cases(table, propose_columns(table))


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("0", "0-4"), ("4", "0-4"), ("5", "5-9"), ("15 years", "10-15"), ("16.0", "16-17"),
        ("17y", "16-17"), ("18", "18-25"), ("25", "18-25"), ("26", None), ("10-15", "10-15"),
        ("10 to 15", "10-15"), ("Unborn", "unborn"), ("old", None),
    ],
)  # fmt: skip
def test_an_age_or_a_band_is_understood(text, band):
    """In years, as a code or in words."""
    assert band == age_band(text)


@pytest.mark.parametrize(
    ("text", "found", "strange"),
    [
        ("CIC", [Cohort.CHILD_IN_CARE], ()),
        ("LAC", [Cohort.CHILD_IN_CARE], ()),
        ("Plan for adoption, or adopted", [Cohort.ADOPTION], ()),
        ("CP / CIN", [Cohort.CHILD_IN_NEED, Cohort.CHILD_PROTECTION], ()),
        ("UASC and care leaver", [Cohort.CARE_16_PLUS, Cohort.UNACCOMPANIED], ()),
        ("", [], ()),
        ("EH; nonsense", [Cohort.EARLY_HELP], ("nonsense",)),
    ],
)
def test_cohorts_are_understood(text, found, strange):
    """Codes, words and what councils say, several with something between them."""
    assert (tuple(found), strange) == cohorts(text)


def test_legal_statuses_and_dates_are_understood():
    """Everything else stays what it is, or is nothing."""
    assert [LegalStatus.SECTION_20, LegalStatus.INTERIM_CARE_ORDER, None] == [
        legal_status(text) for text in ("s20", "ICO", "?")
    ]
    assert ["2026-03-01", "31/02/2026", "soon"] == [
        date_as_iso(text) for text in ("1.3.2026", "31/02/2026", "soon")
    ]


def test_a_large_list_is_read_in_seconds():
    """Nearly twenty thousand rows, with every cell looked at for what is personal."""
    lines = ["Ref,Team,Worker", *(f"HX-{n:05},Team {n % 9},SW-{n % 200}" for n in range(19_000))]
    start = time.process_time()
    table = read_delimited("\n".join(lines).encode())
    reading = read_cases(table, propose_columns(table))

    assert (19_000, ()) == (len(reading.cases), reading.faults)
    assert time.process_time() - start < 20
