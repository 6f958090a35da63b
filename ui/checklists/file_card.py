# SPDX-License-Identifier: MPL-2.0
"""What a chosen checklist file is, and whether its signature lets it in."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.labels import label
from auditapp.operations.load import ExaminedFile
from ui.checklists.file_facts import file_facts, notices, version_notes
from ui.theme.theme import Theme
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card


class FileCard(Card):
    """Title, version, publisher and notes of a file, and a banner with the verdict on it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self._title = TextLabel(theme, "", "heading", wrap=True)
        self.verdict = Banner(theme, "info", "")
        self.notice = Banner(theme, "warn", _("Please note"))
        self._facts = TextLabel(theme, "", "body", wrap=True)
        self._notes_title = TextLabel(
            theme, _("What its publisher says is new"), "strong", wrap=True
        )
        self._notes = TextLabel(theme, "", "body", wrap=True)
        self.body.setSpacing(8)
        for part in (
            self._title,
            self.verdict,
            self.notice,
            self._facts,
            self._notes_title,
            self._notes,
        ):
            self.body.addWidget(part)

    def show_file(self, examined: ExaminedFile, today: dt.date) -> None:
        """Show what was found."""
        header = examined.header
        self._title.set_text(header.title if header is not None else examined.name)
        self._show_verdict(examined)
        told = " ".join(notices(examined, today))
        self.notice.set_content("warn", _("Please note"), told)
        self.notice.setVisible(bool(told))
        facts = "\n".join(file_facts(examined))
        self._facts.set_text(facts)
        self._facts.setVisible(bool(facts))
        notes = "\n".join(version_notes(examined))
        self._notes.set_text(notes)
        for part in (self._notes_title, self._notes):
            part.setVisible(bool(notes))

    def _show_verdict(self, examined: ExaminedFile) -> None:
        header, refusal = examined.header, examined.refusal
        self.verdict.setVisible(header is not None or refusal is not None)
        if refusal is not None:
            text = f"{refusal} {refusal.remedy}".strip()
            self.verdict.set_content("danger", _("This file cannot be loaded"), text, "circle-x")
        elif header is not None:
            verdict = header.verdict
            tone = "warn" if verdict.wants_choice else "ok"
            icon = None if verdict.wants_choice else "shield-check"
            self.verdict.set_content(tone, label(verdict.state), verdict.sentence, icon)
