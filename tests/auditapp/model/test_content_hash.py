# SPDX-License-Identifier: MPL-2.0
"""Test that a sign-off covers everything that an audit can say.

The models are walked: a table, a row or a field that is added to them and left out of the hash
fails here, whoever adds it.
"""

import datetime as dt
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import AwareDatetime, BaseModel, ValidationError

from auditapp.model.answer import Answer
from auditapp.model.audit import Audit, ChecklistPin
from auditapp.model.tables import SPECS, content_hash
from auditapp.model.text import Text

NOT_SIGNED = {"id", "status", "sign_off", "action_progress", "agreed"}
"""Fields of an audit that say how it was signed, or what was done about it afterwards.

Of a copy, the id that it was signed under is signed, and not its own.
"""

BY_HASH = {(ChecklistPin, "data")}
"""Bytes that the hash beside them stands for; opening an audit compares the two."""

NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.UTC)
SAMPLES = {
    str: ("one", "two"),
    bool: (False, True),
    int: (1, 2),
    float: (1.5, 2.5),
    dt.date: (dt.date(2026, 1, 1), dt.date(2026, 1, 2)),
    AwareDatetime: (NOW, NOW + dt.timedelta(days=1)),
    Any: ("one", "two"),
}


def samples(kind):
    """Return two different values of a type, each with something in every field."""
    origin, inner = get_origin(kind), get_args(kind)
    if hasattr(kind, "__supertype__"):
        return samples(kind.__supertype__)
    if origin is None:
        return plain_samples(kind)
    if origin is tuple:
        return tuple((each,) for each in samples(inner[0]))
    if origin is dict:
        key = samples(inner[0])[0]
        return tuple({key: each} for each in samples(inner[1]))
    assert origin in (Annotated, Union, UnionType)
    return samples(next(each for each in inner if each is not type(None)))


def plain_samples(kind):
    """Return two values of a type that has no other types inside."""
    if kind in SAMPLES:
        return SAMPLES[kind]
    if issubclass(kind, Enum):
        return tuple(kind)[:2]
    return filled(kind, 0), filled(kind, 1)


def filled(model, which=0):
    """Return a model with a value in every field."""
    fields = model.model_fields.items()
    return model(**{name: samples(field.annotation)[which] for name, field in fields})


def variants(value, path=()):
    """Yield a path and another value for every field, at every depth of a model."""
    for name, field in type(value).model_fields.items():
        old = getattr(value, name)
        new = samples(field.annotation)[1]
        yield (*path, name), (type(value), name), value.model_copy(update={name: new})
        for inner_path, where, inner in inner_variants(old, (*path, name)):
            yield inner_path, where, value.model_copy(update={name: inner})


def inner_variants(old, path):
    """Yield the same for what lies inside a field: a model, or a tuple or dict of models."""
    if isinstance(old, BaseModel):
        yield from variants(old, path)
    elif isinstance(old, tuple) and old and isinstance(old[0], BaseModel):
        for inner_path, where, inner in variants(old[0], path):
            yield inner_path, where, (inner,)
    elif isinstance(old, dict) and isinstance(next(iter(old.values()), None), BaseModel):
        ((key, row),) = old.items()
        for inner_path, where, inner in variants(row, path):
            yield inner_path, where, {key: inner}


AUDIT = filled(Audit)
VARIANTS = [
    pytest.param(where, changed, id=".".join(path))
    for path, where, changed in variants(AUDIT)
    if path[0] not in NOT_SIGNED
]


@pytest.mark.parametrize(("where", "changed"), VARIANTS)
def test_every_field_of_every_model_is_signed(where, changed):
    """Another value of any field, at any depth, is another audit; save the bytes with a hash."""
    is_same = content_hash(AUDIT, "h") == content_hash(changed, "h")

    assert (where in BY_HASH) is is_same


def test_the_walk_reaches_every_table():
    """Or else it would prove nothing."""
    reached = {param.id.partition(".")[0] for param in VARIANTS}
    inside = {param.id.partition(".")[0] for param in VARIANTS if "." in param.id}

    assert set(Audit.model_fields) - NOT_SIGNED == reached
    assert {spec.field for spec in SPECS.values()} - NOT_SIGNED <= inside
    assert {f"answers.{name}" for name in Answer.model_fields} <= {each.id for each in VARIANTS}
    assert "answers.evidence.place" in {each.id for each in VARIANTS}


def test_each_row_of_a_table_is_signed_under_its_key():
    """The same words under another question are another audit."""
    ((_key, answer),) = AUDIT.answers.items()
    moved = AUDIT.model_copy(update={"answers": {"other/key": answer}})
    gone = AUDIT.model_copy(update={"answers": {}})

    assert 3 == len({content_hash(each, "h") for each in (AUDIT, moved, gone)})


def test_the_samples_are_what_the_models_take():
    """A text is text, and a model refuses what it should not hold."""
    assert ("one", "two") == samples(Text)
    with pytest.raises(ValidationError):
        Answer.model_validate({**dict(filled(Answer)), "unknown": "field"})


def test_an_audit_is_signed_under_its_id_and_a_copy_under_that_of_the_first():
    """So that both copies of one audit can be kept beside each other, each as it was signed."""
    audit = AUDIT.model_copy(update={"id": "one", "copy_of": None})
    other, copy = (audit.model_copy(update={"id": "two", "copy_of": of}) for of in (None, "one"))

    assert content_hash(audit, "") != content_hash(other, "")
    assert content_hash(audit, "") == content_hash(copy, "")
