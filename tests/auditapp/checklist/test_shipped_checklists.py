# SPDX-License-Identifier: MPL-2.0
"""Keep every shipped checklist loadable and complete."""

from pathlib import Path

import pytest

from auditapp.checklist.library import Library
from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.models import ChecklistStatus, QuestionKind
from auditapp.standards import load_beside

FOLDER = Path(__file__).parents[3] / "checklists"
FILES = [header.path for header in Library([FOLDER]).headers()]


@pytest.fixture(scope="module")
def beside():
    """Return what is shipped beside the checklists."""
    return load_beside(FOLDER)


def test_no_shipped_file_is_broken():
    """Every file of the folder can be read."""
    assert () == Library([FOLDER]).broken()
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_checklist_has_no_faults(path, beside):
    """The file is named after its id and passes every check, rules and names included."""
    checklist = checked_checklist(path.read_bytes(), path.name, beside)
    assert path.stem == checklist.id
    assert ChecklistStatus.ACTIVE is checklist.status


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_shipped_question_guides_the_auditor(path):
    """Each rating says where to look, and what good and a shortfall look like."""
    checklist = checked_checklist(path.read_bytes(), path.name)
    ratings = [each for each in checklist.questions if each.kind is QuestionKind.RATING]
    assert [] == [each.id for each in ratings if not (each.where and each.good and each.shortfall)]
