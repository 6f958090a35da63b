# SPDX-License-Identifier: MPL-2.0
"""Put two audits side by side into lines: grades, answers, and the actions of the first."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from auditapp.i18n import _
from auditapp.judgement.comparison import ComparedGrade, ComparedLine, LineState, Side
from auditapp.judgement.comparison_words import (
    direction_words,
    line_words,
    pointer_words,
    since_then_words,
    steps_words,
)
from auditapp.judgement.reaudit import Direction, EarlierAction, direction_of
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import Grade
from auditapp.model.labels import label
from ui.rows.row import Cell, Column, Remark, Row
from ui.theme.tokens import TONES
from ui.widgets.answers.grade_looks import GRADE_ICONS

_WIDTH: Final = 170
_DIRECTION_TONES: Final[Mapping[Direction, str]] = {
    Direction.BETTER: "ok",
    Direction.SAME: "neutral",
    Direction.WORSE: "danger",
    Direction.UNKNOWN: "info",
}
_STATUS_TONES: Final[Mapping[ActionStatus, str]] = {
    ActionStatus.OPEN: "info",
    ActionStatus.DONE: "warn",
    ActionStatus.VERIFIED: "ok",
    ActionStatus.DROPPED: "neutral",
}


class Shown(StrEnum):
    """Name what lines are looked at; the last four are about then and now."""

    ALL = "all"
    DIFFERENT = "different"
    SAME = "same"
    ONLY_ONE = "only_one"
    TO_READ = "to_read"
    CHANGED = "changed"
    BETTER = "better"
    AS_BEFORE = "as_before"
    WORSE = "worse"


MODERATION_FILTERS: Final[Mapping[Shown, str]] = {
    Shown.ALL: _("Every line"),
    Shown.DIFFERENT: _("Where both differ"),
    Shown.ONLY_ONE: _("Where only one answered"),
    Shown.TO_READ: _("To be read side by side"),
    Shown.SAME: _("Where both are the same"),
}
REAUDIT_FILTERS: Final[Mapping[Shown, str]] = {
    Shown.ALL: _("Every line"),
    Shown.WORSE: _("Worse than then"),
    Shown.BETTER: _("Better than then"),
    Shown.AS_BEFORE: _("As it was then"),
    Shown.CHANGED: _("Where the question changed its meaning"),
}

_STATES: Final[Mapping[Shown, frozenset[LineState]]] = {
    Shown.DIFFERENT: frozenset({LineState.DIFFERENT}),
    Shown.SAME: frozenset({LineState.SAME}),
    Shown.ONLY_ONE: frozenset({LineState.FIRST_ONLY, LineState.SECOND_ONLY}),
    Shown.TO_READ: frozenset({LineState.TO_READ}),
    Shown.CHANGED: frozenset({LineState.CHANGED_MEANING}),
}
_DIRECTIONS: Final[Mapping[Shown, Direction]] = {
    Shown.BETTER: Direction.BETTER,
    Shown.AS_BEFORE: Direction.SAME,
    Shown.WORSE: Direction.WORSE,
}


def is_shown(line: ComparedLine, shown: Shown) -> bool:
    """Tell whether a line is one of those that are looked at."""
    if shown in _DIRECTIONS:
        is_rated = line.first is not None and line.first.rating is not None
        return is_rated and direction_of(line) is _DIRECTIONS[shown]
    return shown is Shown.ALL or line.state in _STATES[shown]


def line_columns(*, is_moderation: bool) -> tuple[Column, ...]:
    """Return the columns of the lines, each called as it is for such a pair."""
    first, second = side_names(is_moderation=is_moderation)
    return Column(first, _WIDTH), Column(second, _WIDTH), Column(_("How they stand"), 220)


def grade_columns(*, is_moderation: bool) -> tuple[Column, ...]:
    """Return the columns of the grades; only of two readings is anything agreed."""
    first, second = side_names(is_moderation=is_moderation)
    last = _("Agreed") if is_moderation else _("How they stand")
    return Column(first, 190), Column(second, 190), Column(last, 220)


def side_names(*, is_moderation: bool) -> tuple[str, str]:
    """Return what the two audits are called."""
    if is_moderation:
        return _("First reading"), _("Second reading")
    return _("Then"), _("Now")


def line_rows(lines: Sequence[ComparedLine], *, is_moderation: bool) -> tuple[Row, ...]:
    """Return a row for each line, with both notes below it; its key is that of the question."""
    return tuple(_line_row(line, is_moderation=is_moderation) for line in lines)


def grade_rows(grades: Sequence[ComparedGrade], *, is_moderation: bool) -> tuple[Row, ...]:
    """Return a row for each grade; one that can be agreed on is known by its key."""
    rows = (
        _grade_row(each, is_moderation=is_moderation)
        for each in grades
        if each.first or each.second
    )
    return tuple(rows)


def action_rows(actions: Sequence[EarlierAction]) -> tuple[Row, ...]:
    """Return a row for each action of the first audit, known by its id."""
    return tuple(_action_row(each) for each in actions)


def stands_words(line: ComparedLine, *, is_moderation: bool) -> str:
    """Say how a line stands: how far apart two readings are, or now against then."""
    direction = direction_of(line)
    if is_moderation or direction is Direction.UNKNOWN:
        return line_words(line)
    return direction_words(direction)


def _line_row(line: ComparedLine, *, is_moderation: bool) -> Row:
    names = side_names(is_moderation=is_moderation)
    remarks = [
        Remark(_("{name}: {note}").format(name=name, note=side.answer.note))
        for name, side in zip(names, (line.first, line.second), strict=True)
        if side is not None and side.answer.note.strip()
    ]
    words = stands_words(line, is_moderation=is_moderation)
    cells = (
        _side(line.first),
        _side(line.second),
        _stands(line, words, is_moderation=is_moderation),
    )
    return Row(line.text, tuple(remarks), cells, key=line.key)


def _side(side: Side | None) -> Cell:
    if side is None:
        return Cell(_("Not asked"))
    words = side.words or _("No answer")
    return Cell(words, side.rating if side.rating in TONES else "")


def _stands(line: ComparedLine, words: str, *, is_moderation: bool) -> Cell:
    if line.state is LineState.CHANGED_MEANING:
        return Cell(words)
    if not is_moderation and direction_of(line) is not Direction.UNKNOWN:
        return Cell(words, _DIRECTION_TONES[direction_of(line)])
    return Cell(words, "warn" if line.state is LineState.DIFFERENT else "")


def _grade_row(grade: ComparedGrade, *, is_moderation: bool) -> Row:
    names = side_names(is_moderation=is_moderation)
    remarks = [
        Remark(_("{name}: {note}").format(name=name, note=given.reason))
        for name, given in zip(names, (grade.first, grade.second), strict=True)
        if given is not None and given.reason.strip()
    ]
    if grade.agreed is not None:
        agreed = _("Agreed, recorded by {who}: {why}")
        remarks.append(Remark(agreed.format(who=grade.agreed.by, why=grade.agreed.reason), "text"))
    elif is_moderation and grade.first is not None and grade.steps != 0:
        remarks.append(Remark(_("Choose this line to record what you agree on."), "primary_text"))
    last = _agreed_cell(grade) if is_moderation else Cell(_steps(grade, since_then_words))
    can_agree = is_moderation and grade.first is not None
    cells = (_grade_cell(grade.first), _grade_cell(grade.second), last)
    return Row(grade.title, tuple(remarks), cells, key=grade.key if can_agree else "")


def _agreed_cell(grade: ComparedGrade) -> Cell:
    if grade.agreed is not None:
        band = grade.agreed.band
        return Cell(label(band), band.value, GRADE_ICONS[band])
    return Cell(_("Not agreed yet") if grade.steps else _steps(grade, steps_words))


def _steps(grade: ComparedGrade, words_of: Callable[[int], str]) -> str:
    return _("Only one gave it") if grade.steps is None else words_of(grade.steps)


def _grade_cell(grade: Grade | None) -> Cell:
    if grade is None:
        return Cell(_("No grade given"))
    return Cell(label(grade.band), grade.band.value, GRADE_ICONS[grade.band])


def _action_row(each: EarlierAction) -> Row:
    action = each.action
    pointer = pointer_words(each.points_to)
    owner = _("Owner: {who}").format(who=action.owner_role) if action.owner_role else ""
    remarks = tuple(
        Remark(words) for words in (owner, action.completion_evidence, pointer) if words.strip()
    )
    cell = Cell(label(action.status), _STATUS_TONES[action.status])
    return Row(action.what, remarks, (cell,), key=each.id)
