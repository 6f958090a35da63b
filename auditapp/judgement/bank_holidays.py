# SPDX-License-Identifier: MPL-2.0
"""Read the exceptions to the yearly bank holidays from ``checklists/bank-holidays.yaml``."""

from typing import Literal, Self

from pydantic import Field, model_validator

from auditapp.checklist.data_files import read_model
from auditapp.checklist.field_types import IsoDate, Text, refusal
from auditapp.i18n import _
from auditapp.judgement.working_days import WorkingDays, bank_holidays_by_rule
from auditapp.model.frozen import Frozen


class HolidayException(Frozen):
    """Add one day off, or remove a bank holiday that did not take place on its usual day."""

    add: IsoDate | None = None
    remove: IsoDate | None = None
    because: Text

    @model_validator(mode="after")
    def _is_one_of_both(self) -> Self:
        if (self.add is None) == (self.remove is None):
            raise refusal(
                _("An exception adds a day or removes one."),
                _("Write either add or remove, with a date like 2022-06-03."),
            )
        if self.remove and self.remove not in bank_holidays_by_rule(self.remove.year):
            raise refusal(
                _("{day} is no bank holiday that could be removed.").format(day=self.remove),
                _("Check the date; only a yearly bank holiday can be removed."),
            )
        return self


class BankHolidayFile(Frozen):
    """Hold the exceptions. ``known_on`` is the day on which they were last checked."""

    schema_: Literal["bank-holidays/1"] = Field(alias="schema")
    known_on: IsoDate
    exceptions: tuple[HolidayException, ...] = ()


def load_working_days(data: bytes, name: str) -> WorkingDays:
    """Make the calendar from the bytes of the file ``name``.

    Raises:
        ChecklistInvalidError: the file has faults; they are listed.
    """
    file = read_model(BankHolidayFile, data, name)
    return WorkingDays(
        added=[each.add for each in file.exceptions if each.add],
        removed=[each.remove for each in file.exceptions if each.remove],
        known_on=file.known_on,
    )
