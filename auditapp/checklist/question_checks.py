# SPDX-License-Identifier: MPL-2.0
"""Check each question of a checklist: its scale and answers, its guidance and its timescale."""

from collections.abc import Collection, Iterator, Mapping
from typing import Protocol

from auditapp.checklist.faults import Path, PathFault
from auditapp.checklist.known_questions import KnownQuestions
from auditapp.checklist.models import Checklist, Question, QuestionKind, Timescale
from auditapp.checklist.scales import BUILT_IN_SCALES, Compliance, Scale
from auditapp.checklist.suggestions import listed_words, suggestion
from auditapp.i18n import _
from auditapp.model.ids import AnswerId, QuestionId, RuleId

_RATING = frozenset({QuestionKind.RATING})
_CHOICE = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})
_NUMBER = frozenset({QuestionKind.NUMBER})
_DATES = frozenset({QuestionKind.DATE, QuestionKind.DATES})

_KINDS_OF_KEY: Mapping[str, frozenset[QuestionKind]] = {
    "scale": _RATING,
    "looks_like": _RATING,
    "cause_when": _RATING,
    "answers": _CHOICE,
    "unit": _NUMBER,
    "min": _NUMBER,
    "max": _NUMBER,
    "whole": _NUMBER,
    "timescale": _DATES,
}
_NOT_FOUND = AnswerId(Compliance.COULD_NOT_FIND)


class KnownSituation(Protocol):
    """One situation of a timescale rule."""

    @property
    def id(self) -> str:
        """Return the id that an answer must have."""


class KnownRule(Protocol):
    """What the checks need to know of a timescale rule."""

    @property
    def kind(self) -> str:
        """Return "single" or "series"."""

    @property
    def situations(self) -> Collection[KnownSituation]:
        """Return the situations among which the rule chooses."""


def question_faults(
    checklist: Checklist, rules: Mapping[RuleId, KnownRule] | None
) -> Iterator[PathFault]:
    """Yield the faults of every question; timescale rules are checked only where they are given."""
    known = KnownQuestions(checklist)
    for number, section in enumerate(checklist.sections):
        for place, question in enumerate(section.questions):
            path: Path = ("sections", number, "questions", place)
            yield from _misplaced_keys(question, path)
            yield from _answers(question, path)
            yield from _scale(checklist, question, path)
            yield from _limits(question, path)
            yield from _timescale(question, known, path)
            yield from _timescale_rule(question, known, rules, path)


def _misplaced_keys(question: Question, path: Path) -> Iterator[PathFault]:
    for key, kinds in _KINDS_OF_KEY.items():
        if key in question.model_fields_set and question.kind not in kinds:
            yield PathFault(
                (*path, key),
                _("A question of kind {kind} has no '{key}'.").format(kind=question.kind, key=key),
                _("Remove it, or change the kind to {kinds}.").format(
                    kinds=listed_words(sorted(kinds), _("or"))
                ),
            )


def _answers(question: Question, path: Path) -> Iterator[PathFault]:
    if question.kind in _CHOICE and len(question.answers) < 2:  # noqa: PLR2004 - a choice
        yield PathFault(
            (*path, "answers"),
            _("Question '{question}' offers no choice.").format(question=question.id),
            _("List two answers or more under answers."),
        )
    for number, answer in enumerate(question.answers):
        if answer.exclusive and question.kind is QuestionKind.CHOICE:
            yield PathFault(
                (*path, "answers", number, "exclusive"),
                _("Each answer of a choice excludes the others."),
                _("Remove exclusive, or change the kind to choices."),
            )


def _scale(checklist: Checklist, question: Question, path: Path) -> Iterator[PathFault]:
    if question.kind is not QuestionKind.RATING:
        return
    known = (*BUILT_IN_SCALES, *(scale.id for scale in checklist.scales))
    if question.scale is None:
        yield PathFault(
            path,
            _("Rating '{question}' has no scale.").format(question=question.id),
            _("Write scale: compliance, scale: quality, or a scale of this checklist."),
        )
    elif question.scale not in known:
        yield PathFault(
            (*path, "scale"),
            _("There is no scale '{scale}'.").format(scale=question.scale),
            suggestion(question.scale, known),
        )
    else:
        scale = checklist.scale(question.scale)
        yield from _looks_like(question, scale, path)
        yield from _foreign_answers(question, scale, path)


def _looks_like(question: Question, scale: Scale, path: Path) -> Iterator[PathFault]:
    missing = [
        answer.id
        for answer in scale.answers
        if answer.counts_as != _NOT_FOUND and answer.id not in question.looks_like
    ]
    if missing:
        yield PathFault(
            (*path, "looks_like"),
            _("'{question}' does not say what {answers} looks like.").format(
                question=question.id, answers=listed_words(missing, _("or"))
            ),
            _("Write looks_like with a sentence or two for each answer."),
        )


def _foreign_answers(question: Question, scale: Scale, path: Path) -> Iterator[PathFault]:
    """Yield the answers that are described or want a cause, but are not in the scale."""
    places = [((*path, "looks_like", answer), answer) for answer in question.looks_like]
    wanted = question.cause_when or ()
    places += [((*path, "cause_when", number), each) for number, each in enumerate(wanted)]
    for place, answer in places:
        if answer not in scale.answer_ids:
            yield PathFault(
                place,
                _("'{answer}' is not an answer of scale '{scale}'.").format(
                    answer=answer, scale=scale.id
                ),
                suggestion(answer, scale.answer_ids),
            )


def _limits(question: Question, path: Path) -> Iterator[PathFault]:
    if question.min is not None and question.max is not None and question.min > question.max:
        yield PathFault(
            (*path, "max"),
            _("No number is at least {min:g} and at most {max:g}.").format(
                min=question.min, max=question.max
            ),
            _("Write the smaller number under min."),
        )


def _timescale(question: Question, known: KnownQuestions, path: Path) -> Iterator[PathFault]:
    """Yield the faults of the questions that a timescale names."""
    if question.timescale is None:
        return
    named: tuple[tuple[str, QuestionId | None, QuestionKind], ...] = (
        ("starts_from", question.timescale.starts_from, QuestionKind.DATE),
        ("ends_on", question.timescale.ends_on, QuestionKind.DATE),
        ("situation", question.timescale.situation, QuestionKind.CHOICE),
        ("changes_on", question.timescale.changes_on, QuestionKind.DATE),
    )
    for key, name, kind in named:
        place = (*path, "timescale", key)
        if name == question.id:
            yield PathFault(
                place,
                _("The timescale of '{question}' names '{question}' itself.").format(
                    question=question.id
                ),
                _("Name another question of kind {kind}.").format(kind=kind),
            )
        elif name is not None and (fault := known.wrong_kind(name, (kind,), place)):
            yield fault
    if question.timescale.ends_on is not None and question.kind is not QuestionKind.DATES:
        yield PathFault(
            (*path, "timescale", "ends_on"),
            _("Only a series of dates ends; '{question}' asks for one date.").format(
                question=question.id
            ),
            _("Remove ends_on, or change the kind to dates."),
        )


def _timescale_rule(
    question: Question,
    known: KnownQuestions,
    rules: Mapping[RuleId, KnownRule] | None,
    path: Path,
) -> Iterator[PathFault]:
    """Yield where a question and the timescale rule that it names do not fit each other."""
    if question.timescale is None or rules is None:
        return
    rule = rules.get(question.timescale.rule)
    place = (*path, "timescale", "rule")
    if rule is None:
        yield PathFault(
            place,
            _("There is no timescale rule '{rule}'.").format(rule=question.timescale.rule),
            suggestion(question.timescale.rule, rules),
        )
        return
    kind = QuestionKind.DATES if rule.kind == "series" else QuestionKind.DATE
    if question.kind is not kind:
        yield PathFault(
            place,
            _("Rule '{rule}' does not fit a question of kind {kind}.").format(
                rule=question.timescale.rule, kind=question.kind
            ),
            _("Change the kind to {kind}, or name another rule.").format(kind=kind),
        )
    yield from _situations(question.timescale, known, rule, (*path, "timescale"))


def _situations(
    timescale: Timescale, known: KnownQuestions, rule: KnownRule, path: Path
) -> Iterator[PathFault]:
    """Yield where the answers of the situation question are not the situations of the rule."""
    wanted = {situation.id for situation in rule.situations}
    asked = known.get(timescale.situation) if timescale.situation else None
    if wanted and timescale.situation is None:
        yield PathFault(
            path,
            _("Rule '{rule}' needs to know the situation.").format(rule=timescale.rule),
            _("Ask a choice of {answers}, and name it under situation.").format(
                answers=listed_words(sorted(wanted), _("and"))
            ),
        )
    elif timescale.situation is not None and not wanted:
        yield PathFault(
            (*path, "situation"),
            _("Rule '{rule}' is the same in every situation.").format(rule=timescale.rule),
            _("Remove situation."),
        )
    elif (
        asked is not None
        and asked.kind is QuestionKind.CHOICE
        and (offered := set(known.answer_ids(asked))) != wanted
    ):
        yield PathFault(
            (*path, "situation"),
            _("The answers of '{question}' are not the situations of rule '{rule}': {ids}.").format(
                question=asked.id, rule=timescale.rule, ids=", ".join(sorted(offered ^ wanted))
            ),
            _("Offer exactly {answers}.").format(answers=listed_words(sorted(wanted), _("and"))),
        )
