# SPDX-License-Identifier: MPL-2.0
"""Test rounds through the workspace, on a real store: from the list to the last audit."""

import datetime as dt
from contextlib import closing

import pytest

from auditapp.errors import NotAllowedError, SamplingError
from auditapp.model.edits import Author
from auditapp.model.ids import new_record_id
from auditapp.model.logbook import LogKind
from auditapp.model.round import RoundAuditor
from auditapp.model.round_edits import change_about, put_auditor
from auditapp.workspace import Workspace
from tests.auditapp.operations.round_fixtures import by, clock, round_id, stage, workspace
from tests.making import PASSPHRASE
from tests.making_rounds import make_about
from tests.working_rounds import give_list

__all__ = ["by", "clock", "round_id", "workspace"]


def test_a_round_is_listed_by_stages_and_comes_back_after_a_restart(workspace, round_id, by):
    """The list knows each stage without opening the round, and so does the next sitting."""
    stages = [stage(workspace)]
    give_list(workspace, round_id, by)
    stages.append(stage(workspace))
    whole = workspace.draw_sample(round_id, by)
    stages.append(stage(workspace))
    key = new_record_id()
    workspace.edit_round(round_id, lambda w: put_auditor(w, key, RoundAuditor(name="Ana"), by))
    workspace.share_out_cases(round_id, by)
    stages.append(stage(workspace))
    assert ["listing", "drawing", "allocating", "underway"] == stages

    paths, clock = workspace.paths, workspace.clock
    workspace.close()
    with closing(Workspace.unlock(paths, PASSPHRASE, clock=clock)) as again:
        (row,) = again.rounds()
        assert (whole.id, 30, 10, 0) == (row.id, row.listed, row.sample, row.signed)
        assert whole.drawn == again.round(round_id).drawn


def test_the_seed_is_there_before_the_list(workspace, round_id):
    """It is made by chance when the round is begun, another one each time."""
    other = workspace.start_round(make_about(), Author("QA lead", workspace.clock()))
    seeds = {workspace.round(each).seed.text for each in (round_id, other)}
    assert 2 == len(seeds)
    assert {16} == {len(each) for each in seeds}


def test_the_logbook_names_a_round_as_people_do(workspace, round_id, by):
    """By its name of today, and by nothing where it is gone: an id means nothing to anybody."""
    give_list(workspace, round_id, by)
    workspace.draw_sample(round_id, by)
    renamed = make_about(name="Winter round")
    workspace.edit_round(round_id, lambda whole: change_about(whole, renamed, by))
    told = [(line.kind, line.note) for line in workspace.log_lines()[-2:]]
    assert [(LogKind.ROUND_MADE, "Winter round"), (LogKind.ROUND_DRAWN, "Winter round")] == told
    workspace.remove_round(round_id)
    assert not any(round_id in line.note for line in workspace.log_lines())
    assert "" == workspace.log_lines()[-1].note


def test_a_round_does_not_end_before_it_begins(workspace, round_id, by):
    """Neither when it is begun nor when it is changed."""
    wrong = make_about(last=dt.date(2026, 10, 1))
    with pytest.raises(NotAllowedError):
        workspace.start_round(wrong, by)
    with pytest.raises(NotAllowedError):
        workspace.edit_round(round_id, lambda w: change_about(w, wrong, by))
    assert [round_id] == [row.id for row in workspace.rounds()]


def test_nothing_is_drawn_without_a_plan(workspace, round_id, by):
    """The list alone does not say how many."""
    with pytest.raises(SamplingError):
        workspace.draw_sample(round_id, by)
