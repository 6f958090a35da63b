# SPDX-License-Identifier: MPL-2.0
"""What stands behind a figure: audits, questions of audits, or actions."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _, ngettext
from auditapp.insight.figures.behind import ActionsBehind, Behind
from auditapp.operations.figures import LineRow
from auditapp.workspace import Workspace
from ui.insights.insight_work import find_lines
from ui.insights.line_list import LineList
from ui.insights.line_model import LineModel
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading
from ui.work_bar import WorkBar

_LEAST_LIST: Final = 260


class LinesPage(Page):
    """A list of any length; each of its lines opens.

    Signals:
        left: back to the figures.
        line_chosen: the ``LineRow`` to open.
    """

    left = Signal()
    line_chosen = Signal(object)

    def __init__(
        self, theme: Theme, workspace: Workspace, jobs: Jobs, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, spacing=SPACE["2"], parent=parent)
        self._theme = theme
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job | None = None
        self._behind: Behind | ActionsBehind | None = None
        self._current = 0
        self.model = LineModel(self)
        self.list = LineList(theme, self.model)
        self.back_button = PushButton(theme, _("&Back to the figures"), "quiet", "arrow-left")
        self.heading = PageHeading(theme, "", self.back_button)
        self.count = TextLabel(theme, "", "body", "2", wrap=True)
        self.work_bar = WorkBar(theme)
        self.failure = Banner(theme, "danger", "")
        self._card = Card(theme, "list")
        self._build()
        self.back_button.clicked.connect(self.left)
        self.list.line_chosen.connect(self.line_chosen)

    def show_lines(self, behind: Behind | ActionsBehind, current: int = 0) -> None:
        """Find the lines and show them, with the keys at line ``current``, from 0."""
        self._behind = behind
        self._current = current
        self.heading.set_title(behind.title)
        self.count.set_text("")
        self.model.set_rows(())
        self.refresh()

    @property
    def place(self) -> tuple[Behind | ActionsBehind, int] | None:
        """What is behind the lines on show, and which of them has the keys; None before any."""
        if self._behind is None:
            return None
        row = self.list.currentIndex().row()
        return self._behind, self._current if row < 0 else row

    def refresh(self) -> None:
        """Find the lines again as they are now."""
        self.stop()
        self.failure.hide()
        if self._behind is None:
            return
        self._job = self._jobs.start(
            partial(find_lines, self._workspace, self._behind),
            succeeded=self._on_found,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(self._job.cancel)
        self.work_bar.follow(self._job, _("Looking for them …"))

    def stop(self) -> None:
        """End the job under way."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    @property
    def is_busy(self) -> bool:
        """Whether lines are looked for."""
        return self._job is not None

    def _build(self) -> None:
        self._card.body.addWidget(self.list)
        for part in (self.heading, self.count, self.work_bar, self.failure):
            self._column.addWidget(part)
        self._column.addWidget(self._card, 1)
        self.failure.hide()

    def _first_stop(self) -> QWidget:
        return self.list if self.model.rows else self.back_button

    def _fit(self) -> None:
        super()._fit()
        self._card.setMinimumHeight(self._theme.px(_LEAST_LIST))

    # Slots

    def _on_found(self, rows: list[LineRow]) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        row = self.list.currentIndex().row()
        current = self._current if row < 0 else row
        self.model.set_rows(rows)
        self.count.set_text(count_words(rows))
        announce(self, f"{self.heading.title.text()}. {self.count.text()}")
        if rows:
            self.list.setCurrentIndex(self.model.index(min(current, len(rows) - 1), 0))
        if self.back_button.hasFocus() and rows:
            self.list.setFocus()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is not self._job or self._job is None:
            return
        is_stopped = self._job.is_cancelled
        self._job = None
        message = explain(error)
        title = _("Stopped") if is_stopped else message.title
        self.failure.show_message("danger", title, message.text)


def count_words(rows: list[LineRow]) -> str:
    """Say how many lines there are, and how to open one."""
    if not rows:
        return _("There is nothing behind it any more.")
    if rows[0].action is not None:
        words = ngettext("{count} action.", "{count} actions.", len(rows))
    elif rows[0].question is not None:
        words = ngettext("{count} answer.", "{count} answers.", len(rows))
    else:
        words = ngettext("{count} audit.", "{count} audits.", len(rows))
    enter = _("Enter opens one.")
    return f"{words.format(count=f'{len(rows):,}')} {enter}"
