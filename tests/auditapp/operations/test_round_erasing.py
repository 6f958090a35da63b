# SPDX-License-Identifier: MPL-2.0
"""Test that a case goes from a round with every word on it, and the draw is explained still."""

import datetime as dt
from contextlib import closing

import pytest

from auditapp.errors import NotAllowedError, SaveFailedError
from auditapp.insight.sampling import next_case
from auditapp.insight.sampling_statement import statement_of, verify_draw
from auditapp.insight.statement_words import check_words, statement_lines
from auditapp.model.ids import new_record_id
from auditapp.model.ledger import ledger_fault
from auditapp.model.logbook import LogKind
from auditapp.model.round import RoundAuditor
from auditapp.model.round_edits import change_progress, exclude, give_seed, put_auditor, put_list
from auditapp.model.round_kinds import CaseState
from auditapp.model.sample_plan import Seed
from auditapp.store.sealed_folder import SealedFolder
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, make_front
from tests.making_rounds import make_cases
from tests.working_rounds import begin_round, draw_listed, give_list, sign

WHY = "The family asked for it."


@pytest.fixture
def drawn(workspace, by):
    """Return a round with a drawn sample and an auditor who knows its first case."""
    round_id = begin_round(workspace, by)
    whole = draw_listed(workspace, round_id, by)
    auditor = RoundAuditor(name="Ben", conflicts=(whole.sample[1].lower(), "HX-9999"))
    return workspace.edit_round(round_id, lambda w: put_auditor(w, new_record_id(), auditor, by))


def all_words(workspace, round_id):
    """Return everything that a round and its history hold, as text."""
    lines = (line.model_dump_json() for line in workspace.round_history(round_id))
    return workspace.round(round_id).model_dump_json() + "".join(lines)


def test_no_row_and_no_line_names_the_case_any_more(workspace, by, drawn):
    """Nor what somebody typed, in another spelling; and the chain holds."""
    case, round_id = drawn.sample[1], drawn.id
    workspace.edit_round(
        round_id, lambda w: change_progress(w, case, by, late_reason=f"{case} is sealed")
    )
    workspace.replace_drawn(round_id, drawn.sample[0], f"Moved, see {case.replace('-', ' ')}", by)
    assert case in all_words(workspace, round_id)

    whole, code = workspace.erase_case(round_id, case, WHY, by)

    words = all_words(workspace, round_id).casefold()
    for spelling in (case, case.replace("-", " ")):
        assert spelling.casefold() not in words
    assert "sealed" not in words
    assert whole == workspace.round(round_id)
    assert ("erased-1", CaseState.EXEMPT) == (code, whole.state(code))
    assert {"hx-9999"} < {c.casefold() for a in whole.auditors.values() for c in a.conflicts}
    assert ledger_fault(workspace.round_history(round_id)) is None
    assert LogKind.ROUND_CASE_ERASED is workspace.logbook()[-1].kind


def test_nothing_of_it_is_left_after_the_workspace_was_closed(workspace, by, drawn):
    """What is read from the disk is what was left; the search finds nothing."""
    case = drawn.sample[0]
    paths = workspace.paths
    workspace.erase_case(drawn.id, case, WHY, by)
    workspace.close()
    with closing(Workspace.unlock(paths, PASSPHRASE, strength=WEAK)) as again:
        assert case not in all_words(again, drawn.id)
        assert () == again.find_case(case).rounds
        assert ledger_fault(again.round_history(drawn.id)) is None


def test_the_draw_is_explained_and_checked_still(workspace, by, drawn):
    """A drawn case, one that was not drawn and one left out are missing; all others fit."""
    spare = next(case for case in drawn.cases if case not in drawn.drawn)
    for case in (drawn.sample[3], spare):
        whole, _code = workspace.erase_case(drawn.id, case, WHY, by)

    check = verify_draw(whole)
    assert (True, False) == (check.is_same, check.is_same_list)
    assert check_words(check)[0].startswith("2 cases of the list were erased since")
    lines = dict(statement_lines(statement_of(whole)))
    assert lines["erased-2: a case that was erased"].endswith(WHY)
    assert 10 == len(whole.sample)


def test_the_draw_is_checked_against_the_list_as_it_was(workspace, by, drawn):
    """Whoever has that list can see that nothing else was changed."""
    whole, _code = workspace.erase_case(drawn.id, drawn.sample[3], WHY, by)
    assert verify_draw(whole, drawn.cases).is_same
    others = {key: each for key, each in drawn.cases.items() if key != drawn.sample[5]}
    assert not verify_draw(whole, others).is_same


def test_the_next_case_takes_the_place_of_an_erased_one(workspace, by, drawn):
    """It is the same one as if nothing had been erased, with its place in the order."""
    expected = next_case(drawn, drawn.sample[2])
    whole, code = workspace.erase_case(drawn.id, drawn.sample[2], WHY, by)
    assert expected == next_case(whole, code)
    _whole, new = workspace.replace_drawn(drawn.id, code, "It was erased", by)
    assert expected[0] == new


def test_a_signed_case_stays_signed_without_its_audit(workspace, by, drawn):
    """What was done counts; nothing leads from the round to the audit any more."""
    case = drawn.sample[0]
    sign(workspace, workspace.start_case(drawn.id, case, make_front()))
    workspace.refresh_round(drawn.id)
    whole, code = workspace.erase_case(drawn.id, case, WHY, by)
    assert CaseState.SIGNED is whole.state(code)
    assert whole.progress[code].audit is None
    assert whole == workspace.refresh_round(drawn.id)


def test_before_the_draw_nothing_stays(workspace, by):
    """Nothing has to be explained yet, but that a case was erased is on record."""
    round_id = begin_round(workspace, by)
    give_list(workspace, round_id, by)
    workspace.edit_round(round_id, lambda w: exclude(w, ["HX-0003"], "Sealed", by))
    whole, code = workspace.erase_case(round_id, "HX-0003", WHY, by)
    assert (29, {}, [code]) == (len(whole.cases), whole.exclusions, list(whole.erased))


def test_what_was_on_an_earlier_list_is_erased_too(workspace, by):
    """The history still had it."""
    round_id = begin_round(workspace, by)
    give_list(workspace, round_id, by)
    whole = workspace.round(round_id)
    workspace.edit_round(round_id, lambda w: put_list(w, whole.listed, make_cases(29), by))
    assert "HX-0029" in all_words(workspace, round_id)
    workspace.erase_case(round_id, "HX-0029", WHY, by)
    assert "HX-0029" not in all_words(workspace, round_id)


@pytest.mark.parametrize(
    ("case", "reason"), [("HX-0001", " "), ("HX-0001", "As hx 0001 asked"), ("HX-4711", WHY)]
)
def test_it_wants_a_reason_that_names_nobody_and_a_case_that_is_there(
    workspace, by, drawn, case, reason
):
    """And changes nothing otherwise."""
    before = workspace.round(drawn.id)
    with pytest.raises(NotAllowedError):
        workspace.erase_case(drawn.id, case, reason, by)
    assert before == workspace.round(drawn.id)


def test_an_erased_case_stays_as_it_is(workspace, by, drawn):
    """Nobody expects it, is given it, or erases it again."""
    _whole, code = workspace.erase_case(drawn.id, drawn.sample[0], WHY, by)
    with pytest.raises(NotAllowedError):
        workspace.edit_round(drawn.id, lambda w: change_progress(w, code, by, exempt_reason=""))
    with pytest.raises(NotAllowedError):
        workspace.erase_case(drawn.id, code, WHY, by)
    shared, _sharing = workspace.share_out_cases(drawn.id, by)
    assert code not in shared.allocations


def test_an_altered_history_is_not_sealed_anew(workspace, by, drawn):
    """Erasing would hide that somebody altered it."""
    session = workspace._round_session(drawn.id)
    session._history[2] = session._history[2].model_copy(update={"by": "Mallory"})
    with pytest.raises(NotAllowedError, match="altered"):
        workspace.erase_case(drawn.id, drawn.sample[0], WHY, by)


def test_a_full_disk_changes_nothing(workspace, by, drawn, monkeypatch):
    """The round stays as it was, and the person is told."""

    def refuse(*_args):
        raise SaveFailedError("The disk is full.", "Free some space.")

    with monkeypatch.context() as full:
        full.setattr(SealedFolder, "save", refuse)
        with pytest.raises(SaveFailedError):
            workspace.erase_case(drawn.id, drawn.sample[0], WHY, by)
    assert drawn == workspace.round(drawn.id)


def test_cases_are_due_on_another_day_for_a_reason(workspace, by, drawn):
    """Several at once; not before the round, and not once they are signed off."""
    due, some = dt.date(2027, 1, 15), drawn.sample[:2]
    whole = workspace.change_due(drawn.id, some, due, "The court has the file", by)
    assert {due} == {whole.due(case) for case in some}
    assert "The court has the file" == whole.progress[some[0]].due_reason
    with pytest.raises(NotAllowedError):
        workspace.change_due(drawn.id, some, dt.date(2020, 1, 1), "Earlier", by)
    with pytest.raises(NotAllowedError):
        workspace.change_due(drawn.id, some, due, " ", by)
    seed = Seed(text="1", by=by.name, at=by.now)
    with pytest.raises(NotAllowedError):
        workspace.edit_round(drawn.id, lambda w: give_seed(w, seed, by))
