# SPDX-License-Identifier: MPL-2.0
"""Everything that is held on one case reference: shown, and written out."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from auditapp.case_holdings import CaseHoldings
from auditapp.i18n import _, ngettext
from auditapp.workspace import Workspace
from ui.data.keeping_desk import KeepingDesk
from ui.jobs import Job, Jobs
from ui.messages import Message, explain
from ui.outside import Outside
from ui.preferences import Preferences
from ui.theme.theme import Theme
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.line_field import LineField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card
from ui.work_bar import WorkBar


class CaseCard(Card):
    """Answer somebody who asks what is kept about a child: find it, then save all of it."""

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        preferences: Preferences,
        jobs: Jobs,
        outside: Outside | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._workspace = workspace
        self._jobs = jobs
        self._outside = outside or Outside()
        self.found: CaseHoldings | None = None
        self.desk = KeepingDesk(theme, workspace, preferences, self)
        self.reference = LineField(theme, _("Case reference"))
        self.find_button = PushButton(theme, _("Find"), "secondary", "search")
        self.save_button = PushButton(theme, _("Save all of it …"))
        self.banner = Banner(theme, "ok", "")
        self.work_bar = WorkBar(theme)
        self._build()
        self.find_button.clicked.connect(self.look_up)
        self.reference.line_edit.returnPressed.connect(self.look_up)
        self.save_button.clicked.connect(self._on_save_clicked)
        self.desk.changed.connect(self.look_up)

    def look_up(self) -> None:
        """Look into every audit for the reference that is typed."""
        if self.work_bar.job is not None:
            return
        self._forget()
        work = partial(_find, self._workspace, self.reference.text)
        self._follow(
            self._jobs.start(
                work,
                succeeded=self._on_found,
                failed=self._on_failed,
                progressed=self.work_bar.show_progress,
            ),
            _("Looking into every audit …"),
        )

    @property
    def lines(self) -> list[str]:
        """What is said about what was found."""
        return [] if self.found is None else list(_lines(self.found))

    def _build(self) -> None:
        theme = self._theme
        words = _(
            "Somebody may ask what is kept about a child. This looks into every audit, every round "
            "and the front sheet that was begun, and finds the reference in the notes of other "
            "audits too."
        )
        buttons = FlowRow()
        buttons.add(self.find_button)
        buttons.add(self.save_button)
        self._found_area = QVBoxLayout()
        self._found_area.setSpacing(4)
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(theme, _("Everything about one case"), "heading", wrap=True))
        self.body.addWidget(TextLabel(theme, words, "body", "2", wrap=True))
        self.body.addWidget(self.reference)
        self.body.addWidget(buttons)
        self.body.addWidget(self.work_bar)
        self.body.addWidget(self.banner)
        self.body.addLayout(self._found_area)
        self.banner.hide()
        self.save_button.hide()

    def _follow(self, job: Job, words: str) -> None:
        self.destroyed.connect(job.cancel)
        self.work_bar.follow(job, words)

    def _forget(self) -> None:
        self.found = None
        self.banner.hide()
        self.save_button.hide()
        while (item := self._found_area.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _tell(self, tone: str, message: Message) -> None:
        self.banner.show_message(tone, message.title, message.text)

    # Slots

    def _on_found(self, found: CaseHoldings) -> None:
        self.found = found
        for line in self.lines:
            self._found_area.addWidget(TextLabel(self._theme, line, wrap=True))
        for each in found.audits:
            self._found_area.addWidget(self.desk.make_row(each.row))
        self.save_button.setVisible(not found.is_empty)
        announce(self, " ".join(self.lines))

    def _on_save_clicked(self) -> None:
        folder = self._outside.ask_folder(self.window(), _("Choose an empty folder"))
        # While a dialog was open, the window may have locked itself and put this card away.
        if folder is None or not isValid(self) or self.found is None:
            return
        work = partial(_export, self._workspace, self.found, folder)
        job = self._jobs.start(
            work,
            succeeded=self._on_saved,
            failed=self._on_failed,
            progressed=self.work_bar.show_progress,
        )
        self._follow(job, _("Saving …"))

    def _on_saved(self, files: list[Path]) -> None:
        words = ngettext("{count} file was saved", "{count} files were saved", len(files))
        where = _("In the folder {folder}. They are not encrypted.").format(folder=files[0].parent)
        self._tell("ok", Message(words.format(count=len(files)), where))

    def _on_failed(self, error: BaseException) -> None:
        self._tell("info" if self.work_bar.is_stopped else "danger", explain(error))


def _lines(found: CaseHoldings) -> Iterator[str]:
    if found.is_empty:
        yield _("Nothing is held on this case reference.")
    if found.audits:
        words = ngettext("One audit.", "{count} audits.", len(found.audits))
        yield words.format(count=len(found.audits))
        aside = sum(len(each.audit.set_aside) for each in found.audits)
        exports = sum(len(each.exports) for each in found.audits)
        yield _("Answers set aside: {aside}. Reports saved or printed: {exports}.").format(
            aside=aside, exports=exports
        )
    for mention in found.mentions:
        yield _("Mentioned in the audit of {reference}.").format(
            reference=mention.row.case_reference
        )
    if found.draft_front:
        yield _("A front sheet that was begun.")
    if found.entries:
        words = ngettext(
            "One entry of the registers.", "{count} entries of the registers.", len(found.entries)
        )
        yield words.format(count=len(found.entries))
    yield from _round_lines(found)
    if found.has_unread_registers:
        yield _("The registers cannot be read and were not searched.")
    if found.unreadable:
        words = ngettext(
            "One audit cannot be read and was not searched.",
            "{count} audits cannot be read and were not searched.",
            len(found.unreadable),
        )
        yield words.format(count=len(found.unreadable))


def _round_lines(found: CaseHoldings) -> Iterator[str]:
    for each in found.rounds:
        yield _("On the list of the round “{name}”. It can be erased there.").format(name=each.name)
    if found.has_unread_rounds:
        yield _("A round cannot be read and was not searched.")


# Both run away from the window.


def _find(workspace: Workspace, reference: str, job: Job) -> CaseHoldings:
    return workspace.find_case(
        reference, report_progress=job.report_progress, is_cancelled=lambda: job.is_cancelled
    )


def _export(workspace: Workspace, found: CaseHoldings, folder: Path, job: Job) -> list[Path]:
    return workspace.export_case(
        found,
        folder,
        report_progress=job.report_progress,
        is_cancelled=lambda: job.is_cancelled,
    )
