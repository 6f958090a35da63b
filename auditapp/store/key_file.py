# SPDX-License-Identifier: MPL-2.0
"""Read and write ``store.key``, which holds the data key in wrapped form only.

The file is JSON with a checksum over everything else in it, in every format there will be: a
damaged file must not look like a wrong passphrase, nor like the file of a newer version.
"""

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import orjson

from auditapp.files import read_bytes, set_aside, write_atomically
from auditapp.i18n import _
from auditapp.store.envelope import DamagedError
from auditapp.store.keys import (
    Argon2Strength,
    Slot,
    SlotKind,
    UnknownSlot,
    keychain_slot,
    passphrase_bytes,
    passphrase_slot,
    read_slot,
    recovery_slot,
    unwrap,
)
from auditapp.store.recovery_key import MistypedError, is_like_recovery_key, parse_recovery_key
from auditapp.store.refusals import (
    mistyped_recovery_key,
    saving,
    store_damaged,
    too_new,
    wrong_passphrase,
)

KEY_FILE = "store.key"
KEY_FILE_COPY = "store.key.bak"

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Hold the id of a workspace and the slots that its data key is wrapped in."""

    store_id: bytes
    slots: tuple[Slot | UnknownSlot, ...]

    def open_with(self, secret: str) -> bytes:
        """Return the data key for a passphrase or a recovery key.

        Raises:
            WrongPassphraseError: ``secret`` is neither of this workspace.
        """
        data_key = self.open_with_recovery_key(secret) or self.open_with_passphrase(secret)
        if data_key is not None:
            return data_key
        if is_like_recovery_key(secret) and not _is_recovery_key(secret):
            raise mistyped_recovery_key()
        raise wrong_passphrase()

    def open_with_recovery_key(self, text: str) -> bytes | None:
        """Return the data key, or None if ``text`` is not the recovery key of this workspace."""
        try:
            return self._open(SlotKind.RECOVERY, parse_recovery_key(text))
        except MistypedError:
            return None

    def open_with_passphrase(self, passphrase: str) -> bytes | None:
        """Return the data key, or None if this is not the passphrase of this workspace."""
        return self._open(SlotKind.PASSPHRASE, passphrase_bytes(passphrase))

    def open_with_keychain(self, secret: bytes) -> bytes | None:
        """Return the data key, or None if this is not what the keychain is to keep."""
        return self._open(SlotKind.KEYCHAIN, secret)

    @property
    def has_keychain(self) -> bool:
        """Tell whether a secret in a keychain opens the workspace as well."""
        return any(slot.kind == SlotKind.KEYCHAIN for slot in self.slots)

    def with_passphrase(self, data_key: bytes, passphrase: str, strength: Argon2Strength) -> Self:
        """Return the key file with another passphrase in place of the old one."""
        return self._with(passphrase_slot(data_key, self.store_id, passphrase, strength))

    def with_recovery_key(self, data_key: bytes, secret: bytes) -> Self:
        """Return the key file with another recovery key in place of the old one."""
        return self._with(recovery_slot(data_key, self.store_id, secret))

    def with_keychain(self, data_key: bytes, secret: bytes) -> Self:
        """Return the key file with a slot for the keychain, in place of any other of that kind.

        Raises:
            ValueError: It would be the only slot that can be counted on: keychains get lost.
        """
        kinds = {slot.kind for slot in self.slots}
        if not {SlotKind.PASSPHRASE, SlotKind.RECOVERY} <= kinds:
            raise ValueError("a keychain may not be the only way in")
        return self._with(keychain_slot(data_key, self.store_id, secret))

    def without_keychain(self) -> Self:
        """Return the key file without a slot for the keychain.

        This is the one to give away, into a backup say: elsewhere there is another keychain.
        """
        slots = (slot for slot in self.slots if slot.kind != SlotKind.KEYCHAIN)
        return replace(self, slots=tuple(slots))

    def is_weaker_than(self, strength: Argon2Strength) -> bool:
        """Tell whether guessing the passphrase costs less than ``strength`` says."""
        known = [slot.strength for slot in self.slots if isinstance(slot, Slot)]
        return any(each and not each.is_at_least(strength) for each in known)

    def to_bytes(self) -> bytes:
        """Return the contents of the file."""
        fields = {
            "format": _FORMAT,
            "store": self.store_id.hex(),
            "slots": [slot.to_json() for slot in self.slots],
        }
        return orjson.dumps({**fields, "check": _checksum(fields)}, option=orjson.OPT_INDENT_2)

    @classmethod
    def from_bytes(cls, contents: bytes) -> Self:
        """Read what `to_bytes` wrote.

        Raises:
            DamagedError: It is something else.
            SchemaTooNewError: A newer version of this program wrote it.
        """
        try:
            fields = orjson.loads(contents)
            check = fields.pop("check")
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise DamagedError("not a key file") from error
        if check != _checksum(fields):
            raise DamagedError("checksum differs")
        if fields["format"] > _FORMAT:
            raise too_new()
        slots = tuple(read_slot(slot) for slot in fields["slots"])
        return cls(bytes.fromhex(fields["store"]), slots)

    def _with(self, new: Slot) -> Self:
        others = (each for each in self.slots if each.kind != new.kind)
        return replace(self, slots=(new, *others))

    def _open(self, kind: SlotKind, secret: bytes) -> bytes | None:
        for slot in self.slots:
            if isinstance(slot, Slot) and slot.kind is kind:
                return unwrap(slot, self.store_id, secret)
        return None


def new_key_file(
    store_id: bytes, data_key: bytes, passphrase: str, recovery: bytes, strength: Argon2Strength
) -> KeyFile:
    """Return a key file that a passphrase and a recovery key open.

    Args:
        store_id: The workspace.
        data_key: What is to be wrapped.
        passphrase: Wraps it once, at ``strength``.
        recovery: The secret of the recovery key, which wraps it once more.
        strength: What a guess of the passphrase costs.
    """
    slots = (
        passphrase_slot(data_key, store_id, passphrase, strength),
        recovery_slot(data_key, store_id, recovery),
    )
    return KeyFile(store_id, slots)


def read_key_file(root: Path) -> tuple[KeyFile, str | None]:
    """Return the key file in ``root``, and a sentence if its copy had to stand in.

    A damaged key file is kept aside, and the copy put in its place.

    Raises:
        SchemaTooNewError: A newer version of this program wrote it.
        StoreDamagedError: It is damaged or missing, and so is the copy.
        SaveFailedError: The copy could not be put in its place.
    """
    path = root / KEY_FILE
    key_file = _read(path)
    if key_file is not None:
        return key_file, None
    copy = _read(root / KEY_FILE_COPY)
    if copy is None:
        raise store_damaged()
    with saving():
        if path.exists():
            set_aside(path)
        write_atomically(path, copy.to_bytes())
    return copy, _("The file that holds the keys was damaged. Its copy was put in its place.")


def store_id_in(root: Path) -> bytes | None:
    """Return the id of the workspace in ``root``; None if no key file there can be read."""
    held = _read(root / KEY_FILE) or _read(root / KEY_FILE_COPY)
    return held.store_id if held is not None else None


def keychain_name(root: Path) -> str | None:
    """Return the name of the secret in the keychain; None when no keychain opens the workspace.

    Raises:
        SchemaTooNewError: A newer version of this program wrote the key file.
    """
    key_file = _read(root / KEY_FILE) or _read(root / KEY_FILE_COPY)
    return key_file.store_id.hex() if key_file and key_file.has_keychain else None


def write_key_file(root: Path, key_file: KeyFile) -> None:
    """Write the key file, then its copy.

    Raises:
        SaveFailedError: The system refused it. The old key file, or the new one, is in place.
    """
    with saving():
        for name in (KEY_FILE, KEY_FILE_COPY):
            write_atomically(root / name, key_file.to_bytes())


def mend_copy(root: Path, key_file: KeyFile) -> None:
    """Bring the copy up to date with a key file that has been seen to open.

    The copy of *another* workspace is left alone: it may be the only key to the audits here.

    Raises:
        SaveFailedError: The system refused it.
    """
    path = root / KEY_FILE_COPY
    copy = _read(path)
    if copy is None or (copy != key_file and copy.store_id == key_file.store_id):
        with saving():
            if copy is None and path.exists():
                set_aside(path)
            write_atomically(path, key_file.to_bytes())


def is_key_file_of(path: Path, key_file: KeyFile) -> bool:
    """Tell whether the file at ``path`` is whole and holds what ``key_file`` does."""
    return _read(path) == key_file


def _read(path: Path) -> KeyFile | None:
    try:
        return KeyFile.from_bytes(read_bytes(path))
    except (OSError, DamagedError):
        return None


def _is_recovery_key(text: str) -> bool:
    try:
        parse_recovery_key(text)
    except MistypedError:
        return False
    return True


def _checksum(fields: dict[str, Any]) -> str:
    return hashlib.sha256(orjson.dumps(fields, option=orjson.OPT_SORT_KEYS)).hexdigest()
