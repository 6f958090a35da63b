# SPDX-License-Identifier: MPL-2.0
"""The step that asks for the grade of a section."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.gaps import can_be_graded
from auditapp.model.ids import SectionKey
from ui.open_audit import OpenAudit
from ui.theme.theme import Theme
from ui.walkthrough.grade_form import GradeForm
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class SectionGradeCard(Card):
    """Ask how good the practice in one section is, with what the rules suggest beside it."""

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        clock: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._open_audit = open_audit
        self._title = TextLabel(theme, "", "title", wrap=True)
        self._hint = TextLabel(theme, "", "body", "2", wrap=True)
        self.form = GradeForm(theme, open_audit, clock)
        self.body.addWidget(TextLabel(theme, _("SECTION GRADE"), "overline", "primary"))
        self.body.addWidget(self._title)
        self.body.addWidget(self._hint)
        self.body.addSpacing(8)
        self.body.addWidget(self.form)
        self.body.addStretch(1)

    def show_section(self, key: SectionKey) -> None:
        """Show the grade of another section."""
        outline = self._open_audit.outline
        section = outline.section_by_key[key]
        self._title.set_text(section.section.title)
        self._hint.set_text(
            _("How good is the practice that you have read about in this section?")
            if can_be_graded(outline, section)
            else _("Nothing in this section applies to this child, so no grade is needed.")
        )
        name = _("Grade of the section {title}").format(title=section.section.title)
        self.form.show_grade(key, name)
        self.form.setVisible(can_be_graded(outline, section))

    def settle_now(self) -> None:
        """Commit what has been typed."""
        self.form.settle_now()

    def focus_answer(self) -> None:
        """Put the focus on the grades."""
        self.form.cards.setFocus()

    @property
    def choice_count(self) -> int:
        """How many grades can be chosen by their numbers."""
        return len(self.form.cards.cards)

    def choose(self, number: int) -> None:
        """Choose a grade by its number, from 1."""
        self.form.choose(number)
