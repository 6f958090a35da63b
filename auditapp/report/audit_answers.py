# SPDX-License-Identifier: MPL-2.0
"""Show the questions of an audit with everything that was recorded under each."""

from collections.abc import Iterator, Sequence

from auditapp.checklist.models import QuestionKind
from auditapp.i18n import _
from auditapp.judgement.grading import counts_as
from auditapp.judgement.outline import AskedQuestion, AskedSection, Outline
from auditapp.judgement.timescale_words import badge, sentence
from auditapp.judgement.timescales import TimescaleResult, TimescaleState
from auditapp.model.answer import Answer, SetAsideAnswer
from auditapp.model.ids import QuestionKey
from auditapp.report.audit_words import fallback_name, filled, record_details, value_texts
from auditapp.report.blocks import (
    Badge,
    Block,
    Column,
    ColumnKind,
    Detail,
    Heading,
    KeepTogether,
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


class AnswerPart:
    """Make the blocks about the answers of one audit."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._refs = {
            asked.key: f"{place}.{asked.number_in_section}"
            for place, section in enumerate(outline.sections, start=1)
            for asked in section.questions
        }

    def question_name(self, key: QuestionKey | None) -> str:
        """Return a question's number and text, for where something points at it."""
        if key is None:
            return ""
        found = self._outline.find_question(key)
        text = found[1].text if found else fallback_name(key)
        return f"{self._refs[key]} {text}" if key in self._refs else text

    def timescales(self) -> Iterator[Block]:
        """Show every timescale that applies, in one table."""
        rows = [
            (self._refs[asked.key], asked.question.text, _state_badge(result), sentence(result))
            for asked in self._outline.questions
            if (result := self._outline.timescale(asked)) is not None
        ]
        if not rows:
            return
        yield Heading(1, _("Timescales"))
        columns = (
            Column(_("No."), 7, ColumnKind.ROW_HEAD),
            Column(_("Question"), 36),
            Column(_("Result"), 22),
            Column(_("In full"), 40),
        )
        yield Table(columns, rows, _("Timescales and whether they were met"))

    def questions(self) -> Iterator[Block]:
        """Show all questions that apply, section by section."""
        yield Heading(1, _("Questions and answers"))
        for place, section in enumerate(self._outline.sections, start=1):
            yield Heading(2, section_title(place, section))
            for asked in section.questions:
                yield self._question(asked)

    def hidden(self) -> Iterator[Block]:
        """Show answers to questions that no longer apply."""
        blocks = [self._hidden(key) for key in self._outline.hidden_answers]
        intro = _("These were answered before other answers showed that they do not apply.")
        return _kept_part(_("Answers to questions that no longer apply"), intro, blocks)

    def set_aside(self) -> Iterator[Block]:
        """Show answers that a revised checklist no longer asks for."""
        blocks = [_set_aside(each) for each in self._outline.audit.set_aside.values()]
        intro = _("The checklist was revised after these were given. They do not count any more.")
        return _kept_part(_("Answers set aside"), intro, blocks)

    def _hidden(self, key: QuestionKey) -> QuestionBlock:
        answer = self._outline.audit.answer(key)
        found = self._outline.find_question(key)
        if found:
            checklist, question = found
            return _kept(question.text, value_texts(checklist, question, answer), answer)
        values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
        texts = tuple(str(value) for value in values if value is not None)
        return _kept(fallback_name(key), texts, answer)

    def _question(self, asked: AskedQuestion) -> QuestionBlock:
        answer = self._outline.audit.answer(asked.key)
        shown, details = self._shown(asked, answer)
        result = self._outline.timescale(asked)
        warnings = tuple(self._outline.warnings(asked))
        return QuestionBlock(
            self._refs[asked.key],
            asked.question.text,
            shown,
            (
                *details,
                *filled(Detail(_("Timescale"), (sentence(result) if result else "",))),
                *record_details(answer),
                *filled(Detail(_("To check"), warnings)),
            ),
            (_("Flagged"),) if answer.flagged else (),
        )

    def _shown(
        self, asked: AskedQuestion, answer: Answer
    ) -> tuple[Badge | None, tuple[Detail, ...]]:
        """Return a rating as a badge, and any other value as a detail."""
        if answer.not_applicable:
            return Badge(_("Not applicable")), ()
        if not answer.is_given:
            return Badge(_("Not answered")), ()
        texts = value_texts(asked.checklist, asked.question, answer)
        if asked.question.kind is QuestionKind.RATING:
            name = counts_as(self._outline, asked)
            return Badge(texts[0], Tone(name) if name else Tone.NEUTRAL), ()
        return None, filled(Detail(_("Answer"), texts))


def section_title(place: int, section: AskedSection) -> str:
    """Return a section's number and title."""
    return f"{place}  {section.section.title}"


def _kept_part(title: str, intro: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield a part of the report with its introduction, or nothing when it would be empty."""
    if blocks:
        yield KeepTogether((Heading(1, title), Paragraph(intro, TextTone.MUTED), blocks[0]))
        yield from blocks[1:]


def _kept(text: str, values: tuple[str, ...], answer: Answer) -> QuestionBlock:
    """Show an answer that is kept although its question is not asked any more."""
    if answer.not_applicable:
        values = (_("Not applicable"),)
    return QuestionBlock(
        "",
        text,
        None,
        (*filled(Detail(_("Answer"), values)), *record_details(answer)),
        (_("Flagged"),) if answer.flagged else (),
    )


def _set_aside(each: SetAsideAnswer) -> QuestionBlock:
    block = _kept(each.question_text, (each.answer_text,), each.answer)
    why = filled(
        Detail(_("Set aside because"), (each.why,)),
        Detail(_("Checklist version"), (each.checklist_version,)),
    )
    return QuestionBlock(block.ref, block.text, block.answer, (*block.details, *why), block.flags)


def _state_badge(result: TimescaleResult) -> Badge:
    return Badge(badge(result), STATE_TONES.get(result.state, Tone.NEUTRAL))
