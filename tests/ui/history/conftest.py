# SPDX-License-Identifier: MPL-2.0
"""Fixtures of the history in the window: an open audit on show."""

from tests.ui.walkthrough.conftest import (
    jobs,
    open_audit,
    preferences,
    show,
    show_audit,
    theme,
    view,
    workspace,
)

__all__ = [
    "jobs",
    "open_audit",
    "preferences",
    "show",
    "show_audit",
    "theme",
    "view",
    "workspace",
]
