# SPDX-License-Identifier: MPL-2.0
"""Measure the report engine: against bare text, against other writers, long tables, memory.

Times are of the processor, so what else the machine does does not count.
"""

import gc
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from statistics import median
from time import process_time

from auditapp.bootstrap.stamps import ROOT
from auditapp.report.document import ReportDocument
from auditapp.report.pdf.document import render_pdf
from tests.benchmarks.figure import Figure, median_ratio
from tests.benchmarks.report_samples import draw_bare, sample_report, table_report, texts_of

OTHERS = {"fpdf2": "fpdf", "WeasyPrint": "weasyprint"}
"""What else makes PDFs, and the names of the modules."""

ROUNDS = 4
BESIDE = 5
"""How often the table of 1,000 rows is set before that of 10,000, and once more so often after."""


def figures() -> Iterator[Figure]:
    """Yield how long a report takes beside its bare text and beside others, and what it needs."""
    document = sample_report()
    texts = texts_of(document)
    yield Figure(
        "report of 20 pages, times the bare canvas",
        _ratio(lambda: render_pdf(document), lambda: draw_bare(texts), rounds=15),
        3.5,
    )
    yield from _beside_others()
    yield Figure("10,000 rows of a table, times 1,000 rows", _rows_ratio(), 11.0)
    if find_spec("resource") is None:
        print("memory of 500 pages: left out, because this system does not tell it")
        return
    yield Figure(
        "peak memory of 500 pages, times the bare canvas", _peak("report") / _peak("bare"), 4.0
    )


def _rows_ratio() -> float:
    """Return how many times as long ten times the rows take.

    The few rows are set on both sides of the many, as many in all, so that both take as long and
    have the same neighbours: a processor that another program shares is now slower and now quicker.
    What is left over of one is swept away before the next is timed.
    """
    few, many = table_report(1000), table_report(10_000)
    render_pdf(few)
    render_pdf(many)
    ratios = []
    for _round in range(ROUNDS):
        before, long, after = (_seconds(few, BESIDE), _seconds(many), _seconds(few, BESIDE))
        ratios.append(long / (before + after) * 2 * BESIDE)
    return median(ratios)


def _seconds(document: ReportDocument, times: int = 1) -> float:
    """Return the time of the processor that it takes to make a report so many times."""
    gc.collect()
    start = process_time()
    for _time in range(times):
        render_pdf(document)
    return process_time() - start


def _beside_others() -> Iterator[Figure]:
    missing = [name for name, module in OTHERS.items() if find_spec(module) is None]
    if missing:
        words = "left out; requirements-benchmark.lock has what it needs"
        print(f"report of 20 pages, beside {' and '.join(missing)}: {words}")
        return
    from tests.benchmarks.other_writers import with_fpdf2, with_weasyprint

    document = sample_report()
    for name, write in zip(OTHERS, (with_fpdf2, with_weasyprint), strict=True):
        ratio = _ratio(lambda: render_pdf(document), lambda write=write: write(document), rounds=3)
        yield Figure(f"report of 20 pages, times the same with {name}", ratio, 0.5)


def _ratio(candidate: Callable[[], object], reference: Callable[[], object], rounds: int) -> float:
    return median_ratio(candidate, reference, rounds, clock=process_time)


def _peak(what: str) -> int:
    """Return the peak of memory, in kilobytes, of a process that makes a long report."""
    command = [sys.executable, "-m", "tests.benchmarks.report_memory", what]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return int(done.stdout)
