# SPDX-License-Identifier: MPL-2.0
"""Show what is in a backup, and restore one audit of it or lead to restoring the whole."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError, RestoreChoiceError
from auditapp.i18n import _
from auditapp.listing import AuditRow
from auditapp.model.edits import Author
from auditapp.workspace import Workspace
from ui.audits.audit_delegate import ROW_HEIGHT
from ui.audits.audit_filter import AuditFilter
from ui.audits.audit_table import AuditTable
from ui.audits.audit_table_model import ROW_ROLE, AuditTableModel, Column
from ui.data.backup_words import count_words, moment_words, size_words
from ui.data.backup_work import OpenedBackup
from ui.data.choice_dialog import ChoiceDialog
from ui.messages import explain
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.search_field import SearchField
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading

_LEAST_ROWS: Final = 4
_MOST_TOLD: Final = 12
"""Damaged files that are named one by one; more of them are counted."""


class BackupView(Page):
    """The audits in one backup.

    Signals:
        left: the person wants to go back.
        whole_asked: the whole backup is to be restored.
    """

    left = Signal()
    whole_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        opened: OpenedBackup,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=SPACE["2"], parent=parent)
        self._workspace = workspace
        self._preferences = preferences
        self._opened = opened
        self._model = AuditTableModel(self)
        self.back_button = PushButton(theme, _("Back"), "quiet", "arrow-left")
        self.verdict = Banner(theme, "ok", "")
        self.outcome = Banner(theme, "ok", "")
        self.search = SearchField(theme, _("Search"))
        self.table = AuditTable(theme, self._model)
        self.one_button = PushButton(theme, _("Restore this audit"), "primary", "history")
        self.whole_button = PushButton(theme, _("Restore everything …"))
        self._build()
        self._connect()
        self._show_backup()

    @property
    def chosen(self) -> AuditRow | None:
        """The audit that is current in the list."""
        index = self.table.currentIndex()
        row: AuditRow | None = index.data(ROW_ROLE) if index.isValid() else None
        return row

    def restore(self, *, is_wanted: bool = False) -> None:
        """Restore the chosen audit; ask first if something would go out of sight by it."""
        row = self.chosen
        if row is None:
            return
        name = self._preferences.person_name
        by = Author(name, self._workspace.clock())
        try:
            self._workspace.restore_audit(self._opened.backup, row.id, by, is_wanted=is_wanted)
        except RestoreChoiceError as error:
            self._ask(row, str(error))
            return
        except AuditAppError as error:
            message = explain(error)
            self._tell("warn", message.title, message.text)
            return
        when = moment_words(self._opened.backup.made_at)
        self._tell(
            "ok",
            _("{name} was restored").format(name=row.case_reference),
            _("It is as it was in the backup of {when}. Its history says so.").format(when=when),
        )

    # Building

    def _build(self) -> None:
        theme = self._theme
        backup = self._opened.backup
        title = _("Backup of {when}").format(when=moment_words(backup.made_at))
        facts = _("{audits}, {size}, in the file {name}").format(
            audits=count_words(backup.audit_count), size=size_words(backup.size),
            name=backup.path.name,
        )  # fmt: skip
        self._list = Card(theme, "list")
        self._list.body.addWidget(self.table)
        buttons = FlowRow(0)
        buttons.add(self.one_button)
        buttons.add(self.whole_button)
        self._column.addWidget(PageHeading(theme, title, self.back_button, words=facts))
        for widget in (self.verdict, self.outcome, self.search):
            self._column.addWidget(widget)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(buttons)
        self.outcome.hide()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.one_button.clicked.connect(self._on_one_clicked)
        self.whole_button.clicked.connect(self.whole_asked)
        self.table.audit_chosen.connect(self._on_one_clicked)
        header = self.table.horizontalHeader()
        header.setSortIndicator(Column.CHANGED, Qt.SortOrder.DescendingOrder)
        header.sectionClicked.connect(self._on_header_clicked)
        self.table.selectionModel().currentChanged.connect(self._on_current_changed)
        self.search.text_edited.connect(self._on_search_edited)

    def _show_backup(self) -> None:
        check, backup = self._opened.check, self._opened.backup
        rows = sorted(check.audits, key=lambda row: row.changed_at, reverse=True)
        self._model.set_rows(rows, self._workspace.clock())
        self.table.choose_first()
        told = [*check.faults, *check.remarks]
        lines = told[:_MOST_TOLD]
        if len(told) > len(lines):
            lines.append(_("And {count} more.").format(count=len(told) - len(lines)))
        if backup.is_of_others:
            lines.insert(0, _("It is of other audits than those on this computer, so no single "
                              "audit can be restored from it."))  # fmt: skip
        if check.faults:
            self.verdict.set_content("danger", _("This backup is damaged"), "\n".join(lines))
        else:
            words = _("The backup is complete and unchanged")
            self.verdict.set_content("warn" if lines else "ok", words, "\n".join(lines))
        self._on_current_changed()

    def _ask(self, row: AuditRow, cost: str) -> None:
        title = _("Restore {name}?").format(name=row.case_reference)
        dialog = ChoiceDialog(self._theme, title, cost, _("Restore it"), self)
        dialog.accepted.connect(self._on_wanted)
        dialog.open()

    def _tell(self, tone: str, title: str, text: str) -> None:
        self.outcome.show_message(tone, title, text)

    def _fit(self) -> None:
        super()._fit()
        self._list.setMinimumHeight(self._theme.px(_LEAST_ROWS * ROW_HEIGHT))

    def _first_stop(self) -> QWidget:
        return self.table

    # Slots

    def _on_one_clicked(self) -> None:
        self.restore()

    def _on_wanted(self) -> None:
        self.restore(is_wanted=True)

    def _on_current_changed(self) -> None:
        is_ours = not self._opened.backup.is_of_others
        self.one_button.setEnabled(is_ours and self.chosen is not None)

    def _on_header_clicked(self, section: int) -> None:
        # Qt has turned the indicator already.
        order = self.table.horizontalHeader().sortIndicatorOrder()
        self._model.sort(Column(section), order)

    def _on_search_edited(self, text: str) -> None:
        self._model.set_filter(AuditFilter(text))
        self.table.choose_first()
        self._on_current_changed()
