# SPDX-License-Identifier: MPL-2.0
"""Hold what every part of a layout is made of: models in which whatever is written says something.

The format as a whole is in `auditapp.report.layout`.
"""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, ValidationInfo, field_validator

from auditapp.checklist.field_types import refusal
from auditapp.i18n import _
from auditapp.model.frozen import Frozen


def one_line(text: str) -> str:
    """Return a text that is one line, and refuse any other."""
    if len(text.splitlines()) > 1:
        raise refusal(_("This must be one line."), _("Take the line break out."))
    return text


Line = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=80),
    AfterValidator(one_line),
]
"""A title, a heading or a name, as it is printed."""


class Said(Frozen):
    """Base the models of a layout on this: whatever is written in it says something."""

    @field_validator("*", mode="before")
    @classmethod
    def _say_something(cls, value: object, field: ValidationInfo) -> object:
        """Refuse nothing, which a colour without quotes is too: "#" begins a comment."""
        if value is None:
            raise refusal(
                _("'{name}' is empty.").format(name=field.field_name),
                _("Write something, in quotes if it begins with #, or remove the key."),
            )
        return value
