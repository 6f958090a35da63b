# SPDX-License-Identifier: MPL-2.0
"""Keep the schema for editors in step with the models."""

import json
from pathlib import Path

from auditapp.checklist.schema import schema_text

SHIPPED = Path(__file__).parents[3] / "checklists" / "checklist.schema.json"


def test_the_shipped_schema_is_current():
    """The file is what ``checklist schema`` prints; after a change of the models, write it anew."""
    assert schema_text() == SHIPPED.read_text(encoding="utf-8")


def test_the_schema_knows_what_authors_may_write():
    """Keys have the names of the format, and a single text may stand for a list."""
    schema = json.loads(schema_text())
    assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
    question = schema["$defs"]["Question"]
    assert {"id", "kind", "text", "sources"} == set(question["required"])
    assert {"string", "array"} == {each["type"] for each in question["properties"]["good"]["anyOf"]}
    assert {"is", "is_not", "timescale"} <= set(schema["$defs"]["QuestionTest"]["properties"])
    assert "oneOf" not in schema_text()
