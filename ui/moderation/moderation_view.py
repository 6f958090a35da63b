# SPDX-License-Identifier: MPL-2.0
"""Every second reading and later audit, and how far the readings agree."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from auditapp.i18n import _
from auditapp.insight.agreement_across import AgreementAcross
from auditapp.operations.linked import LinkedRow
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.moderation.agreement_card import AgreementCard
from ui.moderation.linked_rows import LINKED_COLUMNS, can_be_compared, linked_rows
from ui.preferences import Preferences
from ui.rows.group_card import GroupCard
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.surfaces.empty_state import EmptyState
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.page_heading import PageHeading

_FEW = 8
_AT_A_TIME = 100


class ModerationView(Page):
    """A list to choose a pair from, and the agreement.

    Signals:
        pair_chosen: a pair is to be laid side by side; its ``LinkedRow``.
        audit_chosen: the id of a second audit that cannot be laid beside the first yet, to open.
        receive_asked: the person wants to take in a package.
        left: the person wants to be back at the list of audits.
    """

    pair_chosen = Signal(object)
    audit_chosen = Signal(str)
    receive_asked = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, spacing=12, parent=parent)
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job | None = None
        self._found: dict[str, LinkedRow] = {}
        self.back_button = PushButton(theme, _("Back to the audits"), "quiet", "arrow-left")
        self.receive_button = PushButton(theme, _("&Receive …"), icon="download")
        self.group = RowGroup(
            theme, _("Read twice, or audited again"), columns=LINKED_COLUMNS,
            about=_("Case"), few=_FEW, at_a_time=_AT_A_TIME,
        )  # fmt: skip
        self.list_card = GroupCard(theme, _("Read twice, or audited again"), [self.group])
        self.list_card.set_words(_("Choose a line to lay both audits side by side."))
        self.empty = EmptyState(
            theme,
            "scale",
            _("Nothing was read twice yet"),
            _(
                "Choose signed audits in the list and send them to a second reader. Their "
                "readings, and later audits of a case, are shown here."
            ),
            _("Go to the audits"),
        )
        self.agreement = AgreementCard(theme, preferences)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the list again, and count away from the window."""
        self.stop()
        found = self._workspace.linked_rows()
        self._found = {each.second.id: each for each in found}
        self.group.set_rows(linked_rows(found))
        self.list_card.setVisible(bool(found))
        self.empty.setVisible(not found)
        self.agreement.setVisible(any(each.is_moderation for each in found))
        self.agreement.show_waiting()
        self._job = self._jobs.start(
            partial(_count, self._workspace), succeeded=self._on_counted, failed=self._on_failed
        )
        self.destroyed.connect(self._job.cancel)

    def settle_now(self) -> None:
        """Keep what is typed."""
        self.agreement.settle_now()

    def stop(self) -> None:
        """Stop counting."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    @property
    def is_counting(self) -> bool:
        """Whether the agreement is still being counted."""
        return self._job is not None

    def _build(self) -> None:
        words = _(
            "A second reader grades the same file blind, without seeing the first reading; then "
            "both are laid side by side, and two people agree."
        )
        buttons = (self.receive_button, self.back_button)
        self._column.addWidget(PageHeading(self._theme, _("Moderation"), *buttons, words=words))
        self._column.addWidget(self.empty, 1000)
        self._column.addWidget(self.list_card)
        self._column.addWidget(self.agreement)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.empty.button_clicked.connect(self.left)
        self.receive_button.clicked.connect(self.receive_asked)
        self.group.key_chosen.connect(self._on_row_chosen)
        self.list_card.row_reached.connect(self._on_row_reached)
        self.agreement.row_reached.connect(self._on_row_reached)

    def _first_stop(self) -> QWidget:
        return self.group.list if self._found else self.receive_button

    # Slots

    def _on_row_chosen(self, key: str) -> None:
        linked = self._found[key]
        if can_be_compared(linked):
            self.pair_chosen.emit(linked)
        else:
            self.audit_chosen.emit(key)

    def _on_row_reached(self, rows: QWidget) -> None:
        self._area.ensureWidgetVisible(rows, 0, self._theme.px(24))

    def _on_counted(self, found: AgreementAcross) -> None:
        if isValid(self) and self.sender() is self._job:
            self._job = None
            self.agreement.show_found(found)

    def _on_failed(self, error: BaseException) -> None:
        if isValid(self) and self.sender() is self._job:
            self._job = None
            self.agreement.show_failure(explain(error))


def _count(workspace: Workspace, job: Job) -> AgreementAcross:
    """Work away from the window: no widget is touched here."""
    return workspace.agreement(
        report_progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
    )
