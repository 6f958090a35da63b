# SPDX-License-Identifier: MPL-2.0
"""What has to be said about an answer: an immediate concern, a warning of the checklist."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.gaps import raises_concern
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.question.question_part import QuestionPart
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.banner import Banner

_RAISE = "raise"


class NoticesPart(QuestionPart):
    """Banners, each on show only when there is something to say.

    Signals:
        concern_asked: the auditor wants to raise an immediate concern.
    """

    concern_asked = Signal()

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(theme, open_audit, parent)
        self.concern = Banner(
            theme,
            "danger",
            _("This answer may mean that the child is not safe now"),
            _("Tell somebody who can act today, then record it."),
            actions=[(_RAISE, _("Raise an immediate concern"))],
        )
        self.warning = Banner(theme, "warn", _("Please check"))
        self.concern.action_clicked.connect(self.concern_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for banner in (self.concern, self.warning):
            banner.hide()
            column.addWidget(banner)

    def _begin(self) -> None:
        self.concern.hide()
        self.warning.hide()

    def _refresh(self) -> None:
        outline = self._open_audit.outline
        has_concern = any(
            concern.question == self._asked.key
            for concern in self._open_audit.audit.concerns.values()
        )
        is_worrying = raises_concern(self._asked.question, self.answer) and not has_concern
        self._show(self.concern, is_wanted=is_worrying)
        for button in self.concern.buttons:
            button.setEnabled(self.can_edit)
        warnings = outline.warnings(self._asked) if self._asked.number else []
        self.warning.set_content("warn", _("Please check"), "\n".join(warnings))
        self._show(self.warning, is_wanted=bool(warnings))
        self.setHidden(self.concern.isHidden() and self.warning.isHidden())

    def _show(self, banner: Banner, *, is_wanted: bool) -> None:
        """Show or hide a banner; a screen reader says one that is new."""
        is_new = is_wanted and banner.isHidden()
        banner.setVisible(is_wanted)
        if is_new:
            words = f"{banner.accessibleName()}. {banner.accessibleDescription()}"
            announce(self, words, urgent=banner is self.concern)
