# SPDX-License-Identifier: MPL-2.0
"""Whether everything is saved, at a place that does not jump."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.audit import AuditStatus
from auditapp.model.labels import label
from ui.audits.audit_words import STATUS_LOOKS
from ui.theme.theme import Theme
from ui.widgets.signs.pill import Pill
from ui.widgets.signs.saved_badge import SavedBadge

_AROUND = 46


class SavedCorner(QWidget):
    """Hold the badge, or the word for how far a signed audit is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.badge = SavedBadge(theme)
        self.signed = Pill(theme, _("Signed off"), "ok", "lock")
        self.signed.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for pill in (self.badge, self.signed):
            row.addWidget(pill, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self.updateGeometry)

    def lean(self, side: Qt.AlignmentFlag) -> None:
        """Keep to the left or to the right of the room that is kept for the widest words."""
        row = self.layout()
        for pill in (self.badge, self.signed):
            if row is not None:
                row.setAlignment(pill, side | Qt.AlignmentFlag.AlignVCenter)

    def show_state(self, status: AuditStatus) -> None:
        """Show the badge for a draft, else that the audit is signed off, moderated or closed."""
        is_draft = status is AuditStatus.DRAFT
        self.badge.setVisible(is_draft)
        self.signed.setVisible(not is_draft)
        if not is_draft:
            tone, icon = STATUS_LOOKS[status]
            self.signed.set_content(label(status), tone, icon)

    def show_saved(self, at: datetime) -> None:
        """Show since when everything is durable."""
        self.badge.show_saved(at.astimezone())
        self._fit()

    def show_saving(self) -> None:
        """Show that something is on its way."""
        self.badge.show_saving()
        self._fit()

    def show_failed(self) -> None:
        """Show that something could not be saved."""
        self.badge.show_failed(_("Not saved"))
        self._fit()

    def _fit(self) -> None:
        """Give the badge the room for its words now; a frame later would show them cut."""
        layout = self.layout()
        if layout is not None:
            layout.activate()

    # Qt overrides

    def sizeHint(self) -> QSize:
        """Ask for the widest of the badge's words, so that its neighbours stay where they are."""
        metrics = QFontMetricsF(self._theme.font("caption"))
        words = (_("Saved {time}").format(time="00:00"), _("Saving …"), _("Not saved"))
        widest = max(metrics.horizontalAdvance(text) for text in words)
        return QSize(round(widest) + self._theme.px(_AROUND), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never be cut."""
        return self.sizeHint()
