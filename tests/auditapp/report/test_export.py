# SPDX-License-Identifier: MPL-2.0
"""Test that the report of an audit is written to the file that was chosen."""

import hashlib

from auditapp.report.audit_report import ReportOptions, audit_report
from auditapp.report.export import export_pdf, preview_pdf
from auditapp.report.pdf import render_pdf
from auditapp.settings import Settings


def test_the_report_follows_the_settings(make_outline, tmp_path):
    """The file holds the full report with the marking and the organisation of the settings."""
    path = tmp_path / "report.pdf"
    settings = Settings(marking="OFFICIAL", organisation="Example Council")
    digest = export_pdf(make_outline(), [], settings, path)
    expected = audit_report(make_outline(), [], ReportOptions("OFFICIAL", "Example Council"))
    assert render_pdf(expected) == path.read_bytes()
    assert hashlib.sha256(path.read_bytes()).hexdigest() == digest
    assert path.read_bytes() == preview_pdf(make_outline(), [], settings)
