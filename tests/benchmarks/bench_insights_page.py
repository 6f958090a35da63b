# SPDX-License-Identifier: MPL-2.0
"""Measure opening the page of insights at 5,000 signed audits against 50, figures and all.

From the sealed pages of a workspace whose insights were seen before, to the last figure on the
page. What counts is the time of the processor.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from PySide6.QtWidgets import QApplication

from auditapp.insight.digest import FORM
from auditapp.store.digest_pages import DigestPages
from tests.benchmarks.bench_insight import FEW, MANY, Opening
from tests.benchmarks.figure import Figure, median_ratio
from tests.benchmarks.insight_rows import invented, loaded
from ui.insights.basket import Basket
from ui.insights.insights_view import InsightsView
from ui.jobs import Jobs
from ui.outside import Outside
from ui.theme.theme import Theme


def figures() -> Iterator[Figure]:
    """Yield the figure of opening the page."""
    app = QApplication.instance() or QApplication([])
    theme = Theme()
    if isinstance(app, QApplication):
        theme.apply(app)
    used = loaded()
    digests = invented(MANY, used)
    few = {key: digests[key] for key in list(digests)[:FEW]}
    with tempfile.TemporaryDirectory(dir=".") as name:
        many_open, few_open = (
            Opening(Path(name) / place, each, used) for place, each in (("m", digests), ("f", few))
        )
        ratio = median_ratio(
            lambda: _open_page(theme, many_open),
            lambda: _open_page(theme, few_open),
            7,
            process_time,
        )
        yield Figure(f"opening the page Insights, at {MANY:,} audits against {FEW}", ratio, 5.0)
        many_open.close()
        few_open.close()


def _open_page(theme: Theme, opening: Opening) -> None:
    """Show the page as after unlocking, until its last figure is there; then put it away."""
    workspace = opening.workspace
    workspace._repository.digests = DigestPages(opening.vault, FORM)
    jobs = Jobs()
    view = InsightsView(theme, workspace, jobs, Outside(), Basket())
    view.resize(1152, 768)
    view.show()
    view.refresh()
    while view.page.is_busy:
        QApplication.processEvents()
    QApplication.processEvents()
    jobs.shut_down()
    view.close()
    view.deleteLater()
    QApplication.processEvents()
