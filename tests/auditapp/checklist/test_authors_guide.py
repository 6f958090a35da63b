# SPDX-License-Identifier: MPL-2.0
"""Keep the guide for authors true."""

import json
import re
from pathlib import Path

import pytest

from auditapp.checklist.beside import Beside
from auditapp.checklist.condition_models import Verb
from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.schema import schema_text
from auditapp.judgement.timescale_rules import load_rules

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads(schema_text())


@pytest.fixture(scope="module")
def guide():
    """Return the text of the guide."""
    return (ROOT / "docs" / "checklist-format.md").read_text(encoding="utf-8")


def test_the_worked_example_is_a_checklist(guide):
    """What authors copy from the guide has no faults."""
    (example,) = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    rules = load_rules((ROOT / "checklists" / "timescales.yaml").read_bytes(), "timescales.yaml")
    checklist = checked_checklist(example.encode(), "guide.yaml", Beside(rules=rules.by_id))
    assert "supervision" == checklist.id


@pytest.mark.parametrize(
    "model", [SCHEMA, *SCHEMA["$defs"].values()], ids=lambda each: each["title"]
)
def test_every_key_is_explained(guide, model):
    """The guide names each key and each fixed value of the format."""
    names = [*model.get("properties", ()), *model.get("enum", ()), *Verb]
    assert [] == [name for name in names if not re.search(rf"\b{re.escape(name)}\b", guide)]
