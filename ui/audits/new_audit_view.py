# SPDX-License-Identifier: MPL-2.0
"""Start an audit: fill in its front sheet and pick its checklists."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from auditapp.errors import AuditAppError
from auditapp.i18n import _, ngettext
from auditapp.model.front_sheet import FrontSheet
from auditapp.model.ids import ChecklistId
from auditapp.workspace import Workspace
from ui.audits.checklist_offers import ChecklistOffer, ChecklistOffers
from ui.audits.draft_keeper import DraftKeeper
from ui.audits.front_defaults import default_front
from ui.audits.front_sheet_form import FrontSheetForm
from ui.audits.front_texts import LINES, read_texts, write_texts
from ui.jobs import Jobs
from ui.messages import explain
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.theme.tokens import SPACE
from ui.walkthrough.earlier_actions import EarlierActions
from ui.walkthrough.earlier_actions_card import EarlierActionsCard
from ui.widgets.answers.answer_spec import AnswerSpec
from ui.widgets.answers.check_rows import CheckRows
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading
from ui.widgets.surfaces.pane import Pane


class NewAuditView(Page):
    """The front sheet, the checklists on offer for this child, and a button that starts.

    What is typed is kept, sealed, until the audit is started or the person cancels.

    Signals:
        started: the id of the audit that was started.
        cancelled: the person does not want to start one.
    """

    started = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=SPACE["4"], is_read=True, parent=parent)
        self._workspace = workspace
        self._offers = ChecklistOffers(workspace)
        today = workspace.clock().astimezone().date()
        self._defaults: FrontSheet = default_front(preferences.settings, today)
        self.form = FrontSheetForm(theme, preferences)
        self._earlier = EarlierActions(workspace, jobs, self)
        self.earlier = EarlierActionsCard(theme, workspace, preferences, jobs, self._earlier)
        self.checklists = CheckRows(theme, _("Checklists"))
        self.start_button = PushButton(
            theme, _("&Start the audit"), "primary", "arrow-right", icon_side="right"
        )
        self.cancel_button = PushButton(theme, _("Cancel"))
        self.fault = Banner(theme, "danger", "")
        self._build()
        self._fill_in()
        self._keeper = DraftKeeper(workspace, jobs, self._read_fields, self)
        self._connect()

    def restore(self, fields: Mapping[str, Any]) -> None:
        """Fill in what was kept when the window was locked or closed."""
        write_texts(self.form, fields)
        self._show_offers()
        picked = fields.get("checklists", ())
        self.checklists.set_values(
            each for each in picked if each in self._questions and self._is_usable(each)
        )
        self._show_total()
        self._show_note(
            "info", _("You had begun this front sheet. It is as you left it."), "", "info"
        )
        self._keeper.touch()

    def keep_now(self) -> None:
        """Make what is typed durable.

        Raises:
            AuditAppError: It could not be written.
        """
        self._keeper.keep_now()

    def settle_now(self) -> None:
        """Make what is typed durable before another page is shown; say so if that fails."""
        try:
            self._keeper.keep_now()
        except AuditAppError as error:
            self._on_keeping_failed(error)

    def stop(self) -> None:
        """End all work, before the window locks."""
        self._earlier.stop()
        self.earlier.desk.stop()

    # Building

    def _build(self) -> None:
        theme = self._theme
        self._column.addWidget(PageHeading(theme, _("New audit")))
        self._column.addWidget(self.form)
        self._column.addWidget(self.earlier)
        self._column.addWidget(self._checklist_card())
        self._column.addStretch(1)
        self._around.addWidget(self._footer())

    def _checklist_card(self) -> Card:
        card = Card(self._theme)
        card.body.setSpacing(8)
        card.body.addWidget(TextLabel(self._theme, _("Checklists"), "heading", wrap=True))
        self._words = TextLabel(
            self._theme,
            _("Pick one or more. They are asked one after the other."),
            "body",
            "2",
            wrap=True,
        )
        card.body.addWidget(self._words)
        card.body.addWidget(self.checklists)
        return card

    def _footer(self) -> Pane:
        footer = Pane(self._theme, "surface", "top")
        self.fault.hide()
        self._total = TextLabel(self._theme, "", "body", "2", wrap=True)
        row = FlowRow(is_at_right=True)
        for part in (self._total, self.cancel_button, self.start_button):
            row.add(part)
        column = QVBoxLayout(footer)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.fault)
        column.addWidget(row)
        return footer

    def _connect(self) -> None:
        for name in LINES:
            getattr(self.form, name).text_edited.connect(self._keeper.touch)
        self.form.front_changed.connect(self._keeper.touch)
        self.checklists.values_changed.connect(self._keeper.touch)
        for field in (self.form.reference, self.form.worker_code):
            field.text_settled.connect(self._on_case_settled)
        self._keeper.failed.connect(self._on_keeping_failed)
        self.form.front_changed.connect(self._on_front_changed)
        self.checklists.values_changed.connect(self._on_checklists_changed)
        self.start_button.clicked.connect(self._on_start_clicked)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)

    def _first_stop(self) -> QWidget:
        return self.form.reference

    def _fill_in(self) -> None:
        rows = self._workspace.audits()
        self.form.set_front(self._defaults)
        self.form.set_other_audits({row.case_reference for row in rows}, {row.team for row in rows})
        self._show_offers()

    def _read_fields(self) -> dict[str, Any]:
        return {**read_texts(self.form), "checklists": list(self.checklists.values)}

    # The checklists on offer

    def _show_offers(self) -> None:
        """Offer what fits the child as described so far; what still fits stays picked."""
        picked = self.checklists.values
        offers = self._offers.offers(self.form.provisional_front(self._defaults).cohorts)
        self._questions = {offer.id: offer.questions for offer in offers}
        self.checklists.set_answers([_spec(offer) for offer in offers])
        for offer in offers:
            self.checklists.card(offer.id).setEnabled(not offer.why_not)
        self.checklists.set_values(
            offer.id for offer in offers if offer.id in picked and not offer.why_not
        )
        self._show_total()

    def _is_usable(self, checklist_id: str) -> bool:
        return self.checklists.card(checklist_id).isEnabled()

    def _show_total(self) -> None:
        count = sum(self._questions[ChecklistId(each)] for each in self.checklists.values)
        words = ngettext("Up to {count} question", "Up to {count} questions", count)
        self._total.set_text(words.format(count=count) if count else "")
        self._total.setVisible(count > 0)

    # Slots

    def _on_case_settled(self) -> None:
        self._earlier.look(self.form.reference.text, self.form.worker_code.text)

    def _on_front_changed(self) -> None:
        self._show_offers()
        self._hide_fault()

    def _on_checklists_changed(self) -> None:
        self._show_total()
        self._hide_fault()

    def _on_start_clicked(self) -> None:
        self.form.settle_now()
        if self.form.show_first_fault():
            self._show_fault(_("Something in the front sheet is missing or wrong."), "")
            return
        if not self.checklists.values:
            self._show_fault(_("Pick at least one checklist."), "")
            self.checklists.setFocus(Qt.FocusReason.OtherFocusReason)
            self._focus_checklists()
            return
        self._start()

    def _start(self) -> None:
        front = self.form.front()
        if front is None:
            return
        try:
            picked = [ChecklistId(each) for each in self.checklists.values]
            audit_id = self._workspace.start_audit(front, picked)
        except AuditAppError as error:
            message = explain(error)
            self._show_fault(message.title, message.text)
            return
        self._keeper.drop()
        self.started.emit(audit_id)

    def _on_cancel_clicked(self) -> None:
        self._keeper.drop()
        self.cancelled.emit()

    def _on_keeping_failed(self, error: BaseException) -> None:
        message = explain(error)
        self._show_fault(message.title, message.text)

    def _focus_checklists(self) -> None:
        usable = (card for card in self.checklists.cards if card.isEnabled())
        card = next(usable, None)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fault(self, title: str, text: str) -> None:
        self._show_note("danger", title, text, "circle-alert")

    def _show_note(self, tone: str, title: str, text: str, icon: str) -> None:
        self.fault.show_message(tone, title, text, icon=icon)

    def _hide_fault(self) -> None:
        self.fault.hide()


def _spec(offer: ChecklistOffer) -> AnswerSpec:
    count = ngettext("Up to {count} question", "Up to {count} questions", offer.questions)
    aim = _first_sentence(offer.purpose)
    detail = offer.why_not or f"{count.format(count=offer.questions)} · {aim}"
    return AnswerSpec(offer.id, offer.title, detail=detail)


def _first_sentence(text: str) -> str:
    sentence, stop, _rest = text.partition(". ")
    return f"{sentence}." if stop else sentence
