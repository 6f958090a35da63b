# SPDX-License-Identifier: MPL-2.0
"""Describe the checklist format as JSON Schema, from which editors complete and check."""

import json

from auditapp.checklist.models import Checklist


def schema_text() -> str:
    """Return the schema as the text of ``checklists/checklist.schema.json``."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= Checklist.model_json_schema()
    return json.dumps(_tolerant(schema), indent=1, ensure_ascii=False) + "\n"


def _tolerant(part: object) -> object:
    """Let several alternatives fit: a whole number is a number too."""
    if isinstance(part, dict):
        renamed = {"oneOf": "anyOf"}
        return {renamed.get(key, key): _tolerant(value) for key, value in part.items()}
    return [_tolerant(each) for each in part] if isinstance(part, list) else part
