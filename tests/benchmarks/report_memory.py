# SPDX-License-Identifier: MPL-2.0
"""Make a report of 500 pages, or draw its bare text, and print the peak of memory in kilobytes.

``python3 -m tests.benchmarks.report_memory report|bare``; a process of its own, because the peak is
that of all that a process ever did.
"""

import re
import resource
import sys
from pathlib import Path

ROWS = 4000
"""They take 500 pages."""


def main(what: str) -> None:
    """Make one of the two, and print."""
    if what == "report":
        from auditapp.report.pdf.document import render_pdf
        from tests.benchmarks.report_samples import table_report

        render_pdf(table_report(ROWS))
    else:
        from tests.benchmarks.report_samples import draw_bare, table_report, texts_of

        draw_bare(texts_of(table_report(ROWS)))
    print(_peak())


def _peak() -> int:
    status = Path("/proc/self/status")
    if status.exists():  # on Linux `resource` counts what the parent had when it began this one
        return int(re.search(r"VmHWM:\s*(\d+) kB", status.read_text("ascii")).group(1))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main(sys.argv[1])
