# SPDX-License-Identifier: MPL-2.0
"""Test that old tables are brought up to date, step by step."""

import orjson
import pytest

from auditapp.errors import SchemaTooNewError
from auditapp.store.migrations import SCHEMA_VERSION, migrate


def stored(version, **tables):
    """Return stored tables of one version."""
    return orjson.dumps({"meta": {"1": {"schema": version, "locked": False}}, **tables})


def rename(old, new):
    """Return a step that renames a table."""

    def step(tables):
        return {new if name == old else name: rows for name, rows in tables.items()}

    return step


def test_tables_of_this_version_are_left_alone():
    """Not a byte changes."""
    body = stored(SCHEMA_VERSION, answers={})

    assert body is migrate(body)


def test_old_tables_go_through_every_step():
    """Each step sees what the one before it made, and the version is noted."""
    steps = {1: rename("a", "b"), 2: rename("b", "c")}

    assert stored(3, c={"k": {"v": 1}}) == migrate_sorted(stored(1, a={"k": {"v": 1}}), steps, 3)


def test_only_the_steps_that_are_needed_are_taken():
    """Tables of version 2 do not go through the first step."""
    steps = {1: rename("a", "b"), 2: rename("a", "c")}

    assert stored(3, c={}) == migrate_sorted(stored(2, a={}), steps, 3)


def test_signed_versions_go_through_the_same_steps():
    """Or else what was signed could not be read any more."""
    steps = {1: rename("a", "b")}
    version = {"1": {"tables": {"a": {"k": {"v": 1}}}}}
    migrated = orjson.loads(migrate(stored(1, a={}, signed_versions=version), steps, 2))

    assert {"1": {"tables": {"b": {"k": {"v": 1}}}}} == migrated["signed_versions"]


def test_newer_tables_are_refused():
    """An older program does not guess."""
    with pytest.raises(SchemaTooNewError):
        migrate(stored(SCHEMA_VERSION + 1))


def migrate_sorted(body, steps, to):
    """Return the migrated tables with the table of versions first, as `stored` writes them."""
    tables = orjson.loads(migrate(body, steps, to))
    return orjson.dumps({"meta": tables.pop("meta"), **tables})
