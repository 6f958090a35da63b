# SPDX-License-Identifier: MPL-2.0
"""Make rows of the list of audits, each with only what the test wants different."""

import datetime as dt

from auditapp.listing import AuditRow

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)


def make_row(reference, **changes):
    """Make the row of an audit of the case file ``reference``."""
    record = {
        "id": reference,
        "case_reference": reference,
        "team": "North",
        "auditor": "R. Okafor",
        "checklists": ["Visits"],
        "status": "draft",
        "grade": None,
        "answered": 3,
        "asked": 18,
        "open_concerns": 0,
        "open_actions": 0,
        "created_at": NOW.isoformat(),
        "changed_at": NOW.isoformat(),
    }
    return AuditRow.from_record(record | changes)
