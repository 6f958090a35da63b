# SPDX-License-Identifier: MPL-2.0
"""Test packages and imports that are stopped or cut off, and what goes on beside them."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from auditapp.errors import (
    NotAllowedError,
    SaveFailedError,
    StoppedError,
)
from auditapp.model.exchange import Choice, Purpose
from auditapp.model.history import HistoryKind
from auditapp.model.logbook import LogKind
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, start_audit


def test_an_import_that_was_cut_off_goes_on(desks, monkeypatch):
    """Each audit is a save of its own, and says why it was left; none is done twice."""
    ids = [start_audit(desks.ana.workspace, case_reference=f"HX-{n}") for n in range(3)]
    sent = desks.ana.send(*ids)
    incoming = desks.ben.look(sent)
    write = desks.ben.workspace._write

    def full(here, tables, package):
        if here == ids[1]:
            raise SaveFailedError("The disk is full.")
        write(here, tables, package)

    monkeypatch.setattr(desks.ben.workspace, "_write", full)
    done = desks.ben.workspace.import_package(incoming)
    assert ["", "The disk is full.", "The disk is full."] == [each.why_left for each in done]
    assert {ids[0]} == desks.ben.ids()
    assert "; 1 audit changed" in desks.ben.logged(LogKind.PACKAGE_IMPORTED)[-1].detail

    monkeypatch.undo()
    done = desks.ben.workspace.import_package(incoming)
    assert [False, True, True] == [each.is_changed for each in done]
    assert set(ids) == desks.ben.ids()


def test_an_import_that_is_stopped_says_which_came_in(desks):
    """What was done stays, whole; it goes on from there when it is done again."""
    ids = [start_audit(desks.ana.workspace, case_reference=f"HX-{n}") for n in range(3)]
    incoming = desks.ben.look(desks.ana.send(*ids))
    told = []
    done = desks.ben.workspace.import_package(
        incoming,
        report_progress=lambda *far: told.append(far),
        is_cancelled=lambda: len(told) == 2,
    )
    again = desks.ben.workspace.import_package(incoming)

    assert [(1, 3), (2, 3), (3, 3)] == told
    assert [True, True, False] == [each.is_changed for each in done]
    assert "stopped before this one" in done[2].why_left
    assert [False, False, True] == [each.is_changed for each in again]
    assert set(ids) == desks.ben.ids()


def test_other_work_goes_on_between_two_audits_of_an_import(desks):
    """The workspace is nobody's while one is done and the next is not begun."""
    ids = [start_audit(desks.ana.workspace, case_reference=f"HX-{n}") for n in range(2)]
    incoming = desks.ben.look(desks.ana.send(*ids))
    held = []

    def in_another_thread(*_far):
        with ThreadPoolExecutor(1) as pool:
            held.append(pool.submit(desks.ben.workspace.audits).result(timeout=20))

    desks.ben.workspace.import_package(incoming, report_progress=in_another_thread)

    assert [1, 2] == [len(rows) for rows in held]


def test_an_audit_that_is_opened_meanwhile_is_left(desks):
    """It would be taken from under whoever opened it; the line says so, and the others go on."""
    ids = [start_audit(desks.ana.workspace, case_reference=f"HX-{n}") for n in range(3)]
    desks.ben.workspace.import_package(desks.ben.look(desks.ana.send(*ids)))
    for each in ids:
        desks.ana.sign(each)
        desks.ben.workspace.close_audit(each)
    incoming = desks.ben.look(desks.ana.send(*ids, name="signed"))
    done = desks.ben.workspace.import_package(
        incoming,
        dict.fromkeys(ids, Choice.TAKE),
        report_progress=lambda *_far: desks.ben.workspace.open_audit(ids[1]),
    )

    assert ["", "It is open here. Close it, then take it in again.", ""] == [
        each.why_left for each in done
    ]
    assert [False, True, False] == [desks.ben.audit(each).is_draft for each in ids]


def test_an_import_ends_when_the_workspace_is_locked(desks):
    """What came in by then is whole, and the history of each audit says where it came from."""
    ids = [start_audit(desks.ana.workspace, case_reference=f"HX-{n}") for n in range(2)]
    incoming = desks.ben.look(desks.ana.send(*ids))
    workspace = desks.ben.workspace
    with pytest.raises(NotAllowedError, match="locked meanwhile"):
        workspace.import_package(incoming, report_progress=lambda *_far: workspace.close())
    again = Workspace.unlock(workspace.paths, PASSPHRASE, strength=WEAK, clock=desks.ben.clock)
    desks.ben.workspace = again

    assert {ids[0]} == desks.ben.ids()
    assert HistoryKind.IMPORTED is again.history(ids[0])[-1].kind


def test_looking_into_a_package_says_how_far_it_is(desks):
    """Audit by audit."""
    sent = desks.ana.send(*(start_audit(desks.ana.workspace) for _number in range(2)))
    told = []
    desks.ben.workspace.read_package(
        sent.path, sent.code, report_progress=lambda *far: told.append(far)
    )

    assert [(1, 2), (2, 2)] == told


def test_a_package_that_is_stopped_leaves_no_trace(desks, shared):
    """Neither a file nor a line that says it went out; nor does looking into one."""
    path = desks.ana.folder.parent / "stopped.cfaudit"
    before = desks.ana.workspace.history(shared)
    asked = iter((False, True))
    with pytest.raises(StoppedError, match="not made"):
        desks.ana.workspace.export_package(
            [shared], path, Purpose.MERGE, is_cancelled=lambda: next(asked)
        )
    sent = desks.ana.send(shared, name="again")
    with pytest.raises(StoppedError, match="not opened"):
        desks.ben.workspace.read_package(sent.path, sent.code, is_cancelled=lambda: True)

    assert not path.exists()
    assert before == desks.ana.workspace.history(shared)[:-1]


def test_an_audit_that_is_changed_while_the_file_is_made_is_not_sent(desks, shared):
    """What others would build on is out of date by then."""
    path = desks.ana.folder.parent / "changed.cfaudit"
    with pytest.raises(NotAllowedError, match="changed while the file was made"):
        desks.ana.workspace.export_package(
            [shared],
            path,
            Purpose.MERGE,
            report_progress=lambda *_far: desks.ana.answer(shared, note="Meanwhile."),
        )
    assert not path.exists()
