# SPDX-License-Identifier: MPL-2.0
"""Walk in other languages than English, for words that are cut off.

A language counts from the start, because many texts are put into tables as modules load; so each
walk is a process of its own.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from auditapp import i18n
from auditapp.language import VARIABLE
from auditapp.paths import PROGRAM

WALK = Path(__file__).with_name("walk_for_words.py")

pytestmark = pytest.mark.timeout(1800)


@pytest.mark.parametrize("language", [i18n.WELSH, i18n.PSEUDO])
def test_no_words_are_cut_off(language):
    """Welsh is longer than English, and the language that is none by two fifths."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "tests.ui.accessibility.in_language"),
            *("-p", "no:cacheprovider", str(WALK)),
        ],
        cwd=PROGRAM,
        env=os.environ | {VARIABLE: language},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stdout + done.stderr
