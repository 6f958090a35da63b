# SPDX-License-Identifier: MPL-2.0
"""The history of the open audit: all that happened to it, newest first."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from auditapp.file_names import history_file_name
from auditapp.history.line_filter import searched_words
from auditapp.history.lines import AuditHistory, chain_words
from auditapp.i18n import _
from auditapp.model.ids import AuditId, QuestionKey
from auditapp.workspace import Workspace
from ui.checklists.save_desk import SaveDesk, Saving
from ui.history.history_filter_bar import HistoryFilterBar
from ui.history.history_list import HistoryList
from ui.history.history_model import HistoryModel
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.open_audit import OpenAudit
from ui.outside import Outside
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, EDGE, READING_WIDTH, STEP_MARGIN, TIGHT_STEP_MARGIN
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.scroll_area import ScrollArea

_LEAST_LIST: Final = 260


class _Read(NamedTuple):
    """What a thread read: the history, and what is searched of each line."""

    history: AuditHistory
    searched: Sequence[str]


class HistoryView(QWidget):
    """The state of the chain, what is looked for, and the lines.

    It reads the history anew, away from the window, when it is shown and after each save.

    Signals:
        step_asked: a line leads to a ``Step``.
        left: the person wants to go back to where they came from.
    """

    step_asked = Signal(object)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        workspace: Workspace,
        jobs: Jobs,
        *,
        outside: Outside | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open_audit = open_audit
        self._workspace = workspace
        self._jobs = jobs
        self._reading: Job | None = None
        self.chain = TextLabel(theme, _("Reading the history …"), "body", "2", wrap=True)
        self.fault = Banner(theme, "danger", "")
        self.save_button = PushButton(theme, _("Save as CSV …"), icon="download")
        self.desk = SaveDesk(theme, jobs, outside or Outside())
        self.filter_bar = HistoryFilterBar(theme)
        self.model = HistoryModel(self)
        self.list = HistoryList(theme, self.model, is_numbered=True)
        self.count = TextLabel(theme, "", "small", "2")
        self._states = QStackedWidget()
        self._build()
        self._connect()

    def look_for(self, question: QuestionKey | None, words: str = "") -> None:
        """Show the lines of one question, named ``words``, or all."""
        self.filter_bar.clear()
        self.filter_bar.look_for(question, words)
        self._on_filter_changed()

    def refresh(self) -> None:
        """Read the history again."""
        if self._reading is not None:
            self._reading.cancel()
        audit_id = self._open_audit.audit.id
        workspace = self._workspace
        self._reading = self._jobs.start(
            lambda _job: _read(workspace, audit_id), succeeded=self._on_read, failed=self._on_failed
        )

    def settle_now(self) -> None:
        """Do nothing: every other view commits here what was typed, and nothing is typed here."""

    def forget(self) -> None:
        """Let a reading under way come to nothing before the view is put away."""
        self._reading = None

    # Building

    def _build(self) -> None:
        theme = self._theme
        self._nothing = EmptyState(
            theme, "search", _("Nothing found"), _("No line fits what you look for."),
            _("Show all lines"),
        )  # fmt: skip
        card = Card(theme)
        card.set_padding(EDGE + 1, 6)
        card.body.addWidget(self.list)
        for state in (card, self._nothing):
            self._states.addWidget(state)
        heading = FoldingRow(theme, spacing=8)
        title = TextLabel(theme, _("History"), "title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.add(title, 1)
        heading.add(self.save_button)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        parts = (heading, self.chain, self.fault, self.desk, self.filter_bar, self.count)
        for part in parts:
            column.addWidget(part)
        self.fault.hide()
        self.count.hide()
        column.addWidget(self._states, 1)
        content = QWidget()
        content.setObjectName("content")
        self._row = QHBoxLayout(content)
        self._row.addStretch(1)
        self._row.addWidget(self._column, 1000)
        self._row.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        area = ScrollArea(theme, content)
        area.float_bar()
        around.addWidget(area)
        self._fit()

    def _connect(self) -> None:
        self.save_button.clicked.connect(self._on_save_clicked)
        self.filter_bar.filter_changed.connect(self._on_filter_changed)
        self.list.step_asked.connect(self.step_asked)
        self._nothing.button_clicked.connect(self.filter_bar.clear)
        self._open_audit.saved.connect(self._on_saved)
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        """Keep the lines at a width that reads well; the list keeps room where there is little."""
        px = self._theme.px
        is_tight = self.width() < px(BREAK_POINTS["margins"])
        margin = TIGHT_STEP_MARGIN if is_tight else STEP_MARGIN
        self._row.setContentsMargins(margin, margin, margin, 8)
        self._column.setMaximumWidth(px(READING_WIDTH))
        self._states.setMinimumHeight(px(_LEAST_LIST))

    def _show_fault(self, title: str, words: str) -> None:
        self.chain.hide()
        self.fault.show_message("danger", title, words)

    def _show_state(self) -> None:
        shown, held = self.model.found_count, self.model.line_count
        self._states.setCurrentIndex(1 if held and not shown else 0)
        words = _("{shown} of {held} lines are shown.")
        self.count.set_text(words.format(shown=f"{shown:,}", held=f"{held:,}"))
        self.count.setVisible(shown != held)

    # Slots

    def _on_read(self, read: _Read) -> None:
        if self.sender() is not self._reading:
            return
        self._reading = None
        history = read.history
        self.chain.set_text(chain_words(history))
        self.chain.setVisible(history.fault is None)
        if history.fault is not None:
            self._show_fault(_("The history was altered"), chain_words(history))
        self.filter_bar.offer(history.lines)
        self.model.set_lines(history.lines, read.searched, self._open_audit.outline)
        self._show_state()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is self._reading:
            self._reading = None
            message = explain(error)
            self._show_fault(message.title, message.text)

    def _on_filter_changed(self) -> None:
        self.model.set_filter(self.filter_bar.wanted)
        self._show_state()
        announce(self.list, self.count.text())

    def _on_saved(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_save_clicked(self) -> None:
        audit, workspace = self._open_audit.audit, self._workspace
        by = workspace.author_here(audit.front.auditor)
        self.desk.save(
            Saving(
                _("Save the history"),
                history_file_name(audit.front.case_reference, by.now.astimezone().date()),
                _("Saving the history …"),
                lambda path, _job: workspace.export_history(audit.id, path, by),
            )
        )

    # Qt overrides

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on. A focus proxy would have Tab jump over what stands around it."""
        super().focusInEvent(event)
        self.filter_bar.search.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to where the person came from by Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Read the history again: it may have grown while this was out of sight."""
        super().showEvent(event)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the margins to the room."""
        super().resizeEvent(event)
        self._fit()


def _read(workspace: Workspace, audit_id: AuditId) -> _Read:
    """Read a history and get it ready to be searched. Runs in a thread."""
    history = workspace.read_history(audit_id)
    return _Read(history, [searched_words(line) for line in history.lines])
