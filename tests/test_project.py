# SPDX-License-Identifier: MPL-2.0
"""The repository keeps the promises that no single module can keep."""

import re
import tomllib

import pytest

import auditapp
from auditapp.bootstrap.stamps import LOCKS, ROOT

NOT_OURS = {"__pycache__", "build", "demo-output", "dist", "vendor"}
"""Folders that are made or put here on one computer and never shared."""


def is_ours(folder):
    """Tell whether a folder is part of the repository."""
    name = folder.name
    return name not in NOT_OURS and (not name.startswith(".") or name == ".ci")


def files_below(folder):
    """Yield the files of the repository; what is not ours is not even looked into."""
    for path in sorted(folder.iterdir()):
        if not path.is_dir():
            yield path
        elif is_ours(path):
            yield from files_below(path)


FILES = list(files_below(ROOT))
PYTHON_FILES = [path for path in FILES if path.suffix == ".py"]
LOCK_FILES = LOCKS["test"]
OPTIONAL_LOCKS = {name: ROOT / f"requirements-{name}.lock" for name in ("keychain", "seal")}
BENCHMARK_LOCK = ROOT / "requirements-benchmark.lock"
BUILD_LOCK = ROOT / "requirements-build.lock"


def texts():
    """Yield each text file with its text."""
    for path in FILES:
        content = path.read_bytes()
        if b"\0" not in content:
            yield path, content.decode("utf-8", "replace")


def pinned(path):
    """Return the lines of a lock, one a package, with their hashes."""
    return path.read_text("utf-8").replace("\\\n", "").splitlines()


def normalised(name):
    """Return a package's name as locks spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_python_file_names_its_licence():
    """The first line of each Python file is the licence tag."""
    first_lines = {path: path.read_text("utf-8").partition("\n")[0] for path in PYTHON_FILES}

    without = [
        str(path.relative_to(ROOT))
        for path, line in first_lines.items()
        if line != "# SPDX-License-Identifier: MPL-2.0"
    ]
    assert [] == without


def test_no_text_names_somebody_s_computer():
    """No file names a home folder or a work folder of the computer it was written on."""
    home = re.compile(r"(?<!\w)/(?:home|root|work)/\w|[A-Z]:\\Users\\\w")

    assert [] == [str(path) for path, text in texts() if home.search(text)]


def test_no_text_names_a_package_host():
    """Where packages come from is each computer's own setting."""
    host = re.compile(r"\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:com|org))\b")

    assert [] == [str(path) for path, text in texts() if host.search(text)]


@pytest.mark.parametrize(
    "lock",
    [*LOCK_FILES, *OPTIONAL_LOCKS.values(), BENCHMARK_LOCK, BUILD_LOCK],
    ids=lambda path: path.name,
)
def test_lock_holds_hashes_and_no_address(lock):
    """Every package of a lock has an exact version and hashes, and no address."""
    package = re.compile(r"[a-z0-9-]+==[^\s;]+( ;[^:]+)?(\s+--hash=sha256:[0-9a-f]{64})+")

    assert [] == [line[:60] for line in pinned(lock) if not package.fullmatch(line.strip())]


def test_locks_hold_every_dependency():
    """What the project file asks for is in the locks."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {normalised(re.split(r"[=<>\[ ]", line)[0]) for line in wanted}

    held = {line.partition("==")[0] for lock in LOCK_FILES for line in pinned(lock)}
    assert set() == names - held


@pytest.mark.parametrize("part", OPTIONAL_LOCKS)
def test_the_lock_of_an_optional_part_fits_the_others(part):
    """It holds what the project file asks for, and no package in another version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["optional-dependencies"][part]
    locks = [OPTIONAL_LOCKS[part], *LOCK_FILES]
    optional, *others = [
        dict(line.split()[0].split("==") for line in pinned(lock)) for lock in locks
    ]

    assert set(wanted) <= {f"{name}=={version}" for name, version in optional.items()}
    for held in others:
        shared = optional.keys() & held.keys()
        assert {name: held[name] for name in shared} == {name: optional[name] for name in shared}
    names = {name for held in others for name in held}
    assert not {line.partition("==")[0] for line in wanted} & names


def test_the_lock_of_the_benchmarks_holds_what_they_ask_for():
    """What reports are measured against is in a lock of its own, which nothing else installs."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    held = {line.split()[0] for line in pinned(BENCHMARK_LOCK)}

    assert set(project["dependency-groups"]["benchmark"]) <= held


def test_the_lock_of_the_packages_fits_the_program_s():
    """What builds is installed beside what is packed, and wants no package in another version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    built, runtime = (
        dict(line.split()[0].split("==") for line in pinned(lock))
        for lock in (BUILD_LOCK, LOCKS["run"][0])
    )

    assert set(project["dependency-groups"]["build"]) <= {f"{n}=={v}" for n, v in built.items()}
    shared = built.keys() & runtime.keys()
    assert {name: built[name] for name in shared} == {name: runtime[name] for name in shared}


def test_changelog_has_the_version():
    """The version in the code has its heading in the changelog."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert f"\n## [{auditapp.__version__}]" in changelog


def test_packaging_is_no_package():
    """A package named ``packaging`` here would hide the one that pytest needs."""
    assert not (ROOT / "packaging/__init__.py").exists()


@pytest.mark.parametrize(
    "page", [path for path in FILES if path.suffix == ".md"], ids=lambda path: path.name
)
def test_links_between_pages_lead_somewhere(page):
    """Every link from one page of the repository to another finds it."""
    link = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:|#)([^)#]+)")

    links = link.findall(page.read_text("utf-8"))
    assert [] == [target for target in links if not (page.parent / target).exists()]
