# SPDX-License-Identifier: MPL-2.0
"""Fixtures for tests of blank checklists."""

import datetime as dt
from dataclasses import replace

import pytest

from auditapp.checklist.library import LoadedChecklist
from auditapp.report.checklists.blank_checklist import BlankOptions, blank_checklist

NOW = dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC)


@pytest.fixture(scope="session")
def options(standards):
    """Return the usual options."""
    return BlankOptions(standards, NOW, "OFFICIAL-SENSITIVE", "Example Council")


@pytest.fixture
def make_blank(options):
    """Return a function that makes the blank checklist of checklists made up for a test."""

    def make(*checklists, **changes):
        return blank_checklist([loaded(each) for each in checklists], replace(options, **changes))

    return make


def loaded(checklist):
    """Return a checklist as the library loads it."""
    return LoadedChecklist(checklist, b"", "5e" * 32)
