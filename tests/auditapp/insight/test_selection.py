# SPDX-License-Identifier: MPL-2.0
"""Test which audits are chosen."""

import datetime as dt

import pytest

from auditapp.insight.selection import Selection
from auditapp.model.ids import AuditId, ChecklistId

DAY = dt.date(2026, 11, 14)
ONE = AuditId("1")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, True),
        ({"teams": frozenset({"children in  care, NORTH"})}, True),
        ({"teams": frozenset({"South"})}, False),
        ({"audits": frozenset({ONE})}, True),
        ({"audits": frozenset({AuditId("2")})}, False),
    ],
)
def test_the_list_tells_which_audits_need_not_be_opened(choice, expected):
    """Teams are compared without capitals and needless spaces."""
    assert expected is Selection(**choice).may_take(ONE, "Children in care, north")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, True),
        ({"first": DAY, "last": DAY}, True),
        ({"first": DAY + dt.timedelta(days=1)}, False),
        ({"last": DAY - dt.timedelta(days=1)}, False),
        ({"checklists": frozenset({ChecklistId("visits"), ChecklistId("pep")})}, True),
        ({"checklists": frozenset({ChecklistId("pep")})}, False),
    ],
)
def test_day_and_checklists_choose(choice, expected):
    """Both ends of a period belong to it; one checklist in common is enough."""
    assert expected is Selection(**choice).takes(DAY, ["visits"])
