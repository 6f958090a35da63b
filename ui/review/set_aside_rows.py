# SPDX-License-Identifier: MPL-2.0
"""Put answers that a revised checklist set aside into lines: what was asked, answered, noted."""

from auditapp.i18n import _
from auditapp.judgement.day_words import dates_in_words
from auditapp.judgement.outline import Outline
from auditapp.model.answer import SetAsideAnswer
from auditapp.model.ids import QuestionKey
from ui.review.gap_rows import question_step
from ui.rows.row import Remark, Row


def set_aside_rows(outline: Outline) -> list[Row]:
    """Return a line for each; one leads to the question that now asks for it, if there is one."""
    return [_row(outline, key, each) for key, each in outline.audit.set_aside.items()]


def _row(outline: Outline, key: QuestionKey, kept: SetAsideAnswer) -> Row:
    remarks = [
        _("Answered in version {version}: {answer}").format(
            version=kept.checklist_version, answer=dates_in_words(kept.answer_text)
        ),
        _("Note: {note}").format(note=kept.answer.note) if kept.answer.note.strip() else "",
        kept.why,
    ]
    places = (each for each in (*kept.beside, kept.question, key) if each in outline.by_key)
    now = next(places, None)
    return Row(
        kept.question_text,
        tuple(Remark(words) for words in remarks if words),
        number=outline.by_key[now].number if now else None,
        step=question_step(outline, now),
    )
