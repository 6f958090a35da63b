# SPDX-License-Identifier: MPL-2.0
"""Test that an audit carries its checklists as they were."""

import base64
import tracemalloc
import zlib
from dataclasses import replace
from hashlib import sha256

import pytest

from auditapp.checklist.embedding import embedded, embedded_bytes, pin, with_bytes
from auditapp.checklist.library import Library
from auditapp.checklist.trust.verdict import Verdict
from auditapp.checklist.yaml_reader import MAX_BYTES
from auditapp.errors import AuditDamagedError
from auditapp.model.audit import PinnedTrust
from auditapp.model.records import Put
from auditapp.model.trust import TrustState
from auditapp.paths import PROGRAM


def test_a_checklist_comes_back_byte_for_byte():
    """From the row that pins it; the pin names exactly these bytes."""
    library = Library([PROGRAM / "checklists"])
    loaded = [library.load(name) for name in ("pathway", "visits")]
    row = with_bytes(Put("checklists", "visits", pin(loaded[1]).record()), loaded).record
    carried = embedded(row)

    assert loaded[1].data == carried.data
    assert loaded[1].checklist == carried.checklist
    assert pin(loaded[1]).model_copy(update={"trust": None}) == pin(carried)
    assert len(row["data"]) < len(loaded[1].data)


def test_the_pin_keeps_the_verdict_of_the_day():
    """For the report, whatever becomes of the key later."""
    loaded = Library([PROGRAM / "checklists"]).load("visits")
    assert PinnedTrust(state=TrustState.SHIPPED) == pin(loaded).trust
    verdict = Verdict(TrustState.KNOWN_KEY, "Signed.", "Halden Council", "13FD039B504F53AC")
    expected = PinnedTrust(
        state=TrustState.KNOWN_KEY, signer="Halden Council", key_id="13FD039B504F53AC"
    )
    assert expected == pin(replace(loaded, verdict=verdict)).trust


def test_other_rows_are_left_alone():
    """So is one that is to be removed."""
    for put in (Put("answers", "visits/VS1", {"value": "met"}), Put("checklists", "visits", None)):
        assert put is with_bytes(put, [])


def test_no_more_is_unpacked_than_a_checklist_may_have():
    """A few bytes from elsewhere must not fill the memory."""
    data = bytes(20 * MAX_BYTES)
    packed = base64.b85encode(zlib.compress(data)).decode()
    row = {"id": "visits", "data": packed, "sha256": sha256(data).hexdigest()}
    tracemalloc.start()
    with pytest.raises(AuditDamagedError, match="not the one"):
        embedded_bytes(row)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 * MAX_BYTES


@pytest.mark.parametrize("packed", ['no b85: "', base64.b85encode(b"no zlib").decode()])
def test_what_is_not_packed_is_no_checklist(packed):
    """Whatever it is."""
    with pytest.raises(AuditDamagedError, match="not the one"):
        embedded_bytes({"id": "visits", "data": packed, "sha256": "0" * 64})
