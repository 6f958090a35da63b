# SPDX-License-Identifier: MPL-2.0
"""Say of a file whether it is a report that went out of this workspace, and of what.

A file is known by its fingerprint, the SHA-256 of its bytes, which is kept with every export: one
that is known has not been changed by a single bit. One that is not known may still name what it was
made from, because every report carries the fingerprint of its contents; that proves nothing of the
rest of it.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import Final

from auditapp.fingerprints import fingerprints_in
from auditapp.i18n import _
from auditapp.model.history import HistoryEntry, HistoryKind
from auditapp.model.ids import AuditId

MOST_BYTES: Final = 256 * 1024 * 1024
"""Of a file, and of what is unpacked of one. A report of a thousand pages has some five million."""

_SIGNED: Final = re.compile(r", signed version (\d+)")


class FileState(StrEnum):
    """Say what a file is."""

    SIGNED = "signed"
    DRAFT = "draft"
    SEVERAL = "several"
    GONE = "gone"
    CLAIMED = "claimed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """Hold what was found out about a file.

    Args:
        state: what it is.
        digest: its fingerprint.
        audit_id: the audit it is about, if it is about one.
        reference: the case reference of that audit.
        version: the number of the signed version that it shows or claims to; 0 for none.
        words: what was kept with the export: when, by whom, and as what.
        newest: the number of the newest signed version of that audit; 0 for none.
        is_being_amended: an amendment of that audit is open.
    """

    state: FileState
    digest: str
    audit_id: AuditId | None = None
    reference: str = ""
    version: int = 0
    words: str = ""
    newest: int = 0
    is_being_amended: bool = False

    @property
    def is_amended(self) -> bool:
        """Tell whether what was signed off is another version by now, or is about to be."""
        return bool(self.version) and (self.version < self.newest or self.is_being_amended)

    @property
    def is_unchanged(self) -> bool:
        """Tell whether it is, bit by bit, what went out."""
        return self.state not in (FileState.CLAIMED, FileState.UNKNOWN)

    @property
    def sentence(self) -> str:
        """Return in a few sentences what the file is, and whether that was amended since."""
        return f"{self._what} {self._since}".rstrip()

    @property
    def _since(self) -> str:
        """Return what became of the version that the file shows."""
        if self.version and self.version < self.newest:
            words = _("The audit was amended since: version {newest} is the newest.")
            return words.format(newest=self.newest)
        if self.version and self.is_being_amended:
            return _("The audit was opened for an amendment since, which is not signed off yet.")
        return ""

    @property
    def _what(self) -> str:
        about = {"reference": self.reference, "number": self.version}
        return {
            FileState.SIGNED: _(
                "It is the report of {reference} as it was signed off (version {number}), "
                "unchanged since it was saved."
            ),
            FileState.DRAFT: _(
                "It is a report of {reference} while it was a draft, unchanged since it was saved. "
                "It is not what was signed off."
            ),
            FileState.SEVERAL: _("It is a report of several audits, unchanged since it was saved."),
            FileState.GONE: _(
                "It is a report of an audit that was deleted since, unchanged since it was saved."
            ),
            FileState.CLAIMED: _(
                "It names the contents of {reference} as signed off (version {number}), but it is "
                "no file that was saved here: it was changed, or saved on another computer. Save "
                "the report again and compare the two."
            ),
            FileState.UNKNOWN: _(
                "It is no report that was saved here, or it was changed since. Do not rely on it."
            ),
        }[self.state].format(**about)


def digests_in(contents: bytes) -> frozenset[str]:
    """Return every fingerprint that a file names, also inside of a packed one."""
    return frozenset[str]().union(*map(fingerprints_in, _parts(contents)))


def version_shown(history: Sequence[HistoryEntry], export: HistoryEntry) -> int:
    """Return the number of the signed version that an export shows; 0 when it shows a draft."""
    asked = _SIGNED.search(export.detail)
    if asked:
        return int(asked[1])
    signed, is_signed = 0, False
    for entry in history[: history.index(export)]:
        if entry.kind is HistoryKind.SIGNED_OFF:
            signed, is_signed = signed + 1, True
        elif entry.kind is HistoryKind.AMENDED:
            is_signed = False
        elif entry.kind is HistoryKind.AMENDMENT_GIVEN_UP:
            is_signed = True
    return signed if is_signed else 0


def _parts(contents: bytes) -> Iterator[bytes]:
    yield contents
    if not contents.startswith(b"PK"):
        return
    room = MOST_BYTES
    try:
        with zipfile.ZipFile(BytesIO(contents)) as packed:
            for info in packed.infolist():
                if info.file_size > room:
                    return
                room -= info.file_size
                yield packed.read(info)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return  # whatever else it is, it is no report of ours
