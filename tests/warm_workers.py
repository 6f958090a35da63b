# SPDX-License-Identifier: MPL-2.0
"""Start the processes that make reports in tests from one that has loaded what they need.

Each is still a process of its own, with the same pipe and limits, that ends with its report. It
only need not load Python and the libraries anew, which takes longer than most reports of tests.
"""

import sys
import tempfile
from multiprocessing import forkserver, get_context

import pytest

from auditapp.bootstrap.stamps import ROOT

CAN_WARM = sys.platform.startswith("linux")
"""Windows cannot copy a process, and on macOS a copy may hang in libraries of the system."""

WRITERS = [
    "auditapp.handbook.printed",
    "auditapp.report.worker",
    "auditapp.report.pdf.document",
    "auditapp.report.sheets.workbook",
    "auditapp.report.web_page.page",
    "auditapp.report.word.document",
]

_TEMPORARY = tempfile.gettempdir()


def warm_context(_way):
    """Return what starts a process as a copy of one that has loaded `WRITERS` and has no window."""
    context = get_context("forkserver")
    context.set_forkserver_preload(WRITERS)
    with pytest.MonkeyPatch.context() as patch:  # wherever the test that comes first is at work
        patch.setattr(tempfile, "tempdir", _TEMPORARY)
        patch.setenv("PYTHONPATH", str(ROOT))
        forkserver.ensure_running()
    return context
