# SPDX-License-Identifier: MPL-2.0
"""Test that rows are kept under their own keys."""

import pytest
from tinydb import where

from auditapp.store.row_table import RowDatabase
from auditapp.store.sealed_storage import SealedStorage

AUDIT = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def database(vault):
    """Return an empty database."""
    return RowDatabase(vault, AUDIT, is_new=True, storage=SealedStorage)


@pytest.fixture
def table(database):
    """Return an empty table, in a running batch."""
    with database.storage.batch({}):
        yield database.table("answers", cache_size=0)


def test_a_row_is_found_by_its_key(table):
    """And by a query, as in any table of TinyDB."""
    table.put("visits/q1", {"value": "met"})
    table.put("visits/q2", {"value": "not met"})

    assert {"value": "met"} == table.get(doc_id="visits/q1")
    assert "visits/q2" == table.get(where("value") == "not met").doc_id


def test_the_methods_of_tinydb_work_on_it(table):
    """In the same batch as our own."""
    table.put("q1", {"value": "met"})
    table.put("q2", {"value": "met"})

    table.update({"value": "not met"}, doc_ids=["q1"])
    table.remove(where("value") == "met")

    assert [{"value": "not met"}] == table.all()


def test_nothing_of_an_old_row_stays(table):
    """A field that the new row lacks is gone."""
    table.put("q1", {"value": "met", "note": "seen"})

    table.put("q1", {"value": "met"})

    assert [{"value": "met"}] == table.all()


def test_rows_keep_their_order(table):
    """A row that is put again stays where it is."""
    for key in ("b", "a", "c", "a"):
        table.put(key, {})

    assert ["b", "a", "c"] == [row.doc_id for row in table]


def test_a_row_can_be_dropped(table):
    """Dropping it twice does no harm."""
    table.put("q1", {"value": "met"})

    table.drop("q1")
    table.drop("q1")

    assert [] == table.all()


def test_a_stored_row_is_nobody_elses(table):
    """The caller's object may change afterwards, and so may one that was read."""
    row = {"evidence": ["page 1"]}
    table.put("q1", row)

    row["evidence"].append("page 2")
    table.get(doc_id="q1")["evidence"].append("page 3")

    assert [{"evidence": ["page 1"]}] == table.all()


def test_a_row_is_put_in_a_batch_only(database):
    """So that nobody takes it for saved."""
    with pytest.raises(ValueError, match="no batch"):
        database.table("answers").put("q1", {})
