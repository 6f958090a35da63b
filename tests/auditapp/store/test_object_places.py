# SPDX-License-Identifier: MPL-2.0
"""Test where sealed objects are kept, and that their files are told from others."""

import pytest

from auditapp.errors import AuditNotFoundError
from auditapp.store.object_places import place_named

AUDIT = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba9876543210fedcba9876543210"


@pytest.mark.parametrize("audit_id", ["", "..", "../../etc", AUDIT.upper(), AUDIT + "0", "a" * 31])
def test_only_an_id_names_a_file(folder, audit_id):
    """No path leads out of the folder."""
    with pytest.raises(AuditNotFoundError):
        folder.place_of(audit_id)


def test_audits_are_found_by_their_files(folder, place):
    """Other files are none of ours."""
    (place.path.parent / f"{OTHER}.prev").write_bytes(b"")
    (place.path.parent / f"{OTHER[::-1]}.seal.damaged-1").write_bytes(b"")
    (place.path.parent / f"{'x' * 32}.seal").write_bytes(b"")

    assert {AUDIT, OTHER} == folder.audit_ids()


def test_every_sealed_object_is_found_by_the_name_of_its_file(vault, make_audit):
    """Or a backup would hold files that nobody can tell."""
    make_audit()
    for place in (vault.draft_front, vault.log_page(1), vault.statistics_of(AUDIT)):
        vault.save(place, 1, b"{}", b"{}")
    places = vault.places()

    assert 5 <= len(places)
    assert [each.path for each in places] == [
        place_named(vault, vault.name_of(each)).path for each in places
    ]
