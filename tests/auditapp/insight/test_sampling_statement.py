# SPDX-License-Identifier: MPL-2.0
"""Test the statement of a sample, and the check that draws once more."""

import datetime as dt

import pytest

from auditapp.errors import SamplingError
from auditapp.fingerprints import grouped
from auditapp.insight.sampling import list_digest, next_case
from auditapp.insight.sampling_statement import statement_of, verify_draw
from auditapp.insight.statement_words import check_words, plan_words, statement_lines
from auditapp.model.case_listed import ListRead
from auditapp.model.round_edits import exclude, replace_case, take_back_draw
from auditapp.model.round_kinds import SampleMethod, StrataMethod
from auditapp.model.sample_plan import DrawnCase, SamplePlan, Seed
from tests.making_rounds import LEAD, NOW, done, drawn_round, make_cases, make_round

LATER = NOW + dt.timedelta(hours=2)
BY_TEAM = SamplePlan(
    method=SampleMethod.SIZE, size=10, strata_by=("team",), strata_method=StrataMethod.EQUAL
)


def stated_round(**changes):
    """Draw a sample by team, with two cases excluded and one replaced."""
    cases = make_cases(30)
    listed = ListRead(
        kind="csv", columns=(), cases=30, rows_left_out=2, sha256=list_digest(cases), by="QA lead",
        at=LATER,
    )  # fmt: skip
    before = done(
        make_round(cases=cases), exclude(make_round(), ["HX-0000", "HX-0001"], "Closed", LEAD)
    )
    fields = {"listed": listed, "plan": BY_TEAM, "exclusions": before.exclusions} | changes
    whole = drawn_round(cases=cases, **fields)
    dropped = whole.sample[0]
    return done(whole, replace_case(whole, dropped, next_case(whole, dropped), "Sealed file", LEAD))


def texts(whole):
    """Return the lines of a statement by what they are about."""
    return dict(statement_lines(statement_of(whole)))


def test_the_statement_has_all_that_is_needed_to_draw_again():
    """List, exclusions, groups, seed, rule, who and when each have a line."""
    whole = stated_round()
    lines = texts(whole)

    assert (
        "30 cases, read 21 November 2026 at 11:30 by QA lead; 2 rows were not taken"
        == (lines["List of cases"])
    )
    assert grouped(list_digest(whole.cases)) == lines["SHA-256 of the list"]
    assert "Closed: 2" == lines["Left out before the draw"]
    assert "10 cases, as somebody chose." == lines["Size of the sample"]
    assert "By team, equally; at least 0 of each" == lines["Groups"]
    assert ["3 of 9", "3 of 9", "4 of 10"] == sorted(
        text for about, text in lines.items() if about.startswith("Cases drawn: Team")
    )
    assert lines["Seed"].startswith("3 17 22 38 41 44 (Lottery of 4 November; written down before")
    assert "sha256-rank-1" in lines["How it was drawn"]
    assert "21 November 2026 at 09:30, QA lead" == lines["Drawn"]
    assert "1" == lines["Replaced since"]


def test_the_tables_name_every_case_and_every_replacement():
    """The new case stands where its rank puts it, with the one that it replaces."""
    whole = stated_round()
    statement = statement_of(whole)
    ((dropped, replacement),) = statement.replaced.items()

    assert 11 == len(statement.drawn)
    assert [dropped] == [each.instead_of for each in statement.drawn if each.instead_of]
    assert ("Sealed file", "QA lead", NOW) == (replacement.reason, replacement.by, replacement.at)
    assert {1, 2, 3, 4, 5} >= {each.rank for each in statement.drawn}


def test_a_seed_that_came_late_is_said_to_be_late():
    """Who knows the list could choose a seed for it."""
    late = Seed(text="7", by="QA lead", at=LATER + dt.timedelta(minutes=1))
    words = texts(stated_round(seed=late))["Seed"]

    assert words.startswith("7 (where it came from was not said; written down after the list")


def test_a_seed_of_which_nothing_is_known_stands_alone():
    """The draw keeps the seed itself."""
    whole = drawn_round().model_copy(update={"seed": None})

    assert "3 17 22 38 41 44" == texts(whole)["Seed"]
    assert not statement_of(whole).is_seed_first


def test_a_list_and_a_purpose_that_nobody_gave_are_said_to_be_missing():
    """A round without groups, exclusions and reading of a list has a statement all the same."""
    lines = texts(drawn_round())

    assert ("Not said", "30 cases", "None", "10 of 30") == (
        lines["What it is for"],
        lines["List of cases"],
        lines["Left out before the draw"],
        lines["Cases drawn"],
    )


def test_a_draw_that_was_taken_back_stays_on_the_statement():
    """Whoever draws until the sample pleases leaves a trace."""
    whole = done(drawn_round(), take_back_draw(drawn_round(), "Wrong list", LEAD))
    again = drawn_round(taken_back=whole.taken_back)

    assert (
        "21 November 2026 at 09:30, QA lead: Wrong list"
        == (texts(again)["A draw before this one was taken back"])
    )


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ({"method": SampleMethod.ALL}, "Every case."),
        (
            {"method": SampleMethod.MARGIN, "margin": 0.025, "expected": 0.8},
            "within 2.5% either way, with a confidence of 95%, expecting 80%.",
        ),
        (
            {"method": SampleMethod.DIP, "share_bad": 0.05},
            "with a likelihood of 95%, if 5% of all are bad.",
        ),
    ],
)
def test_the_plan_is_said_in_words(plan, words):
    """Figures stand as they were chosen, not rounded."""
    assert plan_words(SamplePlan(**plan)).endswith(words)


def test_drawing_once_more_gives_the_same():
    """With replacements and groups, from the list of the round or the same list read anew."""
    whole = stated_round()
    check = verify_draw(whole, dict(reversed(whole.cases.items())))

    assert check.is_same
    assert verify_draw(whole).is_same
    assert (
        "The list is the one that was drawn from.",
        "Drawn once more, the sample is the same.",
    ) == check_words(check)


def test_another_list_is_found_out():
    """A case that moved to another team is enough."""
    whole = stated_round()
    moved = {"HX-0005": whole.cases["HX-0005"].model_copy(update={"worker_code": "SW-99"})}
    check = verify_draw(whole, whole.cases | moved)

    assert (False, False) == (check.is_same, check.is_same_list)
    assert "The list is not the one that was drawn from." == check_words(check)[0]


def test_a_case_that_was_slipped_in_is_found_out():
    """It is named, and so is the one that it pushed out."""
    whole = stated_round()
    out = whole.sample[0]
    into = next(case for case in whole.cases if case not in whole.drawn | whole.exclusions)
    drawn = {case: row for case, row in whole.drawn.items() if case != out}
    drawn[into] = DrawnCase(stratum=whole.drawn[out].stratum, rank=1)
    check = verify_draw(whole.model_copy(update={"drawn": drawn}))

    assert ((into,), (out,)) == (check.missing, check.extra)
    words = check_words(check)
    assert f"In the sample, and not drawn by this seed: {into}." == words[1]
    assert f"Drawn by this seed, and not in the sample: {out}." == words[2]


def test_a_case_that_was_added_without_a_replacement_is_found_out():
    """Even the next one of its stratum: the sample is larger than was planned."""
    whole = drawn_round()
    case, place = next_case(whole, whole.sample[0])
    larger = whole.model_copy(update={"drawn": whole.drawn | {case: place}})

    assert (case,) == verify_draw(larger).missing


def test_a_case_that_was_passed_over_is_found_out():
    """Who replaces a case by a later one than the next has passed one over."""
    whole = drawn_round()
    dropped = whole.sample[0]
    passed = next_case(whole, dropped)
    between = done(whole, replace_case(whole, dropped, passed, "x", LEAD))
    later = next_case(between, between.sample[0])
    wrong = done(whole, replace_case(whole, dropped, later, "Sealed file", LEAD))

    assert ((later[0],), (passed[0],)) == (verify_draw(wrong).missing, verify_draw(wrong).extra)


def test_there_is_no_statement_before_the_draw():
    """The refusal says so."""
    with pytest.raises(SamplingError, match="No sample was drawn"):
        statement_of(make_round())
    with pytest.raises(SamplingError, match="No sample was drawn"):
        verify_draw(make_round())
