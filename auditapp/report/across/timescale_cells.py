# SPDX-License-Identifier: MPL-2.0
"""Show in a row of a table how one timescale was kept."""

from auditapp.insight.follow_up_counts import Timeliness
from auditapp.judgement.timescale_periods import Unit, period_words
from auditapp.judgement.timescales import LateUnit
from auditapp.report.across.share_words import hidden_words, interval_words, is_hidden
from auditapp.report.across.summary_criteria import criterion_name
from auditapp.report.blocks import Cell, Noted


def timescale_cells(kept: Timeliness, *, is_shared: bool) -> tuple[Cell, str, str]:
    """Return which timescale it is, how often it was in time, and how late it was, at the median.

    Where the share in time is not shown, neither is the lateness: that none was late, or that some
    were, would tell a part of it.
    """
    in_time = interval_words(kept.in_time, is_shared=is_shared) if kept.in_time.total else "–"
    late = "–"
    if is_hidden(kept.in_time, is_shared=is_shared):
        late = hidden_words()
    elif kept.late_by is not None:
        unit = Unit.WORKING_DAYS if kept.unit is LateUnit.WORKING_DAYS else Unit.DAYS
        late = period_words(round(kept.late_by), unit)
    return Noted(criterion_name(kept.criterion), (kept.criterion.title,)), in_time, late
