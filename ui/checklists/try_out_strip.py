# SPDX-License-Identifier: MPL-2.0
"""The strip that says that a try-out is one, and how much is asked in it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.judgement.outline import Outline
from auditapp.model.front_sheet import Cohort
from auditapp.model.labels import label
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner


class TryOutStrip(QWidget):
    """Stay in sight above the sections, the question and the guidance."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _("This is a try-out. Nothing you enter is kept.")
        self.banner = Banner(theme, "warn", self._title, icon="eye")
        self.banner.set_padding(16, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.banner)

    def set_title(self, title: str) -> None:
        """Say differently what this is."""
        self._title = title

    def show_outline(self, outline: Outline) -> None:
        """Say how many questions are asked now, and of which child."""
        count = len(outline.questions)
        words = ngettext(
            "{count} question is asked at present. Kind of child: {child}.",
            "{count} questions are asked at present. Kind of child: {child}.",
            count,
        )
        text = words.format(count=count, child=_child(outline.audit.front.cohorts))
        self.banner.set_content("warn", self._title, text, "eye")


def _child(cohorts: tuple[Cohort, ...]) -> str:
    if len(cohorts) == len(Cohort):
        return _("every group")
    return ", ".join(map(label, cohorts)) or _("no group")
