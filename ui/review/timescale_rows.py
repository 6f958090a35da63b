# SPDX-License-Identifier: MPL-2.0
"""Put the timescales of an audit into lines: how each stands, and the dates behind that."""

from collections.abc import Mapping
from typing import Final

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.judgement.timescale_words import badge, sentence
from auditapp.judgement.timescales import TimescaleState
from ui.rows.row import Cell, Column, Remark, Row
from ui.walkthrough.steps import Step, StepKind

TIMESCALE_COLUMNS: Final = (Column(_("Result"), 230),)

_LOOKS: Final[Mapping[TimescaleState, tuple[str, str]]] = {
    TimescaleState.LATE: ("not_met", "x"),
    TimescaleState.NO_DATE: ("could_not_find", "search"),
    TimescaleState.DUE: ("info", "clock"),
    TimescaleState.MET: ("met", "check"),
    TimescaleState.NOT_APPLICABLE: ("not_applicable", "minus"),
}


def timescale_rows(outline: Outline) -> list[Row]:
    """Return a line for each timescale that was judged, in the order of the questions."""
    rows = []
    for asked in outline.questions:
        result = outline.timescale(asked)
        if result is None:
            continue
        rows.append(
            Row(
                asked.question.text,
                (Remark(sentence(result)),),
                (Cell(badge(result), *_LOOKS[result.state]),),
                number=asked.number,
                step=Step(StepKind.QUESTION, asked.key),
            )
        )
    return rows
