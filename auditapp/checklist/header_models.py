# SPDX-License-Identifier: MPL-2.0
"""Model the head of a checklist: who publishes it, when it holds, what its versions changed."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from auditapp.checklist.field_types import (
    IsoDate,
    PlainId,
    QuestionIdField,
    Text,
    Version,
    WholeNumber,
)
from auditapp.model.frozen import Frozen


class ChecklistStatus(StrEnum):
    """Say whether a checklist is ready for use."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


class QuestionChange(StrEnum):
    """Say what a reworded question does to the answers that it already has."""

    SAME_MEANING = "same_meaning"
    CHANGED_MEANING = "changed_meaning"


class Publisher(Frozen):
    """Name who answers for a checklist."""

    name: Text
    contact: Text | None = None


class Agency(Frozen):
    """Name one of the agencies that answer a checklist together."""

    id: PlainId
    text: Text


class Effective(Frozen):
    """Give the days on which a checklist is meant to be used; outside them is a warning."""

    from_: IsoDate | None = Field(default=None, alias="from")
    to: IsoDate | None = None


class Approval(Frozen):
    """Say when a checklist was approved and by which roles."""

    on: IsoDate
    by: tuple[Text, ...] = ()


class LookBack(Frozen):
    """Give the period of the file that is read, and the last part that is judged, in months."""

    months: Annotated[WholeNumber, Field(ge=1, le=120)] = 12
    judge_on_months: Annotated[WholeNumber, Field(ge=1, le=120)] = 6


class VersionChange(Frozen):
    """Tell what a version changed, and which reworded questions still mean the same."""

    version: Version
    on: IsoDate
    summary: Text
    questions: dict[QuestionIdField, QuestionChange] = Field(default_factory=dict)
