# SPDX-License-Identifier: MPL-2.0
"""Define the logbook: what happened to a workspace as a whole, and not inside one audit.

It says that something happened, when and by whom, and never what a case is about: an audit is named
by its id, which means nothing once the audit is gone.
"""

from enum import StrEnum

from pydantic import AwareDatetime

from auditapp.model.chain import Link


class LogKind(StrEnum):
    """Say what happened."""

    MADE = "made"
    UNLOCKED = "unlocked"
    PASSPHRASE_CHANGED = "passphrase_changed"  # noqa: S105 - the name of a kind
    RECOVERY_KEY_REPLACED = "recovery_key_replaced"
    KEYS_STRENGTHENED = "keys_strengthened"
    SEALED_ANEW = "sealed_anew"
    KEYCHAIN_TURNED_ON = "keychain_turned_on"
    KEYCHAIN_TURNED_OFF = "keychain_turned_off"
    BACKED_UP = "backed_up"
    RESTORED = "restored"
    AUDIT_RESTORED = "audit_restored"
    AUDIT_REMOVED = "audit_removed"
    CASE_EXPORTED = "case_exported"
    LOGBOOK_EXPORTED = "logbook_exported"
    REPORT_EXPORTED = "report_exported"
    FIGURE_EXPORTED = "figure_exported"
    LAYOUT_CHANGED = "layout_changed"
    PACKAGE_EXPORTED = "package_exported"
    PACKAGE_IMPORTED = "package_imported"
    SECOND_READINGS_DRAWN = "second_readings_drawn"
    SCHEMA_RAISED = "schema_raised"
    REGISTER_ENTRY_ERASED = "register_entry_erased"
    REGISTERS_BEGUN_ANEW = "registers_begun_anew"
    SAMPLE_MADE = "sample_made"
    ROUND_MADE = "round_made"
    ROUND_DRAWN = "round_drawn"
    ROUND_DRAW_TAKEN_BACK = "round_draw_taken_back"
    ROUND_REMOVED = "round_removed"
    ROUND_CASE_ERASED = "round_case_erased"
    PROBLEM_FOUND = "problem_found"


class LogEntry(Link):
    """Hold one line; ``audit_id`` is empty where no audit is meant."""

    at: AwareDatetime
    by: str
    kind: LogKind
    detail: str = ""
    audit_id: str = ""
