# SPDX-License-Identifier: MPL-2.0
"""Test the ids of records."""

import re

import pytest

from auditapp.model.ids import new_audit_id, new_record_id, question_key, section_key


@pytest.mark.parametrize("make", [new_audit_id, new_record_id])
def test_a_new_id_is_a_file_name_that_no_other_record_has(make):
    """It is 32 hexadecimal digits, and random."""
    ids = {make() for _time in range(100)}

    assert 100 == len(ids)
    assert all(re.fullmatch("[0-9a-f]{32}", each) for each in ids)


def test_a_key_joins_a_checklist_and_what_is_in_it():
    """Two checklists of one audit may use the same id."""
    assert "visits/VS1" == question_key("visits", "VS1")
    assert "visits/seeing" == section_key("visits", "seeing")
