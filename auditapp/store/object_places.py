# SPDX-License-Identifier: MPL-2.0
"""Say where each sealed object of a workspace is kept, and with which key it is sealed.

The objects are the audits, the list of them, the front sheet that was begun, the pages of the
logbook, the ledgers of rounds and registers, the figures of audits that were erased, and the
digests, which can be made again and are therefore in no backup.
"""

import base64
import hmac
import os
import re
from pathlib import Path

from auditapp.store import refusals
from auditapp.store.ciphers import derive_key
from auditapp.store.envelope import ObjectKey
from auditapp.store.keys import object_cipher
from auditapp.store.sealed_object import Place

_NO_DIGITS, _ID_LENGTH = str.maketrans("", "", "0123456789abcdef"), 32
_AUDIT_ID = re.compile(r"[0-9a-f]{32}")
_CODE_LENGTH = 5
"""Letters: 33 million codes, so that two of a hundred teams hardly ever share one."""

LEDGER = "ledger"
"""The purpose of the place of a ledger."""

_STATISTICS = re.compile(r"statistics-([0-9a-f]{32})\.(seal|prev)")
_DIGESTS = re.compile(r"digest-(\d{6}|[a-z]+)\.(seal|prev)")
_LEDGER = re.compile(r"ledger-([0-9a-f]{32})\.(seal|prev)")
_LOG_PAGE = re.compile(r"log-(\d{6})\.(seal|prev)")


class ObjectPlaces:
    """Name the objects of one workspace under one data key, until `close`."""

    def __init__(self, root: Path, store_id: bytes, data_key: bytes) -> None:
        self.store_id = store_id
        self._root = root
        self._audits = root / "audits"
        self._data_key: bytes | None
        self._take_key(data_key)

    def place_of(self, audit_id: str) -> Place:
        """Return where an audit is kept, whether there is one or not.

        Raises:
            AuditNotFoundError: ``audit_id`` cannot be the id of an audit, nor a safe file name.
        """
        if not _AUDIT_ID.fullmatch(audit_id):
            raise refusals.audit_not_found()
        return self._place(self._audits / f"{audit_id}.seal", "audit", bytes.fromhex(audit_id))

    def audit_ids(self) -> set[str]:
        """Return the ids of the audits that have a file, be it only the previous one."""
        names = os.listdir(self._audits)  # noqa: PTH208 - no object for each of thousands
        stems = {name[:_ID_LENGTH] for name in names if name[_ID_LENGTH:] in (".seal", ".prev")}
        # All at once where there is nothing else: every start of the program waits for this.
        together = "".join(stems)
        if len(together) == len(stems) * _ID_LENGTH and not together.translate(_NO_DIGITS):
            return stems
        return {stem for stem in stems if _AUDIT_ID.fullmatch(stem)}

    def log_page(self, number: int) -> Place:
        """Return where a page of the logbook is kept; pages are numbered from 1."""
        path = self._root / f"log-{number:06}.seal"
        return self._place(path, "logbook", number.to_bytes(16, "big"))

    def log_page_numbers(self) -> set[int]:
        """Return the numbers of the pages that have a file, be it only the previous one."""
        found = (_LOG_PAGE.fullmatch(path.name) for path in self._root.iterdir())
        return {int(match[1]) for match in found if match}

    def statistics_of(self, audit_id: str) -> Place:
        """Return where the figures of an erased audit are kept, whether there are any or not.

        Raises:
            AuditNotFoundError: ``audit_id`` cannot be the id of an audit.
        """
        if not _AUDIT_ID.fullmatch(audit_id):
            raise refusals.audit_not_found()
        path = self._root / f"statistics-{audit_id}.seal"
        return self._place(path, "statistics", bytes.fromhex(audit_id))

    def ids_with_statistics(self) -> set[str]:
        """Return the ids of the erased audits whose figures have a file."""
        found = (_STATISTICS.fullmatch(path.name) for path in self._root.iterdir())
        return {match[1] for match in found if match}

    def digest_page(self, number: int) -> Place:
        """Return where a page of digests is kept; pages are numbered from 1."""
        path = self._root / f"digest-{number:06}.seal"
        return self._place(path, "digests", number.to_bytes(16, "big"))

    def digest_page_numbers(self) -> set[int]:
        """Return the numbers of the pages of digests that have a file."""
        return {int(name) for name in self._digest_names() if name.isdigit()}

    def digest_part(self, name: str) -> Place:
        """Return where a part that belongs to all digests is kept; ``name`` is lower-case."""
        return self._place(self._root / f"digest-{name}.seal", f"digests: {name}", bytes(16))

    def digest_places(self) -> list[Place]:
        """Return the place of everything that can be made again from the audits."""
        return [
            self.digest_page(int(name)) if name.isdigit() else self.digest_part(name)
            for name in sorted(self._digest_names())
        ]

    def ledger_of(self, ledger_id: str) -> Place:
        """Return where a ledger is kept, whether there is one or not.

        Raises:
            AuditNotFoundError: ``ledger_id`` cannot be the id of a ledger.
        """
        if not _AUDIT_ID.fullmatch(ledger_id):
            raise refusals.audit_not_found()
        path = self._root / f"ledger-{ledger_id}.seal"
        return self._place(path, LEDGER, bytes.fromhex(ledger_id))

    def ledger_ids(self) -> set[str]:
        """Return the ids of the ledgers that have a file, be it only the previous one."""
        found = (_LEDGER.fullmatch(path.name) for path in self._root.iterdir())
        return {match[1] for match in found if match}

    def places(self) -> list[Place]:
        """Return the place of every sealed object there is, the audits first, but no digests."""
        return [*map(self.place_of, sorted(self.audit_ids())), *self.places_beside_audits()]

    def places_beside_audits(self) -> list[Place]:
        """Return the place of every sealed object there is that is no audit."""
        beside = [self.catalogue, self.draft_front]
        return [
            *(each for each in beside if each.path.exists() or each.previous.exists()),
            *map(self.log_page, sorted(self.log_page_numbers())),
            *map(self.ledger_of, sorted(self.ledger_ids())),
            *map(self.statistics_of, sorted(self.ids_with_statistics())),
        ]

    def twin_of(self, place: Place, root: Path) -> Place:
        """Return where this folder keeps the object that the one in ``root`` has at ``place``."""
        path = self._root / place.path.relative_to(root)
        return self._place(path, place.purpose, place.key.object_id)

    def name_of(self, place: Place) -> str:
        """Return the name of an object's file below the workspace, with slashes."""
        return place.path.relative_to(self._root).as_posix()

    @property
    def is_open(self) -> bool:
        """Tell whether there is a key to load and save with."""
        return self._data_key is not None

    def close(self) -> None:
        """Forget the key; nothing can be loaded or saved any more."""
        self._data_key = None

    def object_key(self, purpose: str, object_id: bytes = bytes(16)) -> ObjectKey:
        """Return what an object is sealed with; each purpose and each id has a key of its own."""
        cipher = object_cipher(self._open_key(), self.store_id, purpose, object_id)
        return ObjectKey(self.store_id, object_id, cipher)

    def code_of(self, text: str) -> str:
        """Return a short code for a text: the same each time, telling nothing without the key.

        Everything sealed under a new key gets new codes.
        """
        key = derive_key(self._open_key(), self.store_id, b"codes in the place of names")
        digest = hmac.digest(key, text.encode("utf-8"), "sha256")
        return base64.b32encode(digest)[:_CODE_LENGTH].decode()

    def _digest_names(self) -> set[str]:
        found = (_DIGESTS.fullmatch(path.name) for path in self._root.iterdir())
        return {match[1] for match in found if match}

    def _take_key(self, data_key: bytes) -> None:
        self._data_key = data_key
        self.catalogue = self._place(self._root / "catalogue.seal", "catalogue", bytes(16))
        self.draft_front = self._place(self._root / "draft-front.seal", "draft front", bytes(16))

    def _place(self, path: Path, purpose: str, object_id: bytes) -> Place:
        return Place(path, purpose, self.object_key(purpose, object_id))

    def _open_key(self) -> bytes:
        if self._data_key is None:
            raise ValueError("the workspace is closed")
        return self._data_key


def place_named(folder: ObjectPlaces, name: str) -> Place:
    """Return the place of the sealed object whose file has this name below the workspace.

    Args:
        folder: The workspace.
        name: Such as ``audits/<32 hex>.seal``, with a slash on every system.

    Raises:
        AuditNotFoundError: No object has a file of this name.
    """
    page = _LOG_PAGE.fullmatch(name)
    if page is not None and page[2] == "seal":
        return folder.log_page(int(page[1]))
    ledger = _LEDGER.fullmatch(name)
    if ledger is not None and ledger[2] == "seal":
        return folder.ledger_of(ledger[1])
    figures = _STATISTICS.fullmatch(name)
    if figures is not None and figures[2] == "seal":
        return folder.statistics_of(figures[1])
    for place in (folder.catalogue, folder.draft_front):
        if place.path.name == name:
            return place
    above, _slash, below = name.rpartition("/")
    if above != "audits" or not below.endswith(".seal"):
        raise refusals.audit_not_found()
    return folder.place_of(below.removesuffix(".seal"))
