# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the registers: a workspace, and somebody who writes entries."""

import pytest

from auditapp.model.register import Register
from tests.making import start_audit
from tests.ui.actions.conftest import by, full_disk, settle
from tests.ui.view_fixtures import jobs, preferences, show, theme, workspace
from ui.registers.register_part import RegisterPart

__all__ = ["by", "full_disk", "jobs", "preferences", "settle", "show", "theme", "workspace"]


@pytest.fixture
def make_part(theme, workspace, preferences, jobs, show, settle):
    """Return a function that shows the part of a register, read."""
    start_audit(workspace, case_reference="HX-1", team="North")

    def make_part(register=Register.DISPUTES, width=1100):
        part = show(RegisterPart(theme, workspace, preferences, jobs, register), width, 700)
        part.refresh()
        settle()
        return part

    yield make_part
    settle()
