# SPDX-License-Identifier: MPL-2.0
"""The page of reports that are made of several audits."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.exports.orders import WITH_FIGURES, ReportCopy
from auditapp.i18n import _
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.workspace import Workspace
from ui.home.place_page import PlacePage
from ui.insights.basket import Basket
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outgoing.report_desk import ReportDesk
from ui.outgoing.report_header import ReportHeader
from ui.outgoing.save_report_dialog import SaveReportDialog
from ui.outgoing.seal_fields import SealFields
from ui.outside import Outside
from ui.preferences import Preferences
from ui.preview.preview_pane import PreviewPane
from ui.reports.across_work import Counted, count_audits, export_across, preview_across
from ui.reports.batch_desk import BatchDesk
from ui.reports.check_dialog import CheckDialog
from ui.reports.choices import Choices, read, written
from ui.reports.choosing_form import ChoosingForm
from ui.reports.count_words import count_words, invitation
from ui.reports.data_desk import DataDesk
from ui.reports.figures_strip import FiguresStrip
from ui.reports.outgoing_desk import OutgoingDesk
from ui.theme.theme import Theme
from ui.widgets.buttons.menu_button import MenuButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.page import Page

_LEAST_PANE: Final = 300


class ReportsView(Page, PlacePage):
    """Choose audits and a kind of report; look at it, save it, print it.

    Choosing is counted at once, away from the window. The preview is made when it is asked for,
    because it reads all the audits, and is in memory only.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        *,
        basket: Basket | None = None,
    ) -> None:
        super().__init__(theme, spacing=8)
        self._theme = theme
        self._workspace = workspace
        self._preferences = preferences
        self._jobs = jobs
        self._outside = outside
        self._counting: Job | None = None
        self._counted: Counted | None = None
        self._made_with = ("", "")
        self.header = ReportHeader(theme, _("Reports"))
        self.form = ChoosingForm(theme)
        self.basket = basket or Basket(self)
        self.figures = FiguresStrip(theme, self.basket)
        self.count = TextLabel(theme, "", "strong", wrap=True)
        self.pane = PreviewPane(theme, jobs)
        self.desk = ReportDesk(theme, jobs, outside, self.header, self.pane, self)
        self.more_button = MenuButton(theme, _("&More"))
        self.each_command = self.more_button.add(_("Save a report of &each …"), "layers")
        self.data_command = self.more_button.add(_("E&xport data …"), "chart-column")
        self.check_command = self.more_button.add(_("Che&ck a report …"), "shield-check")
        self.outgoing = OutgoingDesk(theme, workspace, self.desk, self)
        self.batch = BatchDesk(theme, workspace, jobs, outside, self.desk, self)
        self.data = DataDesk(theme, workspace, self.desk, self)
        self.dialog: SaveReportDialog | None = None
        self.check_dialog: CheckDialog | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Offer the teams and checklists that there are now, and count again."""
        teams = {" ".join(row.team.split()) for row in self._workspace.audits()} - {""}
        headers = self._workspace.library.in_use()
        titles = sorted(((each.id, each.title) for each in headers), key=lambda each: each[1])
        names = sorted(teams, key=str.casefold)
        rounds = [(str(each.id), each.name) for each in self._workspace.rounds()]
        self.form.offer([(name, name) for name in names], titles, rounds)
        self._on_choices_changed()

    def choose_summary(self) -> None:
        """Choose a kind of report that carries figures from the page of insights."""
        if self.form.choices.kind not in WITH_FIGURES:
            self.form.picker.show_kind(ReportKind.SUMMARY)
            self._on_choices_changed()

    def settle_now(self) -> None:
        """Take what is typed."""
        self.form.settle_now()

    def stop(self) -> None:
        """Let the pages go and stop all work, before the window locks."""
        self._stop_counting()
        self.pane.forget()
        if self.desk.work_bar.job is not None:
            self.desk.work_bar.job.cancel()

    def sealed_place(self) -> bytes:
        """Return what is chosen, sealed by the key of the workspace."""
        self.settle_now()
        return self._workspace.seal_words(written(self.form.choices))

    def resume(self, sealed: bytes) -> None:
        """Show what was chosen before the window was locked."""
        words = self._workspace.unseal_words(sealed)
        if words is not None:
            self.form.show_choices(read(words))
            self._on_choices_changed()

    # Building

    def _build(self) -> None:
        self.header.add_button(self.more_button)
        self.header.set_words(_("What several audits say together. Choose which, then look."))
        for widget in (self.header, self.form, self.figures, self.count):
            self._column.addWidget(widget)
        self._column.addWidget(self.desk.banner)
        self._column.addWidget(self.desk.work_bar)
        self._column.addWidget(self.pane, 1)

    def _connect(self) -> None:
        self.form.choices_changed.connect(self._on_choices_changed)
        self.basket.changed.connect(self._on_choices_changed)
        self._soon.timeout.connect(self._count)
        self.pane.again_asked.connect(self._make_preview)
        self.header.save_button.clicked.connect(self._on_save_clicked)
        self.header.print_button.clicked.connect(self._on_print_clicked)
        self.desk.possible_changed.connect(self.each_command.setEnabled)
        self.each_command.triggered.connect(self._on_each_chosen)
        self.desk.possible_changed.connect(self.data_command.setEnabled)
        self.data_command.triggered.connect(self._on_data_chosen)
        self.check_command.triggered.connect(self._on_check_chosen)
        self._preferences.changed.connect(self._on_preferences_changed)

    def _first_stop(self) -> QWidget:
        return self.form.picker.kinds

    def _fit(self) -> None:
        super()._fit()
        # Where the window is too low for this, the rest of the page scrolls out of the way.
        self.pane.setMinimumHeight(self._theme.px(_LEAST_PANE))

    @property
    def choices(self) -> Choices:
        """What is chosen."""
        choices = self.form.choices
        if choices.kind not in WITH_FIGURES:
            return choices
        return replace(choices, figures=self.basket.orders)

    # Work

    def _count(self) -> None:
        self._stop_counting()
        work = partial(count_audits, self._workspace, self.choices.wanted)
        self._counting = self._jobs.start(
            work, succeeded=self._on_counted, failed=self._on_count_failed
        )
        self.destroyed.connect(self._counting.cancel)

    def _stop_counting(self) -> None:
        self._soon.stop()
        if self._counting is not None:
            self._counting.cancel()
        self._counting = None

    def _show_counted(self, counted: Counted) -> None:
        self.count.set_text(count_words(counted))
        announce(self.count, self.count.text())
        self.desk.allow_saving(counted.audits > 0)
        message = invitation(counted, is_shared=self.choices.is_shared)
        self.pane.invite(message, can_make=counted.audits > 0)

    def _making_with(self) -> tuple[str, str]:
        settings = self._preferences.settings
        return settings.marking, settings.organisation

    def _make_preview(self) -> None:
        self._made_with = self._making_with()
        choices = self.choices
        copy = ReportCopy(is_shared=choices.is_shared)
        self.desk.banner.hide()
        self.pane.make(partial(preview_across, self._workspace, choices.wanted, copy))

    # Slots

    def _on_choices_changed(self) -> None:
        self._stop_counting()
        self._counted = None
        self.pane.forget()
        self.desk.forget_saved()
        self.desk.allow_saving(False)
        self.count.set_text(_("Counting the audits …"))
        message = Message(_("Counting the audits …"), "")
        self.pane.invite(message, can_make=False)
        self._soon.start()

    def _on_counted(self, counted: Counted) -> None:
        if self.sender() is self._counting:
            self._counting = None
            self._counted = counted
            self._show_counted(counted)

    def _on_count_failed(self, error: BaseException) -> None:
        if self.sender() is self._counting:
            self._counting = None
            message = explain(error)
            self.count.set_text(message.title)
            self.pane.show_failure(message)

    def _on_preferences_changed(self) -> None:
        """Let go of the pages that have another marking or name; colours change no report."""
        is_other = self._made_with != self._making_with()
        if is_other and self._counted is not None and self.pane.file is not None:
            self._show_counted(self._counted)

    def _on_save_clicked(self) -> None:
        choices = self.choices
        title = _("Save “{kind}”").format(kind=KINDS[choices.kind].name)
        name = self._preferences.settings.auditor
        seal = SealFields(self._theme, self._workspace, self._jobs, self._outside)
        self.dialog = SaveReportDialog(
            self._theme, title, seal, self, own_name=name, is_shared=choices.is_shared
        )
        self.dialog.copy_chosen.connect(self._on_copy_chosen)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def _on_dialog_finished(self) -> None:
        self.dialog = None

    def _on_copy_chosen(self, copy: ReportCopy) -> None:
        choices = self.choices
        go_on = partial(self._save, choices, copy)
        self.outgoing.pass_on(choices.wanted, copy, _("Save it all the same"), go_on)

    def _save(self, choices: Choices, copy: ReportCopy) -> None:
        workspace = self._workspace
        path = self.desk.ask_path(workspace.report_name_across(choices.kind, copy))
        # While a dialog was open, the window may have locked itself and put this page away.
        if path is None or not isValid(self):
            return

        def write(path: Path, job: Job) -> Path:
            """Write the report in the thread of the job."""
            return export_across(workspace, choices.wanted, copy, path, job)

        note = _("It is a copy without names. Read it before you send it.")
        self.desk.save(write, path, note if copy.is_shared else "")

    def _on_each_chosen(self) -> None:
        self.batch.ask(self.choices)

    def _on_data_chosen(self) -> None:
        self.data.ask(self.choices.selection)

    def _on_check_chosen(self) -> None:
        self.check_dialog = CheckDialog(
            self._theme, self._workspace, self._jobs, self._outside, self
        )
        self.check_dialog.finished.connect(self._on_check_finished)
        self.check_dialog.open()

    def _on_check_finished(self) -> None:
        self.check_dialog = None

    def _on_print_clicked(self) -> None:
        choices = self.choices
        copy = ReportCopy(is_shared=choices.is_shared)
        go_on = partial(self._print, choices, copy)
        self.outgoing.pass_on(choices.wanted, copy, _("Print it all the same"), go_on)

    def _print(self, choices: Choices, copy: ReportCopy) -> None:
        record = self._workspace.record_print_across
        self.desk.print_pages(lambda pages: record(choices.wanted, pages, copy))
