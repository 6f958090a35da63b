# SPDX-License-Identifier: MPL-2.0
"""Give the trials the program, a place to write to, and a workspace with signed audits."""

import shutil
import tempfile
from pathlib import Path

import pytest

from tests.built.built_program import BuiltProgram

AUDITS = "3"


def pytest_addoption(parser):
    """Take which program is tried, and where and as whom it is started."""
    parser.addoption("--program", default=None)
    parser.addoption("--root", type=Path, default=None)
    parser.addoption("--user", type=int, default=None)
    parser.addoption("--demo", nargs="?", const="both", choices=("both", "seen"))
    parser.addoption("--keychain", action="store_true")
    parser.addoption("--build-version", default=None)


@pytest.fixture(scope="session")
def program(request):
    """Return the built program with a folder that it may write to, removed in the end."""
    chosen = request.config.getoption
    root, user = chosen("--root"), chosen("--user")
    place = root / "tmp" if root else None
    folder = Path(tempfile.mkdtemp(prefix="built-", dir=place))
    built = BuiltProgram(chosen("--program"), folder, root=root, user=user)
    built.own(folder)
    yield built
    shutil.rmtree(folder)


@pytest.fixture
def needs_demo(request):
    """Skip what takes minutes, unless it was asked for."""
    if not request.config.getoption("--demo"):
        pytest.skip("the demo was not asked for: --demo, or --demo=seen")


@pytest.fixture
def needs_unseen_demo(request):
    """Skip the demo without a screen, unless both were asked for."""
    if request.config.getoption("--demo") != "both":
        pytest.skip("the demo without a screen was not asked for: --demo")


@pytest.fixture(scope="session")
def workspace(program):
    """Return the folder of a workspace that the built program itself made."""
    made = program.run("sample-data", AUDITS, home="sample")
    assert (0, "") == (made.returncode, made.stderr)
    return "sample"
