# SPDX-License-Identifier: MPL-2.0
"""Keep the digests of the audits up to date.

A part of the door that ``auditapp.workspace`` is, kept in a file of its own. A digest is made when
it is read for the first time after a save of its audit, and not with every answer.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256

import orjson

from auditapp import __version__
from auditapp.errors import NotAllowedError, StoreError
from auditapp.i18n import _, language
from auditapp.insight.digest import facts_of, words_of
from auditapp.judgement.audit_states import AuditState
from auditapp.long_work import IsCancelled, ReportProgress, never
from auditapp.model.ids import AuditId
from auditapp.model.records import Record
from auditapp.operations.choosing import ChoosingOperations
from auditapp.store.digest_pages import CHECKLISTS, DIGESTS_PER_PAGE, KeptDigest


@dataclass(frozen=True, slots=True)
class Refreshed:
    """Say how many digests were made, and which audits could not be read for it."""

    made: int
    unreadable: tuple[AuditId, ...]


@dataclass(slots=True)
class _Making:
    """Gather digests, and the checklists that they point at, until they are written."""

    digests: dict[str, KeptDigest]
    pins: dict[str, Record]


class DigestOperations(ChoosingOperations):
    """Make the digests that are missing or behind their audits."""

    def refresh_digests(
        self, report_progress: ReportProgress | None = None, is_cancelled: IsCancelled = never
    ) -> Refreshed:
        """Bring the digests up to date; what was made is kept also when the person stops it.

        Raises:
            NotAllowedError: The workspace is locked, or the person stopped it.
            SaveFailedError: They could not be written. No audit is affected.
        """
        with self._lock:
            self._require_unlocked()
            stale, gone = self._stale_digests()
        making, unreadable = _Making({}, {}), []
        for number, audit_id in enumerate(stale, start=1):
            if is_cancelled():
                self._write_digests(making, gone)
                raise NotAllowedError(
                    _("Reading the audits was stopped."), _("What was read so far is kept.")
                )
            try:
                self._make_digest(audit_id, making)
            except StoreError:
                unreadable.append(audit_id)
                gone = {*gone, audit_id}
            if len(making.digests) == DIGESTS_PER_PAGE:
                self._write_digests(making, gone)
            if report_progress is not None:
                report_progress(number, len(stale))
        self._write_digests(making, gone)
        return Refreshed(len(stale) - len(unreadable), tuple(unreadable))

    def _stale_digests(self) -> tuple[list[AuditId], set[str]]:
        """Return the audits without a digest of their last save, and digests without an audit."""
        held, judged_by = self._repository.digests.stamps(), self._judged_by()
        stamps = self._repository.stamps()
        stale = [
            AuditId(audit_id)
            for audit_id, stamp in stamps.items()
            if held.get(audit_id) not in (stamp, f"{stamp} {judged_by}")
        ]
        return stale, held.keys() - stamps.keys()

    def _judged_by(self) -> str:
        """Return what names the standards by which audits are judged that were never signed."""
        settings = self.settings()
        chosen = [settings.local_standards, settings.local_names, language(), __version__]
        return sha256(orjson.dumps(chosen, option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]

    def _make_digest(self, audit_id: AuditId, making: _Making) -> None:
        """Read one audit, which is left closed if it was closed."""
        with self._lock:
            self._require_unlocked()
            if not self._repository.has(audit_id):  # it was removed meanwhile
                return
            was_open = self._sessions.is_open(audit_id)
            state = self._sessions.get(audit_id).state()
            stamp = self._stamp_now(audit_id, state)
            if not was_open:
                self._sessions.close(audit_id)
        states = list(_states_of(state))
        making.digests[audit_id] = KeptDigest(
            stamp,
            [facts_of(each, is_latest=each is state).record() for each in states],
            [words_of(each).record() for each in states],
        )
        making.pins |= {pin.sha256: pin.row() for each in states for pin in each.audit.checklists}

    def _stamp_now(self, audit_id: AuditId, state: AuditState) -> str:
        """Return the stamp of an audit that was just read; opening may have saved it."""
        stamp = self._repository.stamp(audit_id)
        is_by_today = any(each.audit.standards is None for each in _states_of(state))
        return f"{stamp} {self._judged_by()}" if is_by_today else stamp

    def _write_digests(self, making: _Making, gone: Collection[str]) -> None:
        """Write what was made; checklists first, so that nothing points at what is not there."""
        with self._lock:
            self._require_unlocked()
            digests = self._repository.digests
            # One that was removed meanwhile must not come back.
            there = self._repository.stamps()
            made = {key: each for key, each in making.digests.items() if key in there}
            known = self._known_pins()
            if not making.pins.keys() <= known.keys():
                digests.save_part(CHECKLISTS, known | making.pins)
            if made or gone:
                digests.save(made, gone)
        making.digests.clear()

    def _known_pins(self) -> Record:
        """Return the pin of each checklist with its bytes, by SHA-256."""
        return self._repository.digests.part(CHECKLISTS) or {}

    def _pins_again(self) -> Record:
        """Return the pins after theirs were lost; the audits that point at them are read again."""
        digests = self._repository.digests
        digests.save({}, digests.stamps())
        self.refresh_digests()
        return self._known_pins()


def _states_of(state: AuditState) -> Iterator[AuditState]:
    """Yield an audit as it stands and, while it is amended, as it was signed last."""
    yield state
    if state.audit.is_draft and state.earlier:
        yield state.earlier[-1]
