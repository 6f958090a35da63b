# SPDX-License-Identifier: MPL-2.0
"""Make two versions of a small checklist, and a draft that was answered with the first."""

from auditapp.checklist.models import Checklist
from auditapp.checklist.revision.moving import moved_audit
from auditapp.checklist.revision.planning import plan
from auditapp.model.answer import Answer
from auditapp.model.audit import ChecklistPin
from tests.making import make_audit

LOOKS_LIKE = {"met": "All.", "partly_met": "Some.", "not_met": "None."}
CHOICE = [{"id": "yes", "text": "Yes"}, {"id": "no", "text": "No"}, {"id": "once", "text": "Once"}]


def make_version(*questions, version="1.0", sections=None, **head):
    """Make a version of the checklist ``sample``; a question is a dict of what is special in it."""
    held = sections or {"only": questions}
    data = {
        "schema": "checklist/1",
        "id": "sample",
        "version": version,
        "status": "active",
        "title": "Sample",
        "purpose": "Tests a rule.",
        "licence": "OGL-UK-3.0",
        "sections": [
            {
                "id": section,
                "title": f"Section {section}",
                "questions": [_question(each) for each in some],
            }
            for section, some in held.items()
        ],
    }
    return Checklist.model_validate(data | head)


def declare(meaning, *questions, version="2.0"):
    """Return the ``changes`` that declare what a version did to the meaning of questions."""
    what = dict.fromkeys(questions, meaning)
    return [{"version": version, "on": "2026-11-01", "summary": "Some.", "questions": what}]


def draft(checklist, **answers):
    """Return a draft with ``answers``: a question's id and the fields of its answer."""
    given = {f"sample/{name}": Answer(**fields) for name, fields in answers.items()}
    return make_audit([checklist]).model_copy(update={"answers": given})


def pin_of(checklist, sha256="1" * 64):
    """Return a pin for a checklist in memory."""
    return ChecklistPin(
        id=checklist.id, version=checklist.version, sha256=sha256, title=checklist.title
    )


def move(audit, old, new):
    """Return the draft after its move."""
    return moved_audit(audit, plan(audit, old, new), pin_of(new))


def outcome(before, after, answer, changes=(), *, old_head=None, **new_head):
    """Return what becomes of the one answer to a question: its fate."""
    old = make_version(before, **(old_head or {}))
    new = make_version(*_listed(after), version="2.0", changes=changes, **new_head)
    (fate,) = plan(draft(old, **{before["id"]: answer}), old, new).fates
    return fate


def _listed(questions):
    return questions if isinstance(questions, list) else [questions]


def _question(fields):
    plain = {"kind": "rating", "text": "Is it there?", "sources": ["hull-2015 rec 7"]}
    if fields.get("kind", "rating") == "rating":
        plain |= {"scale": "compliance", "looks_like": LOOKS_LIKE}
    if fields.get("kind") in ("choice", "choices"):
        plain["answers"] = CHOICE
    return plain | fields
