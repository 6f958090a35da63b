# SPDX-License-Identifier: MPL-2.0
"""Do by the keyboard what comes after an audit: back up, load a checklist, amend, lock."""

from pathlib import Path

from auditapp.i18n import _
from auditapp.paths import PROGRAM
from ui.demo import sample
from ui.demo.hands import Hands
from ui.demo.question_script import Look
from ui.home.home_view import HomeView
from ui.main_window import MainWindow
from ui.walkthrough.audit_view import AuditView
from ui.walkthrough.steps import REVIEW


def write_revision(path: Path) -> None:
    """Write a newer version of a shipped checklist, unsigned, as somebody may be sent one."""
    text = (PROGRAM / "checklists" / f"{sample.REVISED}.yaml").read_text("utf-8")
    for old, new in sample.REVISION:
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


class LaterScript:
    """Play the auditor some time later, with the window locked and one signed audit in it."""

    def __init__(self, window: MainWindow, hands: Hands, look: Look) -> None:
        self._window = window
        self._hands = hands
        self._look = look

    def play(self) -> None:
        """Do everything; the window is locked again at the end."""
        hands = self._hands
        hands.fill("Passphrase", sample.PASSPHRASE)
        hands.press("Return")
        hands.wait_for(lambda: self._window.home_view is not None, "the audits")
        hands.rest()
        self.back_up()
        self.load_checklist()
        self.amend()
        self.read_history()
        self._window.lock_alone(_("Locked because the computer went to sleep."))
        self._look("28-locked")

    # The parts

    def back_up(self) -> None:
        """Make a backup, and look at what is in it."""
        hands, home = self._hands, self._home
        hands.go_by_rail("Your data")
        self._look("22-your-data")
        data = home.places.data.view
        assert data is not None  # noqa: S101 - it is on show
        hands.tick("Back up now")
        hands.wait_for(data.backup.outcome.isVisible, "the backup")
        hands.tick("Check a backup …")
        hands.fill("Passphrase or recovery key of the backup", sample.PASSPHRASE)
        hands.press("Return")
        hands.wait_for(lambda: data.contents is not None, "what is in the backup")
        hands.rest()
        self._look("23-backup")
        hands.tick("Back")

    def load_checklist(self) -> None:
        """Look at a newer version of a checklist, and leave it."""
        hands, home = self._hands, self._home
        hands.go_by_rail("Checklists")
        listed = home.checklists
        assert listed is not None  # noqa: S101 - it is on show
        hands.wait_for(lambda: not listed.is_reading, "the list of checklists")
        hands.tick("Load a checklist …")
        loading = home.loading
        assert loading is not None  # noqa: S101 - as above
        hands.wait_for(
            lambda: loading.decision.isVisible() and not loading.work_bar.job, "the file"
        )
        hands.rest()
        self._look("24-load-checklist")
        hands.tick("Leave it")
        hands.rest()

    def amend(self) -> None:
        """Open an amendment, change an answer and read what the review says of it."""
        hands = self._hands
        hands.go_by_rail("Audits")
        hands.tab_to("Audits")
        hands.press("Return")
        hands.wait_for(lambda: self._window.audit_view is not None, "the audit")
        hands.tick("Amend this audit …")
        hands.fill("What has to be put right, and why?", sample.AMENDED_BECAUSE)
        self._look("25-amend")
        hands.tick("Open the amendment")
        audit = self._window.open_audit
        hands.wait_for(lambda: audit is not None and audit.can_edit, "the amendment")
        hands.press("Ctrl+G")
        hands.type(str(sample.AMENDED_NUMBER))
        hands.press("Return")
        hands.press(f"Ctrl+{sample.AMENDED_CHOICE}")
        hands.press("Alt+N")
        hands.press("Ctrl+A")
        hands.type(sample.AMENDED_NOTE)
        while self._view.step != REVIEW:
            hands.press("Alt+Right")
        hands.rest()
        self._look("26-amendment")

    def read_history(self) -> None:
        """Look at what happened to the audit."""
        hands = self._hands
        hands.press("Ctrl+H")
        history = self._view.pages.history()
        hands.wait_for(lambda: history.model.line_count > 0, "the history")
        hands.rest()
        self._look("27-history")

    # Inside

    @property
    def _home(self) -> HomeView:
        home = self._window.home_view
        assert home is not None  # noqa: S101 - the script has unlocked it
        return home

    @property
    def _view(self) -> AuditView:
        view = self._window.audit_view
        assert view is not None  # noqa: S101 - the script has opened it
        return view
