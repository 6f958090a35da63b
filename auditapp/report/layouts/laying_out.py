# SPDX-License-Identifier: MPL-2.0
"""Give a report of any kind the look of a layout: logo, colour of headings, words at the foot."""

from dataclasses import replace

from auditapp.report.document import ReportDocument
from auditapp.report.layouts.layout import Layout


def laid_out(document: ReportDocument, layout: Layout) -> ReportDocument:
    """Return ``document`` as ``layout`` wants it to look; what it says stays the same."""
    return replace(
        document,
        logo=layout.logo,
        accent=layout.file.accent or "",
        footer_note=layout.file.footer or "",
    )
