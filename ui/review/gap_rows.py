# SPDX-License-Identifier: MPL-2.0
"""Put what is missing from an audit into lines, in the groups that the review shows."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from auditapp.history.places import Places
from auditapp.i18n import _, ngettext
from auditapp.judgement.gaps import Gap, GapKind
from auditapp.judgement.outline import AskedQuestion, Outline
from auditapp.model.follow_up import Concern
from auditapp.model.grade import IMPACT, PRACTICE
from auditapp.model.history import RowChange
from auditapp.model.ids import QuestionKey, SectionKey
from auditapp.model.labels import label
from ui.rows.row import Remark, Row
from ui.walkthrough.steps import FEEDBACK, OVERALL, Step, StepKind, step_of_row
from ui.widgets.fields.date_text import date_words


class GapGroup(StrEnum):
    """Name the groups, in the order in which they are shown."""

    CONCERNS = "concerns"
    DIFFERENCES = "differences"
    UNANSWERED = "unanswered"
    TO_CONFIRM = "to_confirm"
    GRADES = "grades"
    REASONS = "reasons"
    AGENCIES = "agencies"
    FEEDBACK = "feedback"
    CONCERNS_TO_RAISE = "concerns_to_raise"
    WARNINGS = "warnings"
    SUPPORT = "support"
    CAUSES = "causes"
    FLAGS = "flags"


class GroupLook(NamedTuple):
    """Hold the heading of a group, its icon and its tone."""

    title: str
    icon: str
    tone: str = "neutral"


LOOKS: Final[Mapping[GapGroup, GroupLook]] = {
    GapGroup.CONCERNS: GroupLook(_("Open concerns"), "siren", "danger"),
    GapGroup.DIFFERENCES: GroupLook(_("Two versions to choose from"), "copy", "warn"),
    GapGroup.UNANSWERED: GroupLook(_("Unanswered questions"), "circle-question-mark"),
    GapGroup.TO_CONFIRM: GroupLook(_("Answers to confirm"), "circle-question-mark"),
    GapGroup.GRADES: GroupLook(_("Grades to give"), "gauge"),
    GapGroup.REASONS: GroupLook(_("Reasons to give"), "pencil"),
    GapGroup.AGENCIES: GroupLook(_("Agencies to name"), "users"),
    GapGroup.FEEDBACK: GroupLook(_("Feedback"), "message-square"),
    GapGroup.CONCERNS_TO_RAISE: GroupLook(_("Concerns not raised"), "shield-alert", "danger"),
    GapGroup.WARNINGS: GroupLook(_("Answers that do not fit together"), "triangle-alert", "warn"),
    GapGroup.SUPPORT: GroupLook(_("Good ratings with nothing behind them"), "paperclip"),
    GapGroup.CAUSES: GroupLook(_("Shortfalls without a cause"), "circle-alert"),
    GapGroup.FLAGS: GroupLook(_("Flags that lead to nothing"), "flag"),
}

BLOCKING: Final = (
    GapGroup.CONCERNS,
    GapGroup.DIFFERENCES,
    GapGroup.UNANSWERED,
    GapGroup.TO_CONFIRM,
    GapGroup.GRADES,
    GapGroup.REASONS,
    GapGroup.AGENCIES,
    GapGroup.FEEDBACK,
)
ADVISORY: Final = tuple(group for group in GapGroup if group not in BLOCKING)

_GROUPS: Final[Mapping[GapKind, GapGroup]] = {
    GapKind.OPEN_CONCERN: GapGroup.CONCERNS,
    GapKind.DIFFERENCE: GapGroup.DIFFERENCES,
    GapKind.UNANSWERED: GapGroup.UNANSWERED,
    GapKind.TO_CONFIRM: GapGroup.TO_CONFIRM,
    GapKind.NO_GRADE: GapGroup.GRADES,
    GapKind.NO_AGENCY: GapGroup.AGENCIES,
    GapKind.NO_REASON: GapGroup.REASONS,
    GapKind.NO_LATE_REASON: GapGroup.REASONS,
    GapKind.NO_GRADE_REASON: GapGroup.REASONS,
    GapKind.NO_FEEDBACK: GapGroup.FEEDBACK,
    GapKind.NO_CONCERN: GapGroup.CONCERNS_TO_RAISE,
    GapKind.WARNING: GapGroup.WARNINGS,
    GapKind.NO_EVIDENCE: GapGroup.SUPPORT,
    GapKind.NO_CAUSE: GapGroup.CAUSES,
    GapKind.IDLE_FLAG: GapGroup.FLAGS,
}


def gap_rows(outline: Outline, found: Sequence[Gap]) -> dict[GapGroup, list[Row]]:
    """Return the lines of every group; ``found`` is what ``gaps(outline)`` returned."""
    rows: dict[GapGroup, list[Row]] = {group: [] for group in GapGroup}
    for gap in found:
        if gap.kind is not GapKind.OPEN_CONCERN:
            rows[_GROUPS[gap.kind]].append(_row(outline, gap))
    rows[GapGroup.CONCERNS] = [_concern(outline, each) for each in outline.audit.open_concerns]
    return rows


def question_step(outline: Outline, key: QuestionKey | None) -> Step | None:
    """Return the step of a question; None when there is none or it no longer applies."""
    return Step(StepKind.QUESTION, key) if key is not None and key in outline.by_key else None


def grade_name(outline: Outline, key: str) -> str:
    """Return what a grade is given for: a section's title, or the whole audit."""
    if key == PRACTICE:
        return _("Overall: practice")
    if key == IMPACT:
        return _("Overall: impact on the child")
    return outline.section_by_key[SectionKey(key)].section.title


def grade_step(key: str) -> Step:
    """Return the step in which a grade is given."""
    return OVERALL if key in (PRACTICE, IMPACT) else Step(StepKind.SECTION_GRADE, key)


def kept_words(outline: Outline) -> str:
    """Say how many answers are kept whose questions no longer apply; empty when none is."""
    hidden = len(outline.hidden_answers)
    if not hidden:
        return ""
    return ngettext(
        "One answer is kept whose question no longer applies. The report lists it.",
        "{count} answers are kept whose questions no longer apply. The report lists them.",
        hidden,
    ).format(count=hidden)


def _row(outline: Outline, gap: Gap) -> Row:
    if gap.row is not None:
        return _difference(outline, *gap.row, gap.sentence)
    if gap.grade is not None:
        remark = Remark(gap.sentence)
        return Row(grade_name(outline, gap.grade), (remark,), step=grade_step(gap.grade))
    if gap.feedback is not None:
        return Row(label(gap.feedback), (Remark(gap.sentence),), step=FEEDBACK)
    asked = outline.by_key[QuestionKey(gap.question or "")]
    is_blank = gap.kind is GapKind.UNANSWERED
    remark = Remark(_place(outline, asked) if is_blank else gap.sentence)
    return Row(
        asked.question.text,
        (remark,),
        number=asked.number,
        step=Step(StepKind.QUESTION, asked.key),
    )


def _difference(outline: Outline, table: str, key: str, sentence: str) -> Row:
    """Return the line of a row that came in two versions; it leads to where the row is shown."""
    place = Places(outline, ()).of(RowChange(table=table, key=key, old=None, new=None))
    step = step_of_row(outline, table, key, place.question)
    return Row(place.words, (Remark(sentence),), number=place.number, step=step)


def _place(outline: Outline, asked: AskedQuestion) -> str:
    """Return where a question stands: its section, and its checklist if there are several."""
    section = outline.section_by_key[asked.section].section.title
    return section if len(outline.compiled) == 1 else f"{asked.checklist.title} · {section}"


def _concern(outline: Outline, concern: Concern) -> Row:
    found = _("Found on {day}. Record the response in the strip at the top, then close it.")
    day = date_words(concern.found_at.astimezone().date())
    asked = outline.by_key.get(concern.question) if concern.question else None
    return Row(
        concern.what,
        (Remark(found.format(day=day)),),
        number=asked.number if asked else None,
        step=question_step(outline, concern.question),
    )
