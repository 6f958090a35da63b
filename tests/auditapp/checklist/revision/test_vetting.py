# SPDX-License-Identifier: MPL-2.0
"""Test which files are refused before anything is planned."""

import pytest

from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.revision.vetting import replaced_pin
from auditapp.errors import ChecklistConflictError, NotAllowedError
from auditapp.fingerprints import grouped
from tests.auditapp.checklist.revision.revising import make_version, pin_of

OURS, THEIRS = "a" * 64, "b" * 64


def loaded(sha256=THEIRS, **head):
    """Return a checklist as if it was loaded from bytes with this hash."""
    return LoadedChecklist(make_version({"id": "q"}, **head), b"", sha256)


def test_the_pin_of_the_same_checklist_is_found():
    """Another version, or the same bytes again."""
    pins = (pin_of(make_version({"id": "q"}, id="other")), pin_of(make_version({"id": "q"}), OURS))

    assert pins[1] is replaced_pin(pins, loaded(version="2.0"))
    assert pins[1] is replaced_pin(pins, loaded(OURS))


def test_the_same_version_with_other_bytes_is_refused_with_both_hashes():
    """One of the two is not what was published."""
    with pytest.raises(ChecklistConflictError) as caught:
        replaced_pin((pin_of(make_version({"id": "q"}), OURS),), loaded())

    assert f"in this file (SHA-256 {grouped(THEIRS)})" in str(caught.value)
    assert f"the audit (SHA-256 {grouped(OURS)})" in str(caught.value)


def test_a_checklist_that_the_audit_does_not_use_is_refused():
    """There is nothing that it could take the place of."""
    with pytest.raises(NotAllowedError, match="does not use the checklist 'sample'"):
        replaced_pin((), loaded())
