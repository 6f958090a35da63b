# SPDX-License-Identifier: MPL-2.0
"""Give the tests of the report command an audit and a file to write."""

import pytest

from tests.making import start_audit


@pytest.fixture
def audit_id(change_workspace):
    """Return the id of an audit in the workspace."""
    return change_workspace(start_audit)


@pytest.fixture
def output(tmp_path):
    """Return the file that reports are written to."""
    return tmp_path / "report.pdf"
