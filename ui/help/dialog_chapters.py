# SPDX-License-Identifier: MPL-2.0
"""Say which chapter of the guide is about which dialog."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QDialog

from ui.help.chapters import OF_PAGE, Place

_ANSWERING: Final = "guide/06-answering.md"
_ACTIONS: Final = "guide/15-actions.md"
_SIGN_OFF: Final = "guide/12-sign-off.md"
_REPORTS: Final = "guide/13-reports.md"
_DATA: Final = "guide/18-your-data.md"
_OTHERS: Final = "guide/19-others.md"
_TROUBLE: Final = "guide/23-trouble.md"

_MODERATION: Final = OF_PAGE["moderation"]
_AGAIN: Final = Place(_OTHERS, "auditing-a-case-again")
_EXCHANGE: Final = OF_PAGE["receive"]
_KEYS: Final = Place(_DATA, "changing-the-passphrase-or-the-recovery-key")
_KEPT: Final = Place(_DATA, "an-audit-has-been-kept-long-enough")
_SEVERAL: Final = OF_PAGE["reports"]
_SHARED: Final = Place(_REPORTS, "a-copy-to-be-shared")
_SAVED: Final = Place(_REPORTS, "saving-it")
_FOLLOW_UP: Final = Place(_ACTIONS, "the-actions-of-all-audits")
_WAY: Final = Place("guide/05-finding-your-way.md")
_AMENDING: Final = Place(_SIGN_OFF, "amending-a-signed-audit")

OF_DIALOG: Final[Mapping[str, Place]] = {
    "ActionDialog": _AGAIN,
    "AgainDialog": _AGAIN,
    "AgreeDialog": _MODERATION,
    "AmendDialog": _AMENDING,
    "AuditorDialog": Place("rounds.md", "making-one"),
    "BringInDialog": Place("guide/11-overall-grades.md"),
    "ChangePassphraseDialog": _KEYS,
    "CheckDialog": Place(_REPORTS, "is-this-the-report-that-was-signed-off"),
    "ChildDialog": OF_PAGE["try_out"],
    "CodeDialog": _EXCHANGE,
    "ConcernDialog": Place("guide/08-concerns.md"),
    "DataDialog": _SEVERAL,
    "DeleteDialog": _KEPT,
    "DifferencesDialog": _EXCHANGE,
    "DueDialog": Place("rounds.md", "at-work"),
    "EntryDialog": Place(_ACTIONS, "disputes-learning-and-other-activity"),
    "EraseDialog": Place("rounds.md", "erasing-a-case"),
    "ErrorDialog": Place(_TROUBLE),
    "FaultsDialog": OF_PAGE["loading"],
    "FindingsDialog": _SHARED,
    "GiveUpDialog": _AMENDING,
    "GoToDialog": _WAY,
    "HoldDialog": _KEPT,
    "KeyCheckDialog": _KEYS,
    "KeyDialog": Place("guide/22-keyboard.md"),
    "KeychainDialog": Place(_DATA, "letting-the-keychain-unlock-the-audits"),
    "LeftOutDialog": Place(_REPORTS, "other-reports-of-an-audit"),
    "LineDialog": _MODERATION,
    "LockWarning": Place("guide/20-locking.md"),
    "OpenBackupDialog": OF_PAGE["restore"],
    "OutgoingDialog": _SEVERAL,
    "PaletteDialog": _WAY,
    "PlanDialog": _FOLLOW_UP,
    "QuestionsDialog": Place(_ACTIONS, "concerns-and-feedback"),
    "RecoveryKeyDialog": _KEYS,
    "ResealDialog": _KEYS,
    "SaveEachDialog": _SEVERAL,
    "SaveReportDialog": _SAVED,
    "SearchDialog": _WAY,
    "SendDialog": _EXCHANGE,
    "SendingDialog": _EXCHANGE,
    "ShortcutsDialog": Place("guide/22-keyboard.md"),
    "StepDialog": _FOLLOW_UP,
    "UnsavedDialog": Place("guide/14-saving.md"),
    "VersionDialog": _AMENDING,
}
"""The dialogs by the names of their classes, so that none is imported for it."""

OF_WHAT_IS_BELOW: Final = frozenset({"ChoiceDialog", "ReasonDialog", "TickDialog"})
"""Dialogs that several screens ask with: the screen below says what about."""


def place_of_dialog(dialog: QDialog) -> Place | None:
    """Return the place for a dialog; None where that for the screen below it is the right one."""
    return OF_DIALOG.get(type(dialog).__name__)
