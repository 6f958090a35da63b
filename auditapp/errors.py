# SPDX-License-Identifier: MPL-2.0
"""Name every fault that the core can report.

Each error carries two sentences for the person at the screen: what is wrong, and what to do. They
hold ids and file names, never words from a case.

::

    AuditAppError
    ├── ChecklistInvalidError       a checklist file has faults; they are listed
    │   ├── OrganisationFileError   the file of the administrator has faults
    │   └── LayoutInvalidError      so has a layout for reports
    ├── ChecklistNotFoundError
    ├── ChecklistConflictError      the same version of a checklist, and not the same file
    ├── ChecklistRefusedError       it is not to be trusted, or may not be loaded again
    │   └── ChoiceNeededError       it loads only after somebody chose that, knowing what it is
    ├── SignatureError              a signature, or the file of a key, is not what it should be
    ├── WorkbookError               a spreadsheet is unsafe, damaged or no checklist
    ├── TimescaleUnknownError
    ├── StoreError
    │   ├── StoreExistsError
    │   ├── StoreMissingError
    │   ├── WrongPassphraseError
    │   │   └── RecoveryKeyMistypedError
    │   ├── StoreInUseError         another window holds the workspace
    │   ├── StoreDamagedError       the key file cannot be read
    │   ├── SchemaTooNewError       written by a newer version of this program
    │   ├── AuditNotFoundError
    │   ├── AuditDamagedError
    │   ├── AuditRolledBackError
    │   ├── AuditChangedOnDiskError
    │   ├── AuditLockedError        signed off: it changes only by an amendment
    │   ├── LedgerDamagedError      of a round or the registers no good file is left
    │   ├── LedgerChangedOnDiskError
    │   ├── SaveFailedError         disk full, no permission, read error
    │   ├── BackupFailedError       a backup could not be written; no half file is left
    │   ├── BackupDamagedError      a file is no backup, or not what was written
    │   └── RestoreChoiceError      something goes out of sight if the person wants it so
    ├── PackageError                a file is no package of audits, or could not be written
    │   └── WrongCodeError          the code that was typed is not that of the package
    ├── KeychainError               there is no keychain, or it refuses or lost its entry
    ├── StoppedError                the person stopped what was under way
    ├── CaseListError               a list of cases cannot be read at all
    ├── SamplingError               a sample cannot be drawn as it is asked for
    ├── UnsafePathError
    ├── GuideMissingError           a page of the guide cannot be read
    ├── GuideUnreadableError        a page of it cannot be bound into the handbook
    ├── NotAllowedError             a rule of the audit forbids this step
    └── ReportError
        └── ReportCancelledError    the person stopped it (auditapp.report.worker)
"""


def reason_of(error: OSError) -> str:
    """Return why the system refused something, in its own words; never the name of a file."""
    return error.strerror or type(error).__name__


class AuditAppError(Exception):
    """Say what is wrong in ``str(error)`` and what to do in ``error.remedy``."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.remedy = remedy


class ChecklistInvalidError(AuditAppError):
    """Refuse a checklist file; ``faults`` lists each one with its place."""

    def __init__(self, message: str, faults: tuple[object, ...], remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.faults = faults


class OrganisationFileError(ChecklistInvalidError):
    """Refuse the file in which an administrator names publishers, read as checklists are."""


class LayoutInvalidError(ChecklistInvalidError):
    """Refuse a layout for reports, read as checklists are; ``faults`` lists each with its place."""


class ChecklistNotFoundError(AuditAppError):
    """Name a checklist that is not in the library."""


class ChecklistConflictError(AuditAppError):
    """Refuse a checklist that has the id and version of another one and is not the same file."""


class ChecklistRefusedError(AuditAppError):
    """Refuse a checklist that is well made, because of where it comes from or what is there."""


class ChoiceNeededError(ChecklistRefusedError):
    """Ask for a person's explicit choice before a checklist is loaded.

    ``str(error)`` names the file, its SHA-256 and its publisher as claimed, for the person to see.
    """


class SignatureError(AuditAppError):
    """Say what is wrong with a signature, or with the file of a key."""


class WorkbookError(AuditAppError):
    """Refuse a spreadsheet that is unsafe, damaged or no checklist, or would lose a part of one."""


class TimescaleUnknownError(AuditAppError):
    """Name a timescale rule that does not exist."""


class StoreError(AuditAppError):
    """Group the faults of the store."""


class StoreExistsError(StoreError):
    """Refuse to make a workspace where there is one."""


class StoreMissingError(StoreError):
    """Say that there is no workspace in the folder."""


class WrongPassphraseError(StoreError):
    """Say that neither passphrase nor recovery key opens the workspace."""


class RecoveryKeyMistypedError(WrongPassphraseError):
    """Say that what was typed is like a recovery key, and none because of a typing mistake."""


class StoreInUseError(StoreError):
    """Say that another window has the workspace open."""


class StoreDamagedError(StoreError):
    """Say that the key file, or the list of audits, cannot be read."""


class SchemaTooNewError(StoreError):
    """Refuse data written by a newer version of this program."""


class AuditNotFoundError(StoreError):
    """Name an audit that is not in the workspace."""


class AuditDamagedError(StoreError):
    """Say that an audit's file is not what was written, and no good copy is left."""


class AuditRolledBackError(StoreError):
    """Say that an audit's file is older than the list of audits knows it to be."""


class AuditChangedOnDiskError(StoreError):
    """Refuse to overwrite an audit that something else changed."""


class AuditLockedError(StoreError):
    """Refuse a change to an audit that has been signed off."""


class LedgerDamagedError(StoreError):
    """Say that a ledger is not what was written, not there, or an older copy of itself."""


class LedgerChangedOnDiskError(StoreError):
    """Refuse to overwrite a ledger that something else changed."""


class SaveFailedError(StoreError):
    """Say that a change could not be made durable; nothing on disk was altered."""


class PackageError(AuditAppError):
    """Say that a file is no package of audits, is damaged, or could not be written."""


class WrongCodeError(PackageError):
    """Say that the code that was typed is not that of the package."""


class KeychainError(AuditAppError):
    """Say that the keychain of the person's account cannot do what it was asked for."""


class StoppedError(AuditAppError):
    """Say that the person stopped what was under way; nothing was written."""


class BackupFailedError(StoreError):
    """Say that a backup could not be written; what was in its place before is still there."""


class BackupCancelledError(StoreError):
    """Say that the person stopped the work on a backup; nothing was changed by it."""


class BackupDamagedError(StoreError):
    """Say that a file is no backup, or not what was written."""


class RestoreChoiceError(StoreError):
    """Ask for a person's explicit choice before a restore; ``str(error)`` says what it costs."""


class CaseListError(AuditAppError):
    """Say that a list of cases cannot be read at all; faults of single rows are listed instead."""


class SamplingError(AuditAppError):
    """Say why a sample cannot be drawn as it is asked for."""


class GuideMissingError(AuditAppError):
    """Name a page of the guide that is not there."""


class GuideUnreadableError(AuditAppError):
    """Name a page of the guide that holds what the handbook has no place for."""


class UnsafePathError(AuditAppError):
    """Refuse a file path that could lead outside its folder."""


class NotAllowedError(AuditAppError):
    """Refuse a step that the rules of an audit forbid at this moment."""


class ReportError(AuditAppError):
    """Say that a report could not be made."""
