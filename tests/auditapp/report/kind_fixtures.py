# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the kinds of report a way to make one."""

import pytest

from auditapp.judgement.audit_states import AuditState
from auditapp.report.kinds import report_of
from tests.auditapp.report.kind_samples import (
    ACROSS,
)


@pytest.fixture
def make(make_outline):
    """Return a function that makes the report of a kind about an audit with the fields given."""

    def build(kind, *args, **held):
        return report_of(kind, AuditState(make_outline(*args, **held), []), ACROSS)

    return build
