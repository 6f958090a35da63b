# SPDX-License-Identifier: MPL-2.0
"""Tests of ``auditapp.fault_report``: enough to find the fault, and nothing of a case."""

import faulthandler
import subprocess
import sys

import pytest

from auditapp import __version__
from auditapp.fault_report import crash_report, fault_report

NAME = "Amira Example"


def caught():
    """Return an error behind which there is another, both with words of a case."""
    try:
        try:
            {}[NAME]
        except KeyError as error:
            raise ValueError(NAME) from error
    except ValueError as error:
        return error


def test_a_report_tells_kinds_and_places_and_what_was_behind():
    """The last error first, and where in the program each came from."""
    report = fault_report(caught(), ["Window 1366 x 768"])
    lines = report.splitlines()

    assert f"Case File Audit {__version__}" in lines[0]
    assert "Window 1366 x 768" in lines
    assert lines.index("ValueError") < lines.index("after") < lines.index("KeyError")
    assert 2 == report.count("test_fault_report.py:")
    assert NAME not in report


def test_a_report_names_places_in_the_program():
    """From its own folder on."""
    report = fault_report(caught())

    assert "  auditapp/test_fault_report.py:" in report


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("/Volumes/jane.smith/audit/main.py", "main.py"),
        (r"C:\Staff\Jane Smith\main.py", "main.py"),
        ("/Volumes/jane.smith/audit/ui/home/rail.py", "ui/home/rail.py"),
        ("/srv/auditapp/x/auditapp/store/vault.py", "auditapp/store/vault.py"),
        ("/Volumes/jane/.venv/lib/python3.11/site-packages/pikepdf/_core.py", "pikepdf/_core.py"),
        (r"C:\Staff\jane\Lib\site-packages\reportlab\lib\x.py", "reportlab/lib/x.py"),
        ("/Volumes/jane/python3.11/threading.py", "threading.py"),
        ("<frozen runpy>", "<frozen runpy>"),
    ],
)
def test_a_report_names_no_folder_of_a_person(file, told):
    """Above the program lies the home folder, which is called as its owner is."""
    report = crash_report(f'  File "{file}", line 7 in f')

    assert f"  {told}:7 f" == report.splitlines()[-1]


def test_errors_in_a_ring_end():
    """Two errors that are each behind the other are told once each."""
    first, second = ValueError(NAME), KeyError(NAME)
    first.__context__, second.__context__ = second, first

    assert 1 == fault_report(first).count("ValueError")


def test_a_real_crash_is_told_by_its_places(tmp_path):
    """A process that is brought down leaves its places; from these the report is made."""
    script = tmp_path / "somebody" / "deep" / "inside" / "falls.py"
    script.parent.mkdir(parents=True)
    script.write_text(
        "import faulthandler, sys\n"
        f"name = {NAME!r}\n"
        "faulthandler.enable(open(sys.argv[1], 'w'))\n"
        "def fall(): faulthandler._sigsegv()\n"
        "fall()\n"
    )
    crash = tmp_path / "crash.txt"
    done = subprocess.run([sys.executable, str(script), str(crash)], check=False)
    report = crash_report(crash.read_text())

    assert 0 != done.returncode
    assert "Segmentation fault" in report
    assert "  falls.py:4 fall" in report
    assert "inside" not in report


def test_of_a_crash_only_what_is_known_is_kept():
    """Anything else in the file stays where it is."""
    report = crash_report(f'{NAME}\nFatal Python error: Aborted\n  File "a/b/c/d.py", line 7 in f')

    assert ["Fatal Python error: Aborted", "  d.py:7 f"] == report.splitlines()[2:]
    assert faulthandler is not None
