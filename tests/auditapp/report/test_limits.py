# SPDX-License-Identifier: MPL-2.0
"""Test the limits of the process that makes a report."""

import sys

import pytest

from auditapp.report import limits


class System:
    """Stand in for what sets limits, so that the tests are not limited themselves."""

    RLIMIT_AS, RLIMIT_CORE = "memory", "image"

    def __init__(self, refused=()):
        self.refused = refused
        self.limits = {}

    def setrlimit(self, kind, limit):
        """Set a limit, or refuse to."""
        if kind in self.refused:
            raise ValueError
        self.limits[kind] = limit


@pytest.mark.parametrize("refused", [(), ("memory",)])
def test_memory_is_limited_and_no_image_of_it_is_left(monkeypatch, refused):
    """A system that refuses the one still does the other."""
    system = System(refused)
    monkeypatch.setattr(limits, "resource", system)
    limits.limit_memory(1000)

    expected = {"memory": (1000, 1000), "image": (0, 0)}
    assert {kind: expected[kind] for kind in expected if kind not in refused} == system.limits


def test_a_system_without_limits_has_none(monkeypatch):
    """Windows has no such limits; a report is made all the same."""
    monkeypatch.delattr(limits, "resource")
    monkeypatch.setattr(sys, "platform", "win32")
    limits.limit_memory(1000)
