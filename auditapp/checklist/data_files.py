# SPDX-License-Identifier: MPL-2.0
"""Read the data files of this package: YAML into a frozen model, faults with line and column."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from auditapp.checklist.file_kinds import OTHER
from auditapp.checklist.model_faults import model_faults
from auditapp.checklist.yaml_reader import read
from auditapp.errors import ChecklistInvalidError
from auditapp.i18n import _

Model = TypeVar("Model", bound=BaseModel)


def read_model(model: type[Model], data: bytes, name: str) -> Model:
    """Read ``data``, the bytes of the file ``name``, as a ``model``.

    Raises:
        ChecklistInvalidError: the file has faults; ``faults`` holds each with its place.
    """
    plain, lines = read(data, name, purpose=OTHER)
    try:
        return model.model_validate(plain)
    except ValidationError as error:
        found = model_faults(model, error, plain)
        raise ChecklistInvalidError(
            _("The file '{name}' has faults.").format(name=name),
            tuple(sorted(fault.in_file(name, lines) for fault in found)),
            _("Put them right, or use the file that came with the program."),
        ) from error
