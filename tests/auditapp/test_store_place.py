# SPDX-License-Identifier: MPL-2.0
"""Test what is said about folders in which audits are not safe."""

from pathlib import Path, PurePosixPath

import pytest

from auditapp.store_place import (
    PlaceFacts,
    PlaceRisk,
    mounted_type,
    syncing_service,
    warnings_about,
)

MOUNTINFO = r"""
24 29 0:22 / /sys rw,nosuid shared:7 - sysfs sysfs rw
29 1 259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2 rw
97 29 0:45 / /users/r.okafor rw,relatime shared:51 - nfs4 files:/okafor rw,vers=4.2
98 97 0:46 / /users/r.okafor/My\040Stick rw - vfat /dev/sdb1 rw
99 29 0:47 / /mnt rw - ext4 /dev/sdc1 rw
100 29 0:48 / /mnt rw master:3 propagate_from:2 - cifs //files/share rw
101 29 0:49 / /users/r.okafor2 rw - xfs /dev/sdd1 rw
a line that is none
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/audits", "ext4"),
        ("/users/r.okafor/.local/share", "nfs4"),
        ("/users/r.okafor", "nfs4"),
        ("/users/r.okafor/My Stick/audits", "vfat"),
        ("/users/r.okafor2/x", "xfs"),
        ("/mnt/x", "cifs"),
    ],
)
def test_the_nearest_mount_decides(folder, kind):
    """Not a folder whose name only begins alike; and of two mounts on one point the later."""
    assert kind == mounted_type(MOUNTINFO, PurePosixPath(folder))


def test_without_a_mount_nothing_is_known():
    """An empty or foreign text says nothing."""
    assert "" == mounted_type("", PurePosixPath("/users"))


def risks(**facts):
    """Return the risks that are named for a folder."""
    return [warning.risk for warning in warnings_about(PlaceFacts(**facts))]


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "afs", "afpfs"])
def test_a_network_drive_is_named(kind):
    """By the type of its file system."""
    (warning,) = warnings_about(PlaceFacts(file_system=kind))

    assert PlaceRisk.NETWORK is warning.risk
    assert warning.is_grave
    assert "network drive" in warning.title


def test_a_network_drive_that_the_system_knows_is_named():
    """Windows and macOS tell by themselves."""
    assert [PlaceRisk.NETWORK] == risks(file_system="ntfs", is_remote=True)


def test_a_synchronised_folder_is_named_with_its_service():
    """So that the person knows which one to look at."""
    (warning,) = warnings_about(PlaceFacts(file_system="ntfs", synced_by="OneDrive"))

    assert PlaceRisk.SYNCED is warning.risk
    assert warning.is_grave
    assert "OneDrive" in warning.title


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        ({"file_system": "ext4"}, []),
        ({}, []),
        ({"file_system": "fuse.gocryptfs"}, []),
        ({"file_system": "tmpfs"}, [PlaceRisk.FLEETING]),
        ({"file_system": "exfat"}, [PlaceRisk.NO_LINKS]),
        ({"file_system": "ext4", "has_links": False}, [PlaceRisk.NO_LINKS]),
        ({"file_system": "ext4", "can_flush": False}, [PlaceRisk.NO_FLUSH]),
        (
            {"file_system": "cifs", "synced_by": "Dropbox", "has_links": False},
            [PlaceRisk.NETWORK, PlaceRisk.SYNCED, PlaceRisk.NO_LINKS],
        ),
    ],
)
def test_each_fact_has_its_risk_and_a_good_disk_has_none(facts, named):
    """The worst comes first."""
    assert named == risks(**facts)


def test_a_stick_is_called_one():
    """Whoever has it can take the files: FAT knows no owner."""
    stick, other = (
        warnings_about(PlaceFacts(**facts))[0]
        for facts in ({"file_system": "vfat"}, {"file_system": "ext4", "has_links": False})
    )

    assert "sticks" in stick.title
    assert "sticks" not in other.title
    assert not stick.is_grave


def service(folder, environment=None, marks=None):
    """Return the service that is found, where ``marks`` are names in folders."""
    marks = {Path(key): names for key, names in (marks or {}).items()}
    return syncing_service(Path(folder), environment or {}, lambda where: marks.get(where, ()))


@pytest.mark.parametrize(
    ("folder", "named"),
    [
        ("/users/ro/OneDrive - Northshire/audits", "OneDrive"),
        ("/Users/ro/Dropbox (Northshire)/audits", "Dropbox"),
        ("/Users/ro/Library/CloudStorage/Box-Box/audits", "Box"),
        ("/Users/ro/Library/Mobile Documents/com~apple~CloudDocs/audits", "iCloud"),
        ("/users/ro/Nextcloud", "Nextcloud"),
        ("/users/ro/Google Drive/x", "Google Drive"),
        ("/users/ro/.local/share/Case File Audit", ""),
        ("/users/ro/dropboxes/audits", ""),
        ("/users/ro/OneDrive-old/audits", ""),
    ],
)
def test_folders_are_known_by_their_names(folder, named):
    """Only by whole names, with what the services themselves add."""
    assert named == service(folder)


def test_the_folders_of_onedrive_are_known_by_the_environment(tmp_path):
    """Windows moves Documents there, under any name."""
    environment = {"OneDriveCommercial": str(tmp_path / "Council"), "OneDrive": ""}

    assert "OneDrive" == service(tmp_path / "Council/Documents", environment)
    assert "" == service(tmp_path / "Council2/Documents", environment)


@pytest.mark.parametrize(
    ("mark", "named"),
    [
        (".dropbox.cache", "Dropbox"),
        (".sync_8f3a2b1c9d0e.db", "Nextcloud"),
        ("._sync_8f3a2b1c9d0e.db", "Nextcloud"),
        (".stfolder", "Syncthing"),
        (".tmp.driveupload", "Google Drive"),
        (".dropbox", ""),  # the settings of Dropbox, which lie in every home folder that has it
        ("sync_.db", ""),
    ],
)
def test_a_mark_in_any_folder_above_tells(mark, named):
    """Services leave files of their own at the top of what they copy."""
    assert named == service("/users/ro/done/audits", marks={"/users/ro": ["x", mark]})
