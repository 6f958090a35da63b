# SPDX-License-Identifier: MPL-2.0
"""Check a workspace: every seal, every chain, every signature, and what else lies in its folder.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from auditapp.errors import AuditAppError
from auditapp.i18n import _
from auditapp.long_work import ReportProgress, unheard
from auditapp.model.chain import first_fault
from auditapp.model.ids import AuditId
from auditapp.operations.amendment import AmendmentOperations
from auditapp.operations.history import HistoryOperations
from auditapp.operations.lock import LockOperations
from auditapp.store.erased_audits import ErasedAudits
from auditapp.store.inspection import (
    FileKind,
    FoundFile,
    files_aside,
    files_left_over,
    misnamed_files,
    unfit_key_files,
)
from auditapp.store_check import CheckCounts, CheckLine, StoreCheck

_KEY_FILES = 2


@dataclass
class _Findings:
    """Gather what a check looks at and finds."""

    counts: CheckCounts = field(default_factory=CheckCounts)
    lines: list[CheckLine] = field(default_factory=list)

    def count(self, **more: int) -> None:
        """Add to the counts, each by its name in `CheckCounts`."""
        now = {name: getattr(self.counts, name) + number for name, number in more.items()}
        self.counts = replace(self.counts, **now)

    def add(self, about: str, sentence: str, remedy: str = "", *, is_fault: bool = True) -> None:
        """Add a line of what was found: about what, what is wrong, and what to do."""
        self.lines.append(CheckLine(about, sentence, remedy, is_fault))


class CheckOperations(HistoryOperations, AmendmentOperations, LockOperations):
    """Look whether everything is as it was written."""

    def check(self, report_progress: ReportProgress = unheard) -> StoreCheck:
        """Open every audit and look at everything else in the folder; audits stay as open as now.

        An audit that is damaged is mended from the save before, as whenever it is opened.

        Args:
            report_progress: is told how many audits have been looked at, and of how many.
        """
        found = _Findings()
        with self._lock:
            names = {row["id"]: row["case_reference"] for row in self._repository.rows()}
        for number, (audit_id, reference) in enumerate(names.items(), start=1):
            with self._lock:
                self._check_audit(AuditId(audit_id), f"{reference} ({audit_id})", found)
            report_progress(number, len(names))
        with self._lock:
            self._check_logbook(found)
            self._check_list(found)
            self._check_figures(names, found)
            self._check_digests(found)
            self._check_ledgers(found)
            self._take_over_problems(found)
            self._check_keys(found)
            self._check_folder(names, found)
        self._add_place_warnings(found)
        lines = sorted(found.lines, key=lambda line: not line.is_fault)
        return StoreCheck(found.counts, tuple(lines))

    def _take_over_problems(self, found: _Findings) -> None:
        """Add what opening has found, unless the check has said it already."""
        said = {line.sentence for line in found.lines}
        unknown = tuple(self._repository.unknown_ids())
        for sentence in self._found_on_the_way():
            if sentence not in said and not sentence.startswith(unknown):
                found.add("", sentence)

    def _found_on_the_way(self) -> Sequence[str]:
        """Return what opening the workspace and its audits has found; the door knows it all."""
        return self._notes

    # One audit

    def _check_audit(self, audit_id: AuditId, name: str, found: _Findings) -> None:
        was_open = self._sessions.is_open(audit_id)
        found.count(audits=1)
        try:
            history = self.history(audit_id)
            faults = list(self._faults(audit_id))
            signed = len(self.signed_versions(audit_id)) + bool(self.open_audit(audit_id).sign_off)
        except AuditAppError as error:
            found.add(name, str(error), error.remedy)
            return
        found.count(history_lines=len(history), signed=signed)
        for sentence in faults:
            found.add(name, sentence, _RESTORE)
        if not was_open:
            self._sessions.close(audit_id)
        self._check_previous(audit_id, name, found, is_whole=not faults)

    def _faults(self, audit_id: AuditId) -> Iterator[str]:
        """Yield what is wrong with an audit that can be opened, in each state that was signed."""
        number = first_fault(self.history(audit_id))
        if number is not None:
            yield _("Line {number} of the history is not what was written.").format(number=number)
        if self._sessions.get(audit_id).has_broken_merges:
            yield _("The lines of history that came from another computer are not what came.")
        yield from self.signing_faults(audit_id)

    def _check_previous(
        self, audit_id: AuditId, name: str, found: _Findings, *, is_whole: bool
    ) -> None:
        place = self._vault.place_of(audit_id)
        found.count(previous=place.previous.exists())
        try:
            is_damaged = self._repository.has_damaged_copy(audit_id)
        except AuditAppError:
            is_damaged = True
        if is_damaged and is_whole:
            found.add(
                name,
                _("The audit is whole, but the copy saved before the last change cannot be read."),
                _("The next change puts a good one in its place."),
                is_fault=False,
            )

    # Beside the audits

    def _check_logbook(self, found: _Findings) -> None:
        found.count(
            log_pages=len(self._vault.log_page_numbers()), log_lines=len(self._logbook.entries())
        )
        for fault in self._logbook.faults():
            found.add(
                _("Logbook"),
                fault,
                _("Ask whoever looks after this computer what happened. No audit is affected."),
            )

    def _check_list(self, found: _Findings) -> None:
        about = _("List of audits")
        if self._repository.is_list_damaged():
            found.add(about, _("Its file is damaged."), _("It is made again at the next start."))
        if self._repository.was_left_open:
            found.add(
                about,
                _("The program did not end in order the last time, so the list was compared with "
                  "the audits."),
                is_fault=False,
            )  # fmt: skip
        names = {row["id"]: row["case_reference"] for row in self._repository.rows()}
        for audit_id in self._repository.adopted:
            found.add(
                f"{names.get(audit_id, '')} ({audit_id})",
                _("This audit was in the folder and not on the list. It was put on the list."),
                is_fault=False,
            )
        for audit_id in sorted(self._repository.unknown_ids()):
            found.add(
                audit_id,
                _("A file of an audit that the list does not know, and that cannot be read."),
                _("If it should be here, restore it from a backup. The file has been left alone."),
            )

    def _check_figures(self, names: Collection[str], found: _Findings) -> None:
        about = _("Figures of deleted audits")
        erased = ErasedAudits(self._vault)
        try:
            found.count(figures=len(erased.read(names)))
        except AuditAppError as error:
            found.add(about, str(error), error.remedy)
        for problem in erased.problems:
            found.add(about, problem, _("No audit is affected."))

    def _check_digests(self, found: _Findings) -> None:
        for name in self._repository.digests.damaged():
            found.add(
                name,
                _("What is read across audits is damaged here. No audit is affected."),
                _("It is made again from the audits when it is wanted."),
                is_fault=False,
            )

    def _check_ledgers(self, found: _Findings) -> None:
        """Open each ledger, follow its history, and look at its save before the last."""
        about = _("Rounds and registers")
        for ledger_id in self._ledgers.all_ids():
            found.count(ledgers=1)
            try:
                session = self._ledgers.get(ledger_id)
            except AuditAppError as error:
                found.add(about, str(error), error.remedy)
                continue
            found.count(ledger_lines=len(session.history))
            if session.fault is not None:
                words = _("Line {number} of the history is not what was written.")
                found.add(about, words.format(number=session.fault), _("Restore a backup."))
            if self._repository.ledgers.has_damaged_copy(ledger_id):
                found.add(
                    about,
                    _("It is whole, but the copy saved before the last change cannot be read."),
                    _("The next change puts a good one in its place."),
                    is_fault=False,
                )

    def _check_keys(self, found: _Findings) -> None:
        unfit = unfit_key_files(self._vault)
        found.count(key_files=_KEY_FILES - len(unfit))
        for name in unfit:
            found.add(
                name,
                _("This file does not hold the key of these audits."),
                _("Close the program and open it again: the other key file is put in its place, "
                  "unless this one belongs to other audits. Then move it to them."),
            )  # fmt: skip

    def _check_folder(self, names: dict[str, str], found: _Findings) -> None:
        if self._vault.is_disk_full:
            found.add(
                _("Reserve"),
                _("The reserve for a full disk is missing."),
                _("Free some space, then open the program again."),
            )
        for name in misnamed_files(self._vault):
            found.add(
                name,
                _("A copy of an audit under a name that the program does not know."),
                _("Find out what copies files in this folder and stop it. Then move the copy."),
            )
        for file in files_aside(self._vault):
            words = (
                _("A damaged file that was put aside: {what}.")
                if file.is_damaged
                else _("What was here before a backup or a package took its place: {what}.")
            )
            found.add(
                file.name,
                words.format(what=_what(file, names)),
                _("Keep it until nobody needs it any more."),
                is_fault=False,
            )
        for name in files_left_over(self._vault):
            found.add(
                name,
                _("This is left from restoring, or from sealing everything anew."),
                _("It goes when the audits are unlocked next."),
                is_fault=False,
            )

    def _add_place_warnings(self, found: _Findings) -> None:
        """Say what endangers the folder: nothing in it is broken by that."""
        for warning in self.place_warnings():
            found.add("", f"{warning.title}.", warning.text, is_fault=False)


_RESTORE = _("Compare it with a report that you gave away, or restore this audit from a backup.")


def _what(file: FoundFile, names: dict[str, str]) -> str:
    """Say what a file that was put aside was."""
    if file.kind is FileKind.AUDIT and file.audit_id in names:
        return _("the audit {reference}").format(reference=names[file.audit_id])
    return {
        FileKind.AUDIT: _("an audit that is not on the list"),
        FileKind.LIST: _("the list of audits"),
        FileKind.KEYS: _("the keys"),
        FileKind.LOGBOOK: _("a page of the logbook"),
        FileKind.FIGURES: _("the figures of a deleted audit"),
        FileKind.LEDGER: _("a round or the registers"),
        FileKind.DRAFT_FRONT: _("the front sheet of an audit that was not started yet"),
        FileKind.OTHER: _("of an unknown kind"),
    }[file.kind]
