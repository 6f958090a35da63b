# SPDX-License-Identifier: MPL-2.0
"""Read an audit through before it is signed off, and sign it off."""

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from auditapp.change import Change
from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.judgement.gaps import Gap, gaps
from auditapp.judgement.progress import progress
from ui.messages import explain
from ui.open_audit import OpenAudit
from ui.review.action_rows import ACTION_COLUMNS, action_rows
from ui.review.amend_dialog import AmendDialog
from ui.review.amendment_card import AmendmentCard
from ui.review.gap_rows import ADVISORY, BLOCKING, LOOKS, GapGroup, gap_rows, kept_words
from ui.review.give_up_dialog import GiveUpDialog
from ui.review.grade_rows import GRADE_COLUMNS, grade_rows
from ui.review.group_card import GroupCard
from ui.review.review_row import Column
from ui.review.row_group import RowGroup
from ui.review.set_aside_rows import set_aside_rows
from ui.review.sign_off_card import SignOffCard
from ui.review.signed_card import SignedCard
from ui.review.standing_card import StandingCard
from ui.review.timescale_rows import TIMESCALE_COLUMNS, timescale_rows
from ui.theme.theme import Theme
from ui.theme.tokens import BREAK_POINTS, READING_WIDTH
from ui.walkthrough.steps import FRONT_SHEET, REPORT
from ui.widgets.announce import announce
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.text_label import TextLabel

_MARGIN: Final = 24
_TIGHT_MARGIN: Final = 8
_BETWEEN: Final = 16
_FEW: Final = 12


class ReviewView(QWidget):
    """What stands in the way, what does not fit together, grades, actions, timescales, sign-off.

    It looks at the audit again when it is shown and, while it is shown, at each change.

    Signals:
        step_asked: the person wants to go to a ``Step``.
        signed_off: the audit has been signed off and locked.
        version_asked: the person wants to read a signed version; its number.
    """

    step_asked = Signal(object)
    signed_off = Signal()
    version_asked = Signal(int)

    def __init__(self, theme: Theme, open_audit: OpenAudit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._open_audit = open_audit
        self._is_stale = True
        self._gaps: list[Gap] = []
        self._seen: frozenset[Gap] = frozenset()
        self._standing = StandingCard(theme)
        self._signed = SignedCard(theme)
        self._amendment = AmendmentCard(theme)
        self._blocking = GroupCard(theme, _("What stands in the way"), _gap_groups(theme, BLOCKING))
        self._advisory = GroupCard(
            theme, _("What does not fit together"), _gap_groups(theme, ADVISORY)
        )
        self._grades = self._plain_card(_("Grades at a glance"), GRADE_COLUMNS)
        self._actions = self._plain_card(_("Actions"), ACTION_COLUMNS)
        self._timescales = self._plain_card(_("Timescales"), TIMESCALE_COLUMNS)
        self._set_aside = self._plain_card(_("Answers set aside"), ())
        self._kept = TextLabel(theme, "", "small", "3", wrap=True)
        self._sign_off = SignOffCard(theme)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Look at the audit again."""
        self._is_stale = False
        outline = self._open_audit.outline
        self._gaps = gaps(outline)
        rows = gap_rows(outline, self._gaps)
        for group, view in self._gap_views():
            view.set_rows(rows[group])
        self._grades.groups[0].set_rows(grade_rows(outline))
        self._actions.groups[0].set_rows(action_rows(outline))
        self._timescales.groups[0].set_rows(timescale_rows(outline))
        self._set_aside.groups[0].set_rows(set_aside_rows(outline))
        self._show_words()
        self._show_standing()
        self._show_sign_off()
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
        return (
            self._blocking,
            self._advisory,
            self._grades,
            self._actions,
            self._timescales,
            self._set_aside,
        )

    # Building

    def _plain_card(self, title: str, columns: Sequence[Column]) -> GroupCard:
        group = RowGroup(self._theme, title, columns=columns, few=_FEW)
        return GroupCard(self._theme, title, [group])

    def _build(self) -> None:
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_BETWEEN)
        column.addWidget(TextLabel(self._theme, _("Review and sign-off"), "title", wrap=True))
        parts = (
            self._standing,
            self._signed,
            self._amendment,
            *self.cards,
            self._kept,
            self._sign_off,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        content = QWidget()
        content.setObjectName("content")
        self._row = QHBoxLayout(content)
        self._row.addStretch(1)
        self._row.addWidget(self._column, 1000)
        self._row.addStretch(1)
        self._area = ScrollArea(self._theme, content)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._area)
        self._fit()

    def _connect(self) -> None:
        self._amendment.step_asked.connect(self.step_asked)
        self._amendment.row_reached.connect(self._on_row_reached)
        for card in self.cards:
            card.step_asked.connect(self.step_asked)
            card.row_reached.connect(self._on_row_reached)
        self._standing.first_asked.connect(self._on_first_asked)
        self._signed.report_asked.connect(self._on_report_asked)
        self._signed.amend_asked.connect(self._on_amend_asked)
        self._amendment.version_asked.connect(self.version_asked)
        self._amendment.give_up_asked.connect(self._on_give_up_asked)
        self._sign_off.name_asked.connect(self._on_name_asked)
        self._sign_off.sign_off_asked.connect(self._on_sign_off_asked)
        self._sign_off.seen_box.toggled.connect(self._on_seen_toggled)
        self._open_audit.changed.connect(self._on_changed)
        self._theme.changed.connect(self._fit)

    def _gap_views(self) -> Iterable[tuple[GapGroup, RowGroup]]:
        yield from zip(BLOCKING, self._blocking.groups, strict=True)
        yield from zip(ADVISORY, self._advisory.groups, strict=True)

    # Showing

    @property
    def _advised(self) -> frozenset[Gap]:
        return frozenset(gap for gap in self._gaps if not gap.blocks)

    @property
    def _blocking_count(self) -> int:
        return sum(gap.blocks for gap in self._gaps)

    def _show_words(self) -> None:
        self._blocking.setVisible(self._blocking_count > 0)
        self._blocking.set_words(_("Choose a line to go there."))
        self._advisory.setVisible(bool(self._advised))
        if self._open_audit.can_edit:
            words = _("You can sign off with these, but look at each: a reader will ask.")
        else:
            words = _("The audit was signed off with these.")
        self._advisory.set_words(words)
        outline = self._open_audit.outline
        self._grades.set_words("")
        self._actions.set_words("" if outline.audit.actions else _("No action has been set."))
        self._timescales.setVisible(bool(self._timescales.groups[0].rows))
        self._timescales.set_words("")
        self._set_aside.setVisible(bool(outline.audit.set_aside))
        self._set_aside.set_words(
            _("A revised checklist does not ask for these any more. They count for nothing and are "
              "printed in the report.")
        )  # fmt: skip
        self._kept.set_text(kept_words(outline))
        self._kept.setVisible(bool(outline.hidden_answers))

    def _show_standing(self) -> None:
        self._standing.setVisible(self._open_audit.can_edit)
        left = [(view.title, len(view.rows)) for view in self._blocking.groups if view.rows]
        self._standing.show_standing(progress(self._open_audit.outline), left)

    def _show_sign_off(self) -> None:
        audit = self._open_audit.audit
        is_signed = audit.sign_off is not None
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
            blocking=self._blocking_count,
            advisory=len(self._advised),
            are_seen=self._advised <= self._seen,
        )

    def _first_stop(self) -> QWidget:
        """Return where the focus belongs when the view is gone to."""
        if not self._open_audit.can_edit:
            return self._signed.button
        return self._standing.button

    def _fit(self) -> None:
        """Keep the lines at a width that reads well, and the margins small where room is short."""
        theme = self._theme
        is_tight = self.width() < theme.px(BREAK_POINTS["margins"])
        margin = _TIGHT_MARGIN if is_tight else _MARGIN
        self._row.setContentsMargins(margin, margin, margin, margin)
        self._column.setMaximumWidth(theme.px(READING_WIDTH))

    # Slots

    def _on_changed(self, change: Change, initiator: object) -> None:
        del change, initiator
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def _on_row_reached(self, rows: QWidget) -> None:
        self._area.ensureWidgetVisible(rows, 0, self._theme.px(_MARGIN))

    def _on_first_asked(self) -> None:
        lines = (row for view in self._blocking.groups for row in view.rows)
        step = next((line.step for line in lines if line.step is not None), None)
        if step is not None:
            self.step_asked.emit(step)
            return
        is_ready = self._sign_off.button.isEnabled()
        target = self._sign_off.button if is_ready else self._sign_off.seen_box
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_report_asked(self) -> None:
        self.step_asked.emit(REPORT)

    def _on_amend_asked(self) -> None:
        dialog = AmendDialog(self._theme, self._open_audit, self)
        dialog.accepted.connect(self._on_amended)
        dialog.open()

    def _on_amended(self) -> None:
        announce(self, _("The audit is open for an amendment"))
        self._area.verticalScrollBar().setValue(0)
        self._standing.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_give_up_asked(self) -> None:
        dialog = GiveUpDialog(self._theme, self._open_audit, self)
        dialog.accepted.connect(self._on_given_up)
        dialog.open()

    def _on_given_up(self) -> None:
        announce(self, _("The amendment was given up. The audit is what was signed."))
        self._area.verticalScrollBar().setValue(0)
        self._signed.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_name_asked(self) -> None:
        self.step_asked.emit(FRONT_SHEET)

    def _on_seen_toggled(self, is_seen: bool) -> None:
        self._seen = self._advised if is_seen else frozenset()

    def _on_sign_off_asked(self) -> None:
        try:
            self._open_audit.sign_off()
        except AuditAppError as error:
            self.refresh()
            message = explain(error)
            self._sign_off.show_failure(message)
            announce(self, message.title, urgent=True)
            return
        announce(self, _("Signed off and locked"))
        self._area.verticalScrollBar().setValue(0)
        self._signed.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.signed_off.emit()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the audit again if it was changed while this was out of sight."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the margins to the room."""
        super().resizeEvent(event)
        self._fit()


def _gap_groups(theme: Theme, groups: Iterable[GapGroup]) -> list[RowGroup]:
    looks = (LOOKS[group] for group in groups)
    return [RowGroup(theme, look.title, icon=look.icon, tone=look.tone) for look in looks]
