# SPDX-License-Identifier: MPL-2.0
"""Test that a mask takes out whoever can be recognised, and leaves everything else."""

import pytest

from auditapp.judgement.masks import make_mask
from auditapp.model.edits import Author, change_answer, give_grade
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.tables import apply
from auditapp.personal_data import PersonalKind
from tests.making import Clock, make_audit

BY = Author("Ngozi Okafor", Clock().now)


def code(text):
    """Return a code in which the test knows the text again."""
    return f"<{len(text)}>"


def mask_of(note="", avoided=(), history=(), **front):
    """Return the mask of an audit with one note, whose front sheet is ``front``."""
    audit = make_audit(**{"auditor": "Ngozi Okafor", **front})
    if note:
        audit = apply(audit, change_answer(audit, "visits/VS1", BY, note=note).puts)
    return make_mask([audit], [history], avoided, code)


def test_the_front_sheet_has_codes():
    """The longest first, because one may be a part of another."""
    mask = mask_of(case_reference="HX-2047", team="East", worker_code="HX-2")

    words = "HX-2047 is with HX-2 of the East team; Ngozi Okafor read it."
    assert "Case <7> is with Worker <4> of the Team <4> team; Auditor <12> read it." == mask.apply(
        words
    )


def test_a_short_code_is_only_meant_where_it_stands_alone():
    """A worker called 7 is not in "7 visits"."""
    mask = mask_of(worker_code="7")

    assert ["Worker <1>", "7 visits"] == [mask.apply("7"), mask.apply("7 visits")]


@pytest.mark.parametrize("text", ["hx 2047", "HX2047", "Hx_2047", "hx-2047", "(HX–2047)"])
def test_a_code_is_known_however_it_is_typed(text):
    """Capitals are forgiven, and what stands between its letters and its digits."""
    assert "Case <7>" == mask_of(case_reference="HX-2047").apply(text).strip("()")


@pytest.mark.parametrize(
    ("front", "text"),
    [
        ({"team": "Court"}, "the court order"),
        ({"worker_code": "417"}, "question 4.17"),
        ({"worker_code": "12"}, "12 visits"),
        ({"team": "IS"}, "this is so"),
    ],
)
def test_other_words_that_look_like_a_code_stay(front, text):
    """A word of the language, a number of a question, and what is too short to be sure."""
    assert text == mask_of(**front).apply(text)


@pytest.mark.parametrize(
    ("front", "text", "masked"),
    [
        ({"team": "Court"}, "COURT, Court", "Team <5>, Team <5>"),
        ({"team": "court"}, "court, Court", "Team <5>, Team <5>"),
        ({"team": "Leaving care"}, "leaving care asked", "Team <12> asked"),
        ({"worker_code": "417"}, "417 came", "Worker <3> came"),
        ({"team": "IS"}, "IS came", "Team <2> came"),
    ],
)
def test_a_name_of_a_team_is_found_in_running_text(front, text, masked):
    """A single word with a capital letter, several words with any."""
    assert masked == mask_of(**front).apply(text)


def test_a_letter_that_is_two_without_capitals_does_no_harm():
    """To an expression the dotless i of Turkish is an i."""
    assert "[left out] asked" == mask_of(team="Kirklees court").apply("K\u0131RKLEES COURT asked")


def test_without_codes_nobody_is_told_from_anybody():
    """One mark stands for the case, the worker and the team."""
    front = {"case_reference": "HX-2047", "worker_code": "SW14", "team": "East"}
    mask = make_mask([make_audit(**front)], [], [], None)
    assert "[left out], [left out], [left out]" == mask.apply("hx 2047, SW-14, East")


def test_a_code_inside_of_a_word_is_another_word():
    """East is no Easter."""
    assert "Easter" == mask_of(team="East").apply("Easter")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("NHS 943 476 5919.", "NHS [NHS number removed]."),
        ("At LS1 4AP now", "At [postcode removed] now"),
        ("jo@example.org wrote", "[e-mail address removed] wrote"),
        ("Ring 0113 496 0000", "Ring [telephone number removed]"),
        ("born 3 May 2011", "born [date of birth removed]"),
        ("Jade's visit; JADE, jade", "[name removed] visit; [name removed], jade"),
    ],
)
def test_numbers_and_names_are_taken_out(text, masked):
    """Wherever they stand, with a word for what was there."""
    mask = mask_of(avoided=["Jade Marsh"])

    assert masked == mask.apply(text)
    assert [] == mask.left_in(masked)


def test_what_looks_like_a_name_in_the_audit_is_taken_out_everywhere():
    """Its words alone, too: whoever wrote the whole name once writes the half of it later."""
    mask = mask_of("Tyler Brooks was seen. tyler sat outside.")

    assert "[name removed] was glad" == mask.apply("Tyler Brooks was glad")
    assert "Brooks" == mask_of("Tyler Brooks and the brooks.").apply("Brooks")
    assert "[name removed] said so" == mask_of("Tyler Brooks was seen.").apply("Brooks said so")


def test_words_of_a_checklist_stay():
    """Two capitals in a row are no name unless the audit has them."""
    assert "Signs of Safety, Local Authority" == mask_of("Seen.").apply(
        "Signs of Safety, Local Authority"
    )


def test_everybody_who_signs_for_something_has_a_code():
    """In grades and in the history."""
    audit = make_audit(auditor="A. Bell")
    grade = Grade(band=GradeBand.GOOD, reason="", given_at=BY.now, given_by="R. Vance")
    audit = apply(audit, give_grade(PRACTICE, grade, BY).puts)
    line = HistoryEntry(seq=1, at=BY.now, by="T. Orme", kind=HistoryKind.NOTE).sealed()
    mask = make_mask([audit], [[line]], [], code)

    assert "Person <8>, Person <7>, Auditor <7>" == mask.apply("R. Vance, T. Orme, A. Bell")


def test_what_is_left_is_told():
    """The second look does not trust the first."""
    assert [PersonalKind.NHS_NUMBER] == mask_of().left_in("943 476 5919")


def test_a_date_behind_one_that_was_taken_out_is_not_one_of_birth():
    """What stands for the first is no reason to refuse the copy."""
    masked = mask_of().apply("born 3 May 2011, seen on file on 12 June 2026")
    assert "born [date of birth removed], seen on file on 12 June 2026" == masked
    assert [] == mask_of().left_in("born [date of birth removed], 12 June 2026")
    assert [PersonalKind.DATE_OF_BIRTH] == mask_of().left_in("[name removed] born 3 May 2011")
