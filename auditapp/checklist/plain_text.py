# SPDX-License-Identifier: MPL-2.0
"""Write a checklist out as plain text: every question with its guidance and sources."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from auditapp.checklist.condition_words import condition_words
from auditapp.checklist.models import Cap, Checklist, Quality, Question, Section, Timescale
from auditapp.checklist.scales import QUALITY
from auditapp.i18n import _

WIDTH = 96
"""Characters a line."""

_GRADES = {Quality(answer.id): answer.text for answer in QUALITY.answers}


def checklist_lines(checklist: Checklist) -> Iterator[str]:
    """Yield the lines of a checklist."""
    yield f"{checklist.title} ({checklist.id} {checklist.version}, {checklist.status})"
    yield from _labelled("", checklist.purpose, 0)
    yield from _labelled(_("For"), ", ".join(checklist.cohorts), 0)
    agencies = "; ".join(agency.text for agency in checklist.agencies)
    yield from _labelled(_("Answered together by"), agencies, 0)
    for section in checklist.sections:
        yield ""
        yield from _section(checklist, section)
    if checklist.caps:
        yield ""
        yield _("Caps on the suggested grades")
        for cap in checklist.caps:
            yield from _cap(checklist, cap)


def _section(checklist: Checklist, section: Section) -> Iterator[str]:
    yield section.title.upper()
    yield from _labelled("", section.intro or "", 0)
    yield from _labelled(_("For"), ", ".join(section.cohorts), 0)
    if section.when is not None:
        yield from _labelled(_("Asked when"), condition_words(section.when, checklist), 0)
    for question in section.questions:
        yield ""
        yield from _question(checklist, question)


def _question(checklist: Checklist, question: Question) -> Iterator[str]:
    yield from wrap(f"{question.id}  {question.text}", WIDTH, subsequent_indent="    ")
    yield from _labelled("", question.hint or "")
    yield from _labelled(_("Answers"), _answers(checklist, question))
    yield from _labelled(_("For"), ", ".join(question.cohorts))
    if question.when is not None:
        yield from _labelled(_("Asked when"), condition_words(question.when, checklist))
    if question.timescale is not None:
        yield from _labelled(_("Timescale"), _timescale(question.timescale))
    yield from _labelled(_("Where to look"), "; ".join(question.where))
    yield from _points(_("Good"), question.good)
    yield from _points(_("Shortfall"), question.shortfall)
    texts = checklist.answer_texts(question.id)
    for answer, text in question.looks_like.items():
        yield from _labelled(_("{answer} looks like").format(answer=texts[answer]), text)
    for rule in question.rules:
        words = condition_words(rule.must, checklist)
        yield from _labelled(_("Warns unless"), f"{words} - {rule.message}")
    yield from _labelled(_("Sources"), "; ".join(question.sources))


def _timescale(timescale: Timescale) -> str:
    if timescale.ends_on is None:
        return timescale.rule
    return _("{rule}, up to the day in {question}").format(
        rule=timescale.rule, question=timescale.ends_on
    )


def _answers(checklist: Checklist, question: Question) -> str:
    texts = list(checklist.answer_texts(question.id).values()) or [question.kind]
    if question.can_be_not_applicable:
        texts.append(_("Not applicable"))
    return "; ".join(texts)


def _cap(checklist: Checklist, cap: Cap) -> Iterator[str]:
    limits = []
    if cap.section_at_most is not None:
        limits.append(
            _("{section} at most {grade}").format(
                section=cap.section, grade=_GRADES[cap.section_at_most]
            )
        )
    if cap.audit_at_most is not None:
        limits.append(_("the audit at most {grade}").format(grade=_GRADES[cap.audit_at_most]))
    words = condition_words(cap.when, checklist)
    yield from _labelled(
        cap.id, _("{limits} when {words}").format(limits=", ".join(limits), words=words)
    )
    yield from _labelled("", cap.because)


def _points(label: str, points: Sequence[str]) -> Iterator[str]:
    for point in points:
        yield from _labelled(label, point)


def _labelled(label: str, text: str, indent: int = 4) -> Iterator[str]:
    """Yield ``label: text`` on as many lines as it takes; nothing when there is no text."""
    if text:
        start = " " * indent
        line = f"{label}: {text}" if label else text
        yield from wrap(line, WIDTH, initial_indent=start, subsequent_indent=start)
