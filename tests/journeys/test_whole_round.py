# SPDX-License-Identifier: MPL-2.0
"""Test a whole round of audits with three people, each at a computer of their own."""

import datetime as dt

import pytest

from tests.journeys import round_work
from tests.journeys.person import Person
from tests.making import Clock

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def clock():
    """Return the one clock by which all of them live; it begins today."""
    return Clock(dt.datetime.now(dt.UTC))


@pytest.fixture
def people(qapp, tmp_path, clock):
    """Return who leads the round, who audits and who reads a second time."""
    names = {"lead": "Q. Lead", "auditor": "R. Okafor", "moderator": "M. Price"}
    return {
        role: Person(qapp, tmp_path / role, name, clock)
        for role, name in names.items()
        if not (tmp_path / role).mkdir()
    }


def test_a_round_goes_from_the_list_to_the_report(people, clock, tmp_path):
    """It does."""
    with people["lead"].at_work() as lead:
        round_work.begin_round(lead, clock.now.date())
        round_work.read_list(lead, tmp_path / "list.csv")
