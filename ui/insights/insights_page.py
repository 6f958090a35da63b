# SPDX-License-Identifier: MPL-2.0
"""The figures of many audits on one page: today, the filter, and a card for each figure."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _, ngettext
from auditapp.insight.figures.figure import FigureOrder
from auditapp.insight.selection import Selection
from auditapp.judgement.moment_words import uk_time
from auditapp.workspace import Workspace
from ui.insights.asked_figures import AskedFigures
from ui.insights.basket import Basket
from ui.insights.compare_card import CompareCard
from ui.insights.criterion_card import CriterionCard
from ui.insights.figure_cards import FigureCards
from ui.insights.insight_desk import InsightDesk
from ui.insights.insight_filter import InsightFilter
from ui.insights.insight_work import Loaded, load
from ui.insights.page_words import break_message, chosen_words, unreadable_message
from ui.insights.standing_card import StandingCard
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading
from ui.work_bar import WorkBar


class InsightsPage(Page):
    """What stands today, which audits are chosen, and their figures.

    All is read away from the window. What was on show stays there until the new is known.

    Signals:
        lines_wanted: what is behind a figure.
        report_asked: the report with the chosen figures is wanted.
        loaded: everything that was asked for is on show.
    """

    lines_wanted = Signal(object)
    report_asked = Signal()
    loaded = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        outside: Outside,
        basket: Basket,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=SPACE["3"], parent=parent)
        self._workspace = workspace
        self._jobs = jobs
        self._basket = basket
        self._job: Job | None = None
        self._loaded: Loaded | None = None
        self.desk = InsightDesk(theme, workspace, jobs, outside, self)
        self.words_button = PushButton(theme, _("Cop&y as words"), "secondary", "copy")
        self.counts_button = PushButton(
            theme, _("Save counts &without names …"), "secondary", "download"
        )
        self.report_button = PushButton(theme, "", "primary", "file-text")
        self.standing = StandingCard(theme)
        self.filter = InsightFilter(theme)
        self.count = TextLabel(theme, "", "strong", wrap=True)
        self.work_bar = WorkBar(theme)
        self.warning = Banner(theme, "warn", "")
        self.breaks = Banner(theme, "info", "")
        self.failure = Banner(theme, "danger", "", actions=[("again", _("Try again"))])
        self.cards = FigureCards(theme, self.desk.keep)
        self.compare = CompareCard(theme)
        self.criterion = CriterionCard(theme)
        keep = self.desk.keep
        self.compared = AskedFigures(theme, workspace, jobs, keep, self.compare)
        self.followed = AskedFigures(theme, workspace, jobs, keep, self.criterion)
        self.nothing = EmptyState(theme, "chart-column", "", "", _("Show all audits"))
        self._figures = QWidget()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()
        self._show_basket()

    def refresh(self) -> None:
        """Read again what the audits say now."""
        self._soon.start()

    def settle_now(self) -> None:
        """Take what is typed."""
        self.filter.settle_now()

    def stop(self) -> None:
        """End all work, before the window locks."""
        self._soon.stop()
        self.cards.stop()
        self.desk.stop()
        for asked in (self.compared, self.followed):
            asked.stop()
        if self._job is not None:
            self._job.cancel()
        self._job = None

    @property
    def selection(self) -> Selection:
        """Which audits are chosen."""
        return self.filter.selection(self._today)

    @property
    def _today(self) -> dt.date:
        return uk_time(self._workspace.clock()).date()

    @property
    def is_busy(self) -> bool:
        """Whether anything is still read or made."""
        waits = self._soon.isActive() or self._job is not None
        return waits or any(part.is_busy for part in (self.cards, self.compared, self.followed))

    # Building

    def _build(self) -> None:
        theme = self._theme
        buttons = (self.report_button, self.words_button, self.counts_button)
        self._column.addWidget(PageHeading(theme, _("Insights"), *buttons))
        self._column.addWidget(self.standing)
        self._column.addWidget(self.filter)
        self._column.addWidget(self.count)
        self._column.addWidget(self.work_bar)
        for banner in (self.failure, self.warning, self.breaks):
            banner.hide()
            self._column.addWidget(banner)
        column = QVBoxLayout(self._figures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE["3"])
        column.addWidget(self.cards)
        self.cards.add_group("compare", _("Side by side"), self.compared)
        self.cards.add_group("criterion", _("One criterion"), self.followed)
        self._column.addWidget(self._figures)
        self._column.addWidget(self.nothing, 1000)
        self._column.addStretch(1)
        # At the foot of the window: what was done may be far down the page.
        self._around.addWidget(self.desk.banner)
        self._show_whether(has_any=False)
        self.nothing.hide()
        self.standing.hide()

    def _connect(self) -> None:
        self._soon.timeout.connect(self._load)
        self.filter.selection_changed.connect(self._on_selection_changed)
        self.standing.lines_wanted.connect(self.lines_wanted)
        for part in (self.cards, self.compared, self.followed):
            part.lines_wanted.connect(self.lines_wanted)
            part.order_wanted.connect(self._on_order_wanted)
        self.cards.shown.connect(self._on_cards_shown)
        self.compare.figures_asked.connect(self._on_compare_asked)
        self.criterion.figures_asked.connect(self._on_criterion_asked)
        self.words_button.clicked.connect(self._on_words_clicked)
        self.counts_button.clicked.connect(self._on_counts_clicked)
        self.report_button.clicked.connect(self.report_asked)
        self.failure.action_clicked.connect(self.refresh)
        self.nothing.button_clicked.connect(self.filter.clear)
        self._basket.changed.connect(self._show_basket)

    def _first_stop(self) -> QWidget:
        return self.filter.period

    # Work

    def _load(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = self._jobs.start(
            partial(load, self._workspace, self.selection),
            succeeded=self._on_loaded,
            failed=self._on_load_failed,
            progressed=self.work_bar.show_progress,
        )
        self.destroyed.connect(self._job.cancel)
        self.work_bar.follow(self._job, _("Reading the audits …"))

    def _show(self, loaded: Loaded) -> None:
        self._loaded = loaded
        found = loaded.overview.answers
        self.standing.show_standing(loaded.standing)
        self.standing.show()
        self.filter.offer(loaded.offer)
        self.compare.offer(loaded.offer.rounds)
        self.criterion.offer([row.criterion for row in found.criteria.rows])
        self.count.set_text(chosen_words(found.audits))
        _show_message(self.warning, unreadable_message(found.unreadable))
        _show_message(self.breaks, break_message(found.breaks))
        self._show_whether(has_any=bool(found.audits))
        self._say_nothing()
        self.cards.show_figures(loaded.overview.figures, loaded.overview.selection)

    def _show_whether(self, *, has_any: bool) -> None:
        """Show the figures and what can be taken out of them, or why there are none."""
        for part in (self._figures, self.words_button, self.counts_button):
            part.setVisible(has_any)
        self.nothing.setVisible(not has_any)

    def _say_nothing(self) -> None:
        is_all = self.filter.is_empty
        title = _("No audit is signed off yet") if is_all else _("No audit is chosen")
        words = _("Choose a longer period, or other teams or checklists.")
        if is_all:
            words = _("Figures are made of signed audits. Drafts can be taken as well.")
        self.nothing.set_content(title, words)
        self.nothing.button.setVisible(not is_all)

    def _show_basket(self) -> None:
        count = len(self._basket.orders)
        words = ngettext("{count} figure for the &report", "{count} figures for the &report", count)
        self.report_button.setText(words.format(count=count))
        self.report_button.setVisible(count > 0)

    # Slots

    def _on_selection_changed(self) -> None:
        self.count.set_text(_("Counting the audits …"))
        for asked in (self.compared, self.followed):
            asked.forget()
        self.refresh()

    def _on_loaded(self, loaded: Loaded) -> None:
        if self.sender() is self._job:
            self._job = None
            self.failure.hide()
            self._show(loaded)

    def _on_load_failed(self, error: BaseException) -> None:
        if self.sender() is not self._job or self._job is None:
            return
        is_stopped = self._job.is_cancelled
        self._job = None
        message = explain(error)
        if is_stopped:
            message = Message(_("Stopped"), _("What is shown may be out of date."))
        self.count.set_text("")
        tone = "warn" if is_stopped else "danger"
        self.failure.show_message(tone, message.title, message.text)

    def _on_cards_shown(self) -> None:
        announce(self.count, self.count.text())
        self.loaded.emit()

    def _on_order_wanted(self, order: FigureOrder) -> None:
        is_new = self._basket.add(order)
        title = _("Put into the report") if is_new else _("It is in the report already")
        text = _(
            "The thematic summary and the board pack on the page Reports carry it, made of the "
            "audits as they are then. A copy for sharing goes without: it shows teams and small "
            "numbers."
        )
        self.desk.tell("ok", Message(title, text))

    def _on_compare_asked(self) -> None:
        self.compared.ask(self.compare.orders(self.selection, self._today))

    def _on_criterion_asked(self) -> None:
        self.followed.ask(self.criterion.orders(self.selection))

    def _on_words_clicked(self) -> None:
        self.desk.copy_words(self.selection)

    def _on_counts_clicked(self) -> None:
        self.desk.save_counts(self.selection)


def _show_message(banner: Banner, message: Message | None) -> None:
    banner.setVisible(message is not None)
    if message is not None:
        tone = banner.property("tone")
        banner.set_content(tone, message.title, message.text)
