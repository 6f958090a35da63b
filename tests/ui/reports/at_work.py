# SPDX-License-Identifier: MPL-2.0
"""Wait for what the page of reports does."""


def wait_for_end(view, qtbot):
    """Wait until nothing is looked at, saved or printed any more, or a dialog asks first."""
    qtbot.waitUntil(lambda: view.desk.work_bar.job is None, timeout=120_000)
