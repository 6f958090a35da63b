# SPDX-License-Identifier: MPL-2.0
"""Read an audit through before it is signed off, and sign it off."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.change import Change
from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.judgement.gaps import Gap
from auditapp.judgement.progress import progress
from auditapp.operations.linked import LinkedRow
from ui.messages import explain
from ui.moderation.linked_card import LinkedCard
from ui.open_audit import OpenAudit
from ui.review.amendment_card import AmendmentCard
from ui.review.amendment_desk import AmendmentDesk
from ui.review.earlier_banner import EarlierBanner
from ui.review.gap_rows import kept_words
from ui.review.reading_area import ReadingArea
from ui.review.review_cards import ReviewCards
from ui.review.sign_off_card import SignOffCard
from ui.review.signed_card import SignedCard
from ui.review.standing_card import StandingCard
from ui.rows.group_card import GroupCard
from ui.theme.theme import Theme
from ui.walkthrough.earlier_actions import EarlierActions
from ui.walkthrough.steps import FRONT_SHEET, REPORT
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel


class ReviewView(QWidget):
    """What stands in the way, what does not fit together, grades, actions, timescales, sign-off.

    It looks at the audit again when it is shown and, while it is shown, at each change.

    Signals:
        step_asked: the person wants to go to a ``Step``.
        signed_off: the audit has been signed off and locked.
        version_asked: the person wants to read a signed version; its number.
        send_asked: the audit is to be sent to somebody.
        again_asked: the case is to be audited again.
        pair_asked: two audits are to be laid side by side; their ``LinkedRow``.
    """

    step_asked = Signal(object)
    signed_off = Signal()
    version_asked = Signal(int)
    send_asked = Signal()
    again_asked = Signal()
    pair_asked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        open_audit: OpenAudit,
        *,
        earlier: EarlierActions | None = None,
        linked_rows: Callable[[], Sequence[LinkedRow]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Review the audit.

        Args:
            theme: The theme.
            open_audit: The audit.
            earlier: Knows what earlier audits asked for.
            linked_rows: Tells which audits go together, where that is known.
            parent: The parent.
        """
        super().__init__(parent)
        self._linked_rows = linked_rows
        self._theme = theme
        self._open_audit = open_audit
        self._is_stale = True
        self._seen: frozenset[Gap] = frozenset()
        self._standing = StandingCard(theme)
        self.earlier_banner = EarlierBanner(theme, open_audit, earlier)
        self._signed = SignedCard(theme)
        self._amendment = AmendmentCard(theme)
        self.linked = LinkedCard(theme)
        self._cards = ReviewCards(theme)
        self._kept = TextLabel(theme, "", "small", "3", wrap=True)
        self._sign_off = SignOffCard(theme)
        self.amendments = AmendmentDesk(theme, open_audit, self)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Look at the audit again."""
        self._is_stale = False
        outline = self._open_audit.outline
        self._cards.show_outline(outline, can_edit=self._open_audit.can_edit)
        self._kept.set_text(kept_words(outline))
        self._kept.setVisible(bool(outline.hidden_answers))
        self._show_standing()
        self.earlier_banner.refresh()
        self._show_sign_off()
        self._show_linked()
        self.setFocusProxy(self._first_stop())

    def settle_now(self) -> None:
        """Do nothing: every other view commits here what was typed, and nothing is typed here."""

    @property
    def sign_off_card(self) -> SignOffCard:
        """The card with the button that signs the audit off."""
        return self._sign_off

    @property
    def signed_card(self) -> SignedCard:
        """The card of an audit that has been signed off."""
        return self._signed

    @property
    def amendment_card(self) -> AmendmentCard:
        """The card of the last amendment."""
        return self._amendment

    @property
    def cards(self) -> tuple[GroupCard, ...]:
        """The cards with lists, in their order."""
        return self._cards.all

    # Building

    def _build(self) -> None:
        parts = (
            TextLabel(self._theme, _("Review and sign-off"), "title", wrap=True),
            self._standing,
            self.earlier_banner,
            self._signed,
            self._amendment,
            *self.cards,
            self._kept,
            self._sign_off,
            self.linked,
        )
        self._area = ReadingArea(self._theme, parts)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)

    def _connect(self) -> None:
        self._amendment.step_asked.connect(self.step_asked)
        self._amendment.row_reached.connect(self._area.show_part)
        for card in self.cards:
            card.step_asked.connect(self.step_asked)
            card.row_reached.connect(self._area.show_part)
        self._standing.first_asked.connect(self._on_first_asked)
        self._signed.report_asked.connect(self._on_report_asked)
        self._signed.amend_asked.connect(self._on_amend_asked)
        self._amendment.version_asked.connect(self.version_asked)
        self._amendment.give_up_asked.connect(self.amendments.ask_to_give_up)
        self.amendments.opened.connect(self._on_amended)
        self.amendments.given_up.connect(self._on_given_up)
        self._sign_off.name_asked.connect(self._on_name_asked)
        self._sign_off.sign_off_asked.connect(self._on_sign_off_asked)
        self._sign_off.seen_box.toggled.connect(self._on_seen_toggled)
        self._open_audit.changed.connect(self._on_changed)
        self.earlier_banner.action_clicked.connect(self._on_name_asked)
        self.linked.send_asked.connect(self.send_asked)
        self.linked.again_asked.connect(self.again_asked)
        self.linked.pair_asked.connect(self.pair_asked)

    # Showing

    def _show_standing(self) -> None:
        self._standing.setVisible(self._open_audit.can_edit)
        self._standing.show_standing(progress(self._open_audit.outline), self._cards.in_the_way)

    def _show_sign_off(self) -> None:
        audit = self._open_audit.audit
        is_signed, advised = audit.sign_off is not None, self._cards.advised
        self._signed.setVisible(is_signed)
        self._sign_off.setVisible(not is_signed)
        self._amendment.setVisible(audit.amendment is not None)
        if audit.amendment is not None:
            self._amendment.show_amendment(
                self._open_audit.signed_versions, self._open_audit.outline
            )
        self._signed.show_audit(audit)
        if is_signed:
            return
        self._sign_off.show_audit(audit)
        self._sign_off.set_gaps(
            blocking=self._cards.blocking_count,
            advisory=len(advised),
            are_seen=advised <= self._seen,
        )

    def _show_linked(self) -> None:
        self.linked.setVisible(self._linked_rows is not None)
        if self._linked_rows is not None:
            audit = self._open_audit.audit
            both = [
                each
                for each in self._linked_rows()
                if audit.id in (each.second.id, each.first and each.first.id)
            ]
            self.linked.show_audit(audit, both)

    def _first_stop(self) -> QWidget:
        """Return where the focus belongs when the view is gone to."""
        if not self._open_audit.can_edit:
            return self._signed.button
        return self._standing.button

    # Slots

    def _on_changed(self, change: Change, initiator: object) -> None:
        del change, initiator
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _on_first_asked(self) -> None:
        step = self._cards.first_step
        if step is not None:
            self.step_asked.emit(step)
            return
        is_ready = self._sign_off.button.isEnabled()
        target = self._sign_off.button if is_ready else self._sign_off.seen_box
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_report_asked(self) -> None:
        self.step_asked.emit(REPORT)

    def _on_amend_asked(self) -> None:
        self.amendments.ask()

    def _on_amended(self) -> None:
        announce(self, _("The audit is open for an amendment"))
        self._area.show_top()
        self._standing.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_given_up(self) -> None:
        announce(self, _("The amendment was given up. The audit is what was signed."))
        self._area.show_top()
        self._signed.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_name_asked(self) -> None:
        self.step_asked.emit(FRONT_SHEET)

    def _on_seen_toggled(self, is_seen: bool) -> None:
        self._seen = self._cards.advised if is_seen else frozenset()

    def _on_sign_off_asked(self) -> None:
        try:
            self._open_audit.sign_off()
        except AuditAppError as error:
            self.refresh()
            self._sign_off.show_failure(explain(error))
            return
        announce(self, _("Signed off and locked"))
        self._area.show_top()
        self._signed.way_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self.signed_off.emit()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the audit again if it was changed while this was out of sight."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
