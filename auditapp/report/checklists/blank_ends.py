# SPDX-License-Identifier: MPL-2.0
"""Leave room for what an audit holds beside its answers: front sheet, concern, grades, actions."""

from collections.abc import Iterator

from auditapp.i18n import _
from auditapp.model.follow_up import FeedbackFrom
from auditapp.model.front_sheet import AgeBand, Cohort, LegalStatus, Source
from auditapp.model.labels import label
from auditapp.report.blank_blocks import BlankPart, BlankSheet, BlankTable, Lines, Tick, Ticks
from auditapp.report.blocks import Block, Callout, CalloutTone, Heading, KeepTogether
from auditapp.report.checklists.blank_questions import GRADES

ACTIONS = 8
"""Empty rows in the table of actions."""


def front_part() -> Iterator[Block]:
    """Ask for the front sheet, which names nobody."""
    yield Heading(1, _("Front sheet"))
    yield _no_names()
    yield BlankSheet(
        (
            _("Case reference"),
            _("Date"),
            _("Auditor"),
            _("Team"),
            _("Worker code"),
            _("Worker’s caseload"),
            _("Period from"),
            _("Period to"),
            _("Judged from"),
            _("Workers in a year"),
        )
    )
    yield BlankPart(
        ref="",
        text=_("About the child and the audit"),
        blanks=(
            Ticks(_("Age"), tuple(Tick(label(band)) for band in AgeBand)),
            Ticks(_("This child is or has"), tuple(Tick(label(cohort)) for cohort in Cohort)),
            Ticks(_("Legal status"), tuple(Tick(label(status)) for status in LegalStatus)),
            Ticks(_("Sources used"), tuple(Tick(label(source)) for source in Source)),
            Ticks("", (Tick(_("The auditor is independent of this team")),)),
        ),
    )


def closing_part() -> Iterator[Block]:
    """Ask for what is given once for the whole case file, in the order of the window."""
    yield from _concern()
    yield from _feedback()
    yield from _whole_file()
    yield from _actions()


def _no_names() -> Callout:
    """Say what must not stand on the paper, and how it comes into the program."""
    return Callout(
        CalloutTone.INFO,
        _("Write no names on this paper"),
        (
            _(
                "No name, address or date of birth of the child, the family or a worker: use a "
                "case reference and codes that only your service can trace. Keep the paper locked "
                "away when it is filled in, type it in soon, and then destroy it."
            ),
            _(
                "In the program, start an audit on the same checklists in the same order: the "
                "numbers are the same there. Fill in the front sheet, then follow Next; what does "
                "not apply is left out by itself. Evidence is a document, its date and the place "
                "in it, or whom you heard it from, by their role."
            ),
        ),
    )


def _concern() -> Iterator[Block]:
    # Whoever is told to write it down finds the lines on the same page.
    yield KeepTogether(
        (
            Heading(1, _("Immediate concern")),
            Callout(
                CalloutTone.DANGER,
                _("If the child may not be safe now, tell a manager first"),
                (_("Then write it down here, and raise it in the program before anything else."),),
            ),
            BlankPart(
                ref="",
                text=_("What is the worry?"),
                blanks=(
                    Lines(_("Worry"), 3),
                    Lines(_("Found on"), 1, _("date and time")),
                    Lines(_("Who was told"), 1, _("role, date and time")),
                    Lines(_("Response"), 2),
                ),
            ),
        )
    )


def _feedback() -> Iterator[Block]:
    yield Heading(1, _("Feedback"))
    for who in FeedbackFrom:
        yield BlankPart(
            ref="",
            text=label(who),
            blanks=(
                Ticks("", (Tick(_("Asked")), Tick(_("Not asked")))),
                Lines(_("How asked, or why not"), 1),
                Lines(_("What they said"), 3),
            ),
        )


def _whole_file() -> Iterator[Block]:
    yield Heading(1, _("The file as a whole"))
    yield BlankPart(
        ref="",
        text=_("Strengths and areas for improvement"),
        blanks=(Lines(_("Strengths"), 4), Lines(_("Areas for improvement"), 4)),
    )
    yield BlankPart(
        ref="",
        text=_("Summary"),
        blanks=(Lines(_("Summary"), 5),),
        hint=_("What difference has the help made to this child, and what must happen next?"),
    )
    yield _overall_grade(_("Practice grade: how well the work was done"))
    yield _overall_grade(_("Impact grade: the difference made for the child"))


def _actions() -> Iterator[Block]:
    yield Heading(1, _("Actions"))
    columns = (
        (_("Question"), 10.0),
        (_("What is to be done"), 38.0),
        (_("Owner (a role, no name)"), 20.0),
        (_("Due on"), 12.0),
        (_("How we will know"), 20.0),
    )
    yield BlankTable(columns, ACTIONS, _("Actions to write down"))


def _overall_grade(text: str) -> BlankPart:
    return BlankPart(
        ref="", text=text, blanks=(Ticks(_("Tick one"), GRADES), Lines(_("Reason"), 3))
    )
