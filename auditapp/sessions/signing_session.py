# SPDX-License-Identifier: MPL-2.0
"""Sign an open audit off, and open it again for an amendment, what was signed kept whole."""

from auditapp.change import Change
from auditapp.checklist.embedding import embedded_bytes
from auditapp.errors import AuditDamagedError, NotAllowedError
from auditapp.i18n import _, ngettext
from auditapp.judgement.audit_states import AuditState, history_until_amended
from auditapp.model.amendment import Amendment
from auditapp.model.audit import AuditStatus, SignOff
from auditapp.model.chain import START
from auditapp.model.edits import Author, row_changes
from auditapp.model.history import HistoryKind
from auditapp.model.records import Put
from auditapp.model.signing import signing_faults
from auditapp.model.tables import (
    AFTER_SIGNING,
    ONLY,
    apply,
    content_hash,
    puts_between,
    with_follow_ups,
)
from auditapp.sessions.follow_up_session import FollowUpSession
from auditapp.standards import to_sign
from auditapp.store.signed_lock import LockChange


class SigningSession(FollowUpSession):
    """Hold one open audit that may be signed off, and amended afterwards."""

    def sign_off(self, by: Author) -> Change:
        """Sign the audit off and lock it: hash what it says, then refuse every later edit.

        The standards that it was judged by are kept with it, and are part of what is signed. An
        amendment goes on with those of the sign-off that it amends.

        Raises:
            NotAllowedError: An amendment changes nothing.
        """
        self.require_draft()
        if self.audit.is_amending and not self.is_anything_amended:
            raise NotAllowedError(
                _("This amendment does not change anything yet."),
                _("Change what has to be put right, or give the amendment up."),
            )
        checklists = [each.checklist for each in self.compiled]
        standards = self.audit.standards or to_sign(self._standards, checklists)
        kept = Put("standards", ONLY, standards.record())
        signed = SignOff(
            by=by.name,
            at=by.now,
            content_hash=content_hash(apply(self.audit, (kept,)), self.head),
            history_head=self.head,
        )
        puts = (
            kept,
            Put("sign_off", ONLY, signed.record()),
            self._header(AuditStatus.SIGNED_OFF),
        )
        changes = row_changes(self.audit, puts)
        entry = self._entry(HistoryKind.SIGNED_OFF, by, changes=changes)
        return self._write(puts, entry, lock=LockChange.SIGN)

    def amend(self, by: Author, reason: str) -> Change:
        """Open the signed audit for an amendment: a draft again, what was signed kept whole.

        Raises:
            NotAllowedError: It is not signed off, or no reason is given.
            AuditDamagedError: It is not what was signed off, so nothing may be built on it.
        """
        signed = self.audit.sign_off
        if signed is None or not reason.strip():
            raise NotAllowedError(
                _("An audit is amended after it was signed off, and for a reason."),
                _("Say what has to be put right, and why."),
            )
        faults = self.signing_faults()
        if faults:
            raise AuditDamagedError(
                " ".join(faults), _("Restore this audit from a backup, then amend it.")
            )
        amendment = Amendment(
            number=len(self._signed) + 1,
            reason=reason.strip(),
            by=by.name,
            at=by.now,
            amends=signed.content_hash,
        )
        puts = (
            Put("amendment", ONLY, amendment.record()),
            Put("sign_off", ONLY, None),
            self._header(AuditStatus.DRAFT),
        )
        changes = row_changes(self.audit, puts)
        entry = self._entry(HistoryKind.AMENDED, by, changes=changes)
        before = with_follow_ups(self.audit, None)
        change = self._write(puts, entry, lock=LockChange.AMEND)
        self._signed.append(before)
        return change

    def give_up_amendment(self, by: Author) -> Change:
        """Go back to what was signed. What the amendment changed stays in the history alone.

        What was done about the audit meanwhile, or before, has nothing to do with it, and stays.

        Raises:
            NotAllowedError: No amendment is open.
        """
        if not self.audit.is_amending:
            raise NotAllowedError(_("No amendment is open."), _("There is nothing to give up."))
        back = with_follow_ups(self._signed[-1], self.audit)
        puts = (*puts_between(self.audit, back), self._header(back.status))
        changes = row_changes(self.audit, puts)
        entry = self._entry(HistoryKind.AMENDMENT_GIVEN_UP, by, changes=changes)
        # Not by ``puts``: the store has what was signed, in the very order in which it was.
        self._keep((), entry, back, lock=LockChange.GIVE_UP)
        self._signed.pop()
        return Change.of(back, puts, entry.kind)

    def signed_versions(self) -> list[AuditState]:
        """Return the signed states that were amended since, the original first."""
        states: list[AuditState] = []
        for audit in self._signed:
            head = audit.sign_off.history_head if audit.sign_off else START
            history = history_until_amended(self.history, head)
            states.append(AuditState(self.outline_of(audit), history, tuple(states), True))
        return states

    def state(self, signed: int | None = None) -> AuditState:
        """Return the audit as it is, or as it was when it was signed for the n-th time.

        Raises:
            NotAllowedError: It was not signed so often.
        """
        earlier = self.signed_versions()
        if signed is None or (signed == len(earlier) + 1 and not self.audit.is_draft):
            return AuditState(self.outline(), list(self.history), tuple(earlier))
        if not 0 < signed <= len(earlier):
            count = len(earlier) + (not self.audit.is_draft)
            raise NotAllowedError(
                _("There is no signed version {number} of this audit.").format(number=signed),
                ngettext(
                    "It was signed off once.", "It was signed off {count} times.", count
                ).format(count=count)
                if count
                else _("It was not signed off yet."),
            )
        return earlier[signed - 1]

    def signing_faults(self) -> list[str]:
        """Return in sentences what is not as it was signed off."""
        found = list(signing_faults(self.audit, self._signed, self.history))
        for pin in (pin for audit in self._signed for pin in audit.checklists):
            try:
                embedded_bytes(pin.row())
            except AuditDamagedError as error:
                found.append(str(error))
        return found

    @property
    def is_anything_amended(self) -> bool:
        """Tell whether the open amendment changes anything that was signed."""
        own = AFTER_SIGNING | {"amendment", "sign_off"}
        return any(put.table not in own for put in puts_between(self._signed[-1], self.audit))
