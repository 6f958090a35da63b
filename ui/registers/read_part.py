# SPDX-License-Identifier: MPL-2.0
"""A list of what was read of all audits or of a register, with a search field and two lists."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.searching import holds, search_words
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.registers.list_states import ListStates
from ui.registers.listed_list import ListedList
from ui.registers.read_line import ReadKind, ReadLine
from ui.theme.theme import Theme
from ui.widgets.arranging.field_row import FieldRow
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.search_field import SearchField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.empty_state import EmptyState

AT_A_TIME: Final = 60
"""Lines that the list gets at a time, as it is scrolled: laying them out takes time."""
_LEAST_LIST: Final = 260
_EVERY: Final = ""


class ReadPart(QWidget):
    """Read away from the window, search at each key.

    Signals:
        line_chosen: a line was chosen; the `ReadLine`.
        add_asked: something is to be added.
    """

    line_chosen = Signal(object)
    add_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        kind: ReadKind,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workspace = workspace
        self._jobs = jobs
        self._kind = kind
        self._reading: Job | None = None
        self._lines: list[ReadLine] = []
        self._found: list[ReadLine] = []
        self._kept: Mapping[str, Any] = {}
        self.search = SearchField(theme, _("Search {name}").format(name=kind.name), _("Search"))
        self.state = ComboField(theme, _("Status"))
        self.team = ComboField(theme, _("Team"))
        self.count = TextLabel(theme, "", "small", "2", wrap=True)
        self.add_button = PushButton(theme, kind.add, "primary", kind.add_icon)
        self.list = ListedList(theme, kind.name, kind.columns)
        nothing = EmptyState(theme, kind.icon, kind.nothing, kind.how, kind.add)
        self.states = ListStates(theme, self.list, nothing, kind.columns, kind.words)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read everything again; what is looked for stays."""
        self._drop()
        if not self._lines:
            self.states.show_reading()
        self._reading = self._jobs.start(
            partial(_read, self._workspace, self._kind),
            succeeded=self._on_read,
            failed=self._on_failed,
            progressed=self._on_progressed,
        )

    def stop(self) -> None:
        """Let the reading under way come to nothing."""
        self._drop()

    def words(self) -> dict[str, Any]:
        """Return what is looked for, as it can be kept."""
        return {
            "search": self.search.text,
            "state": self.state.value or _EVERY,
            "team": self.team.value or _EVERY,
        }

    def resume(self, words: Mapping[str, Any]) -> None:
        """Look for what was kept once everything is read."""
        self._kept = words

    @property
    def lines(self) -> list[ReadLine]:
        """All lines that were read."""
        return self._lines

    @property
    def stop_for_focus(self) -> QWidget:
        """Where the focus belongs when the part is gone to."""
        return self.list if self.states.has_rows else self.states.stop or self.search

    # Building

    def _build(self) -> None:
        shares = [(self.search, 2), (self.state, 1), (self.team, 1)]
        fields = FieldRow(self._theme, shares, gives_way=self.search)
        for field in (self.state, self.team):
            field.label.hide()
            field.value_chosen.connect(self._on_filter_changed)
        self.state.set_items(self._kind.states)
        self.state.set_value(self._kind.states[0][0] if self._kind.states else None)
        self.state.setVisible(bool(self._kind.states))
        self.team.setVisible(self._kind.has_teams)
        heading = FoldingRow(self._theme, spacing=8)
        self.count.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.add(self.count, 1)
        heading.add(self.add_button)
        self._fields = fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(fields)
        column.addWidget(heading)
        column.addWidget(self.states, 1)
        self._fit()

    def _connect(self) -> None:
        self.search.text_edited.connect(self._on_filter_changed)
        self.list.row_chosen.connect(self._on_row_chosen)
        self.list.model_of_rows.more_wanted.connect(self._on_more_wanted)
        self.states.add_asked.connect(self.add_asked)
        self.states.all_asked.connect(self._on_all_asked)
        self.states.again_asked.connect(self.refresh)
        self.add_button.clicked.connect(self.add_asked)
        self._theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.states.setMinimumHeight(self._theme.px(_LEAST_LIST))

    # Inside

    def _drop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None

    def _offer_teams(self) -> None:
        chosen = self.team.value or _EVERY
        teams = sorted({line.team for line in self._lines if line.team}, key=str.casefold)
        self.team.set_items([(_EVERY, _("All teams")), *((each, each) for each in teams)])
        self.team.set_value(chosen if chosen in teams else _EVERY)

    def _take_kept(self) -> None:
        kept, self._kept = self._kept, {}
        if kept:
            self.search.set_text(str(kept.get("search", "")))
            for field, name in ((self.state, "state"), (self.team, "team")):
                if field.combo_box.findData(kept.get(name)) >= 0:
                    field.set_value(kept[name])

    def _looked_for(self) -> Iterable[ReadLine]:
        words = search_words(self.search.text)
        state, team = self.state.value or _EVERY, self.team.value or _EVERY
        for line in self._lines:
            if state and state not in line.states:
                continue
            if team and team != line.team:
                continue
            if holds(line.searched, words):
                yield line

    def _show_found(self) -> None:
        self._found = list(self._looked_for())
        first = [line.listed for line in self._found[:AT_A_TIME]]
        self.list.set_rows(first, has_more=len(self._found) > len(first))
        held = len(self._lines)
        self.states.show_found(shown=len(first), is_searched=held > 0)
        self._fields.setVisible(held > 0)
        self.add_button.setVisible(held > 0 and bool(self._kind.add))
        words = _("{shown} of {held} are shown.")
        shown = len(self._found)
        self.count.set_text(words.format(shown=f"{shown:,}", held=f"{held:,}") if held else "")

    # Slots

    def _on_read(self, lines: list[ReadLine]) -> None:
        if self.sender() is not self._reading:
            return
        self._reading = None
        self._lines = lines
        self._offer_teams()
        self._take_kept()
        self._show_found()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is self._reading:
            self._reading = None
            self.states.show_failure(explain(error))

    def _on_progressed(self, done: int, total: int) -> None:
        if self.sender() is self._reading:
            self.states.show_progress(done, total)

    def _on_filter_changed(self) -> None:
        self._show_found()
        announce(self.list, self.count.text())

    def _on_all_asked(self) -> None:
        self.search.set_text("")
        for field in (self.state, self.team):
            if field.combo_box.findData(_EVERY) >= 0:
                field.set_value(_EVERY)
        self._show_found()

    def _on_more_wanted(self) -> None:
        first = len(self.list.model_of_rows.rows)
        more = [line.listed for line in self._found[first : first + AT_A_TIME]]
        self.list.model_of_rows.add_rows(more, has_more=len(self._found) > first + len(more))

    def _on_row_chosen(self, key: object) -> None:
        line = next((each for each in self._found if each.listed.key == key), None)
        if line is not None:
            self.line_chosen.emit(line)


def _read(workspace: Workspace, kind: ReadKind, job: Job) -> list[ReadLine]:
    """Read everything. Runs in a thread."""
    if kind.reads_audits:
        workspace.refresh_digests(job.report_progress, lambda: job.is_cancelled)
    return kind.read(workspace)
