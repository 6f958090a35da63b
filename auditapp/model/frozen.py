# SPDX-License-Identifier: MPL-2.0
"""Share the one setting of all models: frozen, and closed to unknown fields."""

from pydantic import BaseModel, ConfigDict

from auditapp.model.records import Record


class Frozen(BaseModel):
    """Base every model on this: a change makes a new object, so nothing changes unseen."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def record(self) -> Record:
        """Return the model as the plain row that the store keeps."""
        return self.model_dump(mode="json")
