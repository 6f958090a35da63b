# SPDX-License-Identifier: MPL-2.0
"""Fixtures for tests of moving drafts to a revised checklist."""

import json

import pytest

from auditapp.model.answer import Evidence
from auditapp.model.edits import change_answer
from auditapp.paths import PROGRAM
from tests.making import start_audit

KEY = "visits/VS2"

OLD_TEXT = "Was the child seen alone, and where they were not, is there a good reason?"

NEW_TEXT = "Was the child seen alone whenever that was possible?"

CHANGES = [
    ('version: "1.0"', 'version: "2.0"'),
    (OLD_TEXT, NEW_TEXT),
    ("      - id: VS4-words\n", "      - id: VS4-said\n        renamed_from: [VS4-words]\n"),
    ("      - id: VS4-tools\n", "      - id: VS4-tools\n        retired: true\n"),
]


def revised_text(*changes):
    """Return the shipped visits checklist with texts put in place of others."""
    text = (PROGRAM / "checklists" / "visits.yaml").read_text(encoding="utf-8")
    for old, new in changes or CHANGES:
        assert old in text
        text = text.replace(old, new, 1)
    return text


@pytest.fixture
def read(workspace, tmp_path):
    """Return a function that reads a revision of the visits checklist."""

    def make(*changes):
        path = tmp_path / "revised.yaml"
        path.write_text(revised_text(*changes), encoding="utf-8")
        return workspace.read_revision(path)

    return make


@pytest.fixture
def answer(workspace, by):
    """Return a function that answers questions of an audit."""

    def give(audit_id, **values):
        for name, fields in values.items():
            audit = workspace.open_audit(audit_id)
            key = f"visits/{name.replace('_', '-')}"
            workspace.commit(audit_id, change_answer(audit, key, by, **fields))

    return give


@pytest.fixture
def draft(workspace, answer):
    """Return a draft with one answer for each state."""
    audit_id = start_audit(workspace, "chronology", "visits")
    answer(
        audit_id,
        VS2={"value": "not_met", "note": "Twice.", "evidence": (Evidence(document="Visit 1"),)},
        VS3_count={"value": 4},
        VS4_tools={"value": ("play", "talk"), "note": "In May."},
        VS4_words={"value": "She likes school."},
    )
    return audit_id


def stored(workspace, audit_id):
    """Return the tables of an audit as its file holds them, whatever the order of their rows."""
    tables = workspace._sessions.get(audit_id)._file.read().tables
    return json.dumps({name: rows for name, rows in tables.items() if rows}, sort_keys=True)


def reopened(workspace, audit_id):
    """Return the audit as the disk has it."""
    workspace.close_audit(audit_id)
    return workspace.open_audit(audit_id)
