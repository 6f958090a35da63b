# SPDX-License-Identifier: MPL-2.0
"""Make the reports of every kind, of one audit and of several, and record that they went out.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. What each kind is for
stands in ``auditapp.report_kinds``.
"""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.choosing_operations import ChoosingOperations, ChosenAudits
from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.personal_findings import find_personal
from auditapp.model.edits import Author
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.logbook import LogKind
from auditapp.papers import Progress, never, require_outside_store
from auditapp.report_kinds import KINDS, ReportKind
from auditapp.report_orders import PLAIN_COPY, ReportAcross, ReportCopy, ReportOfOne
from auditapp.report_protection import Protection, protection_of
from auditapp.signing_session import SigningSession

if TYPE_CHECKING:  # reports are made late
    from auditapp.report.across_frame import AcrossOptions
    from auditapp.report.document import ReportDocument


class ReportOperations(ChoosingOperations):
    """Preview and save reports of every kind."""

    # Of one audit

    def left_out(self, wanted: ReportOfOne) -> tuple[str, ...]:
        """Return what an audit holds and the report of this kind does not, each in a few words.

        Raises:
            NotAllowedError: There is no such signed version.
        """
        from auditapp.report.left_out import left_out  # noqa: PLC0415 - reports are made late

        with self._lock:
            state = self._sessions.get(wanted.audit_id).state(wanted.signed)
        return left_out(wanted.kind, state)

    def preview_report(
        self,
        wanted: ReportOfOne,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
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
        from auditapp.report.kinds import report_of  # noqa: PLC0415 - reports are made late
        from auditapp.report.laying_out import laid_out  # noqa: PLC0415 - as above

        with self._lock:
            session = self._sessions.get(wanted.audit_id)
            state, names = session.state(wanted.signed), session.beside.names
        options = self._report_options(names, copy)
        document = laid_out(report_of(wanted.kind, state, options), options.report.layout)
        return self._rendered(document, [state], names, copy, report_progress, is_cancelled)

    def export_report(
        self,
        wanted: ReportOfOne,
        path: Path,
        by: Author,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
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
        from auditapp.report.saving import save_report  # noqa: PLC0415 - reports are made late

        require_outside_store(self.paths, path)
        protection = protection_of(copy, by.name, self.clock())
        contents = self.preview_report(
            wanted, copy=copy, report_progress=report_progress, is_cancelled=is_cancelled
        )
        contents = protection.protected(contents)
        words = _export_words(wanted.kind, contents, protection, wanted.signed)
        with self._lock:
            session = self._session_if_unlocked(wanted.audit_id)
            save_report(contents, path)
            noted = words if copy.is_shared else _with_findings(session, words)
            session.note_event(HistoryKind.EXPORTED, by, noted)
            self._log(LogKind.REPORT_EXPORTED, words, wanted.audit_id)

    def record_print(self, audit_id: AuditId, by: Author, pages: int) -> None:
        """Record that pages of the report of an audit were sent to a printer: that is an export.

        Raises:
            NotAllowedError: The workspace was locked meanwhile.
            SaveFailedError: It could not be recorded.
        """
        words = ngettext("print, {count} page", "print, {count} pages", pages).format(count=pages)
        with self._lock:
            session = self._session_if_unlocked(audit_id)
            session.note_event(HistoryKind.EXPORTED, by, _with_findings(session, words))
            self._log(LogKind.REPORT_EXPORTED, words, audit_id)

    # Of several

    def preview_across(
        self,
        wanted: ReportAcross,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> bytes:
        """Return a report about the chosen audits as a file in memory.

        Raises:
            NotAllowedError: The kind is not made of several audits, or none was chosen.
            ReportError: It could not be made.
        """
        chosen = self.choose_audits(wanted.selection, is_cancelled=is_cancelled)
        return self._render_across(wanted, chosen, copy, report_progress, is_cancelled)

    def export_across(
        self,
        wanted: ReportAcross,
        path: Path,
        *,
        copy: ReportCopy = PLAIN_COPY,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
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
        from auditapp.report.saving import save_report  # noqa: PLC0415 - reports are made late

        require_outside_store(self.paths, path)
        protection = protection_of(copy, self._me().name, self.clock())
        chosen = self.choose_audits(wanted.selection, is_cancelled=is_cancelled)
        contents = self._render_across(wanted, chosen, copy, report_progress, is_cancelled)
        contents = protection.protected(contents)
        words = _export_words(wanted.kind, contents, protection)
        count = len(chosen.states)
        audits = ngettext("{count} audit", "{count} audits", count).format(count=count)
        with self._lock:
            self._require_unlocked()
            save_report(contents, path)
            self._log(LogKind.REPORT_EXPORTED, f"{words}, {audits}")
            if _holds_words(wanted.kind, copy):
                self._note_exports([state.audit.id for state in chosen.states], words)
        return count

    # Inside

    def _report_options(self, names: Sequence[str], copy: ReportCopy) -> "AcrossOptions":
        from auditapp.report.across_frame import AcrossOptions  # noqa: PLC0415 - as above
        from auditapp.report.audit_frame import ReportOptions  # noqa: PLC0415 - as above

        choices = self._layouts.in_use(self._note).over(self.settings())
        report = ReportOptions(choices.marking, choices.organisation, choices.layout)
        return AcrossOptions(report, self.clock(), copy.is_shared, tuple(names))

    def _render_across(
        self,
        wanted: ReportAcross,
        chosen: ChosenAudits,
        copy: ReportCopy,
        report_progress: Progress | None,
        is_cancelled: Callable[[], bool],
    ) -> bytes:
        from auditapp.report.kinds import report_across  # noqa: PLC0415 - as above
        from auditapp.report.laying_out import laid_out  # noqa: PLC0415 - as above

        states, names = chosen.states, chosen.names
        options = self._report_options(names, copy)
        made = report_across(wanted.kind, states, options, len(chosen.unreadable))
        document = laid_out(made, options.report.layout)
        return self._rendered(document, states, names, copy, report_progress, is_cancelled)

    def _rendered(
        self,
        document: "ReportDocument",
        states: Sequence[AuditState],
        names: Sequence[str],
        copy: ReportCopy,
        report_progress: Progress | None,
        is_cancelled: Callable[[], bool],
    ) -> bytes:
        """Return the file of a report about some audits, in which ``names`` must not appear."""
        from auditapp.report.shared_copy import mask_of, shared_copy  # noqa: PLC0415 - as above
        from auditapp.report.worker import render_in_process  # noqa: PLC0415 - as above

        if copy.is_shared:
            document = shared_copy(document, mask_of(states, names, self._vault.code_of))
        return render_in_process(
            document,
            report_format=copy.format,
            progress=report_progress,
            is_cancelled=is_cancelled,
        )

    def _note_exports(self, audit_ids: Sequence[AuditId], words: str) -> None:
        for audit_id in audit_ids:
            was_open = self._sessions.is_open(audit_id)
            self._sessions.get(audit_id).note_event(HistoryKind.EXPORTED, self._me(), words)
            if not was_open:
                self._sessions.close(audit_id)


def _holds_words(kind: ReportKind, copy: ReportCopy) -> bool:
    """Tell whether words of the audits are in a report of several, and not only figures."""
    if kind is ReportKind.SUMMARY:
        return not copy.is_shared  # else it quotes what people said
    return kind is not ReportKind.LEARNING


def _export_words(
    kind: ReportKind, contents: bytes, protection: Protection, signed: int | None = None
) -> str:
    """Return what a line of the history says of an export: format, fingerprint, what, to whom."""
    copy = protection.copy
    words = f"{copy.format} {sha256(contents).hexdigest()}"
    if kind is not ReportKind.AUDIT:
        words += f", {KINDS[kind].name}"
    if signed is not None:
        words += _(", signed version {number}").format(number=signed)
    if copy.is_shared:
        words += _(", without names")
    words += protection.words
    if copy.recipient:
        words += _(", for {recipient}").format(recipient=copy.recipient)
    return words


def _with_findings(session: SigningSession, detail: str) -> str:
    """Return ``detail`` of an export with the number of places that may tell who somebody is."""
    count = len(find_personal(session.audit, session.beside.names))
    words = ngettext("{count} possible personal detail", "{count} possible personal details", count)
    return f"{detail}; {words.format(count=count)}" if count else detail
