# SPDX-License-Identifier: MPL-2.0
"""The trials of packages tell everything that they found."""

import pytest
from steps.check import refuse_faults
from steps.tools import BuildError


def test_every_trial_that_failed_is_told():
    """Not the first alone: to try them all again takes long."""
    seen = {"deb": BuildError("No root."), "run": None, "portable": OSError("Disk full.")}

    with pytest.raises(BuildError, match=r"^deb: No root\.\n\nportable: Disk full\.$"):
        refuse_faults(seen)


def test_nothing_is_said_when_none_failed():
    """The check goes on to its end."""
    refuse_faults({"deb": None, "run": None})
