# SPDX-License-Identifier: MPL-2.0
"""Number questions."""

from auditapp.checklist.question_numbers import question_numbers
from tests.making import make_checklist


def test_numbers_run_through_all_checklists():
    """Every question counts, whoever it is for; a retired one is on no paper and does not."""
    first = make_checklist(
        {"id": "a"},
        {"id": "b", "cohorts": ["CIN"], "when": {"question": "a", "is": "met"}},
        {"id": "old", "retired": True},
    )
    second = make_checklist({"id": "a"}).model_copy(update={"id": "other"})

    expected = {"sample/a": 1, "sample/b": 2, "other/a": 3}
    assert expected == question_numbers([first, second])
