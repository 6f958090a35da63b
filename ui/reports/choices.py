# SPDX-License-Identifier: MPL-2.0
"""Hold what somebody has chosen on the page of reports."""

import datetime as dt
import json
from dataclasses import dataclass

from auditapp.exports.orders import ReportAcross
from auditapp.insight.figures.figure import FigureOrder
from auditapp.insight.selection import Selection
from auditapp.model.ids import ChecklistId, RoundId
from auditapp.model.report_kinds import ReportKind


@dataclass(frozen=True, slots=True)
class Choices:
    """Say which report, of which audits, and whether it is for sharing.

    Args:
        kind: which report.
        selection: which audits.
        is_shared: codes stand in the place of names, and small numbers are not shown.
        figures: those from the page of insights, for a report of ``WITH_FIGURES``. That page keeps
            them while the window is locked.
    """

    kind: ReportKind
    selection: Selection
    is_shared: bool = False
    figures: tuple[FigureOrder, ...] = ()

    @property
    def wanted(self) -> ReportAcross:
        """The order for the report."""
        return ReportAcross(self.kind, self.selection, figures=self.figures)


def written(choices: Choices) -> str:
    """Return choices as text, to be sealed while the window is locked: teams are in it."""
    taken = choices.selection
    return json.dumps(
        {
            "kind": choices.kind,
            "first": taken.first.isoformat() if taken.first else None,
            "last": taken.last.isoformat() if taken.last else None,
            "teams": sorted(taken.teams),
            "checklists": sorted(taken.checklists),
            "rounds": sorted(taken.rounds),
            "has_drafts": taken.has_drafts,
            "is_shared": choices.is_shared,
        }
    )


def read(text: str) -> Choices:
    """Return the choices that ``written`` made a text of."""
    fields = json.loads(text)
    selection = Selection(
        first=_day(fields["first"]),
        last=_day(fields["last"]),
        teams=frozenset(fields["teams"]),
        checklists=frozenset(map(ChecklistId, fields["checklists"])),
        has_drafts=fields["has_drafts"],
        rounds=frozenset(map(RoundId, fields["rounds"])),
    )
    return Choices(ReportKind(fields["kind"]), selection, fields["is_shared"])


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
