# SPDX-License-Identifier: MPL-2.0
"""Say which chapter of the guide is about which screen: the one table of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ui.walkthrough.steps import StepKind


@dataclass(frozen=True, slots=True)
class Place:
    """Name a place in the guide: a page below ``docs/`` and, in it, the anchor of a heading."""

    page: str
    anchor: str = ""


INDEX: Final = Place("guide.md")

OF_PAGE: Final[Mapping[str, Place]] = {
    "first_start": Place("guide/01-first-start.md"),
    "unlock": Place("guide/02-unlocking.md"),
    "restore": Place("guide/18-your-data.md", "making-a-backup-and-going-back-to-one"),
    "audits": Place("guide/03-audits.md"),
    "new_audit": Place("guide/04-new-audit.md"),
    "actions": Place("guide/15-actions.md"),
    "rounds": Place("rounds.md"),
    "insights": Place("guide/16-insights.md"),
    "reports": Place("guide/13-reports.md", "several-audits-together"),
    "checklists": Place("guide/17-checklists.md"),
    "try_out": Place("guide/17-checklists.md", "looking-at-the-checklists-first"),
    "loading": Place("guide/17-checklists.md", "loading-a-checklist"),
    "guided": Place("guide/01-first-start.md", "the-guided-start"),
    "data": Place("guide/18-your-data.md"),
    "settings": Place("guide/21-settings.md"),
    "receive": Place("guide/19-others.md", "audits-from-and-for-other-people"),
    "moderation": Place("guide/19-others.md", "moderation-a-second-reading-and-what-both-agree-on"),
    "pair": Place("guide/19-others.md", "moderation-a-second-reading-and-what-both-agree-on"),
}
"""The screens beside an open audit, and those before the audits are unlocked."""

OF_STEP: Final[Mapping[StepKind, Place]] = {
    StepKind.FRONT_SHEET: Place("guide/04-new-audit.md", "the-front-sheet"),
    StepKind.QUESTION: Place("guide/06-answering.md"),
    StepKind.SECTION_GRADE: Place("guide/09-section-grades.md"),
    StepKind.FEEDBACK: Place("guide/10-feedback.md"),
    StepKind.OVERALL: Place("guide/11-overall-grades.md"),
    StepKind.REVIEW: Place("guide/12-sign-off.md"),
    StepKind.REPORT: Place("guide/13-reports.md"),
    StepKind.HISTORY: Place("guide/14-saving.md", "the-history"),
}
"""The steps of an open audit."""
