# SPDX-License-Identifier: MPL-2.0
"""Test that a round lives in a ledger: edit by edit, on a real store."""

import time

from auditapp.insight.sampling import draw_round, next_case
from auditapp.insight.sampling_statement import verify_draw
from auditapp.model.ids import new_record_id, new_round_id
from auditapp.model.ledger import LedgerKind
from auditapp.model.round import RoundAuditor
from auditapp.model.round_edits import (
    allocate_cases,
    change_about,
    change_progress,
    put_auditor,
    record_draw,
    replace_case,
)
from auditapp.model.round_tables import ROUND_SPECS, round_from_tables, round_to_puts
from auditapp.sessions.ledger_session import KIND
from tests.making_rounds import LEAD, make_about, make_round

ROW = {KIND: LedgerKind.ROUND.value}


def read(session, round_id):
    """Return the round as its ledger holds it."""
    return round_from_tables(round_id, {table: dict(session.rows(table)) for table in ROUND_SPECS})


def test_a_round_comes_back_from_its_ledger_after_every_edit(workspace):
    """Each edit is one line of history with its few rows; the draw can still be repeated."""
    whole = make_round()
    session = workspace._ledgers.create(new_round_id(), ROW)
    session.change(round_to_puts(whole), "list", LEAD, ROW)
    auditor = new_record_id()
    draw, sample = draw_round(whole, LEAD)
    edits = [
        lambda w: change_about(w, make_about(name="Plans"), LEAD),
        lambda w: record_draw(w, draw, sample.drawn, LEAD),
        lambda w: put_auditor(w, auditor, RoundAuditor(name="Ash"), LEAD),
        lambda w: replace_case(w, w.sample[0], next_case(w, w.sample[0]), "Sealed file", LEAD),
        lambda w: allocate_cases(w, {w.sample[3]: auditor}, LEAD),
        lambda w: change_progress(w, w.sample[3], LEAD, audit="0" * 32),
    ]
    for make in edits:
        edit = make(read(session, whole.id))
        assert session.change(edit.puts, edit.kind, edit.by, ROW)

    found = read(session, whole.id)
    assert ("Plans", 11, 10) == (found.about.name, len(found.drawn), len(found.sample))
    assert verify_draw(found).is_same
    assert [1, 11, 1, 2, 1, 1] == [len(line.changes) for line in session.history[1:]]
    assert ["about", "drawn", "auditor", "replaced", "allocated", "progress"] == [
        line.what for line in session.history[1:]
    ]
    assert session.fault is None


def test_a_change_of_a_large_round_takes_a_moment(workspace):
    """With five thousand cases on the list."""
    whole = make_round(5_000)
    session = workspace._ledgers.create(new_round_id(), ROW)
    session.change(round_to_puts(whole), "list", LEAD, ROW)
    edit = put_auditor(whole, new_record_id(), RoundAuditor(name="Ash"), LEAD)
    start = time.process_time()
    session.change(edit.puts, edit.kind, edit.by, ROW)

    assert time.process_time() - start < 3
