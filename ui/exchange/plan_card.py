# SPDX-License-Identifier: MPL-2.0
"""What a package holds and would do, with the choices that only a person can make."""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.exchange.incoming import IncomingPackage
from auditapp.i18n import _
from auditapp.model.exchange import Choice
from auditapp.model.ids import AuditId
from ui.exchange.arrival_rows import (
    ARRIVAL_COLUMNS,
    arrival_rows,
    next_choice,
    would_change,
    would_words,
)
from ui.exchange.like_cases import LikeCases, like_cases
from ui.exchange.like_cases_field import LikeCasesField
from ui.rows.group_card import GroupCard
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel

_FEW = 30
_AT_A_TIME = 100


class PlanCard(GroupCard):
    """Each audit of a package on a line. What needs a choice comes first, like cases together.

    Of like cases all can be chosen at once, above the list; a line that is chosen by itself then
    shows there that not all of them go the same way.

    Signals:
        do_asked: the package is to be brought in, with ``choices``.
    """

    do_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.group = RowGroup(
            theme,
            _("Audits in the package"),
            columns=ARRIVAL_COLUMNS,
            about=_("Case"),
            few=_FEW,
            at_a_time=_AT_A_TIME,
        )
        super().__init__(theme, _("What it holds, and what it would do"), [self.group], parent)
        self._incoming: IncomingPackage | None = None
        self._choices: dict[AuditId, Choice] = {}
        self.fields: list[LikeCasesField] = []
        self._likes = QVBoxLayout()
        self._likes.setSpacing(SPACE["3"])
        self._likes.setContentsMargins(0, SPACE["2"], 0, SPACE["2"])
        self.would = TextLabel(theme, "", "strong", wrap=True)
        self.do_button = PushButton(theme, _("&Bring it in"), "primary", "download")
        self._build()
        self.group.key_chosen.connect(self._on_line_chosen)
        self.do_button.clicked.connect(self.do_asked)

    def show_package(self, incoming: IncomingPackage) -> None:
        """Show what a package would do; nothing is chosen yet."""
        self.forget()
        self._incoming = incoming
        self.set_words(incoming.words)
        for cases in like_cases(incoming.plans):
            field = LikeCasesField(self._theme, cases)
            field.choice_made.connect(self._on_likes_chosen)
            self.fields.append(field)
            self._likes.addWidget(field)
        self._show()
        self.show()

    def forget(self) -> None:
        """Let go of what was shown."""
        self._incoming = None
        self._choices = {}
        for field in self.fields:
            self._likes.removeWidget(field)
            field.hide()
            field.deleteLater()
        self.fields = []
        self.group.set_rows(())
        self.hide()

    @property
    def incoming(self) -> IncomingPackage | None:
        """The package on show."""
        return self._incoming

    @property
    def choices(self) -> Mapping[AuditId, Choice]:
        """What the person chose so far."""
        return MappingProxyType(self._choices)

    def _build(self) -> None:
        row = FlowRow()
        row.add(self.do_button)
        self.body.insertLayout(2, self._likes)
        self.body.addWidget(self.would)
        self.body.addSpacing(SPACE["2"])
        self.body.addWidget(row)
        self.hide()

    def _show(self) -> None:
        if self._incoming is None:
            return
        self.group.set_rows(arrival_rows(self._incoming, self._choices))
        for field in self.fields:
            field.show_choices(self._choices)
        count = would_change(self._incoming, self._choices)
        self.would.set_text(would_words(count))
        self.do_button.setEnabled(count > 0)

    # Slots

    def _on_line_chosen(self, key: str) -> None:
        if self._incoming is None:
            return
        here = AuditId(key)
        plan = next(each for each in self._incoming.plans if each.here == here)
        self._choices[here] = next_choice(plan, self._choices.get(here, Choice.LEAVE))
        self._show()
        row = next(each for each in self.group.rows if each.key == key)
        announce(self.group.list, row.cells[0].text)

    def _on_likes_chosen(self, cases: LikeCases, choice: Choice) -> None:
        self._choices.update(dict.fromkeys(cases.audits, choice))
        self._show()
        announce(self, self.would.text())
