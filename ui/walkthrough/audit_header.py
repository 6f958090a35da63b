# SPDX-License-Identifier: MPL-2.0
"""The head of an open audit: whose file it is, how far the audit is, and whether it is saved."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.judgement.progress import progress
from auditapp.model.audit import Audit
from auditapp.model.labels import status_words
from auditapp.model.links import Links
from ui.keys.commands import CommandId
from ui.keys.keymap import command
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, HEADER_HEIGHT, SPACE
from ui.walkthrough.command_bar import CommandBar
from ui.walkthrough.saved_corner import SavedCorner
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.date_text import date_words
from ui.widgets.signs.elided_label import ElidedLabel
from ui.widgets.signs.pill import Pill
from ui.widgets.signs.progress_ring import ProgressRing
from ui.widgets.signs.text_label import TextLabel

_ICONS: Final = {
    CommandId.SECTIONS: "menu",
    CommandId.LEAVE: "arrow-left",
    CommandId.UNDO: "undo",
    CommandId.REDO: "redo",
    CommandId.CONCERN: "siren",
    CommandId.GUIDANCE: "panel-right",
    CommandId.THEME: "moon",
}
_MENU: Final = (
    CommandId.PALETTE,
    CommandId.SEARCH,
    CommandId.GO_TO_NUMBER,
    CommandId.NEXT_UNANSWERED,
    None,
    CommandId.UNDO,
    CommandId.REDO,
    CommandId.HISTORY,
    None,
    CommandId.GUIDANCE,
    CommandId.THEME,
    CommandId.SHORTCUTS,
    CommandId.HELP,
    None,
    CommandId.LEAVE,
    CommandId.LOCK,
)
_LEAST_TITLE: Final = 120
_TIGHT: Final = 1
_GAPS: Final = 60
_LONGEST_REFERENCE: Final = 24


class AuditHeader(CommandBar):
    """Show the facts of the audit, and a button for each command that is wanted often.

    Commands are asked for by the buttons, and by the menu as well.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "bottom", HEADER_HEIGHT, _ICONS, parent)
        words = command(CommandId.CONCERN).words
        self.concern = PushButton(theme, _("Immediate concern"), icon="siren")
        self.concern.setAccessibleName(words)
        self._let_ask(self.concern, CommandId.CONCERN)
        self._more = IconButton(theme, "ellipsis", _("More"))
        self._more.clicked.connect(self._on_more_clicked)
        self._case_reference = ""
        self._is_amended = False
        self._is_saved_below = False
        self._can_edit = True
        self._title = ElidedLabel(theme, "", "heading")
        self._reference = Pill(theme, "")
        self.amendment = Pill(theme, "")
        self._sub = ElidedLabel(theme, "", "caption", "3")
        self.ring = ProgressRing(theme)
        self._count = TextLabel(theme, "", "strong")
        self._answered = TextLabel(theme, _("answered"), "caption", "3")
        self.saved = SavedCorner(theme)
        self._menu = self._make_menu()
        self._show_keys()
        self._build()
        self._begin()

    def show_audit(self, audit: Audit) -> None:
        """Show whose file it is, and who audits it."""
        front = audit.front
        self._title.set_text(" · ".join(pin.title for pin in audit.checklists))
        self._case_reference = front.case_reference
        self._reference.setToolTip(front.case_reference)
        self._show_amendment(audit)
        period = _("{first} to {last}").format(
            first=date_words(front.period_from), last=date_words(front.period_to)
        )
        auditor = _("Auditor {name}").format(name=front.auditor)
        parts = (_linked_words(audit), auditor, front.team, period)
        self._sub.set_text("  ·  ".join(filter(None, parts)))
        self._can_edit = audit.is_draft
        for each in (CommandId.UNDO, CommandId.REDO, CommandId.CONCERN):
            self._buttons[each].setEnabled(audit.is_draft)
        for each in (CommandId.UNDO, CommandId.REDO):
            self._actions[each].setEnabled(audit.is_draft)
        self.concern.setEnabled(audit.is_draft)
        self._fit()

    def _show_amendment(self, audit: Audit) -> None:
        linked = _linked_words(audit)
        self._is_amended = audit.amendment is not None or bool(linked)
        self.amendment.setVisible(self._is_amended)
        if linked:
            self.amendment.set_content(linked, "outstanding", "scale")
        if audit.amendment is not None:
            words = status_words(audit.status, audit.amendment.number)
            self.amendment.set_content(words, "warn" if audit.is_draft else "ok", "history")

    def show_progress(self, outline: Outline) -> None:
        """Show how many questions are answered."""
        done = progress(outline)
        words = _("{done} of {asked}").format(done=done.answered, asked=done.asked)
        self.ring.set_value(done.share, _("{count} answered").format(count=words))
        self._count.set_text(words)
        self._fit()

    def _show_keys(self) -> None:
        super()._show_keys()
        raising = command(CommandId.CONCERN)
        words = f"{raising.words}  ({raising.shortcut})" if raising.keys else raising.words
        self.concern.setToolTip(words)
        for command_id, action in self._actions.items():
            asked = command(command_id)
            # After the tab the menu shows the key; a real shortcut here would be bound twice.
            action.setText(f"{asked.words}\t{asked.shortcut}")

    # Building

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._actions: dict[CommandId, QAction] = {}
        for command_id in _MENU:
            if command_id is None:
                menu.addSeparator()
                continue
            action = menu.addAction(command(command_id).words)
            action.setData(command_id.value)
            self._actions[command_id] = action
        menu.triggered.connect(self._on_menu_triggered)
        return menu

    def _build(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(0)
        row.addWidget(self._buttons[CommandId.SECTIONS])
        row.addWidget(self._buttons[CommandId.LEAVE])
        row.addSpacing(8)
        self._column = self._title_column()
        row.addLayout(self._column, 1)
        row.addSpacing(8)
        row.addWidget(self.ring)
        row.addLayout(self._count_column())
        row.addSpacing(8)
        row.addWidget(self.saved)
        for each in (CommandId.UNDO, CommandId.REDO):
            row.addWidget(self._buttons[each])
        row.addWidget(self.concern)
        for each in (CommandId.CONCERN, CommandId.GUIDANCE, CommandId.THEME):
            row.addWidget(self._buttons[each])
        row.addWidget(self._more)

    def _title_column(self) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(4)
        line.addWidget(self._title)
        line.addWidget(self._reference)
        line.addWidget(self.amendment)
        line.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(_TIGHT)
        column.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._sub)
        column.addStretch(1)
        return column

    def _count_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._count)
        column.addWidget(self._answered)
        column.addStretch(1)
        return column

    def _fit(self) -> None:
        """Leave out what the menu offers as well, from the end of the list, where room is short.

        What changes an audit has no place over one that is signed off. Whose file it is is never
        left out: what is saved goes below it where both have no room beside each other.
        """
        self._reference.set_content(_shortened(self._case_reference), "primary")
        is_wide = self.width() >= self._theme.px(BREAK_POINTS["guidance"])
        icon = self._buttons[CommandId.CONCERN]
        self.concern.setVisible(is_wide and self._can_edit)
        icon.setVisible(not is_wide and self._can_edit)
        raising = (self.concern if is_wide else icon,) if self._can_edit else ()
        if not self._can_edit:
            for each in (CommandId.UNDO, CommandId.REDO):
                self._buttons[each].hide()
        always = (self._buttons[CommandId.SECTIONS], *raising, self._more)
        room = self.width() - _GAPS - _width_of(always)
        self._place_saved(is_below=room < _width_of([self._reference, self.saved]))
        self._shorten_reference(room)
        for parts, need in self._parts_by_worth():
            room -= need
            for part in parts:
                part.setVisible(room >= 0)

    def _place_saved(self, *, is_below: bool) -> None:
        """Put what is saved below the reference, or to the right of the progress."""
        if is_below == self._is_saved_below:
            return
        self._is_saved_below = is_below
        row, column = self._row, self._column
        if is_below:
            row.removeWidget(self.saved)
            column.insertWidget(column.count() - 1, self.saved, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            column.removeWidget(self.saved)
            row.insertWidget(row.indexOf(self._buttons[CommandId.UNDO]), self.saved)
        column.setSpacing(SPACE["1"] if is_below else _TIGHT)
        self.saved.lean(Qt.AlignmentFlag.AlignLeft if is_below else Qt.AlignmentFlag.AlignRight)

    def _shorten_reference(self, room: int) -> None:
        """Cut the reference to the room; a screen reader says the whole of it."""
        for length in range(_LONGEST_REFERENCE, 1, -1):
            self._reference.set_content(_shortened(self._case_reference, length), "primary")
            if _width_of([self._reference]) <= room:
                break
        self._reference.setAccessibleName(self._case_reference)

    def _parts_by_worth(self) -> Iterator[tuple[Sequence[QWidget], int]]:
        """Yield what is shown where there is room, the most useful first, with its width."""
        buttons = self._buttons
        always = _width_of([self._reference]), _width_of([self.saved])
        yield (), max(always) if self._is_saved_below else sum(always)
        if self._is_amended:
            yield (self.amendment,), _width_of([self.amendment])
        numbers = (self._count, self._answered)
        widest = max(_width_of([label]) for label in numbers)
        yield (self.ring, *numbers), _width_of([self.ring]) + widest
        for each in (CommandId.GUIDANCE, CommandId.LEAVE):
            yield (buttons[each],), _width_of([buttons[each]])
        # No third line where the corner stands below the reference.
        least = self.width() if self._is_saved_below else self._theme.px(_LEAST_TITLE)
        yield (self._title, self._sub), least
        if self._can_edit:
            changing = (buttons[CommandId.UNDO], buttons[CommandId.REDO])
            yield changing, _width_of(changing)
        yield (buttons[CommandId.THEME],), _width_of([buttons[CommandId.THEME]])

    # Slots

    def _on_theme_changed(self) -> None:
        self._buttons[CommandId.THEME].set_icon("sun" if self._theme.is_dark else "moon")
        super()._on_theme_changed()

    def _on_more_clicked(self) -> None:
        corner = self._more.mapToGlobal(QPoint(self._more.width(), self._more.height()))
        self._menu.popup(corner - QPoint(self._menu.sizeHint().width(), 0))

    def _on_menu_triggered(self, action: QAction) -> None:
        self.command_asked.emit(CommandId(action.data()))


def _width_of(parts: Iterable[QWidget]) -> int:
    return sum(part.sizeHint().width() for part in parts)


def _linked_words(audit: Audit) -> str:
    """Return what the audit is to another one; empty when it stands alone."""
    links = audit.links or Links()
    if links.moderates is not None:
        return _("Second reading")
    return _("Re-audit") if links.re_audits is not None else ""


def _shortened(reference: str, length: int = _LONGEST_REFERENCE) -> str:
    """Return a reference that leaves room for its neighbours: a pill is never cut by itself."""
    return reference if len(reference) <= length else f"{reference[: length - 1]}…"
