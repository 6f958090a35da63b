# SPDX-License-Identifier: MPL-2.0
"""Show all checklists: search them, see what is wrong with a file, and try one out."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from auditapp.checklist.library import BrokenFile, ChecklistHeader
from auditapp.checklist.overview import ChecklistOverview
from auditapp.errors import ChecklistNotFoundError
from auditapp.i18n import _, ngettext
from auditapp.model.front_sheet import Cohort, FrontSheet
from auditapp.model.ids import ChecklistId
from auditapp.workspace import Workspace
from ui.audits.front_defaults import default_front
from ui.checklists.checklist_filter_model import ChecklistFilterModel
from ui.checklists.checklist_list import ChecklistList
from ui.checklists.checklist_list_model import ChecklistListModel
from ui.checklists.checklist_row import ChecklistRow
from ui.checklists.faults_dialog import FaultsDialog
from ui.error_dialog import open_error
from ui.jobs import Job, Jobs
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.search_field import SearchField
from ui.widgets.reading.announce import announce
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading

_LEAST_LIST: Final = 260
"""The height, in pixels at the usual text size, that the list has however low the window is."""

Arrived = deque[tuple[Path, ChecklistOverview]]


class ChecklistsView(Page):
    """The list of checklists. Headers come first; the rest is read in a thread meanwhile.

    Signals:
        try_out_ready: a checklist was chosen; its ``PracticeAudit``.
        load_asked: a checklist is to be loaded from a file.
    """

    try_out_ready = Signal(object)
    load_asked = Signal()

    def __init__(
        self, theme: Theme, workspace: Workspace, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, spacing=SPACE["2"], parent=parent)
        self._workspace = workspace
        self._jobs = jobs
        self._reading: Job | None = None
        self._opening: Job | None = None
        self._arrived: Arrived = deque()
        self._model = ChecklistListModel(self)
        self._shown = ChecklistFilterModel(self._model, self)
        self.search = SearchField(theme, _("Search titles, purposes and questions"))
        self.list = ChecklistList(theme, self._shown)
        self.load_button = PushButton(theme, _("&Load a checklist …"), icon="download")
        self._heading = PageHeading(theme, _("Checklists"), self.load_button)
        self._heading.set_note(_("Reading …"))
        self._states = QStackedWidget()
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Look again which checklists there are."""
        self.stop()
        self._reading = self._jobs.start(
            lambda _job: self._workspace.checklists(),
            succeeded=self._on_headers_read,
            failed=self._on_failed,
        )

    def try_out(self, checklist_id: ChecklistId, version: str, cohorts: tuple[Cohort, ...]) -> None:
        """Open the try-out of one version for a child in ``cohorts``; nothing if it has gone."""
        for header in self._workspace.library.headers():
            if (header.id, header.version) == (checklist_id, version):
                self._practise(header, self._front(cohorts))

    def stop(self) -> None:
        """Stop reading, and open nothing any more."""
        for job in (self._reading, self._opening):
            if job is not None:
                job.cancel()
        self._reading = self._opening = None

    @property
    def is_reading(self) -> bool:
        """Whether a checklist is still to be read."""
        return self._reading is not None

    @property
    def count_words(self) -> str:
        """What is said about how many checklists are on show."""
        return self._heading.note.text()

    # Building

    def _build(self) -> None:
        theme = self._theme
        self._nothing_found = EmptyState(
            theme, "search", _("Nothing found"), "", _("Show all checklists")
        )
        self._card = Card(theme, "list")
        self._card.body.addWidget(self.list)
        for state in (self._card, self._nothing_found):
            self._states.addWidget(state)
        self._column.addWidget(self._heading)
        self._column.addWidget(self.search)
        self._column.addWidget(self._states, 1)

    def _connect(self) -> None:
        self.search.text_edited.connect(self._on_text_edited)
        self.search.line_edit.returnPressed.connect(self._on_search_entered)
        self._nothing_found.button_clicked.connect(self.search.clear)
        self.list.chosen.connect(self._on_chosen)
        self.load_button.clicked.connect(self.load_asked)

    def _fit(self) -> None:
        super()._fit()
        self._states.setMinimumHeight(self._theme.px(_LEAST_LIST))

    def _first_stop(self) -> QWidget:
        """Return the list where a checklist was looked at, else the search."""
        goes_on = self.list.currentIndex().isValid() and self.list.isVisible()
        return self.list if goes_on else self.search

    def _front(self, cohorts: tuple[Cohort, ...] = tuple(Cohort)) -> FrontSheet:
        """Return the front sheet of a try-out: a child in every group is asked the most."""
        today = self._workspace.clock().astimezone().date()
        front = default_front(self._workspace.settings(), today)
        return front.model_copy(update={"case_reference": _("Try-out"), "cohorts": cohorts})

    def _show_state(self) -> None:
        shown, held = self._shown.rowCount(), self._model.rowCount()
        self._states.setCurrentWidget(self._card if shown else self._nothing_found)
        words = ngettext("{count} checklist", "{count} checklists", held).format(count=held)
        if shown != held:
            words = _("{shown} of {held} checklists").format(shown=shown, held=held)
        self._heading.set_note(words)
        text = _("None of the {count} checklists fits what you are looking for.")
        self._nothing_found.set_content(_("Nothing found"), text.format(count=held))

    def _practise(self, header: ChecklistHeader, front: FrontSheet) -> None:
        self._opening = self._jobs.start(
            lambda _job: self._workspace.practise(header, front),
            succeeded=self._on_opened,
            failed=self._on_failed,
        )

    # Slots

    def _on_headers_read(
        self, found: tuple[Sequence[ChecklistHeader], Sequence[BrokenFile]]
    ) -> None:
        if self.sender() is not self._reading:
            return
        self._model.set_checklists(*found)
        self._show_state()
        headers, arrived = self._model.unread, self._arrived
        arrived.clear()
        self._reading = self._jobs.start(
            lambda job: _read(self._workspace, headers, arrived, job),
            succeeded=self._on_all_read,
            failed=self._on_failed,
            progressed=self._on_some_read,
        )

    def _on_some_read(self, _done: int, _total: int) -> None:
        while self._arrived:
            self._model.set_overview(*self._arrived.popleft())
        self._show_state()

    def _on_all_read(self, _nothing: None) -> None:
        if self.sender() is self._reading:
            self._reading = None

    def _on_text_edited(self, text: str) -> None:
        self._shown.set_text(text)
        self._show_state()
        announce(self.list, self.count_words)

    def _on_search_entered(self) -> None:
        if self._shown.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_chosen(self, row: ChecklistRow) -> None:
        header = row.header
        if row.faults or header is None:
            FaultsDialog(self._theme, row.path.name, row.faults, self).open()
            return
        if self._opening is None:
            self._practise(header, self._front())

    def _on_opened(self, practice: object) -> None:
        if self.sender() is self._opening:
            self._opening = None
            self.try_out_ready.emit(practice)

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() in (self._reading, self._opening):
            self.stop()
            open_error(self._theme, error, self)


def _read(
    workspace: Workspace, headers: Sequence[ChecklistHeader], arrived: Arrived, job: Job
) -> None:
    """Read each checklist whole. Runs in a thread; ``arrived`` takes what was found."""
    for number, header in enumerate(headers, start=1):
        if job.is_cancelled:
            return
        try:
            arrived.append((header.path, workspace.overview(header)))
        except ChecklistNotFoundError:
            continue  # taken away meanwhile; the next look at the list leaves it out
        job.report_progress(number, len(headers))
