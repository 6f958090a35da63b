# SPDX-License-Identifier: MPL-2.0
"""Make the reports of every kind, of one audit and of several, and record that they went out.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. What each kind is for
stands in ``auditapp.model.report_kinds``.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.exports.orders import PLAIN_COPY, ReportAcross, ReportCopy, ReportOfOne
from auditapp.exports.protection import Protection
from auditapp.exports.words import export_words, holds_words, print_words, with_findings
from auditapp.file_names import report_file_name
from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.edits import Author
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.logbook import LogKind
from auditapp.model.report_kinds import KINDS, ReportKind
from auditapp.operations.linked import LinkedOperations
from auditapp.operations.rendering import RenderingOperations
from auditapp.sessions.signing_session import SigningSession

if TYPE_CHECKING:  # reports are made late
    from auditapp.report.across.frame import AcrossOptions
    from auditapp.report.document import ReportDocument


class ReportOperations(LinkedOperations, RenderingOperations):
    """Preview and save reports of every kind."""

    # Of one audit

    def left_out(self, wanted: ReportOfOne) -> tuple[str, ...]:
        """Return what an audit holds and the report of this kind does not, each in a few words.

        Raises:
            NotAllowedError: There is no such signed version.
        """
        from auditapp.report.audit.left_out import left_out  # noqa: PLC0415 - reports are made late

        with self._lock:
            state = self._sessions.get(wanted.audit_id).state(wanted.signed)
        return left_out(wanted.kind, state)

    def report_name(self, wanted: ReportOfOne, copy: ReportCopy = PLAIN_COPY) -> str:
        """Suggest the name of a file; that of a copy to be shared has a code for the case.

        Raises:
            NotAllowedError: There is no such signed version.
        """
        with self._lock:
            audit = self._sessions.get(wanted.audit_id).state(wanted.signed).audit
        reference = audit.front.case_reference
        if copy.is_shared:
            reference = _("Case {code}").format(code=self._vault.code_of(reference))
        at = audit.sign_off.at if audit.sign_off else self.clock()
        return report_file_name(reference, at.astimezone().date(), copy.format, wanted.kind)

    def preview_report(
        self,
        wanted: ReportOfOne,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> bytes:
        """Return a report about one audit as a file in memory. Nothing is written or recorded.

        Args:
            wanted: which report, of which audit.
            copy: as what it goes out.
            report_progress: is told how much is done, and of how much.
            is_cancelled: asked many times a second whether to give up.

        Raises:
            NotAllowedError: The kind cannot be made of this audit, or there is no such version.
            ReportError: It could not be made.
        """
        from auditapp.report.layouts.laying_out import laid_out  # noqa: PLC0415 - reports are made late

        with self._lock:
            session = self._sessions.get(wanted.audit_id)
            state, names = session.state(wanted.signed), session.beside.names
        states: tuple[AuditState, ...] = (state,)
        if KINDS[wanted.kind].is_of_two_audits:
            linked = self.linked_audits(wanted.audit_id)
            states, names = (linked.first, linked.second), linked.names
        options = self._report_options(names, copy)
        document = laid_out(_report(wanted.kind, states, options), options.report.layout)
        return self._rendered(document, states, names, copy, report_progress, is_cancelled)

    def export_report(
        self,
        wanted: ReportOfOne,
        path: Path,
        by: Author,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> None:
        """Write a report about one audit, whole or not at all, and record the export.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            NotAllowedError: As ``preview_report``, the password will not do, or the workspace was
                locked meanwhile; nothing is left behind.
            ReportError: It could not be made or written; nothing is left behind.
            SignatureError: It could not be sealed; nothing is left behind.
            SaveFailedError: The report is there, but could not be recorded.
        """
        protection = self._protection_for(path, copy, by.name)
        contents = self._made(wanted, protection, report_progress, is_cancelled)
        self._hand_out(wanted, contents, path, by, protection)

    def record_print(self, wanted: ReportOfOne, by: Author, pages: int) -> None:
        """Record that pages of a report of an audit were sent to a printer: that is an export.

        Raises:
            NotAllowedError: The workspace was locked meanwhile.
            SaveFailedError: It could not be recorded.
        """
        words = print_words(wanted.kind, pages, signed=wanted.signed)
        with self._lock:
            session = self._session_if_unlocked(wanted.audit_id)
            self._record_of_one(wanted, session, by, words, is_shared=False)

    # Of several

    def preview_across(
        self,
        wanted: ReportAcross,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> bytes:
        """Return a report about the chosen audits as a file in memory.

        Raises:
            NotAllowedError: The kind is not made of several audits, or none was chosen.
            ReportError: It could not be made.
        """
        made = self._made_across(wanted, copy, is_cancelled)
        return self._rendered(
            made.document, made.states, made.names, copy, report_progress, is_cancelled
        )

    def export_across(
        self,
        wanted: ReportAcross,
        path: Path,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> int:
        """Write a report about the chosen audits, and record that in the logbook.

        Where words of the audits are in it, each audit records the export as well.

        Returns:
            How many audits it is made of.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            NotAllowedError: As ``preview_across``, the password will not do, or the workspace was
                locked meanwhile.
            ReportError: It could not be made or written; nothing is left behind.
            SignatureError: It could not be sealed; nothing is left behind.
            SaveFailedError: The report is there, but could not be recorded.
        """
        protection = self._protection_for(path, copy, self._me().name)
        made = self._made_across(wanted, copy, is_cancelled)
        contents = self._rendered(
            made.document, made.states, made.names, copy, report_progress, is_cancelled
        )
        contents = protection.protected(contents)
        words = export_words(wanted.kind, contents, copy, protected=protection.words)
        record = partial(self._record_across, wanted.kind, made.audits, copy, words)
        self._write_out(contents, path, record)
        return len(made.audits)

    def record_print_across(
        self, wanted: ReportAcross, pages: int, copy: ReportCopy = PLAIN_COPY
    ) -> None:
        """Record that pages of a report about the chosen audits were sent to a printer.

        Raises:
            NotAllowedError: The workspace was locked meanwhile.
            SaveFailedError: It could not be recorded.
        """
        audits = self.count_across(self.selection_for(wanted)).audits
        with self._lock:
            self._require_unlocked()
            self._record_across(wanted.kind, audits, copy, print_words(wanted.kind, pages, copy))

    def report_name_across(self, kind: ReportKind, copy: ReportCopy = PLAIN_COPY) -> str:
        """Suggest the name of a file for a report about several audits."""
        return report_file_name("", self.clock().astimezone().date(), copy.format, kind)

    # Inside

    def _made(
        self,
        wanted: ReportOfOne,
        protection: Protection,
        report_progress: ReportProgress | None,
        is_cancelled: IsCancelled,
    ) -> bytes:
        """Return the file of a report about one audit as it goes out."""
        contents = self.preview_report(
            wanted, copy=protection.copy, report_progress=report_progress, is_cancelled=is_cancelled
        )
        return protection.protected(contents)

    def _hand_out(
        self, wanted: ReportOfOne, contents: bytes, path: Path, by: Author, protection: Protection
    ) -> None:
        """Write the file of a report about one audit, and record that it went out."""
        copy = protection.copy
        words = export_words(wanted.kind, contents, copy, wanted.signed, protection.words)
        with self._lock:
            session = self._session_if_unlocked(wanted.audit_id)
            record = partial(
                self._record_of_one, wanted, session, by, words, is_shared=copy.is_shared
            )
            self._write_out(contents, path, record)

    def _record_of_one(
        self,
        wanted: ReportOfOne,
        session: SigningSession,
        by: Author,
        words: str,
        *,
        is_shared: bool,
    ) -> None:
        """Record that a report about one audit went out, in its history and in the logbook."""
        noted = words
        if not is_shared:
            audit = session.state(wanted.signed).audit
            noted = with_findings(words, audit, session.beside.names)
        session.note_event(HistoryKind.EXPORTED, by, noted)
        self._note_in_first(wanted, words)
        self._log(LogKind.REPORT_EXPORTED, words, wanted.audit_id)

    def _note_in_first(self, wanted: ReportOfOne, words: str) -> None:
        """Record an export in the audit beside which the one that is named was laid as well."""
        if KINDS[wanted.kind].is_of_two_audits:
            first = self.linked_audits(wanted.audit_id).first
            self._note_exports([first.audit.id], words)

    def _record_across(
        self, kind: ReportKind, audit_ids: Sequence[AuditId], copy: ReportCopy, words: str
    ) -> None:
        count = len(audit_ids)
        audits = ngettext("{count} audit", "{count} audits", count).format(count=count)
        self._log(LogKind.REPORT_EXPORTED, f"{words}, {audits}")
        if holds_words(kind, copy):
            self._note_exports(audit_ids, words)

    def _note_exports(self, audit_ids: Sequence[AuditId], words: str) -> None:
        for audit_id in audit_ids:
            was_open = self._sessions.is_open(audit_id)
            self._sessions.get(audit_id).note_event(HistoryKind.EXPORTED, self._me(), words)
            if not was_open:
                self._sessions.close(audit_id)


def _report(
    kind: ReportKind, states: Sequence[AuditState], options: "AcrossOptions"
) -> "ReportDocument":
    """Return the report of a kind about one audit, or about two of one case."""
    from auditapp.report.kinds import report_of, report_of_two  # noqa: PLC0415 - made late

    if KINDS[kind].is_of_two_audits:
        first, second = states
        return report_of_two(kind, first, second, options)
    return report_of(kind, states[0], options)
