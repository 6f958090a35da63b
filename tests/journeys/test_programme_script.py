# SPDX-License-Identifier: MPL-2.0
"""Test by the keyboard alone the way through what many audits say together."""

import pytest

from auditapp.paths import find_paths
from ui.app import make_window
from ui.demo.hands import Hands
from ui.demo.programme import make_programme
from ui.demo.programme_script import ProgrammeScript
from ui.demo.straight_outside import StraightOutside
from ui.main_window import USUAL_SIZE

pytestmark = pytest.mark.timeout(300)


def test_every_page_is_reached(qapp, qtbot, tmp_path):
    """Actions, a round, figures, the lines behind one, and the second readings; then the lock."""
    paths = find_paths(tmp_path / "audits")
    make_programme(paths, audits=40)
    window = make_window(qapp, paths, StraightOutside(tmp_path / "report.pdf"))
    qtbot.addWidget(window)
    window.resize(USUAL_SIZE)
    window.show()
    seen = []
    try:
        ProgrammeScript(window, Hands(window), seen.append).play()
    finally:
        window.close()

    assert ["31", "32", "33", "34", "35", "36"] == [name[:2] for name in seen]
    assert (None, None) == (window.workspace, window.home_view)
