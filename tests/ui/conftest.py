# SPDX-License-Identifier: MPL-2.0
"""Have an application for every test of the window.

One that draws letters without it ends the process, and all tests of that process with it; which
test comes first, and makes it, is chance.
"""

import pytest


@pytest.fixture(autouse=True)
def _application(qapp):
    """Make the application before anything is drawn."""
