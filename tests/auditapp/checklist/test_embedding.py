# SPDX-License-Identifier: MPL-2.0
"""Test that an audit carries its checklists as they were."""

from auditapp.checklist.embedding import embedded, pin, with_bytes
from auditapp.checklist.library import Library
from auditapp.model.records import Put
from auditapp.paths import PROGRAM


def test_a_checklist_comes_back_byte_for_byte():
    """From the row that pins it; the pin names exactly these bytes."""
    library = Library([PROGRAM / "checklists"])
    loaded = [library.load(name) for name in ("pathway", "visits")]
    row = with_bytes(Put("checklists", "visits", pin(loaded[1]).record()), loaded).record
    carried = embedded(row)

    assert loaded[1].data == carried.data
    assert loaded[1].checklist == carried.checklist
    assert pin(loaded[1]) == pin(carried)
    assert len(row["data"]) < len(loaded[1].data)


def test_other_rows_are_left_alone():
    """So is one that is to be removed."""
    for put in (Put("answers", "visits/VS1", {"value": "met"}), Put("checklists", "visits", None)):
        assert put is with_bytes(put, [])
