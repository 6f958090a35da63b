# SPDX-License-Identifier: MPL-2.0
"""How large a dialog opens."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from ui.theme.theme import Theme


def fitting_size(theme: Theme, view: QWidget | None, width: int, height: int) -> QSize:
    """Return a size, given in pixels at 100 %, that is not larger than the window of ``view``."""
    wanted = QSize(theme.px(width), theme.px(height))
    return wanted if view is None else wanted.boundedTo(view.window().size())
