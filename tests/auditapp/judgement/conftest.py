# SPDX-License-Identifier: MPL-2.0
"""Give the tests the calendar and the rules that are shipped."""

import pytest

from auditapp.judgement.bank_holidays import load_working_days
from auditapp.judgement.timescale_rules import load_rules
from auditapp.paths import PROGRAM


@pytest.fixture(scope="session")
def calendar():
    """Return the working days with the shipped exceptions."""
    path = PROGRAM / "checklists" / "bank-holidays.yaml"
    return load_working_days(path.read_bytes(), path.name)


@pytest.fixture(scope="session")
def rules():
    """Return the shipped rules."""
    path = PROGRAM / "checklists" / "timescales.yaml"
    return load_rules(path.read_bytes(), path.name)
