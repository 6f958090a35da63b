# SPDX-License-Identifier: MPL-2.0
"""Do everything that a person can do with audits. The only door for the window and the commands.

A workspace is one person's sealed store together with the checklists and settings it is used with.
Its methods may be called from any thread; one at a time is carried out. Whatever a method returns
has been made durable.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

from auditapp.checklist.headers import ChecklistHeader
from auditapp.checklist.shelving import Added
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.checklist_files import saving_checklists
from auditapp.exports.papers import Versions
from auditapp.keychain import Keychain
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.edits import Author
from auditapp.model.ids import ChecklistId
from auditapp.model.report_format import ReportFormat
from auditapp.operations.actions import ActionOperations
from auditapp.operations.audit import Clock, about, utc_now
from auditapp.operations.carried import CarriedOperations
from auditapp.operations.case import CaseOperations
from auditapp.operations.check import CheckOperations
from auditapp.operations.exchange import ExchangeOperations
from auditapp.operations.layout import LayoutOperations
from auditapp.operations.opening import OpeningOperations
from auditapp.operations.outgoing import OutgoingOperations
from auditapp.operations.round_erasing import RoundErasingOperations
from auditapp.operations.round_reports import RoundReportOperations
from auditapp.operations.sample import SampleOperations
from auditapp.operations.scorecard import ScorecardOperations
from auditapp.operations.themes import ThemeOperations
from auditapp.operations.verifying import VerifyingOperations
from auditapp.paths import AppPaths
from auditapp.standards import load_beside
from auditapp.store.draft_front import DraftFront
from auditapp.store.vault import Vault


class Workspace(
    OpeningOperations,
    CaseOperations,
    CheckOperations,
    ExchangeOperations,
    ActionOperations,
    CarriedOperations,
    OutgoingOperations,
    ThemeOperations,
    VerifyingOperations,
    LayoutOperations,
    RoundReportOperations,
    RoundErasingOperations,
    SampleOperations,
    ScorecardOperations,
):
    """Hold an unlocked workspace."""

    def __init__(
        self,
        paths: AppPaths,
        vault: Vault,
        clock: Clock = utc_now,
        keychain: Keychain | None = None,
    ) -> None:
        super().__init__(paths, vault, clock, keychain)
        self._draft_front = DraftFront(vault)

    @property
    def problems(self) -> Sequence[str]:
        """Return what was found wrong with the workspace so far, in sentences."""
        with self._lock:
            names = {row["id"]: row["case_reference"] for row in self._repository.rows()}
            found = [
                about(names.get(each.audit_id, each.audit_id), each.sentence)
                for each in self._repository.problems
            ]
            notes = filter(None, [self._vault.note])
            return [*notes, *found, *self._notes, *self._ledgers.notes, *self.library.problems()]

    def _found_on_the_way(self) -> Sequence[str]:
        return self.problems

    # The checklists

    def add_checklist(self, path: Path, by: str, *, accept_unsigned: bool = False) -> Added:
        """Load a checklist from a file, with the signature beside it, for good.

        Args:
            path: The file of the checklist.
            by: Who loads it.
            accept_unsigned: The person wants it knowing what `ChoiceNeededError` said.

        Raises:
            ChecklistInvalidError, ChecklistRefusedError, ChoiceNeededError: As `Shelving.add`.
            SaveFailedError: It could not be written.
        """
        with self._lock, saving_checklists():
            return self._shelving.add(
                SignedFile.read(path),
                Author(by, self.clock()),
                accept_unsigned=accept_unsigned,
                beside=load_beside(self.paths.checklists),
            )

    def use_checklist(self, checklist_id: ChecklistId, version: str, by: str) -> ChecklistHeader:
        """Start new audits on this version from now on; return it, with a warning if it is old.

        Raises:
            ChecklistNotFoundError: It is nowhere, or may not be used.
            SaveFailedError: The choice could not be written.
        """
        with self._lock, saving_checklists():
            return self._shelving.use(checklist_id, version, Author(by, self.clock()))

    def withdraw_checklist(
        self, checklist_id: ChecklistId, version: str, by: str, reason: str
    ) -> None:
        """Start no new audit on this version any more; audits that have it keep it.

        Raises:
            ChecklistNotFoundError, NotAllowedError: As `Shelving.withdraw`.
            SaveFailedError: It could not be written.
        """
        with self._lock, saving_checklists():
            self._shelving.withdraw(checklist_id, version, Author(by, self.clock()), reason)

    # Blank checklists

    def preview_blank(
        self,
        checklist_ids: Sequence[ChecklistId],
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> bytes:
        """Return the blank checklists named, in their order, as one PDF in memory.

        Raises:
            NotAllowedError: No checklist was chosen, or one twice.
            ChecklistNotFoundError, ChecklistInvalidError: One cannot be used.
            ReportError: It could not be made.
        """
        return self._press().preview_blank(checklist_ids, report_progress, is_cancelled)

    def export_blank(
        self,
        checklist_ids: Sequence[ChecklistId],
        path: Path,
        *,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
        versions: Versions = MappingProxyType({}),
        report_format: ReportFormat = ReportFormat.PDF,
    ) -> None:
        """Write the blank checklists named as one file, whole or not at all.

        Each is made of the version in use, unless ``versions`` names another.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            ReportError: It could not be made or written; nothing is left behind.
            NotAllowedError, ChecklistNotFoundError, ChecklistInvalidError: As ``preview_blank``.
        """
        self._press().export_blank(
            checklist_ids, path, report_progress, is_cancelled, versions, report_format
        )

    # The front sheet of an audit that is not started yet

    def keep_draft_front(self, fields: Mapping[str, Any]) -> None:
        """Keep the fields of a front sheet as they were typed, complete or not.

        Args:
            fields: What JSON can hold; only the window knows what it means.

        Raises:
            SaveFailedError: It could not be written; what was kept before still is.
        """
        with self._lock:
            self._draft_front.keep(fields)

    def draft_front(self) -> dict[str, Any] | None:
        """Return the fields that were kept; None when there are none.

        Raises:
            AuditDamagedError: They cannot be read; they were set aside.
        """
        with self._lock:
            return self._draft_front.read()

    def drop_draft_front(self) -> None:
        """Forget the fields: the audit was started, or nobody wants it.

        Raises:
            SaveFailedError: They could not be removed.
        """
        with self._lock:
            self._draft_front.drop()
