# SPDX-License-Identifier: MPL-2.0
"""The step that reads the list of cases: pasted, or from a file."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.i18n import _, ngettext
from auditapp.insight.sampling import list_digest
from auditapp.model.case_listed import ColumnMatched, ListRead
from auditapp.model.round import Round
from auditapp.model.round_edits import put_list
from auditapp.model.round_kinds import CaseField
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.rounds.columns_form import ColumnsForm
from ui.rounds.erase_desk import EraseDesk
from ui.rounds.fault_list import FaultList
from ui.rounds.list_words import held_back_rows, look_words
from ui.rounds.list_work import (
    ListLook,
    kept_look,
    look_again,
    look_at_file,
    look_at_pasted,
    look_kept,
    take_list,
)
from ui.rounds.open_round import OpenRound
from ui.rounds.step_card import StepCard
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.work_bar import WorkBar

_FAULT_HEIGHT = 27
_MOST_FAULTS = 7
"""Faults that are seen at once; the list of more of them scrolls."""


class ListStep(StepCard):
    """Paste or open, match the columns, look at what is wrong with rows, take the list.

    Nothing of a list is written down before it is taken.
    """

    def __init__(
        self,
        theme: Theme,
        open_round: OpenRound,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        words = _(
            "Every case file that could be audited, one a row, under pseudonyms only. Copy the "
            "rows from a spreadsheet with their headings, or open a CSV or Excel file."
        )
        super().__init__(theme, _("The list of cases"), words, open_round, parent)
        self._theme = theme
        self._jobs = jobs
        self._outside = outside
        self._reading: Job | None = None
        self.look: ListLook | None = None
        self.paste_button = PushButton(theme, _("&Paste the list"), "primary", "clipboard-list")
        self.file_button = PushButton(theme, _("&Open a file …"), "secondary", "folder-open")
        self.erasing = EraseDesk(theme, open_round, self)
        self.erase_button = PushButton(theme, _("Erase a &case …"), "quiet", "eye-off")
        self.held = TextLabel(theme, "", "strong", wrap=True)
        self.work_bar = WorkBar(theme)
        self.columns = ColumnsForm(theme)
        self.summary = TextLabel(theme, "", wrap=True)
        self.faults = FaultList(theme)
        self.accept_button = PushButton(theme, _("None of them identifies anybody: take all"))
        self.take_button = PushButton(theme, _("&Take this list"), "primary", "check")
        self._build()
        self._connect()

    def show_round(self) -> None:
        """Say what list the round has."""
        is_drawn = self.whole.draw is not None
        for button in (self.paste_button, self.file_button):
            button.setEnabled(not is_drawn)
        count = len(self.whole.cases)
        words = _("No list was read yet.")
        if count:
            words = ngettext(
                "The round has a list of {count} case.", "The round has a list of {count} cases.",
                count,
            ).format(count=count)  # fmt: skip
        if is_drawn:
            drawn = _("The sample is drawn from it, so it stays.")
            words = f"{words} {drawn}"
        self.held.set_text(words)
        self.erase_button.setVisible(self.whole.listed is not None)
        self._show_look()

    @property
    def first_stop(self) -> QWidget:
        """What reads a list, or takes the one that was read."""
        if self.take_button.isVisible() and self.take_button.isEnabled():
            return self.take_button
        return self.paste_button

    def finish(self) -> bool:
        """Take a list that was read and not taken yet; that leads on by itself."""
        if self.look is None:
            return True
        self.take()
        return False

    def paste(self) -> None:
        """Read the list that was copied."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.refuse(_("Nothing is copied."), _("Copy the rows in the spreadsheet first."))
            return
        self._read(partial(look_at_pasted, text, self._before()))

    def open_file(self) -> None:
        """Ask for a file, and read it."""
        path = self._outside.ask_case_list_path(self.window())
        # While the dialog was open, the window may have locked itself and put this step away.
        if path is not None and isValid(self):
            self._read(partial(look_at_file, self.desk.workspace, path, self._before()))

    def take(self) -> None:
        """Take the list that was read into the round."""
        look = self.look
        if look is None or look.reading is None or not look.reading.cases:
            self.refuse(_("There is no case in this list yet."), self.summary.text())
            return
        reading, by = look.reading, self.desk.by
        listed = ListRead(
            kind=look.table.kind,
            columns=look.columns.matched,
            cases=len(reading.cases),
            rows_left_out=reading.rows - len(reading.cases),
            sha256=list_digest(reading.cases),
            by=by.name,
            at=by.now,
        )
        work = partial(
            take_list,
            self.desk.workspace,
            self.whole.id,
            lambda whole: put_list(whole, listed, reading.cases, by),
        )
        self.take_button.setEnabled(False)
        self._follow(
            self._jobs.start(work, succeeded=self._on_taken, failed=self._on_failed),
            _("Keeping the list …"),
        )

    def state(self) -> dict[str, Any] | None:
        """Return the list that was read and not taken, as JSON can hold it; None without one."""
        return None if self.look is None else kept_look(self.look)

    def restore(self, state: dict[str, Any]) -> None:
        """Look again at a list that was read before the window was locked."""
        self._read(partial(look_kept, state))

    def typed(self) -> dict[str, Any] | None:
        """Return which case is to be erased and why, while somebody writes that."""
        return self.erasing.typed()

    def resume(self, typed: Mapping[str, Any]) -> None:
        """Ask again which case is erased, with what was typed."""
        self.erasing.resume(typed)

    def stop(self) -> None:
        """Stop reading, before the window locks."""
        if self._reading is not None:
            self._reading.cancel()
        self._reading = None

    # Inside

    def _build(self) -> None:
        buttons = FlowRow()
        buttons.add(self.paste_button)
        buttons.add(self.file_button)
        buttons.add(self.erase_button)
        after = FlowRow()
        after.add(self.take_button)
        after.add(self.accept_button)
        self._column_title = TextLabel(self._theme, _("What the columns are"), "strong")
        for part in (self.held, buttons, self.work_bar, self._column_title, self.columns,
                     self.summary, self.faults, after):  # fmt: skip
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.erase_button.clicked.connect(self.erasing.ask)
        self.paste_button.clicked.connect(self.paste)
        self.file_button.clicked.connect(self.open_file)
        self.columns.field_chosen.connect(self._on_field_chosen)
        self.faults.row_accepted.connect(self._on_row_accepted)
        self.accept_button.clicked.connect(self._on_all_accepted)
        self.take_button.clicked.connect(self.take)

    def _before(self) -> tuple[ColumnMatched, ...]:
        return self.whole.listed.columns if self.whole.listed else ()

    def _read(self, work: Callable[[Job], ListLook]) -> None:
        self._follow(
            self._jobs.start(work, succeeded=self._on_read, failed=self._on_failed),
            _("Reading the list …"),
        )

    def _follow(self, job: Job, words: str) -> None:
        self.stop()
        self._reading = job
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, words)

    def _show_look(self) -> None:
        look = self.look
        reading = look.reading if look else None
        for part in (self._column_title, self.columns, self.summary):
            part.setVisible(look is not None)
        self.take_button.setVisible(look is not None)
        self.faults.setVisible(reading is not None and bool(reading.faults))
        self.accept_button.setVisible(reading is not None and bool(held_back_rows(look)))
        if look is None:
            return
        self.columns.show_columns(look.table, look.columns)
        self.summary.set_text(look_words(look))
        self.take_button.setEnabled(reading is not None and bool(reading.cases))
        faults = reading.faults if reading else ()
        lines = min(_MOST_FAULTS, len(faults)) + 1
        self.faults.setFixedHeight(self._theme.px(_FAULT_HEIGHT * lines))
        self.faults.show_faults(faults, look.accepted)

    def _again(self, accepted: frozenset[int]) -> None:
        if self.look is not None:
            self._read(partial(look_again, self.look.table, self.look.columns, accepted))

    # Slots

    def _on_read(self, look: ListLook) -> None:
        if self.sender() is not self._reading:
            return
        self._reading = None
        had_look = self.look is not None
        self.look = look
        self._show_look()
        announce(self, self.summary.text())
        if not had_look:
            self.first_stop.setFocus()

    def _on_taken(self, whole: Round) -> None:
        if self.sender() is self._reading:
            self._reading = self.look = None
            self.desk.do(lambda: whole)
            self.show_round()
            self.done.emit()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is self._reading:
            self._reading = None
            self._show_look()
            self.failed.emit(explain(error))

    def _on_field_chosen(self, column: int, field: CaseField | None) -> None:
        if self.look is not None:
            columns = self.look.columns.with_field(column, field)
            # What was accepted was accepted of other columns.
            self._read(partial(look_again, self.look.table, columns, frozenset()))

    def _on_row_accepted(self, row: int) -> None:
        if self.look is not None:
            self._again(self.look.accepted ^ {row})

    def _on_all_accepted(self) -> None:
        if self.look is not None:
            self._again(self.look.accepted | held_back_rows(self.look))
