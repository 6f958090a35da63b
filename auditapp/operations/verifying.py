# SPDX-License-Identifier: MPL-2.0
"""Compare a file with the reports that went out, and with what was signed off.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from auditapp.errors import NotAllowedError, StoreError, reason_of
from auditapp.exports.checks import MOST_BYTES, CheckedFile, FileState, digests_in, version_shown
from auditapp.files import read_bytes
from auditapp.i18n import _
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.moment_words import moment_words
from auditapp.listing import AuditRow
from auditapp.long_work import IsCancelled, never
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.logbook import LogEntry, LogKind
from auditapp.operations.audit import AuditOperations

_DIGEST_LENGTH: Final = 64


class VerifyingOperations(AuditOperations):
    """Say of a file whether it is the report that was signed off."""

    def verify_file(self, path: Path, *, is_cancelled: IsCancelled = never) -> CheckedFile:
        """Say what a file is. Nothing is changed, and nothing of the file is kept.

        Raises:
            NotAllowedError: It cannot be read, is far too large, or the person stopped it.
        """
        contents = _contents(path)
        digest = sha256(contents).hexdigest()
        line = self._line_of(digest)
        if line is not None and not line.audit_id:
            return CheckedFile(FileState.SEVERAL, digest, words=_words(line))
        rows = {row.id: row for row in self.audits()}
        if line is not None:
            return self._known(line, digest, rows.get(AuditId(line.audit_id)))
        named = digests_in(contents)
        for row in rows.values():
            if is_cancelled():
                raise NotAllowedError(_("The check was stopped."), _("Nothing was changed."))
            found = self._in_audit(row, digest, named)
            if found is not None:
                return found
        return CheckedFile(FileState.UNKNOWN, digest)

    def _line_of(self, digest: str) -> LogEntry | None:
        """Return the line of the logbook about an export with this fingerprint."""
        exports = (each for each in self.logbook() if each.kind is LogKind.REPORT_EXPORTED)
        return next((each for each in exports if digest in each.detail), None)

    def _known(self, line: LogEntry, digest: str, row: AuditRow | None) -> CheckedFile:
        audit_id = AuditId(line.audit_id)
        if row is None:  # it was deleted since, and its history with it
            return CheckedFile(FileState.GONE, digest, audit_id, words=_words(line))
        found = self._in_audit(row, digest, frozenset())
        return found or CheckedFile(FileState.UNKNOWN, digest)

    def _in_audit(self, row: AuditRow, digest: str, named: frozenset[str]) -> CheckedFile | None:
        """Look for a fingerprint among the exports of an audit, then among its sign-offs."""
        try:
            history, states = self._signed_states(row.id)
        except StoreError:
            return None  # it is told wherever the audit is listed
        export = _export_of(history, digest)
        if export is not None:
            version = version_shown(history, export)
            state = FileState.SIGNED if version else FileState.DRAFT
            return _about(CheckedFile(state, digest, words=_words(export)), row, version, states)
        for each in states:
            signed = each.audit.sign_off
            if signed is not None and signed.content_hash in named:
                claimed = CheckedFile(FileState.CLAIMED, digest)
                return _about(claimed, row, each.number, states)
        return None

    def _signed_states(self, audit_id: AuditId) -> tuple[list[HistoryEntry], list[AuditState]]:
        """Return the history of an audit and each of its states; it is closed if it was."""
        with self._lock:
            self._require_unlocked()
            was_open = self._sessions.is_open(audit_id)
            session = self._sessions.get(audit_id)
            now = session.state()
            history, states = list(session.history), [*now.earlier, now]
            if not was_open:
                self._sessions.close(audit_id)
        return history, states


def _about(
    found: CheckedFile, row: AuditRow, version: int, states: Sequence[AuditState]
) -> CheckedFile:
    """Return what was found out with the audit that it is about, and what became of that."""
    signed = [each.number for each in states if each.audit.sign_off is not None]
    return replace(
        found,
        audit_id=row.id,
        reference=row.case_reference,
        version=version,
        newest=max(signed, default=0),
        is_being_amended=bool(signed) and states[-1].audit.is_draft,
    )


def _contents(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NotAllowedError(
                _("This file is far too large for a report."), _("Choose the file of a report.")
            )
        return read_bytes(path)
    except OSError as error:
        raise NotAllowedError(
            _("This file cannot be read: {reason}.").format(reason=reason_of(error)),
            _("See that it is there and that you may open it."),
        ) from error


def _export_of(history: Iterable[HistoryEntry], digest: str) -> HistoryEntry | None:
    exports = (each for each in history if each.kind is HistoryKind.EXPORTED)
    return next((each for each in exports if digest in each.detail), None)


def _words(line: HistoryEntry | LogEntry) -> str:
    """Return when it was saved, by whom, and as what, without the fingerprint."""
    kind, _space, rest = line.detail.partition(" ")
    what = kind + rest[_DIGEST_LENGTH:]
    words = _("Saved on {when} by {who}: {what}.")
    return words.format(when=moment_words(line.at), who=line.by, what=what)
