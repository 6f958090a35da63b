# SPDX-License-Identifier: MPL-2.0
"""The list of dialogs: how each is made over the real window with an audit open.

Those that need more than one audit, or one that is signed, are opened in ``screens.py``. A test
fails when a class of a dialog is in neither.
"""

from dataclasses import dataclass

from auditapp.checklist.faults import Fault
from auditapp.insight.action_search import ActionFilter
from auditapp.model.exchange import Purpose
from auditapp.model.front_sheet import Cohort
from auditapp.model.register import Register
from auditapp.operations.outgoing import Outgoing
from ui.actions.plan_dialog import PlanDialog
from ui.actions.questions_dialog import QuestionsDialog
from ui.actions.step_dialog import Deed, StepDialog
from ui.checklists.child_dialog import ChildDialog
from ui.checklists.faults_dialog import FaultsDialog
from ui.data.change_passphrase_dialog import ChangePassphraseDialog
from ui.data.choice_dialog import ChoiceDialog
from ui.data.delete_dialog import DeleteDialog
from ui.data.hold_dialog import HoldDialog
from ui.data.keychain_dialog import KeychainDialog
from ui.data.open_backup_dialog import OpenBackupDialog
from ui.data.recovery_key_dialog import RecoveryKeyDialog
from ui.data.reseal_dialog import ResealDialog
from ui.error_dialog import ErrorDialog
from ui.exchange.code_dialog import CodeDialog
from ui.exchange.send_dialog import SendDialog
from ui.exchange.sending_dialog import SendingDialog
from ui.keys.commands import CommandId
from ui.keys.key_dialog import KeyDialog
from ui.keys.keymap import command
from ui.keys.palette_dialog import PaletteDialog
from ui.keys.palette_entry import PaletteEntry
from ui.keys.shortcuts_dialog import ShortcutsDialog
from ui.locking.lock_warning import LockWarning
from ui.messages import Message
from ui.moderation.again_dialog import AgainDialog
from ui.outgoing.findings_dialog import FindingsDialog
from ui.outgoing.left_out_dialog import LeftOutDialog
from ui.outgoing.save_report_dialog import SaveReportDialog
from ui.outgoing.seal_fields import SealFields
from ui.registers.entry_dialog import EntryDialog
from ui.reports.check_dialog import CheckDialog
from ui.reports.data_dialog import DataDialog
from ui.reports.outgoing_dialog import OutgoingDialog
from ui.reports.save_each_dialog import SaveEachDialog
from ui.reports.tick_dialog import TickDialog
from ui.rounds.auditor_dialog import AuditorDialog
from ui.rounds.due_dialog import DueDialog
from ui.rounds.erase_dialog import EraseDialog
from ui.rounds.reason_dialog import ReasonDialog
from ui.rows.row import Row
from ui.start.key_check_dialog import KeyCheckDialog
from ui.unsaved_dialog import UnsavedDialog
from ui.walkthrough.bring_in_dialog import BringInDialog
from ui.walkthrough.concern_dialog import ConcernDialog
from ui.walkthrough.go_to_dialog import GoToDialog
from ui.walkthrough.question_item import QuestionItem
from ui.walkthrough.search_dialog import SearchDialog

WORDS = "The words of a dialog, long enough to need more than one line where there is little room."
MESSAGE = Message("Something could not be saved.", WORDS, "KeyError in ui.main_window")


@dataclass(frozen=True)
class Makings:
    """Hold what dialogs are made of."""

    window: object

    @property
    def theme(self):
        """The theme of the window."""
        return self.window._theme

    @property
    def workspace(self):
        """The workspace, unlocked."""
        return self.window.workspace

    @property
    def tools(self):
        """What runs work and what is outside."""
        return self.window._jobs, self.window._outside

    @property
    def row(self):
        """The first audit of the list."""
        return self.workspace.audits()[0]

    def seal(self):
        """Make the part that seals reports."""
        return SealFields(self.theme, self.workspace, *self.tools)


def make_all(window):
    """Yield each dialog, not shown yet; an audit must be open."""
    yield from _of_audits(Makings(window), window)
    yield from _of_keys(Makings(window), window)
    yield from _of_reports(Makings(window), window)
    yield from _of_words(Makings(window), window)


def _of_audits(made, window):
    theme, workspace, audit = made.theme, made.workspace, window.open_audit
    today = workspace.clock().date()
    yield StepDialog(theme, Deed.DONE, 2, "M. Silva", window)
    yield ChildDialog(theme, [Cohort.CHILD_IN_CARE], window)
    yield DeleteDialog(theme, made.row, window)
    yield HoldDialog(theme, made.row, window)
    yield SendDialog(theme, dict.fromkeys(Purpose, (made.row.id,)), 1, window)
    yield AgainDialog(theme, workspace, audit.audit, window)
    yield from (
        EntryDialog(theme, each, workspace.audits(), today, parent=window) for each in Register
    )
    yield ConcernDialog(theme, audit, workspace.clock, parent=window)
    yield GoToDialog(theme, 28, range(1, 29), window)
    yield SearchDialog(theme, audit.outline, window)
    item = QuestionItem(audit.outline.questions[0].key, "Question 1", "Was the child seen?", WORDS)
    yield BringInDialog(theme, "Strengths from the answers", [item], window)
    yield AuditorDialog(theme, None, (), window)
    yield DueDialog(theme, WORDS, today, window)
    yield EraseDialog(theme, "HX-1", window)
    yield QuestionsDialog(theme, workspace.audits(), window)


def _of_keys(made, window):
    theme, workspace, (jobs, outside) = made.theme, made.workspace, made.tools
    yield ChangePassphraseDialog(theme, workspace, jobs, window)
    yield KeychainDialog(theme, workspace, jobs, window)
    yield OpenBackupDialog(theme, window._paths, jobs, window._paths.home / "backup.zip", window)
    yield RecoveryKeyDialog(theme, workspace, jobs, outside, window)
    yield ResealDialog(theme, workspace, jobs, outside, window)
    yield KeyCheckDialog(theme, workspace, window)
    yield LockWarning(theme, window)


def _of_reports(made, window):
    theme, workspace, (jobs, outside) = made.theme, made.workspace, made.tools
    yield PlanDialog(theme, workspace, jobs, outside, ActionFilter(), window)
    yield CheckDialog(theme, workspace, jobs, outside, window)
    yield DataDialog(theme, window)
    yield OutgoingDialog(theme, Outgoing(left_out=("two notes",)), "Save all the same", window)
    yield SaveReportDialog(theme, "Save the report", made.seal(), window)
    yield SaveEachDialog(theme, made.seal(), "M. Silva", is_shared=False, parent=window)
    yield TickDialog(theme, "Teams", [("n", "North"), ("s", "South")], ["n"], window)
    yield FindingsDialog(theme, [Row("Was the child seen?")], "Save all the same", window)
    yield SendingDialog(theme, window)
    yield LeftOutDialog(theme, "Summary", ["notes", "evidence"], window)


def _of_words(made, window):
    theme = made.theme
    fault = Fault("visits.yaml", 3, 7, "This key is not known.", "Write “text”.")
    yield FaultsDialog(theme, "visits.yaml", [fault], window)
    yield ChoiceDialog(theme, "Go on?", WORDS, "Go on", window)
    yield ErrorDialog(theme, MESSAGE, window)
    yield UnsavedDialog(theme, MESSAGE, "Words that are not saved", window)
    yield CodeDialog(theme, "north.cfaudit", "lantern-tuba-gravel-mint", "2 audits", window)
    yield ReasonDialog(theme, "Replace this case", WORDS, "Replace", parent=window)
    yield ShortcutsDialog(theme, window)
    yield KeyDialog(theme, command(CommandId.UNDO), window)
    yield PaletteDialog(theme, [PaletteEntry("Your data", "Page", window.repaint)], (), window)
