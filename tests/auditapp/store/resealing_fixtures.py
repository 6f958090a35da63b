# SPDX-License-Identifier: MPL-2.0
"""Fixtures for tests of sealing anew: a workspace with one object of every kind."""

import pytest

from auditapp.store.draft_front import DraftFront
from auditapp.store.log_pages import LogPages

FIRST, SECOND, THIRD = ("1" * 32, "2" * 32, "3" * 32)


@pytest.fixture
def full(vault, repository, make_audit, answer):
    """Fill the workspace with one of each kind of object; return it open."""
    for audit_id in (FIRST, SECOND, THIRD):
        audit = make_audit(audit_id, q1="met")
        answer(audit, "q2", audit_id)
        audit.close()
    repository.remove(THIRD)
    pages = LogPages(vault)
    pages.append({"seq": 1, "hash": "a"})
    pages.append({"seq": 2, "hash": "b"})
    DraftFront(vault).keep({"case_reference": "HX-1"})
    repository.record_log(2)
    repository.close()
    return vault


def contents(vault):
    """Return everything that a workspace holds: each file of each object, with its generation."""
    held = {}
    for place in vault.places():
        for path in (place.path, place.previous):
            if path.exists():
                file = vault.unseal(place, path)
                held[path.name] = (file.header.generation, file.summary, file.body)
    return held


def reseal(vault, weak, **more):
    """Seal a workspace anew; return the outcome and the new recovery key."""
    key = vault.offer_recovery_key("open sesame")
    return vault.reseal("open sesame", key, weak, **more), key


def list_of(root):
    """Return the bytes of every file."""
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
