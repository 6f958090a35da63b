# SPDX-License-Identifier: MPL-2.0
"""What an audit goes with, and what can be done with it beside others."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.i18n import _
from auditapp.model.audit import Audit
from auditapp.model.labels import label
from auditapp.model.links import Links
from auditapp.operations.linked import LinkedRow
from ui.moderation.linked_rows import can_be_compared
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.card import Card


class LinkedCard(Card):
    """Second readings and later audits of the same case, and buttons to send and audit again.

    Signals:
        send_asked: the audit is to be sent.
        again_asked: the case is to be audited again.
        pair_asked: two audits are to be laid side by side; their ``LinkedRow``.
    """

    send_asked = Signal()
    again_asked = Signal()
    pair_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "large", parent=parent)
        self._words = TextLabel(theme, "", "body", "2", wrap=True)
        self.send_button = PushButton(theme, _("Send …"), icon="upload")
        self.again_button = PushButton(theme, _("Audit again …"), icon="rotate-ccw")
        self.pair_buttons: list[PushButton] = []
        self._row = FlowRow()
        self._pairs = FlowRow()
        self.body.addWidget(TextLabel(theme, _("With other people"), "heading", wrap=True))
        self.body.addWidget(self._words)
        self.body.addWidget(self._pairs)
        self.body.addWidget(self._row)
        self._row.add(self.send_button)
        self._row.add(self.again_button)
        self.send_button.clicked.connect(self.send_asked)
        self.again_button.clicked.connect(self.again_asked)

    def show_audit(self, audit: Audit, found: Sequence[LinkedRow]) -> None:
        """Show what goes with an audit; ``found`` are the pairs that it is one of."""
        links = audit.links or Links()
        self.again_button.setVisible(not audit.is_draft and links.moderates is None)
        self._words.set_text("\n".join(_lines(audit, links, found)))
        self._pairs.clear()
        self.pair_buttons = [self._pair_button(each) for each in found if can_be_compared(each)]

    def _pair_button(self, linked: LinkedRow) -> PushButton:
        words = _("Lay both readings side by side") if linked.is_moderation else _("Then and now")
        button = PushButton(self._theme, words, "primary", "scale")
        button.clicked.connect(partial(self.pair_asked.emit, linked))
        self._pairs.add(button)
        return button


def _lines(audit: Audit, links: Links, found: Sequence[LinkedRow]) -> list[str]:
    """Say what the audit is, and which others go with it."""
    lines = []
    if links.moderates is not None:
        lines.append(_second_words(audit, found))
    if links.re_audits is not None:
        lines.append(_("This comes back to a case that was audited before."))
    for each in found:
        if each.second.id != audit.id:
            kind = _("Read a second time by {who}: {status}.")
            kind = kind if each.is_moderation else _("Audited again by {who}: {status}.")
            status = label(each.second.status).lower()
            lines.append(kind.format(who=each.second.auditor, status=status))
    return lines or [_("It can be sent to be read a second time, or put together with a copy.")]


def _second_words(audit: Audit, found: Sequence[LinkedRow]) -> str:
    """Say what comes next for a second reading."""
    if audit.is_draft:
        return _(
            "This is a second reading. It is blind: you see nothing of the first until you sign."
        )
    if any(each.first is not None for each in found):
        return _("This is a second reading.")
    return _("This is a second reading. Send it back to whoever has the first.")
