# SPDX-License-Identifier: MPL-2.0
"""Test what the errors of the system are put into words with."""

import pytest

from auditapp.errors import reason_of


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(28, "No space left on device", "secret.tmp"), "No space left on device"),
        (OSError("the drive of R. Okafor"), "OSError"),
        (PermissionError(), "PermissionError"),
    ],
)
def test_the_system_always_has_a_reason(error, expected):
    """Never "None", and never words of which nobody knows where they come from."""
    assert expected == reason_of(error)
