# SPDX-License-Identifier: MPL-2.0
"""Judge whether a folder is a place where audits are safe, from facts about it.

Nothing here asks the system; ``auditapp.store_place_facts`` does. What is known about a folder can
never prove that it is safe: a warning is certain, and its absence is not.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath, PurePosixPath
from typing import Final

from auditapp.i18n import _

NETWORK_TYPES: Final = frozenset(
    {
        "9p", "acfs", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "gpfs",
        "lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "prl_fs", "smb2", "smb3", "smbfs",
        "vboxsf", "virtiofs", "webdav",
        "fuse.davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.rclone",
        "fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse", "fuse.juicefs", "fuse.cephfs",
    }
)  # fmt: skip
"""File systems that another computer, or the host of a virtual one, may change at the same time.

Names as Linux writes them into ``/proc/self/mountinfo`` (proc(5)) and as macOS gives them in
``f_fstypename`` of ``statfs`` (statfs(2)).
"""

FLEETING_TYPES: Final = frozenset({"tmpfs", "ramfs"})
"""File systems in memory: they are empty after the computer was switched off."""

PLAIN_TYPES: Final = frozenset({"exfat", "fat", "fat32", "msdos", "vfat"})
"""File systems of sticks and cards, without hard links and without rights of users."""

_SERVICE_OF_VARIABLE: Final = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}
"""Variables in which OneDrive on Windows names its folders."""

_SERVICE_OF_MARK: Final = {
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".stfolder": "Syncthing",
}
"""Files and folders that a service leaves at the top of what it copies."""

_NEXTCLOUD_MARK: Final = re.compile(r"\._?sync_[0-9a-f]+\.db")
"""The same for Nextcloud, where the name differs from folder to folder."""

_SERVICE_OF_PART: Final = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "pclouddrive": "pCloud",
    "proton drive": "Proton Drive",
    "synologydrive": "Synology Drive",
}
"""Names of folders; a service may add who it is for: "OneDrive - Northshire", "Dropbox (Work)"."""

_CLOUD_STORAGE: Final = "cloudstorage"
"""The folder in ``~/Library`` in which macOS keeps every service that uses its File Provider."""

_ESCAPE: Final = re.compile(r"\\([0-7]{3})")
_PART_ADDITION: Final = re.compile(r"(?: - .*| \(.*\))$")


class PlaceRisk(StrEnum):
    """Name what is wrong with a folder."""

    NETWORK = "network"
    SYNCED = "synced"
    FLEETING = "fleeting"
    NO_FLUSH = "no_flush"
    NO_LINKS = "no_links"


GRAVE: Final = frozenset({PlaceRisk.NETWORK, PlaceRisk.SYNCED})
"""Risks with which nobody should begin without having chosen to.

A place in memory is none of them: whoever tries the program out there knows that it is.
"""


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """Hold what the system says about a folder.

    Args:
        file_system: Its type, in small letters; empty where it is not known.
        is_remote: Whether the system itself calls it a network drive.
        synced_by: The service that copies the folder elsewhere; empty for none that is known.
        has_links: Whether a second name could be given to a file there.
        can_flush: Whether a file and the folder could be flushed to the disk.
    """

    file_system: str = ""
    is_remote: bool = False
    synced_by: str = ""
    has_links: bool = True
    can_flush: bool = True


@dataclass(frozen=True, slots=True)
class PlaceWarning:
    """Say in words what may go wrong in a folder, and what to do about it."""

    risk: PlaceRisk
    title: str
    text: str

    @property
    def is_grave(self) -> bool:
        """Whether nobody should begin there without having chosen to."""
        return self.risk in GRAVE


def warnings_about(facts: PlaceFacts) -> tuple[PlaceWarning, ...]:
    """Return what may go wrong in a folder, the worst first; nothing where all seems well."""
    found: list[PlaceWarning] = []
    if facts.is_remote or facts.file_system in NETWORK_TYPES:
        found.append(_network())
    if facts.synced_by:
        found.append(_synced(facts.synced_by))
    if facts.file_system in FLEETING_TYPES:
        found.append(_fleeting())
    if not facts.can_flush:
        found.append(_no_flush())
    if not facts.has_links or facts.file_system in PLAIN_TYPES:
        found.append(_no_links(is_stick=facts.file_system in PLAIN_TYPES))
    return tuple(found)


def mounted_type(mountinfo: str, folder: PurePosixPath) -> str:
    """Return the type of the file system that ``folder`` is on, in small letters.

    Args:
        mountinfo: The text of ``/proc/self/mountinfo``; its fields are described in proc(5).
        folder: An absolute path without symbolic links.

    Returns:
        An empty text where no line fits.
    """
    best, kind = -1, ""
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if not dash or len(fields) < 5:  # noqa: PLR2004 - the fifth is where it is mounted
            continue
        point = PurePosixPath(_ESCAPE.sub(lambda match: chr(int(match[1], 8)), fields[4]))
        # Of two on the same point the later one lies on top.
        if folder.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), after.split(" ")[0].lower()
    return kind


def syncing_service(
    folder: Path,
    environment: Mapping[str, str],
    names_in: Callable[[Path], Iterable[str]],
) -> str:
    """Return the name of the service that copies ``folder`` elsewhere; empty for none known.

    Args:
        folder: An absolute path.
        environment: The variables of the process.
        names_in: Returns the names in a folder; none if it cannot be read.
    """
    named = _named_by_environment(folder, environment) or _named_by_parts(folder)
    if named:
        return named
    for around in (folder, *folder.parents):
        for name in names_in(around):
            if name in _SERVICE_OF_MARK:
                return _SERVICE_OF_MARK[name]
            if _NEXTCLOUD_MARK.fullmatch(name):
                return "Nextcloud"
    return ""


def _named_by_environment(folder: Path, environment: Mapping[str, str]) -> str:
    for variable, service in _SERVICE_OF_VARIABLE.items():
        root = environment.get(variable, "")
        if root and folder.is_relative_to(root):
            return service
    return ""


def _named_by_parts(folder: PurePath) -> str:
    parts = [part.casefold() for part in folder.parts]
    if _CLOUD_STORAGE in parts[:-1]:  # ~/Library/CloudStorage/Service-account
        return folder.parts[parts.index(_CLOUD_STORAGE) + 1].partition("-")[0]
    names = (_SERVICE_OF_PART.get(_PART_ADDITION.sub("", part)) for part in parts)
    return next((name for name in names if name), "")


# The words


def _network() -> PlaceWarning:
    return PlaceWarning(
        PlaceRisk.NETWORK,
        _("Your audits are on a network drive"),
        _(
            "Two computers that have them open may spoil each other’s work, and a connection that "
            "is lost may take what you write last with it. Keep them on this computer instead: "
            "close the program, move the whole folder, and start it there."
        ),
    )


def _synced(service: str) -> PlaceWarning:
    return PlaceWarning(
        PlaceRisk.SYNCED,
        _("Your audits are in a folder that {service} copies elsewhere").format(service=service),
        _(
            "They leave this computer, though encrypted, and an older copy may be put in the place "
            "of a newer one. Keep them in a folder that is not synchronised: close the program, "
            "move the whole folder, and start it there."
        ),
    )


def _fleeting() -> PlaceWarning:
    return PlaceWarning(
        PlaceRisk.FLEETING,
        _("Your audits are in a place that is emptied when the computer is switched off"),
        _("Everything in it will be gone then. Keep them in a folder on the disk."),
    )


def _no_flush() -> PlaceWarning:
    return PlaceWarning(
        PlaceRisk.NO_FLUSH,
        _("The disk of your audits does not say when something is really on it"),
        _(
            "A power cut may take what was shown as saved. Keep your audits on the computer’s own "
            "disk."
        ),
    )


def _no_links(*, is_stick: bool) -> PlaceWarning:
    words = _(
        "No earlier save of an audit can be kept there, to stand in if its file is damaged. Make "
        "backups often, or keep your audits on the computer’s own disk."
    )
    if is_stick:
        # FAT and exFAT know no owner of a file.
        words = _("{words} Whoever has the stick can also take the files off it.").format(
            words=words
        )
        title = _("Your audits are on a disk of the kind that sticks and cards have")
    else:
        title = _("The disk of your audits keeps no earlier saves")
    return PlaceWarning(PlaceRisk.NO_LINKS, title, words)
