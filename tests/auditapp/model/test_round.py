# SPDX-License-Identifier: MPL-2.0
"""Test the tables and the edits of a round."""

import pytest
from pydantic import ValidationError

from auditapp.errors import NotAllowedError
from auditapp.insight.sampling import draw_round, next_case
from auditapp.model.case_listed import CaseListed, ErasedCase, ListRead
from auditapp.model.ids import new_record_id, new_round_id
from auditapp.model.round import RoundAuditor, RoundChecklist
from auditapp.model.round_edits import (
    allocate_cases,
    change_about,
    change_plan,
    change_progress,
    exclude,
    give_seed,
    include,
    put_auditor,
    put_list,
    record_draw,
    replace_case,
    take_back_draw,
)
from auditapp.model.round_kinds import CaseState, RoundKind, SampleMethod
from auditapp.model.round_tables import (
    ROUND_SPECS,
    apply_to_round,
    round_from_tables,
    round_row,
    round_to_puts,
)
from auditapp.model.sample_plan import SamplePlan, Seed
from tests.making_rounds import LEAD, NOW, done, drawn_round, make_about, make_cases, make_round

LISTED = ListRead(kind="pasted", columns=(), cases=30, sha256="0" * 64, by="QA lead", at=NOW)


def whole_round():
    """Make a round in which every table holds something."""
    checklists = [RoundChecklist(id="visits", version="1.0", title="Visits")]
    whole = make_round(about=make_about(checklists=checklists), listed=LISTED)
    first = draw_round(whole, LEAD)
    whole = done(whole, record_draw(whole, first[0], first[1].drawn, LEAD))
    whole = done(whole, take_back_draw(whole, "Wrong plan", LEAD))
    whole = done(whole, exclude(whole, ["HX-0000"], "Closed", LEAD))
    draw, sample = draw_round(whole, LEAD)
    whole = done(whole, record_draw(whole, draw, sample.drawn, LEAD))
    dropped = whole.sample[0]
    whole = done(
        whole,
        replace_case(whole, dropped, next_case(whole, dropped), "Sealed file", LEAD),
        put_auditor(make_round(), "a1", RoundAuditor(name="Ash"), LEAD),
    )
    case = whole.sample[0]
    gone = ErasedCase(reason="As asked", by="QA lead", at=NOW, history_head="0" * 64)
    return done(
        whole,
        allocate_cases(whole, {case: "a1"}, LEAD),
        change_progress(whole, case, LEAD, audit="0" * 32),
    ).model_copy(update={"erased": {"erased-1": gone}})


def tables_of(puts):
    """Return the rows of puts as a ledger holds them."""
    tables = {}
    for put in puts:
        tables.setdefault(put.table, {})[put.key] = put.record
    return tables


def test_a_round_comes_back_from_its_tables():
    """Every table is filled, and nothing is lost or changed."""
    whole = whole_round()
    tables = tables_of(round_to_puts(whole))

    assert set(ROUND_SPECS) == set(tables)
    assert whole == round_from_tables(whole.id, tables)
    assert round_from_tables(whole.id, {"about": tables["about"]}).cases == {}
    assert 32 == len(new_round_id())


def test_an_edit_leaves_the_round_before_as_it_was():
    """A change makes a new round."""
    before = make_round()
    after = done(before, exclude(before, ["HX-0001"], "Closed", LEAD))

    assert ({}, ["HX-0001"]) == (before.exclusions, list(after.exclusions))
    assert {} == done(after, include(after, ["HX-0001"], LEAD)).exclusions
    assert None is round_row(before, "exclusions", "HX-0001")
    assert "Closed" == round_row(after, "exclusions", "HX-0001")["reason"]
    assert "Visits, autumn 2026" == round_row(after, "about", "1")["name"]
    assert None is round_row(after, "draw", "1")


def test_every_edit_says_who_when_and_what_kind():
    """What is written is stamped, too, where it says who decided."""
    whole = make_round()
    edit = exclude(whole, ["HX-0001", "HX-0002"], "Closed", LEAD)

    assert (RoundKind.EXCLUDED, LEAD, 2) == (edit.kind, edit.by, len(edit.puts))
    assert ("QA lead", "2026-11-21T09:30:00Z") == (
        edit.puts[0].record["by"],
        edit.puts[0].record["at"],
    )


def test_a_list_that_is_read_again_puts_only_what_differs():
    """New, changed and vanished cases have a row each; a vanished one is no longer excluded."""
    whole = make_round()
    whole = done(whole, exclude(whole, ["HX-0001", "HX-0002"], "Closed", LEAD))
    cases = make_cases(30)
    del cases["HX-0001"]
    cases["HX-0003"] = CaseListed(team="Elsewhere")
    cases["NEW-1"] = CaseListed()
    edit = put_list(whole, LISTED, cases, LEAD)

    assert {
        ("listed", "1"),
        ("cases", "HX-0001"),
        ("exclusions", "HX-0001"),
        ("cases", "HX-0003"),
        ("cases", "NEW-1"),
    } == {(put.table, put.key) for put in edit.puts}
    after = done(whole, edit)
    assert (cases, ["HX-0002"], LISTED) == (after.cases, list(after.exclusions), after.listed)


@pytest.mark.parametrize(
    "step",
    [
        lambda whole: give_seed(whole, Seed(text="9", by="x", at=NOW), LEAD),
        lambda whole: change_plan(whole, SamplePlan(method=SampleMethod.ALL), LEAD),
        lambda whole: put_list(whole, LISTED, {}, LEAD),
        lambda whole: exclude(whole, ["HX-0001"], "Closed", LEAD),
        lambda whole: include(whole, ["HX-0001"], LEAD),
        lambda whole: record_draw(whole, whole.draw, whole.drawn, LEAD),
    ],
)
def test_what_was_drawn_from_stays_as_it_was(step):
    """After the draw neither list, exclusions, plan nor seed changes, and nothing is drawn over."""
    with pytest.raises(NotAllowedError, match="sample is drawn"):
        step(drawn_round())


@pytest.mark.parametrize(
    "step",
    [
        lambda whole: change_about(whole, make_about(closed_at=NOW, name="Another"), LEAD),
        lambda whole: take_back_draw(whole, "Wrong list", LEAD),
        lambda whole: replace_case(whole, whole.sample[0], None, "Sealed file", LEAD),
        lambda whole: put_auditor(whole, "a1", RoundAuditor(name="Ash"), LEAD),
        lambda whole: allocate_cases(whole, {whole.sample[0]: "a1"}, LEAD),
        lambda whole: change_progress(whole, whole.sample[0], LEAD, late_reason="Ill"),
        lambda whole: give_seed(whole, Seed(text="9", by="x", at=NOW), LEAD),
    ],
)
def test_a_closed_round_stays_as_it_is(step):
    """Until it is opened again."""
    whole = drawn_round()
    closed = done(whole, change_about(whole, make_about(closed_at=NOW), LEAD))
    with pytest.raises(NotAllowedError, match="round is closed"):
        step(closed)

    opened = done(closed, change_about(closed, make_about(), LEAD))
    assert None is opened.about.closed_at


def test_before_the_draw_everything_may_change():
    """Seed, plan and what the round is about are put as they are given."""
    seed = Seed(text="9", by="x", at=NOW)
    plan = SamplePlan(method=SampleMethod.ALL)
    about = make_about(name="Another")
    whole = make_round()
    whole = done(
        whole,
        give_seed(whole, seed, LEAD),
        change_plan(whole, plan, LEAD),
        change_about(whole, about, LEAD),
    )

    assert (seed, plan, about) == (whole.seed, whole.plan, whole.about)


def test_a_draw_that_is_taken_back_is_kept():
    """Sample, replacements and allocations go; the draw stays on record with its cases and why."""
    whole = drawn_round(auditors={"a1": RoundAuditor(name="Ash")})
    whole = done(whole, allocate_cases(whole, {whole.sample[0]: "a1"}, LEAD))
    after = done(whole, take_back_draw(whole, "Wrong list", LEAD))

    assert (None, {}, {}, {}) == (
        after.draw,
        after.drawn,
        after.replacements,
        after.allocations,
    )
    kept = after.taken_back["1"]
    assert (whole.draw, set(whole.drawn), "Wrong list") == (
        kept.draw,
        set(kept.cases),
        kept.reason,
    )


def test_a_draw_is_not_taken_back_once_audits_have_begun():
    """Nor where there is none."""
    whole = drawn_round()
    begun = done(whole, change_progress(whole, whole.sample[0], LEAD, audit="0" * 32))

    for each in (begun, make_round()):
        with pytest.raises(NotAllowedError, match="no sample that could be drawn again"):
            take_back_draw(each, "x", LEAD)


@pytest.mark.parametrize("reason", ["", "  "])
def test_what_wants_a_reason_is_not_done_without_one(reason):
    """Excluding, replacing and taking back are refused by the model itself."""
    whole = drawn_round()
    for step in (
        lambda: exclude(make_round(), ["HX-0001"], reason, LEAD),
        lambda: replace_case(whole, whole.sample[0], None, reason, LEAD),
        lambda: take_back_draw(whole, reason, LEAD),
    ):
        with pytest.raises(ValidationError, match="has to say something"):
            step()


def test_a_replaced_case_leaves_the_sample_and_its_auditor():
    """The next case is in its place; where none is left, the sample is one smaller."""
    whole = drawn_round(auditors={"a1": RoundAuditor(name="Ash")})
    dropped = whole.sample[0]
    whole = done(whole, allocate_cases(whole, {dropped: "a1"}, LEAD))
    new = next_case(whole, dropped)
    after = done(whole, replace_case(whole, dropped, new, "Sealed file", LEAD))
    smaller = done(after, replace_case(after, new[0], None, "Sealed too", LEAD))

    assert new[0] in after.sample
    assert dropped not in after.sample
    assert (dropped, {}) == (after.drawn[new[0]].instead_of, after.allocations)
    assert (10, 9) == (len(after.sample), len(smaller.sample))
    with pytest.raises(NotAllowedError, match="not in the sample"):
        replace_case(after, dropped, None, "Once more", LEAD)


def test_what_is_not_there_is_refused():
    """A case that is not listed, not drawn, or an auditor whom nobody took in."""
    whole = drawn_round()
    with pytest.raises(NotAllowedError, match="not on the list"):
        exclude(make_round(), ["ZZ"], "Closed", LEAD)
    with pytest.raises(NotAllowedError, match="was not drawn"):
        change_progress(whole, "ZZ", LEAD)
    with pytest.raises(NotAllowedError, match="cannot be given"):
        allocate_cases(whole, {whole.sample[0]: new_record_id()}, LEAD)


def test_an_auditor_can_be_changed_and_taken_out():
    """A row each."""
    whole = done(make_round(), put_auditor(make_round(), "a1", RoundAuditor(name="Ash"), LEAD))

    assert "Ash" == whole.auditors["a1"].name
    assert {} == done(whole, put_auditor(whole, "a1", None, LEAD)).auditors


def test_a_case_goes_from_drawn_to_signed():
    """Each step is one row, which keeps what was there."""
    whole = drawn_round(auditors={"a1": RoundAuditor(name="Ash")})
    case, other = whole.sample[:2]
    states = [whole.state(case)]
    edits = (
        allocate_cases(whole, {case: "a1"}, LEAD),
        change_progress(whole, case, LEAD, audit="0" * 32, started_at=NOW),
        change_progress(whole, case, LEAD, audit="0" * 32, signed_at=NOW),
    )
    for edit in edits:
        whole = done(whole, edit)
        states.append(whole.state(case))

    assert [CaseState.DRAWN, CaseState.ALLOCATED, CaseState.STARTED, CaseState.SIGNED] == states
    assert [1, 1, 1] == [len(edit.puts) for edit in edits]
    kept = done(whole, change_progress(whole, case, LEAD, late_reason="Ill")).progress[case]
    assert ("0" * 32, NOW, "Ill") == (kept.audit, kept.signed_at, kept.late_reason)
    exempt = apply_to_round(
        whole, change_progress(whole, other, LEAD, exempt_reason="Moved away").puts
    )
    assert CaseState.EXEMPT is exempt.state(other)
