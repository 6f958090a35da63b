# SPDX-License-Identifier: MPL-2.0
"""Test moving a draft to another version of a checklist from the command line."""

import json

import pytest

from auditapp.commands.conventions import WrongUseError
from auditapp.errors import (
    AuditLockedError,
    ChecklistInvalidError,
    ChoiceNeededError,
)
from auditapp.model.edits import Author, change_answer
from auditapp.paths import PROGRAM
from tests.making import start_audit

SHIPPED = PROGRAM / "checklists" / "visits.yaml"


@pytest.fixture
def revised(tmp_path):
    """Return the path of a version of the visits checklist in which a question is reworded."""
    text = SHIPPED.read_text(encoding="utf-8").replace('version: "1.0"', 'version: "2.0"')
    path = tmp_path / "revised.yaml"
    text = text.replace("text: Was the child seen alone,", "text: Was the child on their own,")
    path.write_text(
        text.replace("- id: VS4-words", "- id: VS4-said\n        renamed_from: [VS4-words]")
    )
    return path


@pytest.fixture
def audit_id(change_workspace):
    """Return a draft in which two questions are answered."""

    def start(workspace):
        audit_id = start_audit(workspace)
        by = Author("R. Okafor", workspace.clock())
        for key, value in (("visits/VS2", "met"), ("visits/VS4-words", "\x9b31mSchool.")):
            audit = workspace.open_audit(audit_id)
            workspace.commit(audit_id, change_answer(audit, key, by, value=value))
        return audit_id

    return change_workspace(start)


def version_of(change_workspace, audit_id):
    """Return the version that an audit uses."""
    audit = change_workspace(lambda workspace: workspace.open_audit(audit_id))
    return audit.checklists[0].version


def test_the_plan_is_said_and_nothing_is_changed(typed, change_workspace, audit_id, revised):
    """A line for each answer, the counts, and how to go on."""
    assert (
        0,
        [
            "VS2: to confirm. The question was reworded.",
            "VS4-words: kept as VS4-said. The question has another id now.",
            "visits 1.0 to 2.0: 1 kept, 1 to confirm, 0 set aside.",
            "Nothing was changed. Add --apply to move the draft.",
        ],
    ) == typed(f"audit migrate {audit_id} --to {revised}")
    assert "1.0" == version_of(change_workspace, audit_id)


def test_a_case_reference_does_as_well(typed, audit_id, revised):
    """As it does for a report, or the history."""
    assert typed(f"audit migrate {audit_id} --to {revised}") == typed(
        f"audit migrate hx-2047 --to {revised}"
    )


def test_the_draft_is_moved_when_asked(typed, change_workspace, audit_id, revised):
    """Once: a second time there is nothing to do."""
    code, lines = typed(f"audit migrate {audit_id} --to {revised} --apply --accept-unsigned")

    assert (0, "The draft was moved. Undo in the open audit takes it back.") == (code, lines[-1])
    assert "2.0" == version_of(change_workspace, audit_id)
    code, lines = typed(f"audit migrate {audit_id} --to {revised} --apply --accept-unsigned")
    assert (0, "The draft uses this version already; there is nothing to do.") == (code, lines[-1])


def test_an_unsigned_file_wants_a_choice(typed, change_workspace, audit_id, revised):
    """The file, its hash and its publisher are named, and the draft is as it was."""
    with pytest.raises(ChoiceNeededError, match=r"revised\.yaml \(SHA-256 ") as caught:
        typed(f"audit migrate {audit_id} --to {revised} --apply")

    assert "--accept-unsigned" in caught.value.remedy
    assert "1.0" == version_of(change_workspace, audit_id)


def test_what_came_with_the_program_wants_none(typed, change_workspace, audit_id, revised):
    """The bytes are known."""
    typed(f"audit migrate {audit_id} --to {revised} --apply --accept-unsigned")
    code, _lines = typed(f"audit migrate {audit_id} --to {SHIPPED} --apply")

    assert (0, "1.0") == (code, version_of(change_workspace, audit_id))


def test_going_back_is_warned_of(typed, audit_id, revised):
    """The warning comes first."""
    typed(f"audit migrate {audit_id} --to {revised} --apply --accept-unsigned")
    _code, lines = typed(f"audit migrate {audit_id} --to {SHIPPED}")

    assert "Version 1.0 is older than version 2.0, which the audit uses." == lines[0]


@pytest.mark.parametrize("applied", [False, True])
def test_the_plan_can_be_read_by_programs(typed, audit_id, revised, applied):
    """JSON holds every answer with both wordings; what a terminal might act on is escaped."""
    words = f"audit migrate {audit_id} --to {revised} --accept-unsigned --json"
    code, lines = typed(f"{words} --apply" if applied else words)
    held = json.loads("\n".join(lines))

    assert (0, applied, audit_id) == (code, held["applied"], held["audit"])
    assert ("visits", "1.0", "2.0", []) == tuple(
        held[name] for name in ("checklist", "old", "new", "warnings")
    )
    assert {"kept": 1, "to_confirm": 1, "set_aside": 0} == held["counts"]
    first, second = held["answers"]
    assert ("visits/VS2", "to_confirm", "Met") == (
        first["question"],
        first["state"],
        first["answer_text"],
    )
    assert ("visits/VS4-said", "\x9b31mSchool.") == (second["new_question"], second["answer_text"])
    assert ([], [], []) == (held["now_hidden"], held["newly_open"], held["suggested_grades"])
    assert "\x9b" not in lines[0]


def test_hidden_and_open_questions_are_named(typed, audit_id, revised):
    """What would no longer be asked, and what would be asked anew."""
    text = revised.read_text(encoding="utf-8")
    text = text.replace("      - id: VS4-said\n", "      - id: VS4-said\n        cohorts: [ADO]\n")
    more = "      - {id: VS9, kind: text, text: And now?, sources: [x]}\n      - id: VS4-said\n"
    revised.write_text(text.replace("      - id: VS4-said\n", more), encoding="utf-8")
    _code, lines = typed(f"audit migrate {audit_id} --to {revised}")

    assert "VS4-said: no longer asked of this child; its answer is kept." in lines
    assert "VS9: to be answered." in lines


def test_what_cannot_be_moved_is_refused(typed, change_workspace, audit_id, revised, tmp_path):
    """A signed audit, one that there is not, and a file with faults."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("a: [1\n")
    with pytest.raises(ChecklistInvalidError):
        typed(f"audit migrate {audit_id} --to {broken}")
    with pytest.raises(WrongUseError, match="There is no audit 'HX-9'") as caught:
        typed(f"audit migrate HX-9 --to {revised}")
    assert "'audit list' lists" in caught.value.remedy

    def sign(workspace):
        workspace.open_audit(audit_id)
        workspace._sessions.get(audit_id).sign_off(Author("R. Okafor", workspace.clock()))

    change_workspace(sign)
    with pytest.raises(AuditLockedError):
        typed(f"audit migrate {audit_id} --to {revised} --apply --accept-unsigned")
