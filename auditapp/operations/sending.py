# SPDX-License-Identifier: MPL-2.0
"""Send audits to another workspace in a sealed package.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from auditapp.errors import AuditDamagedError, NotAllowedError, StoppedError, reason_of
from auditapp.exchange import contents, packing, refusals
from auditapp.exchange.contents import Package, PackagedAudit, Sender
from auditapp.exchange.incoming import SavedPackage
from auditapp.exchange.plans import PACKAGE, reference
from auditapp.exchange.sealed_package import make_code, seal_package
from auditapp.exports.papers import require_outside_store
from auditapp.files import write_atomically
from auditapp.i18n import _, ngettext
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.chain import first_fault
from auditapp.model.exchange import Purpose
from auditapp.model.history import HistoryKind
from auditapp.model.ids import AuditId
from auditapp.model.labels import label
from auditapp.model.logbook import LogKind
from auditapp.operations.audit import AuditOperations
from auditapp.sessions.signing_session import SigningSession


class SendingOperations(AuditOperations):
    """Save packages of audits."""

    def export_package(
        self,
        audit_ids: Sequence[AuditId],
        path: Path,
        purpose: Purpose,
        *,
        recipient: str = "",
        report_progress: ReportProgress | None = None,
        is_cancelled: IsCancelled = never,
    ) -> SavedPackage:
        """Save audits as one sealed file, whole or not at all, and record that they went out.

        Args:
            audit_ids: The audits, each once.
            path: The file; one that is there is replaced.
            purpose: What it is for, which decides what of an audit is in it.
            recipient: Whom it is for; kept with the record.
            report_progress: Is told how many audits are read, and of how many.
            is_cancelled: Asked before each audit, and before anything is recorded.

        Returns:
            The code that opens the file, which is kept nowhere: read it out over the telephone.

        Raises:
            NotAllowedError: No audit was chosen, one may not go out for this, or one changed.
            AuditDamagedError: One is not what was written; it must not be passed on.
            UnsafePathError: ``path`` is where the audits themselves are kept.
            SaveFailedError: It could not be recorded; there is no file.
            PackageError: The file could not be written.
            StoppedError: The person stopped it; nothing was recorded, and there is no file.
        """
        require_outside_store(self.paths, path)
        _require_each_once(audit_ids)
        packed, stamps = self._pack_all(audit_ids, purpose, report_progress, is_cancelled)
        saved, file = self._sealed(packed, purpose)
        with self._lock:
            self._require_sendable(stamps, is_cancelled)
            self._record_sending(audit_ids, purpose, saved.digest, recipient)
            _write(path, file)
        return saved

    def _pack_all(
        self,
        audit_ids: Sequence[AuditId],
        purpose: Purpose,
        report_progress: ReportProgress | None,
        is_cancelled: IsCancelled,
    ) -> tuple[list[PackagedAudit], dict[AuditId, str]]:
        """Read the audits, each by itself; return them, and what names the last save of each."""
        packed = []
        stamps: dict[AuditId, str] = {}
        for number, audit_id in enumerate(audit_ids, start=1):
            _require_going_on(is_cancelled)
            with self._lock:
                self._require_unlocked()
                packed.append(self._packed(audit_id, purpose))
                stamps[audit_id] = self._repository.stamp(audit_id)
            if report_progress is not None:
                report_progress(number, len(audit_ids))
        return packed, stamps

    def _sealed(
        self, packed: Sequence[PackagedAudit], purpose: Purpose
    ) -> tuple[SavedPackage, bytes]:
        """Seal audits, which takes a second without the lock; return what there is to say of it."""
        body = self._contents(packed, purpose)
        code = make_code()
        file = seal_package(body, code)
        digest = hashlib.sha256(file).hexdigest()
        return SavedPackage(code, contents.package_id(body), digest), file

    def _contents(self, packed: Sequence[PackagedAudit], purpose: Purpose) -> bytes:
        with self._lock:
            self._require_unlocked()
            sender = Sender(workspace=self._vault.store_id.hex(), name=self._me().name)
        return contents.to_bytes(
            Package(purpose=purpose, made_at=self.clock(), sender=sender, audits=tuple(packed))
        )

    def _require_sendable(self, stamps: Mapping[AuditId, str], is_cancelled: IsCancelled) -> None:
        """Refuse when the person stopped it or locked the window, and what is out of date by now.

        On that others would build, although its last line has grown since.
        """
        self._require_unlocked()
        _require_going_on(is_cancelled)
        now = self._repository.stamps()
        if any(now.get(audit_id) != stamp for audit_id, stamp in stamps.items()):
            raise NotAllowedError(
                _("An audit was changed while the file was made."),
                _("Nothing was saved. Save the file again."),
            )

    def _packed(self, audit_id: AuditId, purpose: Purpose) -> PackagedAudit:
        with self._visited(audit_id) as session:
            tables = session.whole()
            packing.require_fit(purpose, reference(tables), tables)
            if is_faulty(session):
                raise AuditDamagedError(
                    _("{reference} is not what was written, and must not be passed on.").format(
                        reference=reference(tables)
                    ),
                    _("Restore it from a backup. Nothing was saved."),
                )
        return packing.pack(purpose, audit_id, tables)

    def _record_sending(
        self, audit_ids: Sequence[AuditId], purpose: Purpose, digest: str, recipient: str
    ) -> None:
        """Tell each audit and the logbook, before there is a file: none leaves without a record.

        It closes the last line of each history, too, on which others may build from now on.
        """
        name = " ".join(recipient.split())
        whom = _(", for {recipient}").format(recipient=name) if name else ""
        words = f"{PACKAGE} {digest}, {label(purpose).lower()}{whom}"
        with self._repository.listing_later():
            for audit_id in audit_ids:
                with self._visited(audit_id) as session:
                    session.note_event(HistoryKind.EXPORTED, self._me(), words)
        count = ngettext("{count} audit", "{count} audits", len(audit_ids))
        detail = f"{words}; {count.format(count=len(audit_ids))}"
        one = audit_ids[0] if len(audit_ids) == 1 else ""
        self._log(LogKind.PACKAGE_EXPORTED, detail, one)


def _require_each_once(audit_ids: Sequence[AuditId]) -> None:
    if not audit_ids or len(set(audit_ids)) != len(audit_ids):
        raise NotAllowedError(
            _("A package is made of one audit or more, each of them once."),
            _("Choose at least one."),
        )


def _require_going_on(is_cancelled: IsCancelled) -> None:
    if is_cancelled():
        raise StoppedError(_("The file was not made."), _("Nothing was saved, and nothing sent."))


def is_faulty(session: SigningSession) -> bool:
    """Tell whether an audit is not what was written: a chain is broken, or what was signed is."""
    is_broken = first_fault(session.history) is not None or session.has_broken_merges
    return is_broken or bool(session.signing_faults())


def _write(path: Path, file: bytes) -> None:
    try:
        write_atomically(path, file)
    except OSError as error:
        raise refusals.cannot_write(path, reason_of(error)) from error
