# SPDX-License-Identifier: MPL-2.0
"""Show what happened to the audits as a whole, and save it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from auditapp.errors import AuditAppError
from auditapp.file_names import logbook_file_name
from auditapp.fingerprints import grouped
from auditapp.history.log_lines import LogLine
from auditapp.i18n import _
from auditapp.judgement.moment_words import moment_words
from auditapp.model.labels import label
from auditapp.model.logbook import LogKind
from auditapp.searching import holds, search_words, searched
from auditapp.workspace import Workspace
from ui.checklists.save_desk import SaveDesk, Saving
from ui.jobs import Job, Jobs
from ui.messages import explain
from ui.outside import Outside
from ui.rows.row import Remark, Row
from ui.rows.row_group import RowGroup
from ui.theme.theme import Theme
from ui.widgets.arranging.field_grid import FieldGrid
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.combo_field import ComboField
from ui.widgets.fields.search_field import SearchField
from ui.widgets.reading.announce import announce
from ui.widgets.signs.text_label import TextLabel
from ui.widgets.surfaces.banner import Banner
from ui.widgets.surfaces.card import Card

_FEW: Final = 8
_AT_A_TIME: Final = 50


class LogbookCard(Card):
    """The state of the logbook, what is looked for, the newest lines, and a button to save all.

    Whoever shows it calls ``refresh`` when it comes into sight.
    """

    def __init__(
        self,
        theme: Theme,
        workspace: Workspace,
        jobs: Jobs,
        outside: Outside,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent=parent)
        self._theme = theme
        self._workspace = workspace
        self._jobs = jobs
        self._reading: Job | None = None
        self._lines: Sequence[LogLine] = ()
        self.fault = Banner(theme, "warn", _("Something is wrong with the logbook"))
        self.search = SearchField(theme, _("Search"), _("Search the logbook"))
        self.kind = ComboField(theme, _("Kind"))
        self.group = RowGroup(theme, _("Logbook, newest first"), few=_FEW, at_a_time=_AT_A_TIME)
        self.nothing = TextLabel(theme, _("No line fits what you look for."), "body", "2")
        self.save_button = PushButton(theme, _("Save as CSV …"), icon="download")
        self.desk = SaveDesk(theme, jobs, outside)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the logbook again, away from the window."""
        workspace = self._workspace
        self._reading = self._jobs.start(
            lambda _job: (workspace.log_lines(), workspace.logbook_faults()),
            succeeded=self._on_read,
            failed=self._on_failed,
        )

    # Building

    def _build(self) -> None:
        words = _(
            "When your audits were unlocked, backed up, restored or removed, and by whom. No word "
            "of an audit is in it. What happened inside an audit stands in the history of that "
            "audit."
        )
        for part in (self.fault, self.nothing):
            part.hide()
        self.kind.label.hide()
        self.kind.set_items([("", _("All kinds"))])
        self.kind.set_value("")
        filters = FieldGrid(self._theme, 2)
        filters.add(self.search)
        filters.add(self.kind)
        buttons = FlowRow()
        buttons.add(self.save_button)
        self.body.setSpacing(8)
        self.body.addWidget(TextLabel(self._theme, _("Logbook"), "heading", wrap=True))
        self.body.addWidget(TextLabel(self._theme, words, "body", "2", wrap=True))
        self.body.addWidget(self.fault)
        self.body.addWidget(filters)
        self.body.addWidget(self.group)
        self.body.addWidget(self.nothing)
        self.body.addWidget(buttons)
        self.body.addWidget(self.desk)

    def _connect(self) -> None:
        self.search.text_edited.connect(self._on_filter_changed)
        self.kind.value_chosen.connect(self._on_filter_changed)
        self.save_button.clicked.connect(self._on_save_clicked)

    def _show_lines(self) -> None:
        words, kind = search_words(self.search.text), self.kind.value
        rows = [
            _row(line)
            for line in reversed(self._lines)
            if kind in ("", line.kind.value) and holds(_searched(line), words)
        ]
        self.group.set_rows(rows)
        self.nothing.setVisible(not rows and bool(self._lines))

    def _offer_kinds(self) -> None:
        chosen = self.kind.value or ""
        kinds = {line.kind for line in self._lines}
        items = [(each.value, label(each)) for each in LogKind if each in kinds]
        self.kind.set_items([("", _("All kinds")), *items])
        self.kind.set_value(chosen if chosen in dict(items) else "")

    # Slots

    def _on_read(self, read: tuple[Sequence[LogLine], Sequence[str]]) -> None:
        if self.sender() is not self._reading:
            return
        self._reading = None
        self._lines, faults = read
        self.fault.hide()
        if faults:
            title = _("Something is wrong with the logbook")
            self.fault.show_message("warn", title, "\n".join(faults))
        self._offer_kinds()
        self._show_lines()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is self._reading and isinstance(error, AuditAppError):
            message = explain(error)
            self.fault.show_message("danger", message.title, message.text)

    def _on_filter_changed(self) -> None:
        self._show_lines()
        announce(self, self.nothing.text() if not self.group.rows else str(len(self.group.rows)))

    def _on_save_clicked(self) -> None:
        day = self._workspace.clock().astimezone().date()
        self.desk.save(
            Saving(
                _("Save the logbook"),
                logbook_file_name(day),
                _("Saving the logbook …"),
                lambda path, _job: self._workspace.export_logbook(path),
            )
        )


def _row(line: LogLine) -> Row:
    words = filter(None, (line.audit, grouped(line.note)))
    who = _("{name}, {moment}").format(name=line.by, moment=moment_words(line.at))
    meta = _("{who}  ·  line {number}").format(who=who, number=line.seq)
    return Row(line.title, (*map(Remark, words), Remark(meta, "text3")))


def _searched(line: LogLine) -> str:
    texts = (line.title, line.audit, line.note, line.by, moment_words(line.at))
    return searched(texts)
