# SPDX-License-Identifier: MPL-2.0
"""Share the settings of all models: frozen, closed to unknown fields, only numbers JSON has."""

from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from auditapp.model.records import Record


class Frozen(BaseModel):
    """Base every model on this: a change makes a new object, so nothing changes unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    LATER: ClassVar[frozenset[str]] = frozenset()
    """Fields that came after the first release.

    While they hold nothing a row is written without them: so the rows of an audit that was signed
    before they were there are still those that its content hash was made of.
    """

    def record(self) -> Record:
        """Return the model as the plain row that the store keeps."""
        row = self.model_dump(mode="json")
        for name in self.LATER:
            if getattr(self, name) == type(self).model_fields[name].get_default():
                del row[name]
        return row
