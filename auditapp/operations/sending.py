# SPDX-License-Identifier: MPL-2.0
"""Send audits to another workspace in a sealed package.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from auditapp.errors import AuditDamagedError, NotAllowedError
from auditapp.exchange import contents, packing, refusals
from auditapp.exchange.contents import Package, PackagedAudit, Sender
from auditapp.exchange.incoming import SavedPackage
from auditapp.exchange.plans import PACKAGE, reference
from auditapp.exchange.sealed_package import make_code, seal_package
from auditapp.exports.papers import require_outside_store
from auditapp.files import write_atomically
from auditapp.i18n import _, ngettext
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

    def export_for_moderation(
        self, audit_ids: Sequence[AuditId], path: Path, *, recipient: str = ""
    ) -> SavedPackage:
        """Save blind copies of audits for a second reader: `export_package` for that purpose."""
        return self.export_package(audit_ids, path, Purpose.FOR_MODERATION, recipient=recipient)

    def export_package(
        self, audit_ids: Sequence[AuditId], path: Path, purpose: Purpose, *, recipient: str = ""
    ) -> SavedPackage:
        """Save audits as one sealed file, whole or not at all, and record that they went out.

        The record comes first: an audit never leaves without one, be it that the file then cannot
        be written. It also closes the last line of the history, on which others may build now.

        Args:
            audit_ids: The audits, each once.
            path: The file; one that is there is replaced.
            purpose: What it is for, which decides what of an audit is in it.
            recipient: Whom it is for; kept with the record.

        Returns:
            The code that opens the file, which is kept nowhere: read it out over the telephone.

        Raises:
            NotAllowedError: No audit was chosen, or one may not go out for this purpose.
            AuditDamagedError: One is not what was written; it must not be passed on.
            UnsafePathError: ``path`` is where the audits themselves are kept.
            SaveFailedError: It could not be recorded; there is no file.
            PackageError: The file could not be written.
        """
        require_outside_store(self.paths, path)
        if not audit_ids or len(set(audit_ids)) != len(audit_ids):
            raise NotAllowedError(
                _("A package is made of one audit or more, each of them once."),
                _("Choose at least one."),
            )
        with self._lock:
            self._require_unlocked()
            body = contents.to_bytes(
                Package(
                    purpose=purpose,
                    made_at=self.clock(),
                    sender=Sender(workspace=self._vault.store_id.hex(), name=self._me().name),
                    audits=tuple(self._packed(each, purpose) for each in audit_ids),
                )
            )
            code = make_code()
            file = seal_package(body, code)
            digest = hashlib.sha256(file).hexdigest()
            self._record_sending(audit_ids, purpose, digest, " ".join(recipient.split()))
            _write(path, file)
        return SavedPackage(code, contents.package_id(body), digest)

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
        whom = _(", for {recipient}").format(recipient=recipient) if recipient else ""
        words = f"{PACKAGE} {digest}, {label(purpose).lower()}{whom}"
        with self._repository.listing_later():
            for audit_id in audit_ids:
                with self._visited(audit_id) as session:
                    session.note_event(HistoryKind.EXPORTED, self._me(), words)
        count = ngettext("{count} audit", "{count} audits", len(audit_ids))
        detail = f"{words}; {count.format(count=len(audit_ids))}"
        one = audit_ids[0] if len(audit_ids) == 1 else ""
        self._log(LogKind.PACKAGE_EXPORTED, detail, one)


def is_faulty(session: SigningSession) -> bool:
    """Tell whether an audit is not what was written: a chain is broken, or what was signed is."""
    is_broken = first_fault(session.history) is not None or session.has_broken_merges
    return is_broken or bool(session.signing_faults())


def _write(path: Path, file: bytes) -> None:
    try:
        write_atomically(path, file)
    except OSError as error:
        raise refusals.cannot_write(path, error.strerror or type(error).__name__) from error
