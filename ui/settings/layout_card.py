# SPDX-License-Identifier: MPL-2.0
"""Choose what reports look like, by a file, and see it on an example before it is used."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.errors import LayoutInvalidError
from auditapp.i18n import _
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.operations.layout import LayoutFacts, ReadLayout
from auditapp.workspace import Workspace
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.preview.preview_pane import PreviewPane
from ui.settings.layout_words import facts_words, fault_message, name_words
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card

_FOLD_BELOW: Final = 640
_PAGE_HEIGHT: Final = 570
_OFFER_HEIGHT: Final = 240
"""Pixels at 100 %: of the example, and of the place for one while there is none."""

_SHOWN: Final = tuple(kind for kind, about in KINDS.items() if about.has_example)


class LayoutCard(Card):
    """Which layout is in use, a file to change it by, and an example of a report beside it.

    A file that is chosen is tried out first: the example shows it, and nothing has changed until
    it is used.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside
        self._read: ReadLayout | None = None
        self._facts: LayoutFacts | None = None
        self._doing: Job | None = None
        self.name = TextLabel(theme, "", "strong", wrap=True)
        self.facts = TextLabel(theme, "", "body", wrap=True)
        self.banner = Banner(theme, "info", "")
        self.choose_button = PushButton(theme, _("Choose a layout file …"), icon="folder-open")
        self.use_button = PushButton(theme, _("Use this layout"), "primary")
        self.drop_button = PushButton(theme, _("Do not use it"))
        self.reset_button = PushButton(theme, _("Back to the usual layout"))
        self.kinds = ComboField(theme, _("Example of"))
        self.kinds.set_items([(kind.value, KINDS[kind].name) for kind in _SHOWN])
        self.kinds.set_value(_SHOWN[0].value)
        stopped = _("Nothing else depends on it.")
        self.example = PreviewPane(theme, jobs, stopped_words=stopped)
        self._build()
        self._connect()
        preferences.changed.connect(self._on_settings_changed)
        self._offer_example()

    def refresh(self) -> None:
        """Look again which layout is in use, away from the window."""
        workspace = self._workspace
        self._jobs.start(
            lambda _job: workspace.layout_facts(),
            succeeded=self._on_facts_found,
            failed=self._on_failed,
        )

    def stop(self) -> None:
        """End what is under way, before the window locks."""
        self.example.forget()

    # Building

    def _build(self) -> None:
        words = _(
            "A layout is a small file that your organisation writes: its logo and colour, which "
            "parts a report has, in which order, and what they are called."
        )
        self.body.setSpacing(8)
        self.body.addWidget(
            TextLabel(self._theme, _("What reports look like"), "heading", wrap=True)
        )
        row = FoldingRow(self._theme, fold_below=_FOLD_BELOW, spacing=16)
        row.add(self._column(words), 1)
        row.add(self.example, 1)
        self.body.addWidget(row)
        self._theme.changed.connect(self._fit)
        self._fit()

    def _column(self, words: str) -> QWidget:
        """Return what stands beside the example."""
        buttons = FlowRow(4)
        for button in (self.use_button, self.drop_button, self.choose_button, self.reset_button):
            buttons.add(button)
        column = QWidget()
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(TextLabel(self._theme, words, "body", "2", wrap=True))
        for part in (self.name, self.facts, self.banner, buttons, self.kinds):
            box.addWidget(part)
        box.addStretch(1)
        for hidden in (self.facts, self.banner, self.use_button, self.drop_button):
            hidden.hide()
        self.reset_button.hide()
        return column

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._on_choose_clicked)
        self.use_button.clicked.connect(self._on_use_clicked)
        self.drop_button.clicked.connect(self._on_drop_clicked)
        self.reset_button.clicked.connect(self._on_reset_clicked)
        self.kinds.value_chosen.connect(self._show_example)
        self.example.again_asked.connect(self._show_example)
        self.example.file_changed.connect(self._fit)

    # Inside

    def _fit(self) -> None:
        height = _OFFER_HEIGHT if self.example.file is None else _PAGE_HEIGHT
        self.example.setFixedHeight(self._theme.px(height))

    def _offer_example(self) -> None:
        words = _("A made-up report in this layout. Nothing of your audits is in it.")
        self.example.show_failure(Message(_("An example"), words))

    def _show_example(self) -> None:
        """Make the example anew: in the file that is tried out, or else as reports are now."""
        workspace, read = self._workspace, self._read
        kind = ReportKind(self.kinds.value or ReportKind.AUDIT)
        self.example.make(
            lambda job: workspace.preview_layout(
                read,
                kind,
                report_progress=job.report_progress,
                is_cancelled=lambda: job.is_cancelled,
            )
        )

    def _try_out(self, read: ReadLayout | None) -> None:
        """Offer a file for use, or none any more."""
        self._read = read
        for button in (self.use_button, self.drop_button):
            button.setVisible(read is not None)
        is_settled = self._facts is not None and self._facts.is_settled
        self.choose_button.setVisible(read is None and not is_settled)
        is_own = self._facts is not None and bool(self._facts.name or self._facts.problem)
        self.reset_button.setVisible(read is None and is_own and not is_settled)

    def _tell(self, tone: str, message: Message) -> None:
        self.banner.show_message(tone, message.title, message.text)

    def _do(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        """Have the workspace do something away from the window; one thing at a time."""
        if self._doing is None:
            self._doing = self._jobs.start(
                lambda _job: work(), succeeded=done, failed=self._on_failed
            )
            self._doing.finished.connect(self._on_done)

    # Slots

    def _on_settings_changed(self) -> None:
        """Show the organisation and the marking of the settings in the example, if there is one."""
        if self.example.file is not None:
            self._show_example()

    def _on_facts_found(self, facts: LayoutFacts) -> None:
        is_other, self._facts = facts != self._facts, facts
        self.name.set_text(name_words(facts))
        words = facts_words(facts)
        self.facts.set_text(words)
        self.facts.setVisible(bool(words))
        if facts.problem:
            self._tell("warn", Message(_("Your layout is not in use"), facts.problem))
        self._try_out(self._read)
        if is_other and self._read is None and self.example.file is not None:
            self._show_example()

    def _on_choose_clicked(self) -> None:
        path = self._outside.ask_layout_path(self.window())
        # While the dialog was open, the window may have locked itself and put this away.
        if path is not None and isValid(self):
            self._do(lambda: self._workspace.read_layout(path), self._on_read)

    def _on_read(self, read: object) -> None:
        if not isinstance(read, ReadLayout):
            raise TypeError(read)
        words = facts_words(read.facts)
        title = _("{file} can be used").format(file=read.source.name)
        more = _("The example shows it. Reports stay as they are until you use it.")
        self._tell("ok", Message(title, f"{words} {more}".strip()))
        self._try_out(read)
        self._show_example()
        self.use_button.setFocus()

    def _on_use_clicked(self) -> None:
        read = self._read
        if read is not None:
            self._do(lambda: self._workspace.use_layout(read), self._on_used)

    def _on_used(self, _nothing: object) -> None:
        self._settle(_("All reports have this layout from now on"))

    def _on_drop_clicked(self) -> None:
        self._settle(_("Reports stay as they were"))

    def _on_reset_clicked(self) -> None:
        self._do(self._workspace.use_shipped_layout, self._on_used_shipped)

    def _on_used_shipped(self, _nothing: object) -> None:
        self._settle(_("All reports have the usual layout from now on"))

    def _settle(self, title: str) -> None:
        """Say what came of it, and show reports as they are now."""
        self._tell("ok", Message(title, ""))
        self._try_out(None)
        self.choose_button.setFocus()
        self._facts = None  # whatever is in use now, the example may show something else
        self.refresh()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, LayoutInvalidError):
            self._tell("warn", fault_message(error))
        else:
            self._tell("danger", explain(error))

    def _on_done(self) -> None:
        self._doing = None

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Look again: the file may have been changed by something else."""
        super().showEvent(event)
        self.refresh()
