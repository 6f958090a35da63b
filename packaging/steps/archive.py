# SPDX-License-Identifier: MPL-2.0
"""Write archives that come out the same wherever and by whomever they are made."""

import gzip
import hashlib
import io
import tarfile
from pathlib import Path

_LEVEL = 9


def tar_gz(folder: Path, name: str, epoch: int) -> bytes:
    """Return ``folder`` as a compressed tar file, in which it is called ``name``.

    Everything belongs to root there and is dated ``epoch``; the order is that of the names.
    """
    packed = io.BytesIO()
    with (
        gzip.GzipFile(
            fileobj=packed, mode="wb", compresslevel=_LEVEL, mtime=0, filename=""
        ) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in (folder, *sorted(folder.rglob("*"))):
            _add(tar, path, Path(name) / path.relative_to(folder), epoch)
    return packed.getvalue()


def _add(tar: tarfile.TarFile, path: Path, name: Path, epoch: int) -> None:
    member = tar.gettarinfo(path, arcname=name.as_posix())
    member.uid = member.gid = 0
    member.uname = member.gname = "root"
    member.mtime = epoch
    if member.isreg():
        with path.open("rb") as file:
            tar.addfile(member, file)
    else:
        tar.addfile(member)


def write_sums(folder: Path) -> Path:
    """Write ``SHA256SUMS`` of the files in ``folder``, as ``sha256sum --check`` reads it."""
    sums = folder / "SHA256SUMS"
    files = sorted(path for path in folder.iterdir() if path.is_file() and path != sums)
    lines = [f"{digest(path)}  {path.name}\n" for path in files]
    sums.write_text("".join(lines), "utf-8", newline="\n")
    return sums


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
