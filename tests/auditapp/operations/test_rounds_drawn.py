# SPDX-License-Identifier: MPL-2.0
"""Test what becomes of a round once its sample is drawn."""

import pytest

from auditapp.errors import LedgerDamagedError, NotAllowedError
from auditapp.judgement.round_row import RoundStage
from auditapp.model.ids import new_record_id, new_round_id
from auditapp.model.links import Links
from auditapp.model.logbook import LogKind
from auditapp.model.round import RoundAuditor
from auditapp.model.round_edits import change_about, change_progress, put_auditor
from auditapp.model.round_kinds import CaseState
from tests.auditapp.operations.round_fixtures import by, clock, round_id, stage, workspace
from tests.making import make_front
from tests.working_rounds import begin_round, draw_listed, give_list, sign

__all__ = ["by", "clock", "round_id", "workspace"]


@pytest.fixture
def drawn(workspace, round_id, by):
    """Draw the sample of the round; return the round."""
    return draw_listed(workspace, round_id, by)


@pytest.fixture
def auditors(workspace, drawn, by):
    """Take two auditors into the round; the second one works in team A."""
    keys = new_record_id(), new_record_id()
    people = RoundAuditor(name="Ana"), RoundAuditor(name="Ben", teams=("Team A",))
    for key, person in zip(keys, people, strict=True):
        workspace.edit_round(drawn.id, lambda w, k=key, p=person: put_auditor(w, k, p, by))
    return keys


def test_a_draw_is_taken_back_for_a_reason(workspace, drawn, by):
    """Without one nothing happens; with it the draw stays on record, and in the logbook."""
    with pytest.raises(NotAllowedError):
        workspace.take_back_sample(drawn.id, " ", by)
    whole = workspace.take_back_sample(drawn.id, "Wrong list", by)
    assert (None, 1) == (whole.draw, len(whole.taken_back))
    kinds = [line.kind for line in workspace.logbook()]
    assert [LogKind.ROUND_MADE, LogKind.ROUND_DRAWN, LogKind.ROUND_DRAW_TAKEN_BACK] == kinds[-3:]


def test_nobody_gets_their_own_case(workspace, drawn, auditors, by):
    """Neither by the program nor by hand nor by starting the audit."""
    ana, ben = auditors
    whole, sharing = workspace.share_out_cases(drawn.id, by)
    own = {case for case in whole.sample if whole.cases[case].team == "Team A"}
    assert own
    assert not sharing.left_over
    assert {ana} == {whole.allocations[case].auditor for case in own}
    with pytest.raises(NotAllowedError, match="own case"):
        workspace.give_cases(drawn.id, own, ben, "Ana is ill", by)
    with pytest.raises(NotAllowedError, match="for a reason"):
        workspace.give_cases(drawn.id, own, ana, "", by)

    workspace.edit_round(drawn.id, lambda w: put_auditor(w, ana, None, by))
    with pytest.raises(NotAllowedError, match="own case"):
        workspace.start_case(drawn.id, min(own), make_front(auditor="Ben"))


def test_a_case_is_started_from_the_list_and_once(workspace, drawn, auditors, by):
    """The front sheet is filled in, the audit says its round, and starting again opens it."""
    case = drawn.sample[0]
    workspace.give_cases(drawn.id, [case], auditors[0], "She knows pathways", by)
    audit_id = workspace.start_case(drawn.id, case, make_front(team="", worker_code=""))
    audit = workspace.open_audit(audit_id)
    workspace.close_audit(audit_id)
    found = drawn.cases[case]
    assert (case, found.team, found.worker_code, "Ana", drawn.id) == (
        audit.front.case_reference,
        audit.front.team,
        audit.front.worker_code,
        audit.front.auditor,
        audit.links.round,
    )
    assert audit_id == workspace.start_case(drawn.id, case, make_front())
    assert CaseState.STARTED is workspace.round(drawn.id).state(case)
    assert 1 == len(workspace.audits())


def test_progress_follows_the_audits(workspace, clock, drawn):
    """What is signed off counts, late or not, and stays when the audit is erased."""
    case, other = drawn.sample[:2]
    audit_id = workspace.start_case(drawn.id, case, make_front())
    workspace.start_case(drawn.id, other, make_front())
    sign(workspace, audit_id)
    whole = workspace.refresh_round(drawn.id)
    assert [CaseState.SIGNED, CaseState.STARTED] == [whole.state(case), whole.state(other)]
    lines = len(workspace.round_history(drawn.id))
    workspace.refresh_round(drawn.id)
    assert lines == len(workspace.round_history(drawn.id))

    workspace.remove_audit(audit_id)
    assert CaseState.SIGNED is workspace.refresh_round(drawn.id).state(case)
    with pytest.raises(NotAllowedError):
        workspace.start_case(drawn.id, case, make_front())
    (row,) = workspace.rounds()
    clock.move(days=60)
    assert (1, 9) == (row.signed, row.late(clock.now.date()))


def test_a_second_reading_is_not_the_audit_of_the_case(workspace, drawn):
    """It belongs to the round, and leaves the case as it is."""
    front = make_front(case_reference=drawn.sample[0])
    workspace.start_audit(front, ["visits"], links=Links(round=drawn.id, moderates="1" * 32))
    assert CaseState.DRAWN is workspace.refresh_round(drawn.id).state(drawn.sample[0])


def test_a_case_is_replaced_by_the_next_one_until_it_is_begun(workspace, drawn, by):
    """With a reason; once an audit has begun, the case can only be exempt."""
    first, second = drawn.sample[:2]
    with pytest.raises(NotAllowedError):
        workspace.replace_drawn(drawn.id, first, "", by)
    whole, new = workspace.replace_drawn(drawn.id, first, "Sealed file", by)
    assert new in whole.sample
    assert first not in whole.sample
    workspace.start_case(drawn.id, second, make_front())
    with pytest.raises(NotAllowedError, match="begun"):
        workspace.replace_drawn(drawn.id, second, "Sealed file", by)


def test_an_exempt_case_is_not_started(workspace, drawn, by):
    """Nobody expects an audit of it."""
    case = drawn.sample[0]
    workspace.edit_round(
        drawn.id, lambda w: change_progress(w, case, by, exempt_reason="Moved away")
    )
    with pytest.raises(NotAllowedError, match="expected"):
        workspace.start_case(drawn.id, case, make_front())


def test_a_closed_round_stays_as_it_is(workspace, clock, drawn, by):
    """No audit of it is started, nothing follows the audits, and it can be opened again."""
    about = drawn.about.model_copy(update={"closed_at": clock.now})
    workspace.edit_round(drawn.id, lambda w: change_about(w, about, by))
    assert RoundStage.CLOSED is stage(workspace)
    with pytest.raises(NotAllowedError, match="closed"):
        workspace.start_case(drawn.id, drawn.sample[0], make_front())
    workspace.edit_round(drawn.id, lambda w: change_about(w, drawn.about, by))
    assert RoundStage.ALLOCATING is stage(workspace)


def test_a_round_is_deleted_and_its_audits_stay(workspace, drawn):
    """The list of cases is gone from the workspace."""
    workspace.start_case(drawn.id, drawn.sample[0], make_front())
    workspace.remove_round(drawn.id)
    assert ([], 1) == (workspace.rounds(), len(workspace.audits()))
    assert LogKind.ROUND_REMOVED is workspace.logbook()[-1].kind
    with pytest.raises(LedgerDamagedError):
        workspace.round(new_round_id())


def test_a_round_made_by_mistake_is_deleted(workspace, drawn):
    """Where an audit was begun and deleted again as well; the logbook says so."""
    audit_id = workspace.start_case(drawn.id, drawn.sample[0], make_front())
    workspace.refresh_round(drawn.id)
    workspace.close_audit(audit_id)
    workspace.remove_audit(audit_id)
    workspace.remove_unused_round(drawn.id)
    assert [] == workspace.rounds()
    assert LogKind.ROUND_REMOVED is workspace.logbook()[-1].kind


def test_a_round_with_audits_was_no_mistake(workspace, drawn):
    """Be the audit here, or signed off and erased since."""
    begun, signed = (
        workspace.start_case(drawn.id, case, make_front()) for case in drawn.sample[:2]
    )
    sign(workspace, signed)
    workspace.refresh_round(drawn.id)
    for erased in (begun, signed):
        with pytest.raises(NotAllowedError, match="has audits"):
            workspace.remove_unused_round(drawn.id)
        workspace.close_audit(erased)
        workspace.remove_audit(erased)
    with pytest.raises(NotAllowedError, match="has audits"):
        workspace.remove_unused_round(drawn.id)
    assert [drawn.id] == [each.id for each in workspace.rounds()]


def test_what_a_round_holds_on_a_case_is_found(workspace, drawn):
    """Whoever asks what is held on a case gets the rows of the round too."""
    case = drawn.sample[0]
    found = workspace.find_case(case.lower())
    assert [(drawn.id, case, {"cases", "drawn"})] == [
        (each.id, each.case, set(each.held)) for each in found.rounds
    ]
    assert "rounds" in found.record()
    assert workspace.find_case("HX-9999").is_empty


def test_a_case_that_was_taken_off_the_list_is_found(workspace, by):
    """The history of the round still has it."""
    round_id = begin_round(workspace, by)
    give_list(workspace, round_id, by, count=30)
    gone = max(workspace.round(round_id).cases)
    give_list(workspace, round_id, by, count=29)
    assert gone not in workspace.round(round_id).cases
    (found,) = workspace.find_case(gone).rounds
    assert (round_id, gone, {"cases"}) == (found.id, found.case, set(found.held))


def test_a_round_that_cannot_be_read_is_said_not_to_have_been_searched(workspace, drawn):
    """The case may be on its list, and nobody can say."""
    case = drawn.sample[0]
    assert not workspace.find_case(case).has_unread_rounds
    workspace._ledgers.close_all()
    for path in workspace.paths.store.glob(f"ledger-{drawn.id}.*"):
        path.write_bytes(b"damaged")
    found = workspace.find_case(case)
    assert ((), True) == (found.rounds, found.has_unread_rounds)


def test_a_round_says_how_long_its_audits_are_kept(workspace, clock, drawn, by):
    """Its years count for its audits, whatever the settings say of others."""
    about = drawn.about.model_copy(update={"retention_years": 2})
    workspace.edit_round(drawn.id, lambda w: change_about(w, about, by))
    audit_id = workspace.start_case(drawn.id, drawn.sample[0], make_front())
    workspace.start_audit(make_front(), ["visits"])
    clock.move(days=729)
    assert [] == workspace.due_for_deletion()
    clock.move(days=2)
    assert [audit_id] == [row.id for row in workspace.due_for_deletion()]


def test_of_two_audits_of_a_case_the_signed_one_counts(workspace, drawn):
    """Else the one that was started first; an audit of another case or round does not count."""
    case, other = drawn.sample[:2]
    first = workspace.start_case(drawn.id, case, make_front())
    links = Links(round=drawn.id)
    second = workspace.start_audit(make_front(case_reference=case), ["visits"], links=links)
    workspace.start_audit(make_front(case_reference="HX-9999"), ["visits"], links=links)
    workspace.start_audit(make_front(case_reference=other), ["visits"])
    whole = workspace.refresh_round(drawn.id)
    assert first == whole.progress[case].audit
    assert {case} == whole.progress.keys()
    sign(workspace, second)
    assert second == workspace.refresh_round(drawn.id).progress[case].audit


def test_a_round_that_cannot_be_read_is_said_to_be_that(workspace, drawn):
    """Whoever asks what is held on a case hears that one was not searched."""
    workspace._ledgers.close_all()
    for path in workspace.paths.store.glob("ledger-*"):
        held = path.read_bytes()
        path.write_bytes(held[:-64] + bytes(64))
    found = workspace.find_case("HX-0001")
    assert ((), True) == (found.rounds, found.has_unread_rounds)


def test_what_was_signed_off_is_not_given_to_somebody_else(workspace, drawn, auditors, by):
    """Nor is a case that nobody drew."""
    case = drawn.sample[0]
    sign(workspace, workspace.start_case(drawn.id, case, make_front()))
    workspace.refresh_round(drawn.id)
    with pytest.raises(NotAllowedError, match="signed off"):
        workspace.give_cases(drawn.id, [case], auditors[0], "Holiday", by)
    with pytest.raises(NotAllowedError):
        workspace.give_cases(drawn.id, ["HX-9999"], auditors[0], "Holiday", by)
