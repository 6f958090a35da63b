# SPDX-License-Identifier: MPL-2.0
"""Say what an organisation may settle for everybody on a computer, beside whose keys are trusted.

An administrator writes it under ``settings`` in the file of the organisation; the names are those
of ``auditapp.settings.Settings``. What is left out is each person's own.
"""

from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints

from auditapp.checklist.field_types import (
    LOCAL_NAME,
    LONGEST_LIMIT,
    PLAIN_ID,
    Flag,
    Text,
    WholeNumber,
    refusal,
)
from auditapp.checklist.patterns import PatternError, check_pattern
from auditapp.model.frozen import Frozen


def _pattern(text: str) -> str:
    if text:
        try:
            check_pattern(text)
        except PatternError as error:
            raise refusal(str(error), error.remedy) from None
    return text


Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Days = Annotated[WholeNumber, Field(ge=0, le=365)]


class SettledStandard(Frozen):
    """Switch a local timescale on or off, and give it the number of the organisation."""

    on: Flag = True
    number: Annotated[WholeNumber, Field(ge=1, le=LONGEST_LIMIT)] | None = None


class SettledSettings(Frozen):
    """Hold what is settled. ``idle_minutes`` is the longest time: less may be chosen."""

    organisation: Line | None = None
    marking: Line | None = None
    idle_minutes: Annotated[WholeNumber, Field(ge=1, le=120)] | None = None
    reference_pattern: Annotated[Line, AfterValidator(_pattern)] | None = None
    local_standards: (
        dict[Annotated[str, StringConstraints(pattern=PLAIN_ID)], SettledStandard] | None
    ) = None
    local_names: dict[Annotated[str, StringConstraints(pattern=LOCAL_NAME)], Text] | None = None
    backup_days: Days | None = None
    keep_months: Annotated[WholeNumber, Field(ge=0, le=1200)] | None = None
    agreement_target: Annotated[WholeNumber, Field(ge=1, le=100)] | None = None

    @property
    def values(self) -> dict[str, Any]:
        """What is settled, by name, as the settings hold it."""
        return self.model_dump(mode="json", exclude_none=True)
