# SPDX-License-Identifier: MPL-2.0
"""Show the questions of an audit with everything that was recorded under each."""

from collections.abc import Iterator, Sequence

from auditapp.checklist.models import QuestionKind
from auditapp.i18n import _
from auditapp.judgement.day_words import dates_in_words
from auditapp.judgement.grading import counts_as
from auditapp.judgement.outline import AskedQuestion, AskedSection, Outline
from auditapp.judgement.question_names import fallback_name, question_name
from auditapp.judgement.timescale_words import badge, sentence
from auditapp.judgement.timescales import TimescaleResult, TimescaleState
from auditapp.model.answer import Answer, SetAsideAnswer
from auditapp.model.ids import QuestionKey, RecordId
from auditapp.report.audit.stamps import Stamp, UsualStamp
from auditapp.report.audit.words import (
    filled,
    plain_texts,
    record_details,
    value_texts,
    without_value,
)
from auditapp.report.blocks import (
    Badge,
    Block,
    Column,
    ColumnKind,
    Detail,
    DetailKind,
    Heading,
    KeepTogether,
    Noted,
    Paragraph,
    QuestionBlock,
    Table,
    TextTone,
    Tone,
)

STATE_TONES = {
    TimescaleState.MET: Tone.MET,
    TimescaleState.LATE: Tone.NOT_MET,
    TimescaleState.NO_DATE: Tone.COULD_NOT_FIND,
}
SHORT_ANSWER = 28
"""Characters; a longer answer stands under its question instead of beside it."""


class AnswerPart:
    """Make the blocks about the answers of one audit."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        audit = outline.audit
        # The number that the window shows and finds a question by.
        self._refs = {asked.key: str(asked.number) for asked in outline.questions}
        kept = (each.answer for each in audit.set_aside.values())
        self._usual = UsualStamp(_stamp(each) for each in (*audit.answers.values(), *kept))

    def question_name(self, key: QuestionKey | None, record: RecordId | None = None) -> str:
        """Return a question's number and text, for where something points at it.

        An action or a concern, ``record``, goes on pointing at the wording that it came from when
        the answer was set aside.
        """
        return question_name(self._outline, key, record)

    def timescales(self) -> Iterator[Block]:
        """Show every timescale that applies, in one table."""
        rows = [
            (
                self._refs[asked.key],
                Noted(asked.question.text, (_limit(result),)),
                _state_badge(result),
                sentence(result),
            )
            for asked in self._outline.questions
            if (result := self._outline.timescale(asked)) is not None
        ]
        if not rows:
            return
        yield Heading(1, _("Timescales"))
        columns = (
            Column(_("No."), 6, ColumnKind.ROW_HEAD),
            Column(_("Question"), 35),
            Column(_("Result"), 18),
            Column(_("In full"), 41),
        )
        yield Table(columns, rows, _("Timescales and whether they were met"))

    def questions(self) -> Iterator[Block]:
        """Show all questions that apply, by checklist and section."""
        yield Heading(1, _("Questions and answers"))
        if self._usual.words:
            text = _("Answers last changed: {usual}, unless said otherwise.")
            text = text.format(usual=self._usual.words)
            yield Paragraph(text, TextTone.MUTED, leads_in=True)
        checklist = None
        for place, section in enumerate(self._outline.sections, start=1):
            if section.checklist is not checklist:
                checklist = section.checklist
                yield Heading(2, checklist.title)
            yield Heading(3, section_title(place, section))
            for asked in section.questions:
                yield self._question(asked)

    def hidden(self) -> Iterator[Block]:
        """Show answers to questions that no longer apply."""
        blocks = [self._hidden(key) for key in self._outline.hidden_answers]
        intro = _("These were answered before other answers showed that they do not apply.")
        return _kept_part(_("Answers to questions that no longer apply"), intro, blocks)

    def set_aside(self) -> Iterator[Block]:
        """Show answers that a revised checklist no longer asks for."""
        kept = self._outline.audit.set_aside.items()
        blocks = [self._set_aside(key, each) for key, each in kept]
        intro = _("The checklist was revised after these were given. They do not count any more.")
        return _kept_part(_("Answers set aside"), intro, blocks)

    def _hidden(self, key: QuestionKey) -> QuestionBlock:
        answer = self._outline.audit.answer(key)
        found = self._outline.find_question(key)
        waiting = self._to_confirm(key)
        if found is None:
            return self._kept(key, fallback_name(key), plain_texts(answer), answer, waiting)
        checklist, question = found
        texts = value_texts(checklist, question, answer)
        return self._kept(key, question.text, texts, answer, waiting)

    def _set_aside(self, key: QuestionKey, each: SetAsideAnswer) -> QuestionBlock:
        beside = tuple(self.question_name(other) for other in each.beside)
        why = filled(
            Detail(_("Set aside"), (each.why,), DetailKind.FACT),
            Detail(_("Asked now"), beside, DetailKind.FACT),
            Detail(_("Version"), (each.checklist_version,), DetailKind.FACT),
        )
        words = dates_in_words(each.answer_text)
        return self._kept(key, each.question_text, (words,), each.answer, why)

    def _to_confirm(self, key: QuestionKey) -> tuple[Detail, ...]:
        """Return the wording that an answer was given to, while it waits to be confirmed."""
        mark = self._outline.audit.to_confirm.get(key)
        if mark is None:
            return ()
        return filled(
            Detail(_("To confirm"), (mark.why,)),
            Detail(_("Asked then"), (mark.question_text,)),
            Detail(_("Answered then"), (dates_in_words(mark.answer_text),)),
            Detail(_("Version"), (mark.checklist_version,), DetailKind.FACT),
        )

    def _kept(
        self,
        key: QuestionKey,
        text: str,
        values: tuple[str, ...],
        answer: Answer,
        more: tuple[Detail, ...] = (),
    ) -> QuestionBlock:
        """Show an answer that is kept although its question is not asked any more."""
        shown = without_value(answer) if answer.is_given else None
        record = record_details(answer, self._outline.checklist_of(key))
        details = (*_answer_detail(values), *record, *more, *self._changed(answer))
        return QuestionBlock("", text, shown, details, _flags(answer))

    def _question(self, asked: AskedQuestion) -> QuestionBlock:
        answer = self._outline.audit.answer(asked.key)
        shown, details = self._shown(asked, answer)
        warnings = tuple(self._outline.warnings(asked))
        return QuestionBlock(
            self._refs[asked.key],
            asked.question.text,
            shown,
            (
                *details,
                *record_details(answer, asked.checklist),
                *filled(Detail(_("To check"), warnings)),
                *self._to_confirm(asked.key),
                *self._changed(answer),
            ),
            _flags(answer),
        )

    def _shown(
        self, asked: AskedQuestion, answer: Answer
    ) -> tuple[Badge | None, tuple[Detail, ...]]:
        """Return what stands beside a question and what stands under it.

        Beside it stand ratings, how a timescale was kept, and other answers that are short.
        """
        if (instead := without_value(answer)) is not None:
            return instead, ()
        result = self._outline.timescale(asked)
        texts = value_texts(asked.checklist, asked.question, answer, result)
        if asked.question.kind is QuestionKind.RATING:
            name = counts_as(self._outline, asked)
            return Badge(texts[0], Tone(name) if name else Tone.NEUTRAL), ()
        if asked.question.kind is QuestionKind.TEXT:
            return None, filled(Detail(_("Answer"), texts, DetailKind.QUOTE))
        if result is not None and result.state is not TimescaleState.NOT_APPLICABLE:
            return _state_badge(result), _answer_detail(texts)
        if len(texts) == 1 and len(texts[0]) <= SHORT_ANSWER:
            return Badge(texts[0]), ()
        return None, _answer_detail(texts)

    def _changed(self, answer: Answer) -> tuple[Detail, ...]:
        """Return who changed an answer last and when, if that is not what most say."""
        if answer.is_blank:
            return ()
        words = self._usual.exception(_stamp(answer))
        return filled(Detail(_("Last changed"), (words,), DetailKind.SMALL))


def section_title(place: int, section: AskedSection) -> str:
    """Return a section's number and title."""
    return f"{place}  {section.section.title}"


def _kept_part(title: str, intro: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield a part of the report with its introduction, or nothing when it would be empty."""
    if blocks:
        yield KeepTogether((Heading(1, title), Paragraph(intro, TextTone.MUTED), blocks[0]))
        yield from blocks[1:]


def _answer_detail(texts: Sequence[str]) -> tuple[Detail, ...]:
    return filled(Detail(_("Answer"), ("; ".join(texts),)))


def _flags(answer: Answer) -> tuple[str, ...]:
    return (_("Flagged"),) if answer.flagged else ()


def _stamp(answer: Answer) -> Stamp:
    return Stamp(answer.changed_by, answer.changed_at)


def _limit(result: TimescaleResult) -> str:
    if not result.limit_words:
        return ""
    text = _("Local limit: {limit}") if result.local_number_used else _("Limit: {limit}")
    return text.format(limit=result.limit_words)


def _state_badge(result: TimescaleResult) -> Badge:
    return Badge(badge(result), STATE_TONES.get(result.state, Tone.NEUTRAL))
