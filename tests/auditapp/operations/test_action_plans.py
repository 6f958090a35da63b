# SPDX-License-Identifier: MPL-2.0
"""Test plans of actions as papers: for one owner, and to be shared."""

import pypdfium2
import pytest

from auditapp.errors import NotAllowedError
from auditapp.exports.orders import ReportCopy
from auditapp.insight.action_search import ActionFilter
from auditapp.operations.actions import EVERY_AUDIT
from tests.auditapp.operations.action_fixtures import act, places
from tests.making import start_audit

__all__ = ["places"]

EVERY = ActionFilter(selection=EVERY_AUDIT)


def test_the_plan_of_an_owner_holds_no_other_action(workspace, places, tmp_path):
    """Each owner has pages of their own; only the audits behind it note the export."""
    path = tmp_path / "plan.pdf"
    order = workspace.action_order(
        ActionFilter(selection=EVERY_AUDIT, owners=frozenset({"team  MANAGER"}))
    )
    assert 1 == workspace.export_across(order, path)
    text = pages_of(path)
    assert 1 == len(text)
    assert "Write letter 1" in text[0]
    assert "Write letter 0" not in text[0]
    workspace.export_across(workspace.action_order(EVERY), path)
    assert ["Write letter 0", "Write letter 1"] == [
        next(words for words in ("Write letter 0", "Write letter 1") if words in page)
        for page in pages_of(path)
    ]


def pages_of(path):
    """Return the text of each page of a PDF."""
    with pypdfium2.PdfDocument(path) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def test_a_plan_to_be_shared_needs_enough_audits(workspace, places):
    """Two would point at children."""
    shared = ReportCopy(is_shared=True)
    with pytest.raises(NotAllowedError, match="5 audits or more"):
        workspace.preview_across(workspace.action_order(EVERY), copy=shared)


def test_a_plan_of_nothing_is_refused(workspace, places):
    """With what to do about it."""
    with pytest.raises(NotAllowedError, match="No action was found") as caught:
        workspace.action_order(ActionFilter(selection=EVERY_AUDIT, is_overdue=True))
    assert "Widen" in caught.value.remedy


def test_a_plan_to_be_shared_says_no_case(workspace, by, tmp_path):
    """Of five audits; what nobody owns stands under a head of its own."""
    for number in range(5):
        audit_id = start_audit(workspace, case_reference=f"HX-{number}")
        act(workspace, audit_id, str(number) * 32, by)
    path = tmp_path / "plan.pdf"
    workspace.export_across(workspace.action_order(EVERY), path, copy=ReportCopy(is_shared=True))
    text = " ".join(pages_of(path))
    assert "Nobody named" in text
    assert "HX-" not in text
