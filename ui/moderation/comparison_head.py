# SPDX-License-Identifier: MPL-2.0
"""The head of two audits side by side: whose they are, what came of it, and the ways from here."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.model.labels import label
from auditapp.operations.linked import LinkedAudits
from ui.messages import Message
from ui.moderation.compared_rows import side_names
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.page_heading import PageHeading


class ComparisonHead(QWidget):
    """A heading that says who audited, and a sentence on both; ``fault`` if they cannot be read."""

    def __init__(self, theme: Theme, *, is_moderation: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = side_names(is_moderation=is_moderation)
        self._is_moderation = is_moderation
        self.first_button, self.second_button = (
            PushButton(theme, _("Open: {name}").format(name=name.lower()), icon="file-text")
            for name in self._names
        )
        self.report_button = PushButton(theme, _("See it as a &report"), "primary", "printer")
        self.back_button = PushButton(theme, _("Back"), "quiet", "arrow-left")
        self._leading = (self.first_button, self.second_button, self.report_button)
        words = _("Laying both side by side …")
        self.heading = PageHeading(theme, "", *self._leading, self.back_button, words=words)
        self.summary = TextLabel(theme, "", "strong", wrap=True)
        self.fault = Banner(theme, "danger", "")
        self._build()

    def show_pair(self, linked: LinkedAudits, summary: str) -> None:
        """Say whose audits these are, and ``summary`` of both; the buttons lead somewhere now."""
        audits = (linked.first.audit, linked.second.audit)
        title = (
            _("{reference}: two readings")
            if self._is_moderation
            else _("{reference}: then and now")
        )
        self.heading.set_title(title.format(reference=audits[1].front.case_reference))
        self.heading.set_words(
            "  ·  ".join(
                _("{name}: {who}, {status}").format(
                    name=name, who=audit.front.auditor, status=label(audit.status).lower()
                )
                for name, audit in zip(self._names, audits, strict=True)
            )
        )
        self.summary.set_text(summary)
        self.summary.show()
        self.fault.hide()
        self._let_lead(is_read=True)

    def tell(self, message: Message) -> None:
        """Say why there is nothing to see."""
        self.heading.set_words("")
        self.fault.show_message("danger", message.title, message.text)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        for part in (self.heading, self.summary, self.fault):
            column.addWidget(part)
        self.summary.hide()
        self.fault.hide()
        self._let_lead(is_read=False)

    def _let_lead(self, *, is_read: bool) -> None:
        for button in self._leading:
            button.setEnabled(is_read)
