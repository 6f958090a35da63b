# SPDX-License-Identifier: MPL-2.0
"""Record the grade that two readers agree on, and why."""

from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.judgement.comparison import ComparedGrade
from auditapp.model.edits import Author
from auditapp.model.grade import Grade, GradeBand
from auditapp.model.ids import AuditId
from auditapp.model.labels import label
from auditapp.workspace import Workspace
from ui.fault_banner import FaultBanner
from ui.theme.theme import Theme
from ui.widgets.answers.answer_cards import AnswerCards
from ui.widgets.answers.grade_looks import grade_specs
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.text_area import TextArea
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog


class AgreeWords(NamedTuple):
    """Hold what somebody chose and typed: the grade or nothing, the reason and the name."""

    band: str
    reason: str
    name: str


class AgreeDialog(Dialog):
    """Both grades with their reasons, and what is agreed. It is accepted once that is on record.

    Nothing is chosen beforehand: the agreed grade is that of the people who talked.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        first_id: AuditId,
        grade: ComparedGrade,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, _("Agree on: {grade}").format(grade=grade.title), parent, width=720)
        self._workspace = workspace
        self._first_id = first_id
        self.key = grade.key
        self.cards = AnswerCards(theme, _("The grade that you agree on"))
        self.cards.set_answers(grade_specs())
        self.reason = TextArea(theme, _("&Why this grade?"), min_lines=3)
        self.name = LineField(theme, _("Who &records it"))
        self.name.set_text(workspace.settings().auditor)
        self.missing = TextLabel(theme, "", "small", "danger", wrap=True)
        self._banner = FaultBanner(theme)
        if grade.agreed is not None:
            self.set_words(AgreeWords(grade.agreed.band, grade.agreed.reason, self.name.text))
        self._build(grade)
        self.cards.setFocus()

    def set_words(self, words: AgreeWords) -> None:
        """Show what was chosen and typed before."""
        self.cards.set_value(words.band or None)
        self.reason.set_text(words.reason)
        self.name.set_text(words.name)

    @property
    def words(self) -> AgreeWords:
        """What is chosen and typed."""
        return AgreeWords(self.cards.value or "", self.reason.text, self.name.text)

    def _build(self, grade: ComparedGrade) -> None:
        theme = self._theme
        meaning = _(
            "What each of you gave stays as it was signed. The agreed grade stands beside it, with "
            "its reason and the name of who recorded it."
        )
        sides = (
            TextLabel(theme, _given(_("First reading"), grade.first), "body", wrap=True),
            TextLabel(theme, _given(_("Second reading"), grade.second), "body", wrap=True),
        )
        self.missing.hide()
        self._page = self.add_page(
            TextLabel(theme, meaning, "body", "2", wrap=True),
            *sides, self.cards, self.missing, self.reason, self.name, self._banner,
        )  # fmt: skip
        self.add_cancel(_("Cancel"))
        self.button = self.add_button(_("Record it"), "primary")
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        band, reason, name = (each.strip() for each in self.words)
        self.missing.setVisible(not band)
        self.missing.set_text("" if band else _("Choose the grade that you agree on."))
        self.reason.set_error(None if reason else _("Say what made you agree on it."))
        self.name.set_error(None if name else _("Say who records it."))
        if not (band and reason and name):
            target = self.name if band and reason else self.reason if band else self.cards
            target.setFocus()
            return
        try:
            by = Author(name, self._workspace.clock())
            self._workspace.agree_grade(self._first_id, self.key, GradeBand(band), reason, by)
        except AuditAppError as error:
            self._banner.tell(error)
            self._page.show_whole(self._banner)
            return
        finally:
            self._workspace.close_audit(self._first_id)
        self.accept()


def _given(name: str, grade: Grade | None) -> str:
    if grade is None:
        return _("{name}: no grade given").format(name=name)
    words = _("{name}: {grade}").format(name=name, grade=label(grade.band))
    return f"{words}. {grade.reason}" if grade.reason.strip() else words
