# SPDX-License-Identifier: MPL-2.0
"""What the last amendment is for and what it changes, and the way back to what was signed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState, version_name
from auditapp.judgement.outline import Outline
from auditapp.model.audit import Audit
from ui.review.amend_rows import amend_rows
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.date_text import date_words
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card

_FEW = 12


class AmendmentCard(Card):
    """Its number, reason and changes so far; what was signed before can be read.

    Signals:
        step_asked: a line was chosen; the step it leads to.
        row_reached: another line has the focus; the list that holds it.
        version_asked: the person wants to read a signed version; its number.
        give_up_asked: the person wants to go back to what was signed.
    """

    step_asked = Signal(object)
    row_reached = Signal(object)
    version_asked = Signal(int)
    give_up_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self._title = TextLabel(theme, "", "heading", wrap=True)
        self._who = TextLabel(theme, "", "small", "2", wrap=True)
        self._reason = TextLabel(theme, "", "body", wrap=True)
        self._words = TextLabel(theme, "", "body", "2", wrap=True)
        self.group = RowGroup(theme, _("What the amendment changes"), few=_FEW)
        self.versions = FlowRow()
        self._shown: list[str] = []
        self.give_up_button = PushButton(
            theme, _("Give this amendment up …"), "quiet", "rotate-ccw"
        )
        self.give_up_button.clicked.connect(self.give_up_asked)
        self.group.step_asked.connect(self.step_asked)
        self.group.row_reached.connect(self.row_reached)
        self._build()

    def show_amendment(self, versions: Sequence[AuditState], now: Outline) -> None:
        """Show the amendment that ``now`` holds, beside the signed states before it."""
        audit = now.audit
        self._show_head(audit)
        rows = amend_rows(versions[-1].outline, now)
        self.group.set_rows(rows)
        words = _("Every change, with what was signed crossed out.")
        self._words.set_text(words if rows else _("It does not change anything yet."))
        self.give_up_button.setVisible(audit.is_draft)
        self._show_versions(versions)

    def _build(self) -> None:
        self.body.setSpacing(2)
        for part in (self._title, self._who, self._reason):
            self.body.addWidget(part)
        self.body.addSpacing(6)
        self.body.addWidget(self._words)
        self.body.addWidget(self.group)
        self.body.addSpacing(6)
        self.body.addWidget(self.versions)

    def _show_head(self, audit: Audit) -> None:
        amendment = audit.amendment
        if amendment is None:
            return
        at = amendment.at.astimezone()
        words = _("Opened by {name} on {day} at {time}")
        self._title.set_text(version_name(audit))
        self._who.set_text(
            words.format(name=amendment.by, day=date_words(at.date()), time=f"{at:%H:%M}")
        )
        self._reason.set_text(amendment.reason)

    def _show_versions(self, versions: Sequence[AuditState]) -> None:
        """Offer each signed state to be read; the buttons stay as long as the states do."""
        names = [version_name(each.audit) for each in versions]
        if names == self._shown:
            return
        self._shown = names
        self.give_up_button.setParent(self)
        self.versions.clear()
        for state, name in zip(versions, names, strict=True):
            words = _("Read what was signed")
            if len(versions) > 1:
                words = _("Read what was signed: {version}").format(version=name)
            button = PushButton(self._theme, words, "secondary", "file-text")
            button.clicked.connect(partial(self.version_asked.emit, state.number))
            self.versions.add(button)
        self.versions.add(self.give_up_button)
