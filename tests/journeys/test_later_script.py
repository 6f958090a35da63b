# SPDX-License-Identifier: MPL-2.0
"""Test by the keyboard alone what comes after an audit: back up, load a checklist, amend, lock."""

import pytest

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import WEAK, start_audit
from tests.ui.review.answering import finish
from ui.app import make_window
from ui.demo import sample
from ui.demo.hands import Hands
from ui.demo.later_script import LaterScript, write_revision
from ui.demo.straight_outside import BACKUP, CHECKLIST, StraightOutside
from ui.main_window import USUAL_SIZE
from ui.open_audit import OpenAudit

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def paths(qapp, tmp_path):
    """Return the folders of somebody who has signed one audit off."""
    paths = find_paths(tmp_path / "audits")
    workspace, _key = Workspace.create(paths, sample.PASSPHRASE, strength=WEAK)
    audit = OpenAudit(workspace, start_audit(workspace, sample.REVISED))
    finish(audit)
    audit.sign_off()
    audit.close()
    workspace.close()
    return paths


def test_every_screen_is_reached_and_what_is_done_holds(qapp, qtbot, paths, tmp_path):
    """There is a backup, an open amendment with its note, no other checklist, and a lock."""
    write_revision(tmp_path / CHECKLIST)
    window = make_window(qapp, paths, StraightOutside(tmp_path / "report.pdf", tmp_path))
    qtbot.addWidget(window)
    window.resize(USUAL_SIZE)
    window.show()
    seen = []
    try:
        LaterScript(window, Hands(window), seen.append).play()
    finally:
        window.close()

    assert ["22", "23", "24", "25", "26", "27", "28"] == [name[:2] for name in seen]
    assert (tmp_path / BACKUP).exists()
    workspace = Workspace.unlock(paths, sample.PASSPHRASE)
    (row,) = workspace.audits()
    audit = workspace.open_audit(row.id)
    notes = [answer.note for answer in audit.answers.values()]
    assert (sample.AMENDED_BECAUSE, True) == (audit.amendment.reason, sample.AMENDED_NOTE in notes)
    assert {"1.0"} == {
        each.version for each in workspace.checklists()[0] if each.id == "chronology"
    }
    workspace.close()
