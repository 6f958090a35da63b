# SPDX-License-Identifier: MPL-2.0
"""The open audits that a revision touches, and which of them are to be moved."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.i18n import _
from auditapp.judgement.revision_preview import RevisionPreview
from ui.checklists.draft_lines import DraftLines
from ui.checklists.draft_row import DraftRow
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.divider import Divider


class DraftsCard(Card):
    """A row for each draft, none ticked at first.

    Signals:
        ticks_changed: a draft was ticked or cleared.
        row_reached: another line has the focus; the list that holds it.
    """

    ticks_changed = Signal()
    row_reached = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self.rows: list[DraftRow] = []
        self._words = TextLabel(theme, "", "body", "2", wrap=True)
        self.all_button = PushButton(theme, _("Tick all"), "quiet")
        self.none_button = PushButton(theme, _("Clear all"), "quiet")
        self._ticks = FlowRow(0)
        self._ticks.add(self.all_button)
        self._ticks.add(self.none_button)
        self._list = QVBoxLayout()
        self.body.addWidget(
            TextLabel(theme, _("Which open audits it touches"), "heading", wrap=True)
        )
        self.body.addWidget(self._words)
        self.body.addWidget(self._ticks)
        self.body.addLayout(self._list)
        self.all_button.clicked.connect(self._on_all_clicked)
        self.none_button.clicked.connect(self._on_none_clicked)
        self._ticks.hide()

    def show_waiting(self) -> None:
        """Say that the audits are still being looked at."""
        self._words.set_text(_("Looking at your open audits. Nothing is changed by it."))

    def show_drafts(self, drafts: Sequence[DraftLines], *, is_whole: bool) -> None:
        """Show the drafts, once; not all of them were looked at unless it ``is_whole``."""
        for number, lines in enumerate(drafts):
            if number:
                self._list.addWidget(Divider(self._theme))
            row = DraftRow(self._theme, lines)
            row.ticked.connect(self.ticks_changed)
            row.row_reached.connect(self.row_reached)
            self.rows.append(row)
            self._list.addWidget(row)
        movable = [lines for lines in drafts if lines.preview is not None]
        self._ticks.setVisible(len(movable) > 1)
        self._words.set_text(_words(bool(drafts), bool(movable), is_whole=is_whole))

    @property
    def chosen(self) -> tuple[RevisionPreview, ...]:
        """What was previewed for each draft that is ticked."""
        found = (row.lines.preview for row in self.rows if row.is_ticked)
        return tuple(preview for preview in found if preview is not None)

    def _on_all_clicked(self) -> None:
        self._tick(is_ticked=True)

    def _on_none_clicked(self) -> None:
        self._tick(is_ticked=False)

    def _tick(self, *, is_ticked: bool) -> None:
        for row in self.rows:
            if row.lines.preview is not None:
                row.box.setChecked(is_ticked)


def _words(has_drafts: bool, can_move: bool, *, is_whole: bool) -> str:
    if not is_whole:
        return _("You stopped before all open audits were looked at; the others stay as they are.")
    if not has_drafts:
        return _("None. Audits that are signed off are never changed.")
    if not can_move:
        return _("None of them can be moved. Audits that are signed off are never changed.")
    return _(
        "Each stays with its version unless you tick it. No answer is lost: what cannot be kept is "
        "set aside and stays readable. Undo in the audit takes the move back. Audits that are "
        "signed off are never changed."
    )
