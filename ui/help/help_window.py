# SPDX-License-Identifier: MPL-2.0
"""The guide in a window beside the program."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from auditapp.errors import GuideMissingError
from auditapp.guide import Guide
from auditapp.i18n import ENGLISH, _, language, ngettext
from ui.checklists.save_desk import SaveDesk
from ui.help.chapters import Place
from ui.help.contents_list import ContentsList
from ui.help.guide_browser import GuideBrowser
from ui.help.handbook_saving import handbook_saving
from ui.help.links import place_of_link
from ui.help.trail import Trail
from ui.jobs import Jobs
from ui.keys.commands import CommandId
from ui.keys.keymap import bind
from ui.keys.named_keys import name_keys
from ui.messages import explain
from ui.outside import Outside
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, SECTIONS_WIDTH
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.search_field import SearchField
from ui.widgets.reading.announce import announce
from ui.widgets.reading.reading_order import go_to_next_stop
from ui.widgets.signs.elided_label import ElidedLabel
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.pane import Pane

_SIZE: Final = QSize(1040, 720)
_LEAST: Final = QSize(320, 300)


class HelpWindow(QDialog):
    """Chapters at the left with a search, the page at the right, back and forward above it.

    It lies beside the program and keeps nobody from going on there. Where it is narrow, chapters
    and page take turns. Nothing of a case is in it; it closes with everything else when the
    program locks.

    Signals:
        guided_start_asked: somebody wants to be shown the way.
    """

    guided_start_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        guide: Guide,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._theme = theme
        self._guide = guide
        self._trail = Trail()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Help"))
        self.setMinimumSize(_LEAST)
        self.search = SearchField(theme, _("Search the guide"))
        self.contents = ContentsList(theme)
        self.found = TextLabel(theme, "", "small", "2", wrap=True)
        self.guided = PushButton(theme, _("Guided start"), icon="lightbulb")
        self.guided.setToolTip(_("Be shown the way through an invented audit, in five minutes"))
        self.handbook = PushButton(theme, _("Save the handbook …"), icon="download")
        self.handbook.setToolTip(
            _("All guides in one PDF, to print or to read without the program")
        )
        self.desk = SaveDesk(theme, jobs, outside)
        self.desk.setContentsMargins(16, 8, 16, 8)
        self.chapters_button = IconButton(theme, "menu", _("Chapters"), checkable=True)
        self.back = IconButton(theme, "arrow-left", _("Back"))
        self.forward = IconButton(theme, "arrow-right", _("Forward"))
        self.title = ElidedLabel(theme, "", "strong")
        self.note = TextLabel(theme, "", "small", "2", wrap=True)
        self.browser = GuideBrowser(theme, guide.folder)
        self.gone = EmptyState(theme, "book-open", _("There is nothing to read"), "")
        self._build()
        self._connect()
        self._list_chapters()
        self.resize(self._first_size())

    def show_place(self, place: Place) -> None:
        """Show a place of the guide, and remember the one before."""
        self._trail.go_on(place)
        self._show(place)

    def let_start(self, *, can_start: bool) -> None:
        """Offer the guided start, or not: while the audits are locked there is none."""
        self.guided.setVisible(can_start)

    # Building

    def _build(self) -> None:
        self._left = Pane(self._theme, "surface", "right")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(8, 10, 8, 10)
        left.setSpacing(6)
        english = TextLabel(self._theme, _("The guide is in English."), "small", "2", wrap=True)
        parts = (self.search, self.found, *([] if language() == ENGLISH else [english]))
        for part in parts:
            left.addWidget(part)
        left.addWidget(self.contents, 1)
        for button in (self.guided, self.handbook):
            place = FlowRow(0)  # in which a button has more lines where it needs them
            place.add(button)
            left.addWidget(place)
        self._states = QStackedWidget()
        for state in (self.browser, self.gone):
            self._states.addWidget(state)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._bar())
        right.addWidget(self.note)
        right.addWidget(self.desk)
        right.addWidget(self._states, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._right, 1)
        for hidden in (self.found, self.note):
            hidden.hide()

    def _bar(self) -> Pane:
        bar = Pane(self._theme, "surface", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(0)
        for button in (self.chapters_button, self.back, self.forward):
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self.title, 1)
        return bar

    def _connect(self) -> None:
        self.search.text_settled.connect(self._on_search_settled)
        self.search.line_edit.returnPressed.connect(self._on_search_entered)
        self.contents.place_chosen.connect(self._on_place_chosen)
        self.guided.clicked.connect(self.guided_start_asked)
        self.handbook.clicked.connect(self._on_handbook_wanted)
        self.chapters_button.toggled.connect(self._on_chapters_toggled)
        self.back.clicked.connect(self._go_back)
        self.forward.clicked.connect(self._go_forward)
        self.browser.anchorClicked.connect(self._on_link_followed)
        self._theme.changed.connect(self._fit)
        name_keys({CommandId.GUIDE_BACK: self.back, CommandId.GUIDE_FORWARD: self.forward})
        handlers = {
            CommandId.GUIDE_BACK: self._go_back,
            CommandId.GUIDE_FORWARD: self._go_forward,
            CommandId.GUIDE_SEARCH: self._look_for,
        }
        bind(self, handlers)

    def _first_size(self) -> QSize:
        wanted = QSize(self._theme.px(_SIZE.width()), self._theme.px(_SIZE.height()))
        return wanted.boundedTo(self.screen().availableSize())

    # Showing

    def _list_chapters(self) -> None:
        self.found.hide()
        try:
            self.contents.show_chapters(self._guide.chapters())
        except GuideMissingError:
            self.contents.show_chapters([])  # the page says what is wrong
        self.contents.mark(Place(self.browser.page))

    def _show(self, place: Place) -> None:
        self.note.hide()
        try:
            text = self._guide.read(place.page)
        except GuideMissingError as error:
            self._show_fault(error)
        else:
            self.browser.show_page(place.page, text)
            self._states.setCurrentWidget(self.browser)
            if place.anchor:
                self.browser.go_to(place.anchor)
            self.title.set_text(text.partition("\n")[0].lstrip("# "))
        self.contents.mark(place)
        self.back.setEnabled(self._trail.can_go_back)
        self.forward.setEnabled(self._trail.can_go_forward)
        self.setWindowTitle(_("Help: {chapter}").format(chapter=self.title.text()))
        announce(self, self.title.text())

    def _show_fault(self, error: GuideMissingError) -> None:
        message = explain(error)
        self.title.set_text(_("Help"))
        self.gone.set_content(_("There is nothing to read"), f"{message.title} {message.text}")
        self._states.setCurrentWidget(self.gone)

    def _fit(self) -> None:
        """Have chapters and page take turns where there is no room for both."""
        is_narrow = self.width() < self._theme.px(BREAK_POINTS["margins"])
        self.chapters_button.setVisible(is_narrow)
        lists = is_narrow and self.chapters_button.isChecked()
        self._left.setVisible(lists or not is_narrow)
        self._states.setVisible(not lists)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)  # noqa: S101 - made in _build
        direction = QHBoxLayout.Direction
        layout.setDirection(direction.BottomToTop if is_narrow else direction.LeftToRight)
        layout.setStretch(0, int(is_narrow))
        layout.setStretch(1, 0 if lists else 1)
        self._left.setMaximumWidth(self.width() if is_narrow else self._theme.px(SECTIONS_WIDTH))
        self._left.setMinimumWidth(0 if is_narrow else self._theme.px(SECTIONS_WIDTH))

    # Slots

    def _on_search_settled(self, text: str) -> None:
        if not text.strip():
            self._list_chapters()
            return
        try:
            found = self._guide.find(text)
        except GuideMissingError as error:
            self._show_fault(error)
            return
        words = ngettext("{count} place found", "{count} places found", len(found))
        self.found.set_text(words.format(count=len(found)))
        self.found.show()
        self.contents.show_found(found)
        announce(self, self.found.text())

    def _on_search_entered(self) -> None:
        self.search.settle_now()
        model = self.contents.model()
        if model.rowCount():
            self.contents.setCurrentIndex(model.index(0, 0))
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_place_chosen(self, place: Place) -> None:
        self.chapters_button.setChecked(False)
        self.show_place(place)
        self.browser.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_handbook_wanted(self) -> None:
        self.chapters_button.setChecked(False)  # how far it is stands beside the page
        self.desk.save(handbook_saving(self._guide))

    def _on_chapters_toggled(self) -> None:
        self._fit()
        if self.chapters_button.isChecked():
            self.search.line_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_link_followed(self, url: QUrl) -> None:
        place = place_of_link(self._guide, self.browser.page, url)
        if place is not None:
            self.show_place(place)
            return
        words = _("This leads out of the guide, to {address}. The program opens nothing outside.")
        self.note.set_text(words.format(address=url.toString()))
        self.note.show()
        announce(self, self.note.text(), urgent=True)

    def _go_back(self) -> None:
        place = self._trail.back()
        if place is not None:
            self._show(place)

    def _go_forward(self) -> None:
        place = self._trail.forward()
        if place is not None:
            self._show(place)

    def _look_for(self) -> None:
        if self.chapters_button.isVisible():
            self.chapters_button.setChecked(True)
        self.search.line_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.line_edit.selectAll()

    # Qt overrides

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - the name is Qt's
        """Go by Tab in reading order, whatever was made first."""
        return go_to_next_stop(self, forwards=next) or super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the parts to the width."""
        super().resizeEvent(event)
        self._fit()
