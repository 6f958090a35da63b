# SPDX-License-Identifier: MPL-2.0
"""Keep the guide for authors true, and complete: every construct is shown in a sound example."""

import json
import re
from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel, TypeAdapter

from auditapp.checklist.condition_models import Condition, Verb
from auditapp.checklist.loading import checked_checklist
from auditapp.checklist.revision.change_words import change_words
from auditapp.checklist.revision.compare import compare
from auditapp.checklist.revision.publishing import PublishingFaults, publishing_faults
from auditapp.checklist.schema import schema_text
from auditapp.checklist.yaml_reader import read
from auditapp.standards import load_beside

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads(schema_text())
MODELS = {"Checklist": SCHEMA, **SCHEMA["$defs"]}

GUIDE = (ROOT / "docs" / "checklist-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
FIRST, PUBLISHED, REVISED, WORKED = EXAMPLES[:4]
"""The file of the first steps, what is changed for its publication, the next version; and the
whole checklist to which every example that is a piece is added."""

NOT_SHOWN = {("Measured", "value"), ("Quality", "outstanding")}
"""What is written by leaving it out, and the cap that would limit nothing."""

ONE_IS_ENOUGH = {"Cohort"}
"""The guide lists every value; an example of each would show nothing more."""


@pytest.fixture(scope="module")
def beside():
    """Return what the shipped checklists may name, as the examples may."""
    return load_beside(ROOT / "checklists")


def plain(example):
    """Return the plain data of an example."""
    return read(example.encode(), "guide.yaml")[0]


def completed(example, base=WORKED):
    """Return the plain data of an example; a piece is added to the checklist ``base``."""
    piece = plain(example)
    if isinstance(piece, list):
        whole = plain(base)
        whole["sections"][0]["questions"] += piece
        return whole
    if "schema" in piece:
        return piece
    whole = plain(base)
    for key in {"sections", "caps"} & set(piece):
        piece[key] = [*whole.get(key, ()), *piece[key]]
    return whole | piece


def checked(data, beside):
    """Return the checklist in plain data; it has no faults."""
    return checked_checklist(json.dumps(data).encode(), "guide.yaml", beside)


def parts(value):
    """Yield every key that is written in a checklist, with its model, and every fixed value."""
    if isinstance(value, BaseModel):
        for name in value.model_fields_set:
            key, held = type(value).model_fields[name].alias or name, getattr(value, name)
            yield type(value).__name__, key
            for each in held if isinstance(held, tuple) else (held,):
                yield type(value).__name__, key, each if isinstance(each, str) else None
            yield from parts(held)
    elif isinstance(value, StrEnum):
        yield type(value).__name__, value.value
    elif isinstance(value, tuple | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from parts(each)


def fixed_values(schema):
    """Yield the values that a key can have, where they are written out beside it."""
    yield from schema.get("enum", ())
    if "const" in schema:
        yield schema["const"]
    for each in (*schema.get("anyOf", ()), schema.get("items")):
        if each:
            yield from fixed_values(each)


def constructs():
    """Yield what there is to be shown, in the form of `parts`."""
    for name, model in MODELS.items():
        for key, schema in model.get("properties", {}).items():
            yield name, key
            yield from ((name, key, value) for value in fixed_values(schema))
        if name not in ONE_IS_ENOUGH:
            yield from ((name, value) for value in model.get("enum", ()))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each[:30].strip())
def test_what_authors_copy_has_no_faults(example, beside):
    """A whole checklist by itself, a piece when it is added to the worked example."""
    assert checked(completed(example), beside).questions


def test_every_yaml_of_the_guide_is_checked():
    """None stands there as plain text, which the tests would pass over."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    assert EXAMPLES == [text for mark, text in blocks if mark == "yaml"]
    keys = {key for model in MODELS.values() for key in model.get("properties", ())}
    begins = re.compile(rf"^ *(- )?\{{?({'|'.join(sorted(keys))}):", re.MULTILINE)
    assert [] == [text for mark, text in blocks if mark != "yaml" and begins.search(text)]


def test_every_construct_is_shown(beside):
    """Each key of each part of a checklist, each verb, each kind, and each fixed value."""
    shown = {each for example in EXAMPLES for each in parts(checked(completed(example), beside))}
    assert [] == [each for each in constructs() if each not in shown | NOT_SHOWN]


def test_the_tests_in_the_table_are_conditions():
    """What is copied from there is read as one."""
    table = GUIDE.partition("| Test | Holds when |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| `(.*?)` \|", table, re.MULTILINE)
    assert len(table.splitlines()) == len(rows) > 0
    for row in rows:
        TypeAdapter(Condition).validate_python(plain(row))


def test_the_first_steps_lead_to_a_second_version(beside):
    """The file of the guide is published and revised; the guide prints what ``diff`` says."""
    old = checked(completed(PUBLISHED, FIRST), beside)
    new = checked(completed(REVISED), beside)
    assert PublishingFaults() == publishing_faults(old, new)
    said = "\n".join(change_words(change) for change in compare(old, new))
    assert f"```\n{said}\n" in GUIDE


@pytest.mark.parametrize("model", MODELS.values(), ids=lambda each: each["title"])
def test_every_key_is_explained(model):
    """The guide names each key and each fixed value of the format."""
    names = [*model.get("properties", ()), *model.get("enum", ()), *Verb]
    assert [] == [name for name in names if not re.search(rf"\b{re.escape(name)}\b", GUIDE)]
