# SPDX-License-Identifier: MPL-2.0
"""Show a chart on a card, as a picture or as a table, and let it be saved."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from auditapp.i18n import _
from auditapp.insight.chart_models import Chart
from ui.charts.chart_files import ChartFile, copied_table, csv_file, png_file, svg_file
from ui.charts.chart_table_view import ChartTableView
from ui.charts.chart_view import ChartView
from ui.locking.copied_text import copy_for_use_elsewhere
from ui.theme.theme import Theme
from ui.theme.tokens import EDGE, SPACE
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

Keep = Callable[[ChartFile], None]

_FOLD_BELOW: Final = 280
"""Pixels at 100 %: in a narrower card the buttons stand below the title."""

_NOTHING: Final = "\N{NO-BREAK SPACE}"
"""Keeps a line free, so that nothing moves when words come."""


class ChartCard(Card):
    """A title, a sentence, a chart or its table, and what can be done with both.

    Signals:
        lines_wanted: the reference of the lines behind a figure.
        report_wanted: the ``Chart`` is to be put into the report.
    """

    lines_wanted = Signal(object)
    report_wanted = Signal(object)

    def __init__(
        self,
        theme: Theme,
        chart: Chart,
        keep: Keep,
        sentence: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show ``chart``; ``keep`` asks where a file of it is to go, and writes it.

        ``sentence`` says in plain words what may, and may not, be concluded.
        """
        super().__init__(theme, parent=parent)
        self._keep = keep
        self._is_table = False
        self.title = TextLabel(theme, chart.title, "heading", wrap=True)
        self.sentence = TextLabel(theme, sentence, "small", "2", wrap=True)
        self.view = ChartView(theme, chart)
        self.table = ChartTableView(theme, chart)
        self.nothing = TextLabel(theme, _("There is nothing to show yet."), "small", "2", wrap=True)
        self.words = TextLabel(theme, _NOTHING, "small", "3", wrap=True)
        self.switch = PushButton(theme, "", "quiet")
        self.more = IconButton(theme, "ellipsis", "")
        self.menu = self._make_menu()
        self._build()
        self._connect()
        self.set_chart(chart, sentence)

    def set_chart(self, chart: Chart, sentence: str = "") -> None:
        """Show another chart in the same way."""
        self._chart = chart
        self.title.set_text(chart.title)
        self.sentence.set_text(sentence)
        self.sentence.setVisible(bool(sentence))
        self.view.set_chart(chart)
        self.table.set_chart(chart)
        self.more.set_name(_("More for “{title}”").format(title=chart.title))
        self._show_words()
        self.show_table(is_table=self.is_table)

    def show_table(self, *, is_table: bool) -> None:
        """Show the numbers, or the picture; where there are no numbers, say so."""
        had_focus = self.view.hasFocus() or self.table.hasFocus()
        has_figures = self.table.has_figures
        self._is_table = is_table
        self.view.setVisible(not is_table)
        self.words.setVisible(not is_table)
        self.table.setVisible(is_table and has_figures)
        self.nothing.setVisible(is_table and not has_figures)
        self.switch.setText(_("Chart") if is_table else _("Table"))
        self.switch.set_icon("chart-column" if is_table else "menu")
        said = _("Show “{title}” as a chart") if is_table else _("Show “{title}” as a table")
        self.switch.setAccessibleName(said.format(title=self._chart.title))
        if had_focus:
            table = self.table if has_figures else self.switch
            (table if is_table else self.view).setFocus()

    @property
    def is_table(self) -> bool:
        """Whether the numbers are shown."""
        return self._is_table

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for words, slot in (
            (_("Save as a picture (PNG) …"), self._on_png_chosen),
            (_("Save as a drawing (SVG) …"), self._on_svg_chosen),
            (_("Save the numbers (CSV) …"), self._on_csv_chosen),
            (_("Copy the numbers"), self._on_copy_chosen),
            (_("Put into the report"), self._on_report_chosen),
        ):
            menu.addAction(words).triggered.connect(slot)
        return menu

    def _build(self) -> None:
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.switch)
        row.addWidget(self.more)
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head = FoldingRow(self._theme, fold_below=_FOLD_BELOW)
        head.add(self.title, 1)
        head.add(ways)
        self.body.addWidget(head)
        self.body.addWidget(self.sentence)
        self.body.addSpacing(8)
        self.body.addWidget(self.view)
        self.body.addWidget(self.words)
        self.body.addWidget(self.table)
        self.nothing.setContentsMargins(EDGE, 0, EDGE, SPACE["6"])
        self.body.addWidget(self.nothing)

    def _connect(self) -> None:
        self.switch.clicked.connect(self._on_switch_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self.view.lines_wanted.connect(self.lines_wanted)
        self.table.lines_wanted.connect(self.lines_wanted)
        self.view.mark_changed.connect(self._show_words)
        self.view.focus_changed.connect(self._show_words)

    def _show_words(self) -> None:
        """Say which mark has the keys, or how to come to one; else keep the line free."""
        at = self.view.current
        hint = _hint() if self.view.hasFocus() and self.view.marks else _NOTHING
        self.words.set_text(hint if at is None else self.view.marks[at].words)

    # Slots

    def _on_switch_clicked(self) -> None:
        self.show_table(is_table=not self.is_table)
        if self.nothing.isVisible():
            announce(self, self.nothing.text())

    def _on_more_clicked(self) -> None:
        corner = self.more.mapToGlobal(QPoint(self.more.width(), self.more.height()))
        self.menu.popup(corner - QPoint(self.menu.sizeHint().width(), 0))

    def _on_png_chosen(self) -> None:
        self._keep(png_file(self._chart))

    def _on_svg_chosen(self) -> None:
        self._keep(svg_file(self._chart))

    def _on_csv_chosen(self) -> None:
        self._keep(csv_file(self._chart))

    def _on_copy_chosen(self) -> None:
        copy_for_use_elsewhere(copied_table(self._chart))
        announce(self, _("Copied"))

    def _on_report_chosen(self) -> None:
        self.report_wanted.emit(self._chart)


def _hint() -> str:
    return _("Arrow keys go from figure to figure; Enter opens the lines behind one.")
