# SPDX-License-Identifier: MPL-2.0
"""Test what a change says that it touched."""

from auditapp.change import Change
from auditapp.model.history import HistoryKind
from auditapp.model.records import Put
from tests.making import make_audit


def test_a_change_names_the_rows_it_touched():
    """A view asks for its table, or for its row."""
    audit = make_audit()
    change = Change.of(audit, (Put("answers", "visits/VS2", None),), HistoryKind.ANSWER)

    assert (audit, HistoryKind.ANSWER) == (change.audit, change.kind)
    assert change.touches("answers")
    assert change.touches("answers", "visits/VS2")
    assert not change.touches("answers", "visits/VS1")
    assert not change.touches("grades")


def test_a_change_may_touch_nothing():
    """An answer given twice changes nothing."""
    assert not Change.of(make_audit(), (), None).touches("answers")
