# SPDX-License-Identifier: MPL-2.0
"""Measure comparing two versions of a checklist, and moving a full draft from one to the other.

The reference is what has to be done first in any case: loading both versions from their bytes.
Between the versions every tenth question was reworded, renamed, moved, given another answer or
retired, more than real revisions do, and every question of the draft is answered.
"""

import json
from collections.abc import Iterator

import yaml

from auditapp.checklist.embedding import pin_with_bytes
from auditapp.checklist.library import LoadedChecklist, load_bytes
from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.models import Checklist
from auditapp.checklist.revision.compare import compare
from auditapp.checklist.revision.moving import migration_edit
from auditapp.checklist.revision.planning import plan
from auditapp.model.answer import Answer
from auditapp.model.audit import Audit
from auditapp.model.edits import Author, row_changes
from auditapp.model.ids import question_key
from auditapp.model.tables import apply
from tests.benchmarks.figure import Figure, median_ratio
from tests.making import Clock, make_audit

SECTIONS = 50
PER_SECTION = 40
NOTE = "The visit record of 3 October quotes the child twice, and the plan answers both."
ANSWERS = [
    {"id": "shown", "text": "Yes, recent records show it"},
    {"id": "unsure", "text": "Probably, but the records are too thin to be sure"},
]


def figures() -> Iterator[Figure]:
    """Yield the two figures."""
    versions = [_file(is_revised=each) for each in (False, True)]

    def load() -> list[Checklist]:
        """Load from the bytes; ``load_bytes`` would remember what it read."""
        return [checked_checklist(data, "long.yaml") for data in versions]

    old, new = (load_bytes(data, "long.yaml") for data in versions)
    ratio = median_ratio(lambda: compare(old.checklist, new.checklist), load, rounds=7)
    yield Figure("comparing two versions of 2,000 questions, against loading them", ratio, 1.0)
    audit = _full_draft(old)
    ratio = median_ratio(lambda: _move(audit, old, new), load, rounds=7)
    yield Figure("moving a draft of 2,000 answers, against loading both versions", ratio, 1.0)


def _move(audit: Audit, old: LoadedChecklist, new: LoadedChecklist) -> Audit:
    """Plan the move and carry it out, with its line of history."""
    by = Author("R. Okafor", audit.created_at)
    made = plan(audit, old.checklist, new.checklist)
    edit = migration_edit(audit, made, pin_with_bytes(new), by)
    row_changes(audit, edit.puts)
    return apply(audit, edit.puts)


def _full_draft(old: LoadedChecklist) -> Audit:
    answers = {
        question_key(old.checklist.id, question.id): Answer(
            value="unsure", note=NOTE, changed_at=Clock().now, changed_by="R. Okafor"
        )
        for question in old.checklist.questions
    }
    return make_audit([old.checklist]).model_copy(update={"answers": answers})


def _file(*, is_revised: bool) -> bytes:
    numbers = range(SECTIONS * PER_SECTION)
    sections = [
        {
            "id": f"section-{first}",
            "title": f"What the file says about the child, part {first}",
            "grade": "practice" if first == 0 else "none",
            "questions": [
                _question(number, is_revised=is_revised)
                for number in range(first, first + PER_SECTION)
            ],
        }
        for first in numbers[::PER_SECTION]
    ]
    sections[0]["questions"].append(_rating())
    checklist = {
        "schema": "checklist/1",
        "id": "long",
        "version": "2.0" if is_revised else "1.0",
        "status": "active",
        "title": "A checklist to be measured",
        "purpose": "Has as many questions as a benchmark wants.",
        "licence": "OGL-UK-3.0",
        "sections": sections,
    }
    # Through JSON and back: the same object twice would be written as an anchor, which is refused.
    return yaml.safe_dump(json.loads(json.dumps(checklist)), sort_keys=False).encode()


def _rating() -> dict:
    looks_like = {"met": "All.", "partly_met": "Some.", "not_met": "None."}
    return _plain("R") | {"kind": "rating", "scale": "compliance", "looks_like": looks_like}


def _question(number: int, *, is_revised: bool) -> dict:
    question = _plain(f"Q{number}") | {"kind": "choice", "answers": ANSWERS}
    if not is_revised:
        return question
    changed = {
        0: {"text": f"Was the child seen on their own, and was the reason right? ({number})"},
        1: {"id": f"N{number}", "renamed_from": [f"Q{number}"]},
        2: {"answers": [*ANSWERS, {"id": "none", "text": "No"}]},
        3: {"retired": True},
        4: {"answers": [ANSWERS[0], ANSWERS[1] | {"text": "Perhaps"}]},
    }
    return question | changed.get(number % 10, {})


def _plain(name: str) -> dict:
    return {
        "id": name,
        "text": f"Was the child seen alone, and if not, is there a good reason? ({name})",
        "hint": "Look at the last six visits; “alone” means out of the hearing of their carers.",
        "sources": ["hull-2015 para 53"],
        "where": ["Last six visit records", "Statutory visit forms"],
        "good": ["Time alone is the normal thing, and the child may say where and with whom."],
        "shortfall": ["The child is seen only with a parent or carer in the room."],
    }
