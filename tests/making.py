# SPDX-License-Identifier: MPL-2.0
"""Make the records that tests are about, each with only what the test wants different."""

import datetime as dt
import shutil
from dataclasses import replace

from auditapp.checklist.models import Checklist
from auditapp.judgement.compiled import compile_checklist
from auditapp.judgement.outline import read_outline
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.edits import Author, change_answer
from auditapp.model.front_sheet import Cohort, FrontSheet
from auditapp.model.ids import new_audit_id
from auditapp.model.tables import apply
from auditapp.paths import find_paths
from auditapp.standards import load_standards
from auditapp.store.keys import Argon2Strength
from auditapp.workspace import Workspace

PASSPHRASE = "correct horse battery staple"
WEAK = Argon2Strength(memory_kib=8 * 4, passes=1, lanes=4)
"""As little work as Argon2 allows, so that a test does not wait for it."""

ALL_FOUR = ("chronology", "life-story", "pathway", "visits")


class Clock:
    """Tell a time that only moves when the test says so."""

    def __init__(self, now=dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)):
        self.now = now

    def __call__(self):
        """Return the time."""
        return self.now

    def move(self, **by):
        """Let time pass."""
        self.now += dt.timedelta(**by)


def make_front(**changes):
    """Make a front sheet of a child in care, aged 16, and change what the test is about."""
    fields = {
        "case_reference": "HX-2047",
        "auditor": "R. Okafor",
        "age_band": "16-17",
        "cohorts": (Cohort.CHILD_IN_CARE, Cohort.CARE_16_PLUS),
        "legal_status": "care_order",
        "team": "Children in care, north",
        "worker_code": "SW-14",
        "period_from": dt.date(2025, 11, 1),
        "period_to": dt.date(2026, 10, 31),
        "judged_from": dt.date(2026, 5, 1),
    }
    return FrontSheet.model_validate(fields | changes)


def edited_checklists(folder, name, old, new):
    """Copy what is shipped, with ``new`` for ``old`` in one file; return the folder of the copy."""
    copied = shutil.copytree(find_paths().checklists, folder / "checklists")
    text = (copied / name).read_text("utf-8")
    assert old in text
    (copied / name).write_text(text.replace(old, new, 1), "utf-8")
    return copied


def make_workspace(folder, clock=None, checklists=None):
    """Make a workspace in ``folder`` and leave it unlocked; ``checklists``: their own folder."""
    paths = find_paths(folder)
    workspace, _recovery_key = Workspace.create(
        replace(paths, checklists=checklists or paths.checklists),
        PASSPHRASE,
        strength=WEAK,
        clock=clock or Clock(),
    )
    return workspace


def start_audit(workspace, *checklists, **front):
    """Start an audit on ``checklists`` and return its id."""
    return workspace.start_audit(make_front(**front), checklists or ("visits",))


def make_audit(checklists=(), **front):
    """Make a draft audit in memory, with nothing answered."""
    return Audit(
        id=new_audit_id(),
        created_at=Clock().now,
        front=make_front(**front),
        checklists=[
            ChecklistPin(id=each.id, version=each.version, sha256="0" * 64, title=each.title)
            for each in checklists
        ],
    )


def make_checklist(*questions, caps=(), cohorts=(), agencies=(), **section):
    """Make a checklist ``sample`` with one section ``only``; a question is a dict of its keys."""
    fields = {"id": "only", "title": "The only section"} | section
    data = {
        "schema": "checklist/1",
        "id": "sample",
        "version": "1.0",
        "status": "active",
        "title": "Sample",
        "purpose": "Tests a rule.",
        "licence": "OGL-UK-3.0",
        "cohorts": cohorts,
        "agencies": agencies,
        "sections": [fields | {"questions": [_question(each) for each in questions]}],
        "caps": caps,
    }
    return Checklist.model_validate(data)


def make_outline(checklist, answers=(), *, standards=None, **changes):
    """Work out the outline of an audit of ``checklist``; ``answers``: question id to fields."""
    by = Author("R. Okafor", Clock().now)
    front = changes.pop("front", {})
    audit = make_audit([checklist], **front)
    for question_id, fields in dict(answers).items():
        edit = change_answer(audit, f"sample/{question_id}", by, **fields)
        audit = apply(audit, edit.puts)
    audit = audit.model_copy(update=changes)
    return read_outline(audit, [compile_checklist(checklist)], standards or make_standards())


def make_standards(**local):
    """Return the shipped timescale rules, with a council's own choices."""
    return load_standards(find_paths().checklists, local)


def _question(fields):
    plain = {"kind": "rating", "text": "Is it there?", "sources": ["hull-2015 rec 7"]}
    if fields.get("kind", "rating") == "rating":
        plain["scale"] = "compliance"
    return plain | fields
