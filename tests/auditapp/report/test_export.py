# SPDX-License-Identifier: MPL-2.0
"""Test that the report of an audit follows the settings."""

from auditapp.judgement.audit_states import AuditState
from auditapp.report.audit.full_report import ReportOptions, audit_report
from auditapp.report.export import report_document
from auditapp.report.layouts.layout import SHIPPED
from auditapp.settings import Settings


def test_the_report_follows_the_settings(make_outline):
    """It is the full report with the marking and the organisation of the settings."""
    settings = Settings(marking="OFFICIAL", organisation="Example Council")
    state = AuditState(make_outline(), [])
    expected = audit_report(state, ReportOptions("OFFICIAL", "Example Council"))
    assert expected == report_document(state, SHIPPED.over(settings))
