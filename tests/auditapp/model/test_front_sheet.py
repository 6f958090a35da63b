# SPDX-License-Identifier: MPL-2.0
"""Test the limits of the front sheet."""

import pytest
from pydantic import ValidationError

from tests.making import make_front


@pytest.mark.parametrize(
    "changes",
    [
        {"caseload": -1},
        {"caseload": 501},
        {"workers_in_12_months": -1},
        {"workers_in_12_months": 101},
        {"cohorts": ("XYZ",)},
        {"age_band": "17"},
    ],
)
def test_what_makes_no_sense_is_refused(changes):
    """A slip on the keyboard does not become a figure in a report."""
    with pytest.raises(ValidationError):
        make_front(**changes)


@pytest.mark.parametrize("changes", [{"caseload": 0}, {"caseload": 500}, {"caseload": None}])
def test_limits_are_included(changes):
    """And no figure at all is allowed."""
    assert changes["caseload"] == make_front(**changes).caseload
