# SPDX-License-Identifier: MPL-2.0
"""How much of a list is shown at once: a revision may have a thousand changes."""

from typing import Final

FEW: Final = 8
"""Rows shown at first, so that one long list does not push the others off the page."""

AT_A_TIME: Final = 50
"""Rows that are shown in addition when somebody asks for more."""
