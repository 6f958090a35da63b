# SPDX-License-Identifier: MPL-2.0
"""Missing system libraries are installed where that is allowed, and named where it is not."""

import sys
from importlib.util import find_spec

import pytest

from tests.small_program import SmallProgram

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="plays a Linux computer")


@pytest.fixture
def program(tmp_path):
    """Give a copy that has never been started."""
    return SmallProgram(tmp_path)


def need_library(program, library, user=1000):
    """Start what looks for libraries, on a computer where Qt needs only ``library``."""
    code = (
        "import os\n"
        f"os.geteuid = lambda: {user}\n"
        "from auditapp.bootstrap import ensure, libraries\n"
        f"libraries.QT_LIBRARIES = {{{str(library)!r}: 'libbell1'}}\n"
        "libraries.need_libraries() if os.geteuid() == 0 else ensure('run')\n"
        "print('started')\n"
    )
    return program.start("-c", code)


def put_apt(program, script=""):
    """Put an ``apt-get`` before all others that notes its arguments and runs ``script``."""
    folder = program.folder / "bin"
    folder.mkdir()
    apt = folder / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$@" >> {program.folder}/apt.log\n{script}\n')
    apt.chmod(0o755)
    program.environment["PATH"] = f"{folder}:{program.environment['PATH']}"


def test_missing_library_is_named_to_a_user(program):
    """Somebody who may not install software gets one line to run, and nothing is run for them."""
    put_apt(program)

    seen = need_library(program, "libbell.so.1")

    assert 1 == seen.returncode
    assert "    sudo apt-get install --no-install-recommends libbell1\n" in seen.stderr
    assert not (program.folder / "apt.log").exists()
    assert not program.venv.exists()


def test_missing_library_is_named_without_apt(program):
    """A computer that is not a Debian gets the names of the libraries, not of Debian packages."""
    program.environment["PATH"] = str(program.folder)

    seen = need_library(program, "libbell.so.1")

    assert 1 == seen.returncode
    assert "    libbell.so.1\n" in seen.stderr


def test_missing_library_is_installed_for_root(program):
    """Root on a Debian gets what is missing installed, and the set-up goes on."""
    library = program.folder / "libbell.so.1"
    put_apt(program, f"cp {find_spec('orjson.orjson').origin} {library}")
    del program.environment["AUDITAPP_NO_APT"]

    seen = need_library(program, library, user=0)

    assert "started\n" == seen.stdout
    assert [
        "-qq update",
        "-qq install --yes --no-install-recommends libbell1",
    ] == (program.folder / "apt.log").read_text().splitlines()


def test_apt_can_be_switched_off(program):
    """AUDITAPP_NO_APT keeps even root's system as it is."""
    put_apt(program)

    seen = need_library(program, "libbell.so.1", user=0)

    assert "sudo apt-get install" in seen.stderr
    assert not (program.folder / "apt.log").exists()


def test_failed_apt_shows_what_it_said(program):
    """What apt-get says is shown when it fails, with the line to run by hand."""
    put_apt(program, "echo no such package; exit 100")
    del program.environment["AUDITAPP_NO_APT"]

    seen = need_library(program, "libbell.so.1", user=0)

    assert "no such package\n" in seen.stderr
    assert "libraries" in seen.stderr
