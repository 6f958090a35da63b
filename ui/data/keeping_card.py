# SPDX-License-Identifier: MPL-2.0
"""How long audits are kept, and those whose time is over."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.errors import NotAllowedError
from auditapp.i18n import _, ngettext
from auditapp.workspace import Workspace
from ui.data.backup_card import LEAST_NUMBER
from ui.data.keeping_desk import KeepingDesk
from ui.data.kept_row import KeptRow
from ui.preferences import Preferences
from ui.settled import show_settled
from ui.theme.theme import Theme
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.arranging.layout_parts import laid_out
from ui.widgets.fields.number_field import NumberField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_MOST_SHOWN: Final = 50
"""Rows: a row is a handful of widgets, and the oldest come first."""


class KeepingCard(Card):
    """The number of months, and the list of what is due. Nothing is deleted by itself."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._workspace = workspace
        self._preferences = preferences
        self.desk = KeepingDesk(theme, workspace, preferences, self)
        self.months = NumberField(
            theme,
            _("Months to keep an audit after it was signed off"),
            unit=_("months"),
            least=0,
            most=1200,
            hint=_("0: until you delete it by hand."),
        )
        self._words = TextLabel(theme, "", "strong", wrap=True)
        self._build()
        self.months.value_changed.connect(self._on_months_changed)
        self.desk.changed.connect(self.refresh)
        preferences.changed.connect(self.refresh)

    def _build(self) -> None:
        words = _(
            "No national figure says how long audits are kept: your council does. An audit whose "
            "time is over is listed here. Nothing is ever deleted by itself."
        )
        months = FieldGrid(self._theme, 2, LEAST_NUMBER)
        months.add(self.months)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.body.setSpacing(8)
        title = TextLabel(self._theme, _("Keeping and deleting"), "heading", wrap=True)
        self.body.addWidget(title)
        self.body.addWidget(TextLabel(self._theme, words, "body", "2", wrap=True))
        self.body.addWidget(months)
        self.body.addWidget(self._words)
        self.body.addLayout(self._rows)

    def refresh(self) -> None:
        """Look again at what is due; while the window is locked nobody does."""
        try:
            due = self._workspace.due_for_deletion()
        except NotAllowedError:
            return
        months = self._preferences.settings.keep_months
        if self.months.value != months:
            self.months.set_value(months)
        show_settled(self._preferences, {"keep_months": self.months})
        held = sum(row.is_held for row in due)
        self._words.set_text(_due_words(months, len(due), held))
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in due[:_MOST_SHOWN]:
            self._rows.addWidget(self.desk.make_row(row))

    def settle_now(self) -> None:
        """Take what was typed."""
        self.months.settle_now()

    @property
    def rows(self) -> Sequence[KeptRow]:
        """The rows on show, the oldest audit first."""
        return [part for part in laid_out(self._rows).values() if isinstance(part, KeptRow)]

    def _on_months_changed(self, months: int | None) -> None:
        self._preferences.change(keep_months=months or 0)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: an audit may have been signed off since."""
        super().showEvent(event)
        self.refresh()


def _due_words(months: int, count: int, held: int) -> str:
    if not months and not count:
        return _("No time is set, so no audit is due for deletion.")
    if not count:
        return _("No audit is due for deletion.")
    words = ngettext(
        "One audit was kept as long as it is to be. Delete it, or hold it.",
        "{count} audits were kept as long as they are to be. Delete or hold each of them.",
        count - held,
    ).format(count=count - held)
    if held == count:
        words = _("No audit is due for deletion but those on hold.")
    if count > _MOST_SHOWN:
        more = _("The oldest {shown} are shown.").format(shown=_MOST_SHOWN)
        return f"{words} {more}"
    return words
