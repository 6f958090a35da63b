# SPDX-License-Identifier: MPL-2.0
"""Tell at the next start of a program that was not closed what is there of the work."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from auditapp.fault_report import crash_report
from auditapp.i18n import _, ngettext
from auditapp.judgement.moment_words import moment_words
from auditapp.listing import AuditRow
from auditapp.run_mark import LeftRun
from auditapp.workspace import Workspace
from ui.locking.copied_text import copy_for_use_elsewhere
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner

_GO_ON: Final = "go on"
_COPY: Final = "copy"
_CLOSE: Final = "close"
_MOST_NAMED: Final = 3


class LeftRunNotice(Banner):
    """Name the audits that were worked on, with the time of what was saved last.

    Signals:
        audit_chosen: the id of the audit to go on with.
    """

    audit_chosen = Signal(str)

    def __init__(
        self, theme: Theme, workspace: Workspace, left: LeftRun, parent: QWidget | None = None
    ) -> None:
        self._left = left
        rows = changed_since(workspace, left)
        self._latest = rows[0].id if rows else None
        super().__init__(
            theme, "info", _("The program was not closed properly last time"),
            left_words(left, rows), actions=list(self._actions(rows)), parent=parent,
        )  # fmt: skip
        self.action_clicked.connect(self._on_action_clicked)

    def _actions(self, rows: Sequence[AuditRow]) -> Sequence[tuple[str, str]]:
        actions = [(_CLOSE, _("Close this notice"))]
        if self._left.crash:
            actions.insert(0, (_COPY, _("Copy what went wrong")))
        if rows:
            go_on = _("Go on with {case}").format(case=rows[0].case_reference)
            actions.insert(0, (_GO_ON, go_on))
        return actions

    def _on_action_clicked(self, key: str) -> None:
        if key == _COPY:
            copy_for_use_elsewhere(crash_report(self._left.crash))
            return
        self.hide()
        if key == _GO_ON and self._latest is not None:
            self.audit_chosen.emit(self._latest)


def changed_since(workspace: Workspace, left: LeftRun) -> list[AuditRow]:
    """Return the audits that were changed in a run that was not closed, the last one first."""
    before, now = left.generations, workspace.generations()

    def is_changed(row: AuditRow) -> bool:
        """Tell by the saves: the clock may have been set back after the run began."""
        if before is None:
            return row.changed_at >= left.began
        return now[row.id] > before.get(row.id, 0)

    return list(filter(is_changed, workspace.audits()))


def left_words(left: LeftRun, rows: Sequence[AuditRow]) -> str:
    """Say since when it was open, and what is there."""
    words = [_("It was open since {moment}.").format(moment=moment_words(left.began))]
    if not rows:
        return " ".join([*words, _("No audit was changed in that time, and nothing is lost.")])
    named = [
        _("{case}, saved last on {moment}").format(
            case=row.case_reference, moment=moment_words(row.changed_at)
        )
        for row in rows[:_MOST_NAMED]
    ]
    more = len(rows) - len(named)
    if more:
        named.append(ngettext("{count} more", "{count} more", more).format(count=more))
    words.append(
        _("Everything that was shown as saved is here: {audits}.").format(audits="; ".join(named))
    )
    return " ".join(words)
