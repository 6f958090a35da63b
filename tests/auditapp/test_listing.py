# SPDX-License-Identifier: MPL-2.0
"""Test the row that an audit has in the list."""

import datetime as dt
import json

import pytest

from auditapp.judgement.progress import Progress
from auditapp.listing import QUIET_FIELDS, AuditRow, audit_row
from auditapp.model.agreed_grade import AgreedGrade
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import Action, ActionStatus, Concern
from auditapp.model.grade import PRACTICE, Grade, GradeBand
from tests.making import Clock, make_audit, make_checklist

LATER = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)


def row_of(audit):
    """Return the row of an audit as it comes back from the disk."""
    record = json.loads(json.dumps(audit_row(audit, Progress(3, 40), LATER)))
    return AuditRow.from_record(record | {"id": audit.id})


def test_a_row_comes_back_as_it_was_stored():
    """Every field survives the disk."""
    audit = make_audit([make_checklist({"id": "q"})])

    row = row_of(audit)
    expected = {
        "id": audit.id,
        "case_reference": "HX-2047",
        "team": "Children in care, north",
        "auditor": "R. Okafor",
        "checklists": ("Sample",),
        "status": AuditStatus.DRAFT,
        "grade": None,
        "first_grade": None,
        "answered": 3,
        "asked": 40,
        "open_concerns": 0,
        "open_actions": 0,
        "created_at": Clock().now,
        "changed_at": LATER,
        "amendment": 0,
        "signed_at": None,
        "copy_of": None,
        "is_held": False,
    }
    assert expected == {name: getattr(row, name) for name in expected}


@pytest.mark.parametrize("status", ActionStatus)
def test_only_what_is_open_counts(status):
    """Actions until they are done, concerns until they are closed."""
    now = Clock().now
    audit = make_audit().model_copy(
        update={
            "actions": {"a": Action(what="Visit", status=status, created_at=now)},
            "concerns": {
                "c": Concern(what="Alone at night", found_at=now),
                "d": Concern(what="Seen to", found_at=now, closed_at=now, response="Visited"),
            },
        }
    )
    row = row_of(audit)

    assert (status is ActionStatus.OPEN, 1) == (row.open_actions, row.open_concerns)


def test_the_grade_of_practice_is_shown():
    """Of all grades that one stands in the list."""
    grade = Grade(band="inadequate", given_at=LATER, given_by="R. Okafor")
    audit = make_audit().model_copy(update={"grades": {PRACTICE: grade}})

    assert GradeBand.INADEQUATE is row_of(audit).grade


def test_the_agreed_grade_stands_in_the_list():
    """It is the one that counts; the first one stays beside it, as it was given."""
    grade = Grade(band="good", given_at=LATER, given_by="R. Okafor")
    agreed = AgreedGrade(band="inadequate", reason="Not seen", by="M. Ash", at=LATER)
    changes = {"grades": {PRACTICE: grade}, "agreed": {PRACTICE: agreed}}
    row = row_of(make_audit().model_copy(update=changes))

    assert (GradeBand.INADEQUATE, GradeBand.GOOD) == (row.grade, row.first_grade)
    assert "good" == row.plain()["first_grade"]


def test_quiet_fields_are_fields_of_a_row():
    """A field renamed in one place would make every answer write the whole list."""
    assert set() == QUIET_FIELDS - audit_row(make_audit(), Progress(0, 0), LATER).keys()
