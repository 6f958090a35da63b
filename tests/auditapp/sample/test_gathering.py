# SPDX-License-Identifier: MPL-2.0
"""What is gathered is saved in one go, and nothing is taken that could not be."""

import pytest

from auditapp.judgement.compiled import compile_checklist
from auditapp.model.records import Put
from auditapp.model.tables import to_puts
from auditapp.sample.aftermath import Reading
from auditapp.sample.gathering import GatheredFile, GatheringSession, created
from auditapp.sample.plans import SampleOrder, plan_audit
from auditapp.store.signed_lock import LockChange
from tests.auditapp.sample.conftest import DAY
from tests.making import make_audit, make_checklist


@pytest.fixture
def saved():
    """Return what was saved so far."""
    return []


CHECKLIST = make_checklist({"id": "Q1"})


@pytest.fixture
def file(saved):
    """Return the gathered file of an audit in which nothing is answered."""
    audit = make_audit([CHECKLIST])
    return GatheredFile(to_puts(audit), created(audit), lambda *what: saved.append(what))


@pytest.fixture
def session(file, standards):
    """Return a session of that audit."""
    return GatheringSession(file, [compile_checklist(CHECKLIST)], standards)


def test_changes_of_one_row_are_saved_as_the_last_of_them(file, saved):
    """The history keeps each; the table keeps how it ended."""
    for number in (1, 2):
        put = Put("overall", "1", {"summary": str(number)})
        file.commit([put], [{"seq": number}], replace_last=False, row={})
    file.save({"row": 1})
    puts, history, row, lock = saved[0]
    assert ["2"] == [put.record["summary"] for put in puts if put.table == "overall"]
    assert [1, 2] == [line["seq"] for line in history[1:]]
    assert {"row": 1} == row
    assert LockChange.NONE is lock


def test_the_lock_is_changed_once_in_each_save(file):
    """Signing and amending in one save would hide what was signed."""
    file.commit([], [], replace_last=False, row={}, lock=LockChange.SIGN)
    with pytest.raises(ValueError, match="saved first"):
        file.commit([], [], replace_last=False, row={}, lock=LockChange.AMEND)


def test_a_line_is_never_replaced(file):
    """Nobody types in an invented audit."""
    with pytest.raises(ValueError, match="saved first"):
        file.commit([], [], replace_last=True, row={})


def test_closing_a_session_forgets_what_is_held(session, file, saved):
    """What is not saved by then is not wanted."""
    session.restore_if_gone()
    session.close()
    file.save({})
    assert ([], [], {}, LockChange.NONE) == saved[0]


def test_a_draft_has_no_aftermath(session):
    """There is no day of a sign-off to go on from."""
    reading = Reading(plan_audit(SampleOrder(1, 1, DAY), 0), session)
    with pytest.raises(ValueError, match="draft"):
        _ = reading.signed_on
