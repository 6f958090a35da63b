# SPDX-License-Identifier: MPL-2.0
"""Test by the keyboard alone the way through what many audits say together."""

from functools import partial

import pytest

import ui.demo
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from ui.demo import sample
from ui.demo.programme import make_programme

pytestmark = pytest.mark.timeout(300)


def test_every_page_is_reached(qapp, tmp_path, monkeypatch):
    """Actions, a round, figures, the lines behind one, and the second readings; then the lock."""
    monkeypatch.setattr(ui.demo, "make_programme", partial(make_programme, audits=40))
    folder = tmp_path / "pictures"
    folder.mkdir()
    taken = ui.demo._look_at_a_programme(qapp, tmp_path / "audits", folder)

    assert ["31", "32", "33", "34", "35", "36"] == [path.name[:2] for path in taken[::2]]
    assert all(path.stat().st_size for path in taken)
    workspace = Workspace.unlock(find_paths(tmp_path / "audits"), sample.PASSPHRASE)
    names = {about.name for about in workspace.rounds()}
    workspace.close()
    assert "Seen and safe, autumn" in names
