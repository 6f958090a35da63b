# SPDX-License-Identifier: MPL-2.0
"""Test what all models have in common."""

import math

import pytest
from pydantic import ValidationError

from auditapp.model.front_sheet import FrontSheet
from auditapp.model.frozen import Frozen
from tests.making import make_front


class Measure(Frozen):
    """Hold one number."""

    size: float


def test_a_model_cannot_be_changed():
    """Nothing changes unseen."""
    with pytest.raises(ValidationError):
        make_front().team = "South"


def test_an_unknown_field_is_refused():
    """What a newer version wrote is not dropped in silence."""
    with pytest.raises(ValidationError):
        make_front(nickname="x")


@pytest.mark.parametrize("size", [math.nan, math.inf])
def test_a_number_that_json_does_not_have_is_refused(size):
    """It would come back as nothing."""
    with pytest.raises(ValidationError):
        Measure(size=size)


def test_a_record_is_plain_and_leads_back():
    """It is what the store keeps."""
    front = make_front(caseload=17)
    record = front.record()

    assert ("2026-10-31", ["CIC", "CL16"], 17) == (
        record["period_to"],
        record["cohorts"],
        record["caseload"],
    )
    assert front == FrontSheet.model_validate(record)
