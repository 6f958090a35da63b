# SPDX-License-Identifier: MPL-2.0
"""Test what an audit says about itself."""

import datetime as dt

import pytest

from auditapp.model.answer import Answer
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import Concern
from tests.making import Clock, make_audit

NOW = Clock().now


@pytest.mark.parametrize("status", AuditStatus)
def test_only_a_draft_may_be_changed(status):
    """Every later status is locked."""
    audit = make_audit().model_copy(update={"status": status})

    assert (status is AuditStatus.DRAFT) is audit.is_draft


def test_open_concerns_come_oldest_first():
    """Whatever the order in which they were raised; those closed are left out."""
    days = [dt.timedelta(days=days) for days in (2, 1, 0)]
    late, early, closed = (Concern(what=f"{day}", found_at=NOW - day) for day in days[::-1])
    closed = closed.model_copy(update={"closed_at": NOW})
    audit = make_audit().model_copy(
        update={"concerns": {"a": late, "b": closed, "c": early}},
    )

    assert [early, late] == audit.open_concerns


def test_a_question_without_an_answer_has_a_blank_one():
    """Nobody has to ask first whether there is one."""
    audit = make_audit().model_copy(update={"answers": {"visits/VS1": Answer(value="met")}})

    assert "met" == audit.answer("visits/VS1").value
    assert audit.answer("visits/VS2").is_blank
