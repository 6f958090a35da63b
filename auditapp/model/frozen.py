# SPDX-License-Identifier: MPL-2.0
"""Share the settings of all models: frozen, closed to unknown fields, only numbers JSON has."""

from pydantic import BaseModel, ConfigDict

from auditapp.model.records import Record


class Frozen(BaseModel):
    """Base every model on this: a change makes a new object, so nothing changes unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def record(self) -> Record:
        """Return the model as the plain row that the store keeps."""
        return self.model_dump(mode="json")
