# SPDX-License-Identifier: MPL-2.0
"""Two audits of a case side by side: two readings, or then and now."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.exports.orders import ReportOfOne
from auditapp.i18n import _, ngettext
from auditapp.judgement.comparison import Comparison
from auditapp.judgement.comparison_words import comparison_words, reaudit_words
from auditapp.judgement.reaudit import EarlierAction, Reaudit
from auditapp.model.ids import AuditId
from auditapp.model.report_kinds import ReportKind
from auditapp.operations.linked import LinkedAudits
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.moderation.action_dialog import ActionDialog
from ui.moderation.agree_dialog import AgreeDialog, AgreeWords
from ui.moderation.compared_rows import (
    MODERATION_FILTERS,
    REAUDIT_FILTERS,
    Shown,
    action_rows,
    grade_columns,
    grade_rows,
    is_shown,
    line_columns,
    line_rows,
)
from ui.moderation.comparison_head import ComparisonHead
from ui.moderation.line_dialog import LineDialog
from ui.rows.group_card import GroupCard
from ui.rows.row import Column
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.dialog import Dialog
from ui.widgets.surfaces.page import Page

_FEW = 40
_AT_A_TIME = 100


class ComparisonView(Page):
    """Grades, actions and every line of both; what is agreed and what became of actions.

    Signals:
        audit_chosen: the id of one of the two, to open.
        report_asked: the person wants this as a report; the ``ReportOfOne``.
        agreed: something was put on record about the first audit.
        left: the person wants to go back.
    """

    audit_chosen = Signal(str)
    report_asked = Signal(object)
    agreed = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        second_id: AuditId,
        *,
        is_moderation: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=12, parent=parent)
        self._workspace = workspace
        self._jobs = jobs
        self.is_moderation = is_moderation
        self._job: Job | None = None
        self._linked: LinkedAudits | None = None
        self._comparison: Comparison | None = None
        self._reaudit: Reaudit | None = None
        self._typed: tuple[str, AgreeWords] | None = None
        self.second_id = second_id
        self.dialog: Dialog | None = None
        self.head = ComparisonHead(theme, is_moderation=is_moderation)
        self.shown = ComboField(theme, _("&Show"))
        self.count = TextLabel(theme, "", "small", "2", wrap=True)
        columns: Sequence[Column] = grade_columns(is_moderation=is_moderation)
        self.grades = self._group(_("Grades"), _("Grade"), columns)
        columns = (Column(_("Status"), 170),)
        self.earlier = self._group(_("Actions of then"), _("Action"), columns)
        columns = line_columns(is_moderation=is_moderation)
        self.lines = self._group(_("Every line"), _("Question"), columns)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read both audits again, away from the window."""
        self.stop()
        self._job = self._jobs.start(
            partial(_read, self._workspace, self.second_id),
            succeeded=self._on_read,
            failed=self._on_failed,
        )
        self.destroyed.connect(self._job.cancel)

    def stop(self) -> None:
        """Stop reading."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def agree_when_read(self, key: str, words: AgreeWords) -> None:
        """Ask for the agreed grade with ``words``, as soon as both audits are on show."""
        self._typed = key, words

    def agree(self, key: str, words: AgreeWords | None = None) -> None:
        """Ask for the agreed grade; ``words`` are what was typed before the window locked."""
        if self._linked is None or self._comparison is None or self.dialog is not None:
            return
        grade = next((each for each in self._comparison.grades if each.key == key), None)
        if grade is None or not self.is_moderation:
            return
        first_id = self._linked.first.audit.id
        dialog = AgreeDialog(self._theme, self._workspace, first_id, grade, self)
        if words is not None:
            dialog.set_words(words)
        self._open(dialog)

    @property
    def is_read(self) -> bool:
        """Whether both audits are on show."""
        return self._linked is not None

    # Building

    def _group(self, title: str, about: str, columns: Sequence[Column]) -> RowGroup:
        return RowGroup(
            self._theme, title, columns=columns, about=about, few=_FEW, at_a_time=_AT_A_TIME
        )

    def _build(self) -> None:
        self.shown.set_items([(each.value, words) for each, words in self._filters().items()])
        self.shown.set_value(Shown.ALL)
        self._grade_card = GroupCard(self._theme, _("Grades"), [self.grades])
        self._action_card = GroupCard(self._theme, _("The actions of then"), [self.earlier])
        self._line_card = GroupCard(self._theme, _("Line by line"), [self.lines])
        self._line_card.body.insertWidget(1, self.shown)
        self._line_card.body.insertWidget(2, self.count)
        self._column.addWidget(self.head)
        self._cards = (self._grade_card, self._action_card, self._line_card)
        for card in self._cards:
            self._column.addWidget(card)
            card.hide()
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.head.back_button.clicked.connect(self.left)
        self.head.first_button.clicked.connect(self._on_first_clicked)
        self.head.second_button.clicked.connect(self._on_second_clicked)
        self.head.report_button.clicked.connect(self._on_report_clicked)
        self.shown.value_chosen.connect(self._on_shown_chosen)
        self.grades.key_chosen.connect(self._on_grade_chosen)
        self.earlier.key_chosen.connect(self._on_action_chosen)
        self.lines.key_chosen.connect(self._on_line_chosen)
        for card in self._cards:
            card.row_reached.connect(self._on_row_reached)

    def _filters(self) -> dict[Shown, str]:
        return dict(MODERATION_FILTERS if self.is_moderation else REAUDIT_FILTERS)

    def _first_stop(self) -> QWidget:
        return self.head.back_button

    # Showing

    def _show_lines(self) -> None:
        if self._comparison is None:
            return
        shown = Shown(self.shown.value or Shown.ALL)
        found = [line for line in self._comparison.lines if is_shown(line, shown)]
        self.lines.set_rows(line_rows(found, is_moderation=self.is_moderation))
        words = ngettext("{count} line", "{count} lines", len(found)).format(count=len(found))
        self.count.set_text(words)

    def _open(self, dialog: Dialog) -> None:
        self.dialog = dialog
        dialog.accepted.connect(self._on_recorded)
        dialog.finished.connect(self._on_dialog_finished)
        dialog.open()

    def _earlier_actions(self) -> tuple[EarlierAction, ...]:
        return self._reaudit.actions if self._reaudit is not None else ()

    # Slots

    def _on_read(self, linked: LinkedAudits) -> None:
        if not isValid(self) or self.sender() is not self._job:
            return
        self._job = None
        self._linked = linked
        self._reaudit = None if self.is_moderation else linked.reaudit()
        self._comparison = (
            linked.comparison() if self._reaudit is None else self._reaudit.comparison
        )
        summary = comparison_words(self._comparison)
        self.head.show_pair(
            linked, summary if self._reaudit is None else reaudit_words(self._reaudit)
        )
        self.grades.set_rows(grade_rows(self._comparison.grades, is_moderation=self.is_moderation))
        self.earlier.set_rows(action_rows(self._earlier_actions()))
        self._show_lines()
        self._grade_card.setVisible(bool(self.grades.rows))
        self._grade_card.set_words("")
        self._action_card.setVisible(not self.is_moderation)
        none = "" if self.earlier.rows else _("The first audit set no action.")
        self._action_card.set_words(none)
        self._line_card.setVisible(True)
        self._line_card.set_words("")
        if self._typed is not None:
            typed, self._typed = self._typed, None
            self.agree(*typed)

    def _on_failed(self, error: BaseException) -> None:
        if not isValid(self) or self.sender() is not self._job:
            return
        self._job = None
        self.head.tell(explain(error))

    def _on_shown_chosen(self) -> None:
        self._show_lines()
        announce(self.lines, self.count.text())

    def _on_grade_chosen(self, key: str) -> None:
        self.agree(key)

    def _on_action_chosen(self, key: str) -> None:
        earlier = next((each for each in self._earlier_actions() if each.id == key), None)
        if earlier is not None and self._linked is not None and self.dialog is None:
            first_id = self._linked.first.audit.id
            self._open(ActionDialog(self._theme, self._workspace, first_id, earlier, self))

    def _on_line_chosen(self, key: str) -> None:
        if self._comparison is None or self.dialog is not None:
            return
        line = next(each for each in self._comparison.lines if each.key == key)
        self.dialog = LineDialog(self._theme, line, is_moderation=self.is_moderation, parent=self)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_recorded(self) -> None:
        announce(self, _("Recorded"))
        self.agreed.emit()
        self.refresh()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_row_reached(self, rows: QWidget) -> None:
        self._area.ensureWidgetVisible(rows, 0, self._theme.px(24))

    def _on_first_clicked(self) -> None:
        if self._linked is not None:
            self.audit_chosen.emit(self._linked.first.audit.id)

    def _on_second_clicked(self) -> None:
        self.audit_chosen.emit(self.second_id)

    def _on_report_clicked(self) -> None:
        kind = ReportKind.COMPARISON if self.is_moderation else ReportKind.RE_AUDIT
        self.report_asked.emit(ReportOfOne(kind, self.second_id))


def _read(workspace: Workspace, second_id: AuditId, job: Job) -> LinkedAudits:
    """Work away from the window: no widget is touched here."""
    del job
    return workspace.linked_audits(second_id)
