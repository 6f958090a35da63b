# SPDX-License-Identifier: MPL-2.0
"""Whether everything typed is safe."""

from datetime import datetime, time

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from ui.theme.theme import Theme
from ui.widgets.reading.announce import announce
from ui.widgets.signs.pill import Pill


class SavedBadge(Pill):
    """``Saved 14:32``, ``Saving …`` or what went wrong; screen readers hear what is new."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show that nothing needs saving."""
        super().__init__(theme, _("Saved"), "ok", "circle-check", parent)
        self._said = ""

    def show_saved(self, at: datetime | time) -> None:
        """Show that the store has everything since ``at``, local time."""
        self._show(_("Saved {time}").format(time=f"{at:%H:%M}"), "ok", "circle-check")

    def show_saving(self) -> None:
        """Show that something is on its way to the store."""
        # Not announced: it passes in a moment and would interrupt at every pause in typing.
        self.set_content(_("Saving …"), "neutral", "save")

    def show_failed(self, text: str) -> None:
        """Show, and say at once, that something typed is not saved."""
        self._show(text, "danger", "circle-alert")

    def _show(self, text: str, tone: str, icon: str) -> None:
        is_new = text != self._said
        self._said = text
        self.set_content(text, tone, icon)
        if is_new:
            announce(self, text, urgent=tone == "danger")
