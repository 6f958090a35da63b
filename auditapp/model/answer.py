# SPDX-License-Identifier: MPL-2.0
"""Define an answer: what the auditor found, where it stands on the file, and why it fell short."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AwareDatetime, Field, SerializerFunctionWrapHandler, model_serializer

from auditapp.model.front_sheet import Source
from auditapp.model.frozen import Frozen
from auditapp.model.ids import QuestionKey
from auditapp.model.records import Record
from auditapp.model.text import Text

_WholeNumber = Annotated[int, Field(ge=-(2**63), lt=2**63)]
"""As much as the files of the store hold; a larger one becomes a ``float``."""

Value = Text | _WholeNumber | float | tuple[Text, ...]
"""An answer's value as it is stored: an answer id, text, an ISO date, a number, or several.

``rating`` and ``choice`` hold an answer id; ``choices`` a tuple of them; ``date`` an ISO date;
``dates`` a tuple of ISO dates, oldest first.
"""


class Cause(StrEnum):
    """Say what lies behind a shortfall, so that the action goes to the right place."""

    PRACTICE = "practice"
    SYSTEM = "system"
    PARTNER = "partner"
    RECORDING = "recording"


class Evidence(Frozen):
    """Point at where something was seen or heard. It never holds a copy of the record.

    ``source`` came later: a row is written without it where it is the case file, wherever the
    evidence lies, so that audits signed before it was there stay as they were signed.
    """

    document: Text
    date: dt.date | None = None
    place: Text = ""
    source: Source = Source.FILE

    @model_serializer(mode="wrap")
    def _without_usual(self, make_row: SerializerFunctionWrapHandler) -> Record:
        row: Record = make_row(self)
        if self.source is Source.FILE:
            del row["source"]
        return row


class Answer(Frozen):
    """Hold all that the auditor gave for one question.

    A value, ``not_applicable`` and ``none_on_file`` (the file has no such date) exclude each other.
    ``reason`` says why the question does not apply; ``late_reason`` explains a timescale
    that was not met. ``agencies`` are those of a checklist that several answer together, by id:
    whose records and practice the answer is about.
    """

    LATER: ClassVar = frozenset({"agencies"})

    value: Value | None = None
    not_applicable: bool = False
    none_on_file: bool = False
    reason: Text = ""
    late_reason: Text = ""
    note: Text = ""
    evidence: tuple[Evidence, ...] = ()
    cause: Cause | None = None
    agencies: tuple[Text, ...] = ()
    flagged: bool = False
    changed_at: AwareDatetime | None = None
    changed_by: str = ""

    @property
    def is_given(self) -> bool:
        """Tell whether the question has been answered, as opposed to only written about."""
        is_without_value = self.not_applicable or self.none_on_file
        return is_without_value or (self.value is not None and self.value not in ("", ()))

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing at all is left of the answer."""
        texts = (self.reason, self.late_reason, self.note)
        marks = (self.is_given, self.evidence, self.cause, self.agencies, self.flagged)
        return not any(texts) and not any(marks)


class SetAsideAnswer(Frozen):
    """Keep an answer that a revised checklist no longer asks for, with the question it answered.

    ``answer`` is whole, with its note and evidence. ``question`` is the key under which it was
    given; ``beside`` names the questions that now ask for it, several when the question was split.
    """

    question_text: Text
    answer_text: Text
    answer: Answer
    why: Text
    checklist_version: str
    question: QuestionKey | None = None
    beside: tuple[QuestionKey, ...] = ()


class ToConfirm(Frozen):
    """Mark an answer that was given to an earlier wording, until the auditor confirms it.

    Kept beside the answer and not in it, so that the rows of answers, and with them the hashes of
    audits signed before there were revisions, stay as they are.
    """

    question_text: Text
    answer_text: Text
    why: Text
    checklist_version: str
