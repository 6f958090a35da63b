# SPDX-License-Identifier: MPL-2.0
"""Say a change between two versions of a checklist in one line."""

from collections.abc import Mapping
from dataclasses import replace

from auditapp.checklist.models import QuestionKind
from auditapp.checklist.revision.changes import ChangeKind, ChecklistChange
from auditapp.checklist.revision.word_marks import MarkKind, WordMark
from auditapp.i18n import _

_WORDS: Mapping[ChangeKind, str] = {
    ChangeKind.ADDED: _("new question: {new}"),
    ChangeKind.REWORDED: _("reworded: {marks}"),
    ChangeKind.MEANING: _("asks something else now, in the same words"),
    ChangeKind.MOVED: _("moved from “{old}” to “{new}”"),
    ChangeKind.RENAMED: _("was {old}"),
    ChangeKind.SPLIT: _("one part of what was: {old}; now: {new}"),
    ChangeKind.MERGED: _("takes the place of: {old}; now: {new}"),
    ChangeKind.RETIRED: _("no longer asked: {old}"),
    ChangeKind.RETURNED: _("asked again: {new}"),
    ChangeKind.VANISHED: _("gone: {old}"),
    ChangeKind.HINT: _("hint, was: {old}; now: {new}"),
    ChangeKind.GUIDANCE: _("guidance ({field}), was: {old}; now: {new}"),
    ChangeKind.SOURCES: _("{field}, was: {old}; now: {new}"),
    ChangeKind.KIND: _("kind of answer, was: {old}; now: {new}"),
    ChangeKind.SCALE: _("scale, was: {old}; now: {new}"),
    ChangeKind.ANSWER_ADDED: _("new answer {answer}: {new}"),
    ChangeKind.ANSWER_REMOVED: _("answer {answer} is gone: {old}"),
    ChangeKind.ANSWER_REWORDED: _("answer {answer} reworded: {marks}"),
    ChangeKind.ANSWER_RENAMED: _("answer {new} was {old}"),
    ChangeKind.ANSWER_CHANGED: _("answer {answer} ({field}), was: {old}; now: {new}"),
    ChangeKind.LIMITS: _("limit ({field}), was: {old}; now: {new}"),
    ChangeKind.RULES: _("warnings, was: {old}; now: {new}"),
    ChangeKind.REQUIRED: _("must be answered, was: {old}; now: {new}"),
    ChangeKind.CONDITION: _("asked only for ({field}), was: {old}; now: {new}"),
    ChangeKind.NOT_APPLICABLE: _("“not applicable”, was: {old}; now: {new}"),
    ChangeKind.CAUSE: _("cause asked after, was: {old}; now: {new}"),
    ChangeKind.TIMESCALE: _("timescale, was: {old}; now: {new}"),
    ChangeKind.WEIGHT: _("weight, was: {old}; now: {new}"),
    ChangeKind.CRITICAL: _("critical, was: {old}; now: {new}"),
    ChangeKind.COUNTS: _("counts for the grade, was: {old}; now: {new}"),
    ChangeKind.SECTION_ADDED: _("new section: {new}"),
    ChangeKind.SECTION_RENAMED: _("section renamed: {marks}"),
    ChangeKind.SECTION_MOVED: _("section moved to another place"),
    ChangeKind.SECTION_CHANGED: _("section ({field}), was: {old}; now: {new}"),
    ChangeKind.SECTION_WITHDRAWN: _("section is gone: {old}"),
    ChangeKind.CAP_ADDED: _("new cap: {new}"),
    ChangeKind.CAP_CHANGED: _("cap, was: {old}; now: {new}"),
    ChangeKind.CAP_REMOVED: _("cap is gone: {old}"),
    ChangeKind.HEAD: _("{field}, was: {old}; now: {new}"),
}
_FIELDS: Mapping[str, str] = {
    "where": _("where to look"),
    "good": _("what good looks like"),
    "shortfall": _("what a shortfall looks like"),
    "looks_like": _("what each answer looks like"),
    "counts_as": _("what it counts as"),
    "exclusive": _("stands alone"),
    "raises": _("what it raises"),
    "order": _("place"),
    "cohorts": _("groups of children"),
    "when": _("condition"),
    "min": _("smallest number"),
    "max": _("largest number"),
    "whole": _("whole numbers only"),
    "intro": _("introduction"),
    "effective": _("dates of use"),
    "last_review": _("last reviewed"),
    "look_back": _("period looked at, in months"),
    "min_app": _("oldest version of this program"),
}
"""What a key of the format is called for those who never write it; other keys are plain words."""

_KINDS: Mapping[str, str] = {
    QuestionKind.RATING: _("a rating"),
    QuestionKind.CHOICE: _("one answer of a list"),
    QuestionKind.CHOICES: _("several answers of a list"),
    QuestionKind.TEXT: _("a text"),
    QuestionKind.NUMBER: _("a number"),
    QuestionKind.DATE: _("a date"),
    QuestionKind.DATES: _("several dates"),
}
_MARKED: Mapping[MarkKind, str] = {
    MarkKind.SAME: "{text}",
    MarkKind.WENT: "[-{text}-]",
    MarkKind.CAME: "{{+{text}+}}",
}


def change_words(change: ChecklistChange) -> str:
    """Return a change in one line, with the id of what it is about in front."""
    pattern = _WORDS[change.kind]
    if change.kind is ChangeKind.MOVED and change.old == change.new:
        pattern = _("moved inside “{new}”")
    words = pattern.format(
        old=change.old or _("nothing"),
        new=change.new or _("nothing"),
        answer=change.answer,
        field=change.field,
        marks=marked_words(change.marks),
    )
    about = change.question or change.section or change.cap
    return f"{about}: {words}" if about else words


def change_sentence(change: ChecklistChange) -> str:
    """Return a change as an auditor reads it, without what it is about in front."""
    plain = replace(change, question=None, section=None, cap=None, field=field_name(change.field))
    if change.kind is ChangeKind.KIND:
        plain = replace(
            plain, old=_KINDS.get(change.old, change.old), new=_KINDS.get(change.new, change.new)
        )
    words = change_words(plain)
    return words[:1].upper() + words[1:]


def field_name(field: str) -> str:
    """Return what a key of the format is called for those who never write it."""
    return _FIELDS.get(field, field)


def about_words(change: ChecklistChange) -> str:
    """Return what a change is about: a question, a section, a cap, or the whole checklist."""
    if change.question:
        return change.question
    if change.section:
        return _("Section {id}").format(id=change.section)
    if change.cap:
        return _("Cap {id}").format(id=change.cap)
    return _("The checklist as a whole")


def marked_words(marks: tuple[WordMark, ...]) -> str:
    """Return a text with ``[-what went-]`` and ``{+what came+}``, as for a terminal."""
    return "".join(_MARKED[mark.kind].format(text=mark.text) for mark in marks)
