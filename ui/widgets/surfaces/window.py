# SPDX-License-Identifier: MPL-2.0
"""The base of the main window."""

from PySide6.QtWidgets import QMainWindow

from ui.widgets.reading.reading_order import go_to_next_stop


class Window(QMainWindow):
    """A window in which Tab goes in reading order."""

    # Qt overrides

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - the name is Qt's
        """Go to the next stop, or by Shift+Tab to the one before."""
        return go_to_next_stop(self, forwards=next) or super().focusNextPrevChild(next)
