# SPDX-License-Identifier: MPL-2.0
"""Make a checklist of as many questions as a benchmark wants, and answer all of them."""

from pathlib import Path

import yaml

from auditapp.checklist.models import QuestionKind
from auditapp.model.edits import Author, Edit, change_answer
from auditapp.model.history import HistoryKind
from auditapp.standards import BANK_HOLIDAYS, LOCAL_NAMES, RULES
from auditapp.workspace import Workspace

PER_SECTION = 20


def write_library(folder: Path, sections: int) -> None:
    """Write a checklist of so many sections, and what every library has beside it."""
    checklist = {
        "schema": "checklist/1",
        "id": "long",
        "version": "1.0",
        "status": "active",
        "title": "A checklist to be measured",
        "purpose": "Has as many questions as a benchmark wants.",
        "licence": "OGL-UK-3.0",
        "sections": [
            {
                "id": f"section-{section}",
                "title": f"What the file says about the child, part {section}",
                "grade": "practice",
                "questions": [_question(section, number) for number in range(PER_SECTION)],
            }
            for section in range(sections)
        ],
    }
    folder.mkdir(parents=True)
    (folder / "long.yaml").write_text(yaml.safe_dump(checklist), encoding="utf-8")
    shipped = Path(__file__).parents[2] / "checklists"
    for name in (RULES, BANK_HOLIDAYS, LOCAL_NAMES):
        (folder / name).write_bytes((shipped / name).read_bytes())


def _question(section: int, number: int) -> dict:
    """Return a question; every third is a choice and every third a text, the others ratings."""
    question = {
        "id": f"Q{section}-{number}",
        "text": f"Was the child seen alone, and if not, is there a good reason? ({number})",
        "hint": "Look at the last six visits; “alone” means out of the hearing of their carers.",
        "sources": ["hull-2015 para 53"],
        "where": ["Last six visit records", "Statutory visit forms"],
        "good": [
            "Time alone is the normal thing, and the child may say where and with whom.",
            "A visit without time alone is rare, and its reason is written down and makes sense.",
        ],
        "shortfall": ["The child is seen only with a parent or carer in the room."],
    }
    if number % 3 == 0:
        answers = [
            {"id": "shown", "text": "Yes, recent records show it"},
            {"id": "unsure", "text": "Probably, but the records are too thin to be sure"},
        ]
        return question | {"kind": "choice", "answers": answers}
    if number % 3 == 1:
        return question | {"kind": "text"}
    looks_like = {
        "met": "Alone at nearly all of the last six visits; each exception has a good reason.",
        "partly_met": "Alone at about half of the visits, or the reasons are thin.",
        "not_met": "Hardly ever or never alone, and no reason that stands up.",
    }
    return question | {"kind": "rating", "scale": "compliance", "looks_like": looks_like}


def answer_everything(workspace: Workspace, audit_id: str) -> None:
    """Answer every question of an audit on it, with a note."""
    values = {
        QuestionKind.CHOICE: "unsure",
        QuestionKind.TEXT: "She was seen at school on 3 October.",
        QuestionKind.RATING: "partly_met",
    }
    audit = workspace.open_audit(audit_id)
    by = Author("R. Okafor", workspace.clock())
    puts = [
        put
        for asked in workspace.outline(audit).questions
        for put in change_answer(
            audit, asked.key, by, value=values[asked.question.kind], note="Seen in both records."
        ).puts
    ]
    workspace.commit(audit_id, Edit(HistoryKind.ANSWER, by, tuple(puts)))
