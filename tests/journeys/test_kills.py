# SPDX-License-Identifier: MPL-2.0
"""Test that no kill costs an acknowledged answer."""

import sys

import pytest

from tests.journeys.kills import kill_rounds


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.timeout(300)
def test_kills_lose_nothing(tmp_path):
    """Killed at random moments while typing, the window has kept all that it showed as saved."""
    saves = list(kill_rounds(tmp_path, rounds=5, longest=1))

    assert 5 == len(saves)
    assert sum(saves) > 5
