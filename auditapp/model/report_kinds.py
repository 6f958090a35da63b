# SPDX-License-Identifier: MPL-2.0
"""List the kinds of report: what each is for, what it is made of, and what it holds.

The window, the commands and the reports themselves go by this list. It is light, so that it can be
imported before the first paint.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from auditapp.i18n import _


class ReportKind(StrEnum):
    """Name a kind of report; the values are those that the commands take."""

    AUDIT = "audit"
    SHORT = "short"
    CONCERN = "concern"
    ACTIONS = "actions"
    CONVERSATION = "conversation"
    MODERATION = "moderation"
    COMPARISON = "comparison"
    RE_AUDIT = "re-audit"
    QUESTIONS = "questions"
    LEARNING = "learning"
    SUMMARY = "summary"
    BOARD_PACK = "board-pack"
    YEAR_ON_YEAR = "year-on-year"
    TIMESCALES = "timescales"
    FEEDBACK = "feedback"
    INSPECTION_LIST = "inspection-list"
    BLANK = "blank"
    CHANGES = "changes"
    SAMPLING = "sampling"
    COMPLETION = "completion"


class MadeOf(StrEnum):
    """Say what a report is made of.

    ``AUDIT_OR_AUDITS`` is made of one audit, or of several that were chosen together.
    ``TWO_AUDITS`` is made of an audit and of the one that it moderates, or comes back to.
    """

    AUDIT = "audit"
    AUDITS = "audits"
    AUDIT_OR_AUDITS = "audit_or_audits"
    TWO_AUDITS = "two_audits"
    CHECKLISTS = "checklists"
    ROUND = "round"


class Content(StrEnum):
    """Name a part of what an audit holds."""

    CONCERNS = "concerns"
    FRONT_SHEET = "front_sheet"
    OVERALL_GRADES = "overall_grades"
    SUMMARY = "summary"
    STRENGTHS = "strengths"
    SECTION_GRADES = "section_grades"
    ACTIONS = "actions"
    TIMESCALES = "timescales"
    FAMILY_FEEDBACK = "family_feedback"
    WORKER_FEEDBACK = "worker_feedback"
    GRADE_REASONS = "grade_reasons"
    ANSWERS = "answers"
    NO_LONGER_ASKED = "no_longer_asked"
    AMENDMENTS = "amendments"
    SIGN_OFF = "sign_off"


@dataclass(frozen=True, slots=True)
class KindOfReport:
    """Describe one kind.

    Args:
        kind: which one it is.
        name: what people call it.
        purpose: whom it is for and what it is good for, in a sentence.
        made_of: what has to be chosen.
        holds: the parts of an audit that are in it; of those of several audits, none: they count.
        needs_signed: it is made of signed audits only.
        tells: it says something of the audit; what does not is paper that somebody fills in.
    """

    kind: ReportKind
    name: str
    purpose: str
    made_of: MadeOf
    holds: frozenset[Content] = frozenset()
    needs_signed: bool = False
    tells: bool = True

    @property
    def is_of_one_audit(self) -> bool:
        """Tell whether it can be made of a single audit."""
        return self.made_of in (MadeOf.AUDIT, MadeOf.AUDIT_OR_AUDITS)

    @property
    def is_of_two_audits(self) -> bool:
        """Tell whether it lays an audit beside the one that its links name."""
        return self.made_of is MadeOf.TWO_AUDITS

    @property
    def is_of_audits(self) -> bool:
        """Tell whether it can be made of several audits."""
        return self.made_of in (MadeOf.AUDITS, MadeOf.AUDIT_OR_AUDITS)

    @property
    def has_example(self) -> bool:
        """Tell whether one can be made up of a checklist alone, to show what it looks like.

        The others want two versions of a checklist, two audits of a case, or a round.
        """
        return self.is_of_one_audit or self.is_of_audits or self.kind is ReportKind.BLANK


_SHORT: Final = frozenset(
    {
        Content.CONCERNS,
        Content.FRONT_SHEET,
        Content.OVERALL_GRADES,
        Content.SUMMARY,
        Content.STRENGTHS,
        Content.SECTION_GRADES,
        Content.ACTIONS,
    }
)

_COMPARED: Final = frozenset(
    {Content.OVERALL_GRADES, Content.SECTION_GRADES, Content.GRADE_REASONS, Content.ANSWERS}
)

_EVERY: Final = (
    KindOfReport(
        ReportKind.AUDIT,
        _("Full report"),
        _("For the file: everything that the audit holds."),
        MadeOf.AUDIT,
        frozenset(Content),
    ),
    KindOfReport(
        ReportKind.SHORT,
        _("Short report"),
        _("For managers: grades, strengths, what to improve, and the actions."),
        MadeOf.AUDIT,
        _SHORT,
    ),
    KindOfReport(
        ReportKind.CONCERN,
        _("Immediate concern notice"),
        _("For whoever has to act today: the worry, who was told and when, what was done."),
        MadeOf.AUDIT,
        frozenset({Content.CONCERNS}),
    ),
    KindOfReport(
        ReportKind.ACTIONS,
        _("Action plan"),
        _("For those who own the actions: what is to be done, by whom, by when, how it will show."),
        MadeOf.AUDIT_OR_AUDITS,
        frozenset({Content.ACTIONS}),
    ),
    KindOfReport(
        ReportKind.CONVERSATION,
        _("Record of the conversation"),
        _("For the practitioner: what was found, strengths first, and room to answer and sign."),
        MadeOf.AUDIT,
        frozenset(
            {
                Content.CONCERNS,
                Content.OVERALL_GRADES,
                Content.SUMMARY,
                Content.STRENGTHS,
                Content.WORKER_FEEDBACK,
                Content.ACTIONS,
            }
        ),
    ),
    KindOfReport(
        ReportKind.MODERATION,
        _("Moderation record"),
        _("For a second reader: room for their own grades first, then the first ones behind."),
        MadeOf.AUDIT,
        frozenset({Content.OVERALL_GRADES, Content.SECTION_GRADES, Content.GRADE_REASONS}),
    ),
    KindOfReport(
        ReportKind.COMPARISON,
        _("Comparison of two readings"),
        _("For the moderation talk: both readings line by line, with what was agreed on and why."),
        MadeOf.TWO_AUDITS,
        _COMPARED,
    ),
    KindOfReport(
        ReportKind.RE_AUDIT,
        _("Then and now"),
        _("For heads of service: each criterion then and now, and what became of the actions."),
        MadeOf.TWO_AUDITS,
        _COMPARED,
    ),
    KindOfReport(
        ReportKind.QUESTIONS,
        _("Questions to ask"),
        _("For the child, the family and the practitioner: a sheet each, with room to answer."),
        MadeOf.AUDIT,
        tells=False,
    ),
    KindOfReport(
        ReportKind.LEARNING,
        _("Learning note"),
        _("For everybody: one page to learn from, which names no child, worker or team."),
        MadeOf.AUDIT_OR_AUDITS,
        frozenset({Content.STRENGTHS}),
        needs_signed=True,
    ),
    KindOfReport(
        ReportKind.SUMMARY,
        _("Thematic summary"),
        _("For leaders: what many audits show together, with how many stand behind each figure."),
        MadeOf.AUDITS,
    ),
    KindOfReport(
        ReportKind.BOARD_PACK,
        _("Board pack"),
        _("For a board: the thematic summary, the action plan and the learning note in one file."),
        MadeOf.AUDITS,
    ),
    KindOfReport(
        ReportKind.YEAR_ON_YEAR,
        _("Year on year"),
        _("For scrutiny: this year beside last year, what improved, and what is still to improve."),
        MadeOf.AUDITS,
    ),
    KindOfReport(
        ReportKind.TIMESCALES,
        _("Timescale report"),
        _("For those who watch performance: in time, how late, without a date, and why."),
        MadeOf.AUDITS,
    ),
    KindOfReport(
        ReportKind.FEEDBACK,
        _("Feedback report"),
        _("For those who lead on participation: who was asked, who replied, and what they said."),
        MadeOf.AUDITS,
    ),
    KindOfReport(
        ReportKind.INSPECTION_LIST,
        _("Inspection list"),
        _("For inspectors: the audits by situation and date with their grades, without names."),
        MadeOf.AUDITS,
    ),
    KindOfReport(
        ReportKind.BLANK,
        _("Blank checklist"),
        _("For working on paper: the questions with room to write."),
        MadeOf.CHECKLISTS,
    ),
    KindOfReport(
        ReportKind.CHANGES,
        _("Change sheet"),
        _("For those who use a checklist: what a new version of it changes."),
        MadeOf.CHECKLISTS,
    ),
    KindOfReport(
        ReportKind.SAMPLING,
        _("Sampling statement"),
        _("For whoever relies on a round: how its cases were drawn, so that anyone can repeat it."),
        MadeOf.ROUND,
    ),
    KindOfReport(
        ReportKind.COMPLETION,
        _("Completion report"),
        _("For leaders of a round: what is done, what is late and what nobody expects, with why."),
        MadeOf.ROUND,
    ),
)

KINDS: Final[Mapping[ReportKind, KindOfReport]] = {each.kind: each for each in _EVERY}
"""Every kind of report, in the order in which they are offered."""
