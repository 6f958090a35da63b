# SPDX-License-Identifier: MPL-2.0
"""What the tests of loading look at in a workspace and on the page, and how they press."""

import pytest


def version(workspace, audit_id):
    """Return the version that an audit uses, as it is stored, and leave the audit closed."""
    (pin,) = workspace.open_audit(audit_id).checklists
    workspace.close_audit(audit_id)
    return pin.version


def in_use(workspace):
    """Return the version that new audits are started on."""
    return next(each.version for each in workspace.library.in_use() if each.id == "visits")


def everything(workspace):
    """Return every file of the workspace with its bytes."""
    home = workspace.paths.store.parent
    found = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    return {path.name: data for path, data in found.items()}


def row_of(view, name):
    """Return the row of a draft."""
    return next(row for row in view.drafts.rows if row.lines.name == name)


@pytest.fixture
def press(qtbot, jobs):
    """Return a function that presses a button of the page and waits for what it starts."""

    def press(button):
        button.click()
        qtbot.waitUntil(lambda: not jobs.is_busy)

    return press
