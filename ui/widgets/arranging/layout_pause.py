# SPDX-License-Identifier: MPL-2.0
"""Hold a layout still while much changes in it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout


@contextmanager
def paused(layout: QLayout) -> Iterator[None]:
    """Lay out what changes in ``layout`` once, afterwards.

    Whatever is shown within a window in sight has Qt lay out all around it, each time.
    """
    layout.setEnabled(False)
    try:
        yield
    finally:
        layout.setEnabled(True)
        layout.invalidate()
