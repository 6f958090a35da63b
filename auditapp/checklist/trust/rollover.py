# SPDX-License-Identifier: MPL-2.0
"""Let a publisher's old key vouch for the new one, as docs/checklist-trust.md says.

What is signed is the file of the new public key. The trusted comment names the new key, and no
comment of a checklist's signature has that form: neither can pass for the other.
"""

import datetime as dt
from dataclasses import dataclass

from auditapp.checklist.trust.minisign import PublicKey, SecretKey, Signature
from auditapp.checklist.trust.organisation import Organisation, TrustedPublisher
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.errors import SignatureError
from auditapp.i18n import _


@dataclass(frozen=True, slots=True)
class Rollover:
    """Hold a publisher as the organisation knows it, and the same publisher with its new key."""

    old: TrustedPublisher
    new: TrustedPublisher

    def applied_to(self, organisation: Organisation) -> Organisation:
        """Return the organisation with the new key right after the old one, which stays."""
        position = organisation.publishers.index(self.old) + 1
        known = organisation.publishers
        publishers = (*known[:position], self.new, *known[position:])
        return organisation.model_copy(update={"publishers": publishers})


def key_comment(key: PublicKey) -> str:
    """Return what the trusted comment of the signature of a key has to be."""
    return f"publisher key {key.name}"


def sign_key(contents: bytes, old: SecretKey) -> bytes:
    """Return the contents of the signature file for the file of a new public key.

    Args:
        contents: All bytes of the file of the new key.
        old: The secret key that is to vouch for it.

    Raises:
        SignatureError: They hold no public key, or that of ``old`` itself.
    """
    new = _public_key(contents)
    if new.key_id == old.key_id:
        raise SignatureError(
            _("The key {key} cannot vouch for itself.").format(key=new.name),
            _("Give the file of the new public key, and the old secret key."),
        )
    return old.sign(contents, key_comment(new))


def accept_key(file: SignedFile, organisation: Organisation, day: dt.date) -> Rollover:
    """Check that a trusted publisher signed the file of its new key.

    The new key inherits the name, the checklists and the last day of the old one, and nothing
    wider: a signature can prolong trust, never add to it.

    Args:
        file: The file of the new public key, with its signature.
        organisation: Whose keys are trusted.
        day: The day on which the key is accepted: up to ``until`` of the publisher.

    Raises:
        SignatureError: The signature is missing or wrong, or one of the keys will not do.
    """
    new = _public_key(file.data)
    if file.signature is None:
        raise SignatureError(
            _("There is no signature beside {file}.").format(file=file.name),
            _("Ask the publisher for it; its name ends in .minisig. Keep both in one folder."),
        )
    signature = Signature.parse(file.signature)
    old = _voucher(signature, organisation, day)
    signature.verify(file.data, old.public_key)
    if signature.trusted_comment != key_comment(new):
        raise SignatureError(
            _("The signature was not made to introduce the key {key}.").format(key=new.name),
            _("Ask the publisher to sign the file of the new key with “checklist sign-key”."),
        )
    _require_new(new, organisation)
    return Rollover(old, old.model_copy(update={"key": new.line}))


def _public_key(contents: bytes) -> PublicKey:
    return PublicKey.parse(contents.decode("latin-1"))


def _voucher(signature: Signature, organisation: Organisation, day: dt.date) -> TrustedPublisher:
    """Return who is said to have signed, if the organisation still takes their word."""
    name = signature.key_name
    publisher = organisation.publisher(name)
    by_hand = _("Ask the publisher for the id of the new key by telephone, then pin it by hand.")
    if name in organisation.revoked:
        words = _("It is signed with the key {key}, which your organisation has revoked.")
        raise SignatureError(words.format(key=name), by_hand)
    if publisher is None:
        words = _("It is signed with the key {key}, which your organisation does not know.")
        raise SignatureError(words.format(key=name), by_hand)
    if not publisher.is_trusted_on(day):
        words = _("It is signed with the key {key}, which was trusted only until {until}.")
        raise SignatureError(words.format(key=name, until=publisher.until), by_hand)
    return publisher


def _require_new(key: PublicKey, organisation: Organisation) -> None:
    if key.name in organisation.revoked:
        raise SignatureError(
            _("The new key {key} is one that your organisation has revoked.").format(key=key.name),
            _("Ask the publisher what happened to it, and for another one."),
        )
    known = organisation.publisher(key.name)
    if known is None:
        return
    if known.public_key == key:
        raise SignatureError(
            _("The key {key} is pinned already, for {publisher}.").format(
                key=key.name, publisher=known.name
            ),
            _("Nothing is left to do."),
        )
    raise SignatureError(
        _("Another key with the id {key} is pinned already, for {publisher}.").format(
            key=key.name, publisher=known.name
        ),
        _("Do not pin this one: ids differ unless somebody forged one. Call the publisher."),
    )
