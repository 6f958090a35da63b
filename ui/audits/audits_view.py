# SPDX-License-Identifier: MPL-2.0
"""Show all audits: search, filter, sort and open them."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.workspace import Workspace
from ui.audits.audit_delegate import ROW_HEIGHT
from ui.audits.audit_table import AuditTable
from ui.audits.audit_table_model import AuditTableModel, Column
from ui.audits.filter_bar import FilterBar
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading

_LEAST_ROWS: Final = 3


class AuditsView(Page):
    """The list of audits.

    Signals:
        audit_chosen: the id of the audit to open.
        new_audit_asked: a new audit is wanted.
        send_asked: the selected audits are to be sent; their ids.
        receive_asked: audits that somebody sent are to be taken in.
        moderation_asked: second readings and later audits are to be shown.
    """

    audit_chosen = Signal(str)
    new_audit_asked = Signal()
    send_asked = Signal(object)
    receive_asked = Signal()
    moderation_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=SPACE["2"], parent=parent)
        self._workspace = workspace
        self._preferences = preferences
        self._model = AuditTableModel(self)
        self.filter_bar = FilterBar(theme)
        self.table = AuditTable(theme, self._model)
        self.new_button = PushButton(theme, _("&New audit"), "primary", "plus")
        self.send_button = PushButton(theme, _("Send …"), icon="upload")
        self.receive_button = PushButton(theme, _("Receive …"), icon="download")
        self.moderation_button = PushButton(theme, _("Moderation"), icon="scale")
        buttons = (self.moderation_button, self.receive_button, self.send_button, self.new_button)
        self._heading = PageHeading(theme, _("Audits"), *buttons)
        self.notices = QVBoxLayout()
        self._states = QStackedWidget()
        self._build()
        self._connect()
        self._show_notices()
        self.refresh()

    def refresh(self) -> None:
        """Read the audits again; keep what is searched for and the current audit."""
        current = self._current_id()
        rows = self._workspace.audits()
        self._model.set_rows(rows, self._workspace.clock())
        self.filter_bar.set_audits(rows)
        self._model.set_filter(self.filter_bar.wanted)
        self._make_current(current)
        self._show_state()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.filter_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter_bar.search.line_edit.selectAll()

    def add_notice(self, banner: Banner) -> None:
        """Show a message above the list."""
        self.notices.addWidget(banner)

    @property
    def state(self) -> QWidget:
        """What is on show: the table, or why there is none."""
        return self._state

    # Building

    def _build(self) -> None:
        theme = self._theme
        self._nothing_yet = EmptyState(
            theme,
            "clipboard-list",
            _("No audits yet"),
            _("Start with one case file. You will need its reference, never the child’s name."),
            _("New audit"),
        )
        self._nothing_found = EmptyState(
            theme, "search", _("Nothing found"), "", _("Show all audits")
        )
        self._list = Card(theme, "list")
        self._list.body.addWidget(self.table)
        for state in (self._list, self._nothing_yet, self._nothing_found):
            self._states.addWidget(state)
        self._column.addWidget(self._heading)
        self._column.addLayout(self.notices)
        self._column.addWidget(self.filter_bar)
        self._column.addWidget(self._states, 1)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_audit_asked)
        self.receive_button.clicked.connect(self.receive_asked)
        self.moderation_button.clicked.connect(self.moderation_asked)
        self.send_button.clicked.connect(self._on_send_clicked)
        self.table.selectionModel().selectionChanged.connect(self._show_selected)
        self._model.modelReset.connect(self._show_selected)
        self._model.layoutChanged.connect(self._show_selected)
        self._nothing_yet.button_clicked.connect(self.new_audit_asked)
        self._nothing_found.button_clicked.connect(self._on_show_all_asked)
        self.filter_bar.filter_changed.connect(self._on_filter_changed)
        self.filter_bar.sort_asked.connect(self._on_sort_asked)
        self.filter_bar.search.line_edit.returnPressed.connect(self._on_search_entered)
        self.table.audit_chosen.connect(self.audit_chosen)
        header = self.table.horizontalHeader()
        header.setSortIndicator(Column.CHANGED, Qt.SortOrder.DescendingOrder)
        header.sectionClicked.connect(self._on_header_clicked)

    def _show_notices(self) -> None:
        fault = self._preferences.fault
        if fault is not None:
            self.add_notice(Banner(self._theme, "warn", str(fault), fault.remedy))
        problems = self._workspace.problems
        if problems:
            title = ngettext(
                "Something was wrong when your audits were opened",
                "Some things were wrong when your audits were opened",
                len(problems),
            )
            self.add_notice(Banner(self._theme, "warn", title, "\n".join(problems)))

    def _fit(self) -> None:
        super()._fit()
        px = self._theme.px
        # With large text and a message above it the page scrolls, and some rows are still seen.
        self._states.setMinimumHeight(px(_LEAST_ROWS * ROW_HEIGHT))

    # What is on show

    def _show_state(self) -> None:
        shown, held = len(self._model.audits), self._model.held_count
        state: QWidget = self._list
        if not held:
            state = self._nothing_yet
        elif not shown:
            state = self._nothing_found
        self._state = state
        self._states.setCurrentWidget(state)
        self.filter_bar.setVisible(bool(held))
        for button in (self.new_button, self.send_button, self.moderation_button):
            button.setVisible(bool(held))
        self._heading.set_note(_count_words(shown, held))
        if state is self._nothing_found:
            text = _("None of the {count} audits fits what you are looking for.")
            self._nothing_found.set_content(_("Nothing found"), text.format(count=held))

    def _show_selected(self) -> None:
        count = len(self.table.selected)
        self.send_button.setEnabled(count > 0)
        self.send_button.setText(
            _("Send {count} …").format(count=count) if count > 1 else _("Send …")
        )

    def _first_stop(self) -> QWidget:
        if self._state is self._list:
            return self.table
        empty = self._nothing_yet if self._state is self._nothing_yet else self._nothing_found
        return empty.button

    def _current_id(self) -> str:
        index = self.table.currentIndex()
        return self._model.audits[index.row()].id if index.isValid() else ""

    def _make_current(self, audit_id: str) -> None:
        for row, audit in enumerate(self._model.audits if audit_id else ()):
            if audit.id == audit_id:
                self.table.setCurrentIndex(self._model.index(row, Column.CASE))
                return

    # Slots

    def _on_filter_changed(self) -> None:
        self._model.set_filter(self.filter_bar.wanted)
        self._show_state()
        announce(self.table, self._heading.note.text())

    def _on_sort_asked(self, column: Column, order: Qt.SortOrder) -> None:
        self._model.sort(column, order)
        self.table.horizontalHeader().setSortIndicator(column, order)
        self.table.scrollToTop()

    def _on_header_clicked(self, section: int) -> None:
        # Qt has turned the indicator already.
        column, order = Column(section), self.table.horizontalHeader().sortIndicatorOrder()
        self._model.sort(column, order)
        self.filter_bar.show_order(column, order)

    def _on_send_clicked(self) -> None:
        self.send_asked.emit(self.table.selected)

    def _on_search_entered(self) -> None:
        if self._model.audits:
            self.table.choose_first()
            self.table.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_show_all_asked(self) -> None:
        self.filter_bar.clear()
        self.focus_search()


def _count_words(shown: int, held: int) -> str:
    if not held:
        return ""
    if shown == held:
        return ngettext("{count} audit", "{count} audits", held).format(count=held)
    return _("{shown} of {held} audits").format(shown=shown, held=held)
