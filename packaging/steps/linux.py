# SPDX-License-Identifier: MPL-2.0
"""Make the packages for Linux from the built folder: .deb, ``.run`` and portable folder."""

import datetime as dt
import hashlib
import shutil
from pathlib import Path

from steps.archive import tar_gz
from steps.build import APP_ID, NAME, PACKAGING, ROOT, Build
from steps.folder import settle, size_of
from steps.tools import BuildError, need, run

LINUX = PACKAGING / "linux"
ICON = ROOT / f"ui/resources/{NAME}.svg"
NEEDED = LINUX / "needed-libraries.txt"

_KIBIBYTE = 1024


def needed_packages() -> list[str]:
    """Return what the built program takes from the system, as the .deb names it."""
    lines = (line.partition("#")[0] for line in NEEDED.read_text("utf-8").splitlines())
    return [line.partition(" ")[2].strip() for line in lines if line.strip()]


def deb_of(build: Build) -> Path:
    """Return where the .deb of a build lies, be it made or not."""
    return build.dist / f"{NAME}_{build.version}_amd64.deb"


def run_of(build: Build) -> Path:
    """Return where the ``.run`` of a build lies, be it made or not."""
    return build.dist / f"{NAME}-{build.version}-linux-x86_64.run"


def portable_of(build: Build) -> Path:
    """Return where the packed portable folder of a build lies, be it made or not."""
    return build.dist / f"{NAME}-{build.version}-linux-x86_64-portable.tar.gz"


def build_deb(build: Build) -> Path:
    """Make the .deb from the built folder and return its path.

    Raises:
        BuildError: There is no built folder, or ``dpkg-deb`` failed.
    """
    need("dpkg-deb")
    tree = build.work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    program = tree / f"usr/lib/{NAME}"
    shutil.copytree(_built(build), program, symlinks=True)
    shutil.move(program / "licences", tree / f"usr/share/doc/{NAME}/licences")
    _put_link(tree / f"usr/bin/{NAME}", f"../lib/{NAME}/{NAME}")
    put_shared(build, tree / "usr/share", f"/usr/bin/{NAME}")
    _put_documents(build, tree / f"usr/share/doc/{NAME}")
    settle(tree, build.epoch)
    _write_control(build, tree)
    settle(tree / "DEBIAN", build.epoch)
    package = deb_of(build)
    build.dist.mkdir(parents=True, exist_ok=True)
    # One thread: with several the bytes depend on how many there were.
    options = ("--root-owner-group", "-Zxz", "-z6", "--threads-max=1")
    run("dpkg-deb", *options, "--build", tree, package, environment=build.environment)
    return package


def build_run(build: Build) -> Path:
    """Make the file that a person installs with ``sh FILE``, without root, and return its path.

    Raises:
        BuildError: There is no built folder.
    """
    tree = build.work / "run"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(_built(build), tree, symlinks=True)
    (tree / "share").mkdir()
    shutil.copy(LINUX / f"{NAME}.desktop", tree / "share")
    shutil.copy(ICON, tree / "share")
    settle(tree, build.epoch)
    payload = tar_gz(tree, NAME, build.epoch)
    script = fill(
        (LINUX / "install.sh").read_text("utf-8"),
        VERSION=build.version,
        SUM=hashlib.sha256(payload).hexdigest(),
        PACKAGES=" ".join(each.split()[0] for each in needed_packages()),
    )
    package = run_of(build)
    build.dist.mkdir(parents=True, exist_ok=True)
    package.write_bytes(script.encode() + payload)
    package.chmod(0o755)
    return package


def build_portable(build: Build) -> Path:
    """Make the folder that is used from where it lies, packed, and return the path of the file.

    Raises:
        BuildError: There is no built folder.
    """
    tree = build.work / "portable"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(_built(build), tree, symlinks=True)
    shutil.copy(LINUX / "start-portable.sh", tree / "start.sh")
    (tree / "start.sh").chmod(0o755)
    settle(tree, build.epoch)
    package = portable_of(build)
    build.dist.mkdir(parents=True, exist_ok=True)
    package.write_bytes(tar_gz(tree, f"{NAME}-{build.version}", build.epoch))
    return package


def put_shared(build: Build, share: Path, program: str) -> None:
    """Put menu entry, icon and description for ``program`` below ``share``."""
    for folder in ("applications", "metainfo", "icons/hicolor/scalable/apps"):
        (share / folder).mkdir(parents=True)
    entry = fill((LINUX / f"{NAME}.desktop").read_text("utf-8"), PROGRAM=program)
    (share / f"applications/{NAME}.desktop").write_text(entry, "utf-8", newline="\n")
    day = dt.datetime.fromtimestamp(build.epoch, dt.UTC).date().isoformat()
    about = fill(
        (LINUX / "metainfo.xml").read_text("utf-8"), APP_ID=APP_ID, VERSION=build.version, DATE=day
    )
    (share / f"metainfo/{APP_ID}.metainfo.xml").write_text(about, "utf-8", newline="\n")
    shutil.copyfile(ICON, share / f"icons/hicolor/scalable/apps/{NAME}.svg")


def fill(text: str, **values: str) -> str:
    """Put values in the places ``@NAME@`` of a template.

    Raises:
        BuildError: The template has no such place, so that the value would be lost.
    """
    for name, value in values.items():
        if f"@{name}@" not in text:
            raise BuildError(f"The template has no place for @{name}@.")
        text = text.replace(f"@{name}@", value)
    return text


def _built(build: Build) -> Path:
    if not (build.folder / NAME).exists():
        raise BuildError("There is no built folder yet: python3 packaging/build.py folder")
    return build.folder


def _put_link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def _put_documents(build: Build, folder: Path) -> None:
    """Put what Debian expects of every package: whose work it is, and what changed."""
    inner = build.folder
    text = (
        (inner / "NOTICE.txt").read_text("utf-8")
        + "\n"
        + (inner / "LICENCE.txt").read_text("utf-8")
    )
    (folder / "copyright").write_text(text, "utf-8", newline="\n")
    shutil.copyfile(build.source / "CHANGELOG.md", folder / "CHANGELOG.md")


def _write_control(build: Build, tree: Path) -> None:
    control = fill(
        (LINUX / "deb-control").read_text("utf-8"),
        VERSION=build.version,
        SIZE=str(-(-size_of(tree) // _KIBIBYTE)),
        DEPENDS=", ".join(needed_packages()),
    )
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control, "utf-8", newline="\n")
    files = [path for path in sorted((tree / "usr").rglob("*")) if path.is_file()]
    lines = [f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files if not path.is_symlink()]
    (tree / "DEBIAN/md5sums").write_text("".join(lines), "utf-8", newline="\n")


def _md5(path: Path) -> str:
    """Return the sum that Debian keeps of each file, against bad disks and not against people."""
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
