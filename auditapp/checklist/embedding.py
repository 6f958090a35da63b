# SPDX-License-Identifier: MPL-2.0
"""Let an audit carry the checklists it was started with, so that it never depends on others."""

import base64
import zlib
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from auditapp.checklist.library import LoadedChecklist, load_bytes
from auditapp.checklist.yaml_reader import MAX_BYTES
from auditapp.errors import AuditDamagedError
from auditapp.i18n import _
from auditapp.model.audit import ChecklistPin, PinnedTrust
from auditapp.model.records import Put, Record
from auditapp.model.tables import CHECKLISTS


def pin(loaded: LoadedChecklist) -> ChecklistPin:
    """Return what names exactly this checklist, with the verdict of today."""
    checklist, verdict = loaded.checklist, loaded.verdict
    return ChecklistPin(
        id=checklist.id,
        version=checklist.version,
        sha256=loaded.sha256,
        title=checklist.title,
        trust=verdict
        and PinnedTrust(state=verdict.state, signer=verdict.signer, key_id=verdict.key_id),
    )


def with_bytes(put: Put, loaded: Iterable[LoadedChecklist]) -> Put:
    """Add the bytes of the checklist, packed, to the row that pins it; leave other rows alone."""
    if put.table != CHECKLISTS or put.record is None:
        return put
    data = next(each.data for each in loaded if each.checklist.id == put.key)
    return Put(put.table, put.key, {**put.record, "data": _packed(data)})


def pin_with_bytes(loaded: LoadedChecklist) -> ChecklistPin:
    """Return the pin of a checklist together with its bytes, for an audit that moves to it."""
    return pin(loaded).model_copy(update={"data": _packed(loaded.data)})


def _packed(data: bytes) -> str:
    return base64.b85encode(zlib.compress(data, 9)).decode("ascii")


def embedded(row: Record) -> LoadedChecklist:
    """Read the checklist that a row of an audit carries.

    Raises:
        AuditDamagedError: As `embedded_bytes`.
    """
    return load_bytes(embedded_bytes(row), f"{row['id']}.yaml", checked=False)


def embedded_bytes(row: Record) -> bytes:
    """Return the file of the checklist that a row of an audit carries.

    Raises:
        AuditDamagedError: It is not the one that the row names: the hash stands for the bytes
            wherever an audit is signed, so the two must fit.
    """
    data = _unpacked(row["data"])
    if sha256(data).hexdigest() != row["sha256"]:
        raise AuditDamagedError(
            _("The checklist inside this audit is not the one that it was answered with."),
            _("Restore this audit from a backup."),
        )
    return data


@lru_cache(maxsize=64)
def _unpacked(packed: str) -> bytes:
    """Return what `_packed` made, empty where it did not; the same is unpacked once.

    Unpacking takes longer than all else in reading an audit, and thousands carry the same bytes.
    No more is unpacked than a checklist may have: an audit may come from elsewhere.
    """
    try:
        return zlib.decompressobj().decompress(base64.b85decode(packed), MAX_BYTES)
    except (ValueError, zlib.error):
        return b""
