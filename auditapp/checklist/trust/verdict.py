# SPDX-License-Identifier: MPL-2.0
"""Judge where a checklist comes from: who signed it, and whether that is to be trusted.

A signature says who, never whether the checklist is right: its checks run all the same.
"""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from auditapp.errors import SignatureError
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId
from auditapp.model.trust import TrustState

if TYPE_CHECKING:  # cryptography and pydantic, which lists of shipped checklists do without
    from auditapp.checklist.trust.minisign import Signature
    from auditapp.checklist.trust.organisation import Organisation, TrustedPublisher
    from auditapp.checklist.trust.signed_file import SignedFile

_NEVER_LOADS: Final = (TrustState.BAD, TrustState.REVOKED)
_WANTS_CHOICE: Final = (TrustState.OTHER_KEY, TrustState.UNSIGNED)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold what vouches for a checklist, with a sentence for the auditor.

    ``signer`` is the publisher's name as the organisation knows it, never as a file claims it, and
    ``key_id`` the key that signed, or is said to have. ``warning`` is empty when there is none.
    """

    state: TrustState
    sentence: str
    signer: str = ""
    key_id: str = ""
    warning: str = ""

    @property
    def never_loads(self) -> bool:
        """Tell whether nobody can choose to load it."""
        return self.state in _NEVER_LOADS

    @property
    def wants_choice(self) -> bool:
        """Tell whether it loads only after a person's explicit choice."""
        return self.state in _WANTS_CHOICE

    def warned_of(self, version: str, newest: str) -> "Verdict":
        """Return the verdict with the warning that ``version`` goes back behind ``newest``."""
        words = _(
            "Version {version} is older than version {newest}, which was here before. Use it only "
            "if you know why."
        )
        return replace(self, warning=words.format(version=version, newest=newest))


def trusted_comment(checklist_id: ChecklistId, version: str) -> str:
    """Return what the trusted comment of the signature of a checklist has to be."""
    return f"template {checklist_id} version {version}"


def shipped(*, is_as_shipped: bool) -> Verdict:
    """Return the verdict on a file in the program's own folder, which is trusted as the program is.

    Args:
        is_as_shipped: The list of hashes beside it names exactly its bytes.
    """
    if is_as_shipped:
        return Verdict(TrustState.SHIPPED, _("It came with this program."))
    return Verdict(
        TrustState.UNSIGNED,
        _("It is unsigned. It lies in the folder of the program, but did not come with it."),
    )


def unsigned() -> Verdict:
    """Return the verdict on a file without a signature."""
    return Verdict(
        TrustState.UNSIGNED,
        _("It is unsigned: nothing shows who wrote it, or that nobody changed it since."),
    )


def bad(reason: str, key_id: str = "") -> Verdict:
    """Return the verdict on a file that never loads, because of ``reason``, a sentence."""
    return Verdict(TrustState.BAD, reason, key_id=key_id)


def judge(
    file: "SignedFile",
    name: tuple[ChecklistId, str],
    organisation: "Organisation",
    day: dt.date,
) -> Verdict:
    """Judge a checklist file by its signature, as docs/checklist-trust.md says.

    Args:
        file: All bytes of the checklist, and of its signature if there is one.
        name: Id and version, as the header of the checklist says.
        organisation: Whose signatures are trusted.
        day: The day on which the file is loaded, or was: up to ``until`` of its publisher.
    """
    from auditapp.checklist.trust.minisign import Signature  # noqa: PLC0415 - loads cryptography

    if file.signature is None:
        return unsigned()
    try:
        parsed = Signature.parse(file.signature)
        publisher = organisation.publisher(parsed.key_name)
        if parsed.key_name in organisation.revoked:
            return _revoked(parsed.key_name)
        if publisher is not None:
            parsed.verify(file.data, publisher.public_key)
    except SignatureError as error:
        return bad(f"{error} {error.remedy}".rstrip())
    if parsed.trusted_comment != trusted_comment(*name):
        return bad(
            _(
                "The signature is for another checklist, or another version. "
                "Ask whoever publishes it for both files again."
            ),
            parsed.key_name,
        )
    return _signed(parsed, publisher, name[0], day)


def _signed(
    signature: "Signature",
    publisher: "TrustedPublisher | None",
    checklist_id: ChecklistId,
    day: dt.date,
) -> Verdict:
    """Judge a signature that holds, as far as it can be checked."""
    key = signature.key_name
    if publisher is None:
        words = _(
            "It is signed with the key {key}, which your organisation does not know. So the "
            "signature cannot be checked, and it counts as unsigned."
        )
        return Verdict(TrustState.OTHER_KEY, words.format(key=key), key_id=key)
    if publisher.covers(checklist_id) and publisher.is_trusted_on(day):
        words = _("It is signed by {publisher}, with the key {key}.")
        state = TrustState.KNOWN_KEY
    elif publisher.is_trusted_on(day):
        words = _(
            "It is signed by {publisher}, with the key {key}. But your organisation does not trust "
            "them for this checklist, so it counts as unsigned."
        )
        state = TrustState.OTHER_KEY
    else:
        words = _(
            "It is signed by {publisher}, with the key {key}. But your organisation trusted that "
            "key only until {until}, so it counts as unsigned."
        )
        state = TrustState.OTHER_KEY
    sentence = words.format(publisher=publisher.name, key=key, until=publisher.until)
    return Verdict(state, sentence, publisher.name, key)


def _revoked(key: str) -> Verdict:
    words = _(
        "It is signed with the key {key}, which your organisation has revoked. Ask whoever "
        "publishes it for a new signature."
    )
    return Verdict(TrustState.REVOKED, words.format(key=key), key_id=key)
