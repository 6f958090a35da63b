# SPDX-License-Identifier: MPL-2.0
"""Say what a figure shows. A table with the same numbers always stands beside it."""

from dataclasses import dataclass

from auditapp.insight.chart_models import Chart


@dataclass(frozen=True, slots=True)
class Figure:
    """Show a chart. Its words are read out for it, and stand where nothing can be drawn."""

    chart: Chart
