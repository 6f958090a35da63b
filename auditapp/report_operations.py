# SPDX-License-Identifier: MPL-2.0
"""Make the reports of every kind, of one audit and of several, and record that they went out.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. What each kind is for
stands in ``auditapp.report_kinds``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.audit_operations import AuditOperations, with_findings
from auditapp.errors import NotAllowedError, StoreError
from auditapp.i18n import _, ngettext
from auditapp.insight.judged_audits import day_of
from auditapp.insight.selection import Selection
from auditapp.judgement.audit_states import AuditState
from auditapp.listing import AuditRow
from auditapp.model.audit import AuditStatus
from auditapp.model.edits import Author
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.logbook import LogKind
from auditapp.papers import Progress, never, require_outside_store
from auditapp.report_kinds import KINDS, ReportKind

if TYPE_CHECKING:  # reports are made late
    from auditapp.report.across_frame import AcrossOptions


@dataclass(frozen=True, slots=True)
class ReportOfOne:
    """Ask for a report about one audit.

    ``signed`` is the number of a signed version, 1 for the original; None is what it is now.
    """

    kind: ReportKind
    audit_id: AuditId
    signed: int | None = None


@dataclass(frozen=True, slots=True)
class ReportAcross:
    """Ask for a report about the audits that ``selection`` takes.

    One that ``is_shared`` leaves the service: it hides small numbers, and says of no words of a
    case whose they are.
    """

    kind: ReportKind
    selection: Selection
    is_shared: bool = False

    @property
    def holds_words(self) -> bool:
        """Tell whether words of the audits are in it, and not only figures."""
        if self.kind is ReportKind.SUMMARY:
            return not self.is_shared  # else it quotes what people said
        return self.kind is not ReportKind.LEARNING


@dataclass(frozen=True, slots=True)
class ChosenAudits:
    """Hold the audits that a selection takes, the oldest first.

    ``names`` are those that must not appear, of all of them; ``unreadable`` are audits that might
    have been among them, and could not be opened.
    """

    states: tuple[AuditState, ...]
    names: tuple[str, ...]
    unreadable: tuple[AuditId, ...]


class ReportOperations(AuditOperations):
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

    def preview_kind(
        self,
        wanted: ReportOfOne,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> bytes:
        """Return the report of a kind about one audit as a PDF in memory. Nothing is recorded.

        Raises:
            NotAllowedError: The kind cannot be made of this audit, or there is no such version.
            ReportError: It could not be made.
        """
        from auditapp.report.kinds import report_of  # noqa: PLC0415 - reports are made late
        from auditapp.report.worker import render_in_process  # noqa: PLC0415 - as above

        with self._lock:
            session = self._sessions.get(wanted.audit_id)
            state, names = session.state(wanted.signed), session.beside.names
        document = report_of(wanted.kind, state, self._report_options(names))
        return render_in_process(document, progress=report_progress, is_cancelled=is_cancelled)

    def export_kind(
        self,
        wanted: ReportOfOne,
        path: Path,
        by: Author,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> None:
        """Write the report of a kind about one audit, whole or not at all, and record the export.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            NotAllowedError: As ``preview_kind``, or the workspace was locked meanwhile; nothing is
                left behind.
            ReportError: It could not be made or written; nothing is left behind.
            SaveFailedError: The report is there, but could not be recorded.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - reports are made late

        require_outside_store(self.paths, path)
        contents = self.preview_kind(
            wanted, report_progress=report_progress, is_cancelled=is_cancelled
        )
        words = _export_words(wanted.kind, contents)
        if wanted.signed is not None:
            words += _(", signed version {number}").format(number=wanted.signed)
        with self._lock:
            session = self._session_if_unlocked(wanted.audit_id)
            save_report(contents, path)
            session.note_event(HistoryKind.EXPORTED, by, with_findings(session, words))

    # Of several

    def choose_audits(
        self,
        selection: Selection,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> ChosenAudits:
        """Read the audits that a selection takes.

        An audit whose amendment is open counts as it was signed last, unless drafts are wanted.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
        """
        rows = [row for row in self.audits() if selection.may_take(row.id, row.team)]
        states, unreadable = [], []
        names: dict[str, None] = {}
        for number, row in enumerate(rows, start=1):
            if is_cancelled():
                raise NotAllowedError(_("The report was stopped."), _("Nothing was changed."))
            try:
                found = self._state_chosen(row, selection)
            except StoreError:
                unreadable.append(row.id)
                continue
            if found is not None:
                states.append(found[0])
                names.update(dict.fromkeys(found[1]))
            if report_progress is not None:
                report_progress(number, len(rows))
        states.sort(key=lambda state: (day_of(state), state.audit.id))
        return ChosenAudits(tuple(states), tuple(names), tuple(unreadable))

    def preview_across(
        self,
        wanted: ReportAcross,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> bytes:
        """Return the report of a kind about the chosen audits as a PDF in memory.

        Raises:
            NotAllowedError: The kind is not made of several audits, or none was chosen.
            ReportError: It could not be made.
        """
        chosen = self.choose_audits(wanted.selection, is_cancelled=is_cancelled)
        return self._render_across(wanted, chosen, report_progress, is_cancelled)

    def export_across(
        self,
        wanted: ReportAcross,
        path: Path,
        *,
        report_progress: Progress | None = None,
        is_cancelled: Callable[[], bool] = never,
    ) -> int:
        """Write the report of a kind about the chosen audits, and record that in the logbook.

        Where words of the audits are in it, each audit records the export as well.

        Returns:
            How many audits it is made of.

        Raises:
            UnsafePathError: ``path`` is where the audits themselves are kept.
            NotAllowedError: As ``preview_across``, or the workspace was locked meanwhile.
            ReportError: It could not be made or written; nothing is left behind.
            SaveFailedError: The report is there, but could not be recorded.
        """
        from auditapp.report.saving import save_report  # noqa: PLC0415 - reports are made late

        require_outside_store(self.paths, path)
        chosen = self.choose_audits(wanted.selection, is_cancelled=is_cancelled)
        contents = self._render_across(wanted, chosen, report_progress, is_cancelled)
        words = _export_words(wanted.kind, contents)
        count = len(chosen.states)
        audits = ngettext("{count} audit", "{count} audits", count).format(count=count)
        with self._lock:
            self._require_unlocked()
            save_report(contents, path)
            self._log(LogKind.REPORT_EXPORTED, f"{words}, {audits}")
            if wanted.holds_words:
                self._note_exports([state.audit.id for state in chosen.states], words)
        return count

    # Inside

    def _report_options(self, names: Sequence[str], *, is_shared: bool = False) -> "AcrossOptions":
        from auditapp.report.across_frame import AcrossOptions  # noqa: PLC0415 - as above
        from auditapp.report.audit_frame import ReportOptions  # noqa: PLC0415 - as above

        settings = self.settings()
        report = ReportOptions(marking=settings.marking, organisation=settings.organisation)
        return AcrossOptions(report, self.clock(), is_shared, tuple(names))

    def _render_across(
        self,
        wanted: ReportAcross,
        chosen: ChosenAudits,
        report_progress: Progress | None,
        is_cancelled: Callable[[], bool],
    ) -> bytes:
        from auditapp.report.kinds import report_across  # noqa: PLC0415 - as above
        from auditapp.report.worker import render_in_process  # noqa: PLC0415 - as above

        options = self._report_options(chosen.names, is_shared=wanted.is_shared)
        document = report_across(wanted.kind, chosen.states, options, len(chosen.unreadable))
        return render_in_process(document, progress=report_progress, is_cancelled=is_cancelled)

    def _state_chosen(
        self, row: AuditRow, selection: Selection
    ) -> tuple[AuditState, Sequence[str]] | None:
        """Read one audit, which is left closed if it was closed; None if it is not chosen."""
        wants_signed = not selection.has_drafts
        if wants_signed and row.status is AuditStatus.DRAFT and not row.amendment:
            return None
        with self._lock:
            self._require_unlocked()
            was_open = self._sessions.is_open(row.id)
            session = self._sessions.get(row.id)
            state, names = session.state(), session.beside.names
            if not was_open:
                self._sessions.close(row.id)
        if wants_signed and state.audit.is_draft:
            state = state.earlier[-1]
        checklists = [pin.id for pin in state.audit.checklists]
        return (state, names) if selection.takes(day_of(state), checklists) else None

    def _note_exports(self, audit_ids: Sequence[AuditId], words: str) -> None:
        for audit_id in audit_ids:
            was_open = self._sessions.is_open(audit_id)
            self._sessions.get(audit_id).note_event(HistoryKind.EXPORTED, self._me(), words)
            if not was_open:
                self._sessions.close(audit_id)


def _export_words(kind: ReportKind, contents: bytes) -> str:
    """Return what a line of the history says of an export: format, fingerprint and kind."""
    return f"pdf {sha256(contents).hexdigest()}, {KINDS[kind].name}"
