# SPDX-License-Identifier: MPL-2.0
"""Model what a layout says otherwise in the kinds of report beside the full one.

Blank checklists and change sheets have the title of their checklist, so none can be given here.
"""

from collections.abc import Mapping
from typing import Final

from auditapp.i18n import _
from auditapp.report.layouts.fields import Line, Said


class Titles(Said):
    """Hold the titles of kinds that are said otherwise, each by the kind."""

    short: Line | None = None
    concern: Line | None = None
    actions: Line | None = None
    conversation: Line | None = None
    moderation: Line | None = None
    learning: Line | None = None
    questions: Line | None = None
    summary: Line | None = None
    board_pack: Line | None = None
    year_on_year: Line | None = None
    timescales: Line | None = None
    feedback: Line | None = None
    inspection_list: Line | None = None


class Headings(Said):
    """Hold headings that the full report has not, and that are said otherwise."""

    left_out: Line | None = None
    happened: Line | None = None
    response: Line | None = None
    standing: Line | None = None
    strong: Line | None = None
    to_work_on: Line | None = None
    practitioner: Line | None = None
    conversation: Line | None = None
    signed: Line | None = None
    second_grades: Line | None = None
    read_by: Line | None = None
    first_grades: Line | None = None
    differences: Line | None = None
    agreed: Line | None = None
    worked_well: Line | None = None
    do_differently: Line | None = None
    works_well: Line | None = None
    do_better: Line | None = None
    found: Line | None = None
    most_actions: Line | None = None
    good: Line | None = None
    talk: Line | None = None
    glance: Line | None = None
    extremes: Line | None = None
    by_team: Line | None = None
    by_month: Line | None = None
    impact_by_team: Line | None = None
    trend: Line | None = None
    criteria: Line | None = None
    causes: Line | None = None
    frequent_actions: Line | None = None
    breaks: Line | None = None
    limits: Line | None = None
    both_years: Line | None = None
    improved: Line | None = None
    fell_back: Line | None = None
    still: Line | None = None
    in_time: Line | None = None
    late_reasons: Line | None = None
    asked: Line | None = None
    asked_by_team: Line | None = None
    most_said: Line | None = None
    not_asked: Line | None = None
    own_words: Line | None = None
    situations: Line | None = None
    listed: Line | None = None
    asked_child: Line | None = None
    asked_parent_or_carer: Line | None = None
    asked_practitioner: Line | None = None
    blank_front_sheet: Line | None = None
    blank_concern: Line | None = None
    blank_feedback: Line | None = None
    blank_whole: Line | None = None
    changes_in_short: Line | None = None
    publisher: Line | None = None
    changes: Line | None = None


USUAL_HEADINGS: Final[Mapping[str, str]] = {
    "left_out": _("What is not in this report"),
    "happened": _("What happened so far"),
    "response": _("Response"),
    "standing": _("How the actions stand"),
    "strong": _("What is strong"),
    "to_work_on": _("What to work on"),
    "practitioner": _("What the practitioner said"),
    "conversation": _("In the conversation"),
    "signed": _("Signed"),
    "second_grades": _("Second grades"),
    "read_by": _("Read by"),
    "first_grades": _("First grades"),
    "differences": _("Where the grades differ"),
    "agreed": _("Agreed"),
    "worked_well": _("What worked well"),
    "do_differently": _("What to do differently"),
    "works_well": _("What works well"),
    "do_better": _("What to do better"),
    "found": _("What was found"),
    "most_actions": _("What most actions are about"),
    "good": _("What good looks like"),
    "talk": _("Talk about it"),
    "glance": _("At a glance"),
    "extremes": _("Strongest and weakest"),
    "by_team": _("Practice grades by team"),
    "by_month": _("Practice grades by month"),
    "impact_by_team": _("Impact grades by team"),
    "trend": _("Graded good or better, by month"),
    "criteria": _("Criteria met, by team"),
    "causes": _("What lay behind the shortfalls"),
    "frequent_actions": _("Most frequent actions"),
    "breaks": _("Where comparing breaks"),
    "limits": _("What the numbers do not say"),
    "both_years": _("Grades in both years"),
    "improved": _("What improved"),
    "fell_back": _("What fell back"),
    "still": _("Still to improve"),
    "in_time": _("In time, by timescale"),
    "late_reasons": _("Why timescales were missed"),
    "asked": _("Who was asked"),
    "asked_by_team": _("Asked, by team"),
    "most_said": _("What comes up most"),
    "not_asked": _("Why nobody asked"),
    "own_words": _("In their words"),
    "situations": _("Audits by situation"),
    "listed": _("The audits"),
    "asked_child": _("Child or young person"),
    "asked_parent_or_carer": _("Parent or carer"),
    "asked_practitioner": _("Practitioner"),
    "blank_front_sheet": _("Front sheet"),
    "blank_concern": _("Immediate concern"),
    "blank_feedback": _("Feedback"),
    "blank_whole": _("The file as a whole"),
    "changes_in_short": _("In short"),
    "publisher": _("In the words of the publisher"),
    "changes": _("The changes"),
}
"""What each of these headings says where a layout does not say otherwise."""
