# SPDX-License-Identifier: MPL-2.0
"""Bring up above the list of audits what somebody should do for the safety of their data."""

from PySide6.QtCore import QObject, Signal

from auditapp.run_mark import LeftRun
from auditapp.workspace import Workspace
from ui.audits.audits_view import AuditsView
from ui.data.backup_reminder import BackupReminder
from ui.guided.guided_offer import GuidedOffer
from ui.home.left_run_notice import LeftRunNotice
from ui.messages import explain
from ui.preferences import Preferences
from ui.start.key_notice import KeyNotice
from ui.start.key_reminder import KeyReminder
from ui.theme.theme import Theme
from ui.widgets.surfaces.banner import Banner


class HomeNotices(QObject):
    """The reminders of a recovery key that was never checked and of a backup, and warnings.

    Signals:
        backup_asked: the person wants to make a backup.
        new_key_asked: the person wants another recovery key.
        guided_start_asked: the person wants to be shown the way.
        audit_chosen: the id of an audit to go on with.
    """

    backup_asked = Signal()
    new_key_asked = Signal()
    guided_start_asked = Signal()
    audit_chosen = Signal(str)

    def __init__(
        self, theme: Theme, workspace: Workspace, preferences: Preferences, audits: AuditsView
    ) -> None:
        """Put what is due above ``audits``."""
        super().__init__(audits)
        self._theme = theme
        self._workspace = workspace
        self._audits = audits
        self.key: KeyNotice | None = None
        self.left_run: LeftRunNotice | None = None
        if KeyReminder(workspace.paths).is_due:
            self.key = KeyNotice(theme, workspace)
            self.key.new_key_asked.connect(self.new_key_asked)
            audits.add_notice(self.key)
        self.guided = GuidedOffer(theme, workspace, preferences)
        self.guided.guided_start_asked.connect(self.guided_start_asked)
        audits.add_notice(self.guided)
        self.guided.refresh()
        self.backup = BackupReminder(theme, workspace, preferences)
        self.backup.backup_asked.connect(self.backup_asked)
        audits.add_notice(self.backup)

    def refresh(self) -> None:
        """Take away what has been done meanwhile, and remind of what is due by now."""
        self.backup.refresh()
        self.guided.refresh()
        if self.key is not None:
            self.key.refresh()

    def tell_of_left_run(self, left: LeftRun) -> None:
        """Say that the program was not closed last time, and what is there of the work."""
        self.left_run = LeftRunNotice(self._theme, self._workspace, left)
        self.left_run.audit_chosen.connect(self.audit_chosen)
        self._audits.add_notice(self.left_run)

    def warn_of_place(self) -> None:
        """Say what may go wrong in the folder of the audits, if anything may."""
        for warning in self._workspace.place_warnings():
            self._audits.add_notice(Banner(self._theme, "warn", warning.title, warning.text))

    def tell(self, error: BaseException) -> None:
        """Say what went wrong while the home was made."""
        message = explain(error)
        self._audits.add_notice(Banner(self._theme, "warn", message.title, message.text))
