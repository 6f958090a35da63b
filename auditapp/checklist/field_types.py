# SPDX-License-Identifier: MPL-2.0
"""Give the fields of checklists their types."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints
from pydantic_core import PydanticCustomError

from auditapp.checklist.versions import VERSION
from auditapp.i18n import _
from auditapp.model.ids import AnswerId, ChecklistId, QuestionId, RuleId, SectionId


def refusal(message: str, remedy: str) -> PydanticCustomError:
    """Make the error by which a validator refuses a value, in two plain sentences."""
    return PydanticCustomError("refused", "{message}", {"message": message, "remedy": remedy})


def _iso_date(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise refusal(
            _("'{text}' is not a date.").format(text=value[:40]),
            _("Write the year, month and day like this: 2026-03-31."),
        ) from None


def listed(value: object) -> object:
    """Let a single text stand for a list of one."""
    return (value,) if isinstance(value, str) else value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
IsoDate = Annotated[date, BeforeValidator(_iso_date), Field(strict=True)]
Points = Annotated[
    tuple[Text, ...], BeforeValidator(listed, json_schema_input_type=Text | tuple[Text, ...])
]
"""Short points; a single text stands for a list of one."""

Flag = Annotated[bool, Field(strict=True)]
WholeNumber = Annotated[int, Field(strict=True)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]

CHECKLIST_ID = r"^[a-z0-9][a-z0-9-]{0,63}$"
QUESTION_ID = r"^[A-Za-z0-9][A-Za-z0-9-]{0,63}$"
LOCAL_NAME = r"^[a-z]{1,40}(_[a-z]{1,40}){0,4}$"
PLAIN_ID = r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$"

LONGEST_LIMIT = 1000
"""The largest number of days, working days, weeks or months that a limit may have."""

ChecklistIdField = Annotated[ChecklistId, StringConstraints(pattern=CHECKLIST_ID)]
QuestionIdField = Annotated[QuestionId, StringConstraints(pattern=QUESTION_ID)]
SectionIdField = Annotated[SectionId, StringConstraints(pattern=PLAIN_ID)]
AnswerIdField = Annotated[AnswerId, StringConstraints(pattern=PLAIN_ID)]
RuleIdField = Annotated[RuleId, StringConstraints(pattern=PLAIN_ID)]
AnswerIds = Annotated[
    tuple[AnswerIdField, ...],
    Field(min_length=1),
    BeforeValidator(listed, json_schema_input_type=AnswerIdField | tuple[AnswerIdField, ...]),
]
"""Answers; one alone stands for a list of one."""

PlainId = Annotated[str, StringConstraints(pattern=PLAIN_ID)]
Version = Annotated[str, StringConstraints(pattern=VERSION)]
"""Numbers with dots between them, compared part by part: "1.10" is later than "1.9"."""
