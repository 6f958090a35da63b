# SPDX-License-Identifier: MPL-2.0
"""Bring rounds of a real workspace to where a test begins."""

from auditapp.insight.sampling import list_digest
from auditapp.model.case_listed import ListRead
from auditapp.model.edits import Author
from auditapp.model.ids import new_record_id
from auditapp.model.round import RoundAuditor, RoundChecklist
from auditapp.model.round_edits import change_plan, give_seed, put_auditor, put_list
from auditapp.model.round_kinds import SampleMethod
from auditapp.model.sample_plan import SamplePlan, Seed
from tests.making_rounds import make_about, make_cases


def begin_round(workspace, by, **about):
    """Begin a round on the checklist of visits; return its id."""
    header = next(each for each in workspace.library.in_use() if each.id == "visits")
    pins = (RoundChecklist(id=header.id, version=header.version, title=header.title),)
    return workspace.start_round(make_about(checklists=pins, **about), by)


def give_list(workspace, round_id, by, count=30):
    """Give a round its list, and a plan for ten cases; the seed is the same in every test."""
    cases = make_cases(count)
    read = ListRead(
        kind="pasted", columns=(), cases=count, sha256=list_digest(cases), by=by.name, at=by.now
    )
    plan = SamplePlan(method=SampleMethod.SIZE, size=10)
    seed = Seed(text="3 17 22 38 41 44", origin="Lottery", by=by.name, at=by.now)
    workspace.edit_round(round_id, lambda whole: give_seed(whole, seed, by))
    workspace.edit_round(round_id, lambda whole: put_list(whole, read, cases, by))
    workspace.edit_round(round_id, lambda whole: change_plan(whole, plan, by))


def draw_listed(workspace, round_id, by):
    """Give a round its list and draw its sample; return the round."""
    give_list(workspace, round_id, by)
    return workspace.draw_sample(round_id, by)


def share_out(workspace, round_id, by, *people):
    """Give the cases of a round that is drawn to ``people``; return the round at work."""
    for person in people or (RoundAuditor(name=by.name),):
        key = new_record_id()
        workspace.edit_round(round_id, lambda w, k=key, p=person: put_auditor(w, k, p, by))
    return workspace.share_out_cases(round_id, by)[0]


def sign(workspace, audit_id):
    """Sign an audit off, complete or not."""
    workspace._sessions.get(audit_id).sign_off(Author("Ana", workspace.clock()))
    workspace.close_audit(audit_id)
