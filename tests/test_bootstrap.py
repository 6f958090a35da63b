# SPDX-License-Identifier: MPL-2.0
"""The first start sets everything up, the second is quick, and what goes wrong is said plainly.

Real processes make real environments in small copies of the program; nothing needs a network.
"""

import ast
import shutil
import subprocess
import sys
from importlib.metadata import version

import pytest

from auditapp.bootstrap.stamps import ROOT
from tests.small_program import SmallProgram

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="plays a Linux computer")


@pytest.fixture
def program(tmp_path):
    """Give a copy that has never been started."""
    return SmallProgram(tmp_path)


@pytest.fixture(scope="module")
def first_start(tmp_path_factory):
    """Give a copy after its first start, and what that start said."""
    started = SmallProgram(tmp_path_factory.mktemp("program"))
    return started, started.start()


def test_first_start_sets_up_and_goes_on(first_start):
    """The first start makes the environment and then does what was asked, in it."""
    program, seen = first_start

    assert f"bell 1.0 prefix {program.venv} arguments list\n" == seen.stdout
    assert 3 == seen.returncode
    assert "[setup] making a Python environment" in seen.stderr


def test_second_start_goes_straight_on(first_start):
    """A later start says nothing and needs neither pip nor packages nor network."""
    program, _ = first_start

    seen = program.start(PIP_FIND_LINKS="/nowhere", PIP_NO_INDEX="1")

    assert ("", 3) == (seen.stderr, seen.returncode)


def test_other_kind_is_added_to_the_environment(first_start):
    """Setting up for the tests adds to what running the program has already made."""
    program, _ = first_start
    code = "from auditapp import bootstrap as b; b.ensure('test'); import bell; print(bell.SOUND)"

    seen = program.start("-c", code)

    assert "ding\n" == seen.stdout
    assert "making a Python environment" not in seen.stderr


def test_pythonhome_does_not_lead_out(first_start):
    """A PYTHONHOME for the computer's own Python does not keep the program out of its own."""
    program, _ = first_start

    seen = program.start(PYTHONHOME=sys.base_prefix)

    assert f"prefix {program.venv} " in seen.stdout


@pytest.mark.parametrize("damage", ["unfinished", "no configuration", "other locks"])
def test_cut_off_set_up_heals(first_start, damage):
    """A set-up cut off half-way, or made from other locks, is put right by the next start."""
    program, _ = first_start
    if damage == "unfinished":
        program.module().write_text("half a fi")
        (program.venv / "audit-setup-unfinished").touch()
    elif damage == "no configuration":
        (program.venv / "pyvenv.cfg").unlink()
    else:
        program.module().unlink()
        shutil.rmtree(next(program.venv.glob("lib/python3.*/site-packages/bell-1.0.dist-info")))
        program.lock.write_text(program.lock.read_text() + "# revised\n")

    seen = program.start()

    assert "bell 1.0 " in seen.stdout, seen.stderr
    assert "SOUND = 'ding'\n" == program.module().read_text()


def test_cut_off_set_up_heals_from_inside(first_start):
    """Even the Python of a half-made environment sees that it is one, and makes it anew."""
    program, _ = first_start
    (program.venv / "audit-setup-unfinished").touch()

    seen = program.start(python=program.venv / "bin/python")

    assert "beginning again" in seen.stderr
    assert f"prefix {program.venv} " in seen.stdout


def test_ctrl_c_ends_in_a_sentence(program):
    """Stopping the set-up by hand ends it with a sentence, and the next start begins again."""
    code = (
        "from auditapp.bootstrap import environment, ensure\n"
        "def stopped(kind): raise KeyboardInterrupt\n"
        "environment._install_packages = stopped\n"
        "ensure('run')\n"
    )

    seen = program.start("-c", code)

    assert 130 == seen.returncode
    assert seen.stderr.endswith("[setup] stopped. The next start begins the set-up again.\n")
    assert (program.venv / "audit-setup-unfinished").exists()


def test_failed_download_leaves_what_worked(first_start):
    """Without a network a new lock cannot be met, but the program starts with the old one."""
    program, _ = first_start
    old_lock = program.lock.read_text()
    program.lock.write_text(old_lock.replace("1.0", "1.1"))

    without_network = program.start()
    program.lock.write_text(old_lock)
    with_old_lock = program.start()

    assert 1 == without_network.returncode
    assert "The first start needs a network, or the packages in" in without_network.stderr
    assert "Traceback" not in without_network.stderr
    assert ("", 3) == (with_old_lock.stderr, with_old_lock.returncode)


def test_environment_without_pip_is_completed(program):
    """An environment that uv made, which has no pip, is used and not made again."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", program.venv], check=True)

    seen = program.start()

    assert "bell 1.0 " in seen.stdout
    assert "making a Python environment" not in seen.stderr


def test_satisfied_python_is_left_alone(program):
    """Nothing is set up when the Python that runs holds every pin, as under uv, tox and nox."""
    program.lock.write_text(
        f"pytest=={version('pytest')} \\\n    --hash=sha256:0\n"
        "no-such-package==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:0\n"
    )

    seen = program.start("-c", "from auditapp.bootstrap import ensure; ensure('run'); print('on')")

    assert ("on\n", "") == (seen.stdout, seen.stderr)
    assert not program.venv.exists()


def test_bootstrap_can_be_switched_off(program):
    """AUDITAPP_NO_BOOTSTRAP goes on in the Python that runs, whatever it holds."""
    code = "from auditapp.bootstrap import ensure; ensure('run'); print('on')"

    seen = program.start("-c", code, AUDITAPP_NO_BOOTSTRAP="1")

    assert ("on\n", "") == (seen.stdout, seen.stderr)
    assert not program.venv.exists()


def test_without_the_set_up_a_package_that_lacks_is_named(program):
    """Nothing of Python's own words comes with it."""
    seen = program.start(AUDITAPP_NO_BOOTSTRAP="1")

    assert (1, "") == (seen.returncode, seen.stdout)
    assert seen.stderr.startswith("This Python lacks a package that the program needs, bell: ")
    assert "Traceback" not in seen.stderr


def test_frozen_program_needs_no_set_up(program):
    """A packaged program, which brings its own Python, sets up nothing."""
    code = "import sys; sys.frozen = True; import auditapp.bootstrap as b; b.ensure('run')"

    seen = program.start("-c", code)

    assert ("", 0) == (seen.stderr, seen.returncode)
    assert not program.venv.exists()


def test_folder_that_cannot_be_written_is_named(program):
    """A program folder without the right to write gets a sentence that says what to do."""
    folder = program.folder / "file/venv"
    folder.parent.touch()

    seen = program.start(AUDITAPP_VENV=str(folder))

    assert 1 == seen.returncode
    assert f"The set-up cannot write to {folder}" in seen.stderr
    assert "Copy the program's folder to a place of your own" in seen.stderr
    assert "Traceback" not in seen.stderr


def test_folder_of_somebody_else_is_left_alone(program):
    """A folder that holds something else is never cleared, whatever AUDITAPP_VENV says."""
    letter = program.folder / "letters/letter.txt"
    letter.parent.mkdir()
    letter.write_text("Dear")

    seen = program.start(AUDITAPP_VENV=str(letter.parent))

    assert 1 == seen.returncode
    assert f"{letter.parent} is in the way" in seen.stderr
    assert "Dear" == letter.read_text()


def test_second_click_waits_for_the_first(program):
    """Two starts at once do not set up twice: the second waits, and finds everything there."""
    both = [
        subprocess.Popen(
            [sys.executable, "main.py"],
            cwd=program.folder,
            env=program.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]

    seen = [start.communicate() for start in both]

    assert [3, 3] == [start.returncode for start in both]
    said = "".join(stderr for _, stderr in seen)
    assert 1 == said.count("making a Python environment")
    assert 1 == said.count("another start is setting up")


@pytest.mark.parametrize("name", ["main.py", "tests/__main__.py"])
def test_old_python_is_told_so(name):
    """An old Python can read the file far enough to say which one is needed."""
    source = (ROOT / name).read_text("utf-8")
    ast.parse(source, feature_version=(3, 4))
    code = f"import sys; sys.version_info = (3, 8, 0); exec(compile({source!r}, '', 'exec'))"

    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert 1 == seen.returncode
    assert "Python 3.11 or newer; this is 3.8." in seen.stderr
    assert "Traceback" not in seen.stderr
