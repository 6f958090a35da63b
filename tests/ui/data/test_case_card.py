# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.data.case_card``."""

import pytest

from auditapp.model.edits import Author, change_answer
from tests.making import Clock, start_audit
from ui.data.case_card import CaseCard
from ui.outside import Outside


class Folder(Outside):
    """Somebody who chooses one folder."""

    def __init__(self, folder):
        self.folder = folder

    def ask_folder(self, parent, title):
        """Return it."""
        del parent, title
        return self.folder


@pytest.fixture
def card(theme, workspace, preferences, jobs, show, tmp_path):
    """Return the card over an audit of HX-2047, and one of another child that mentions it."""
    start_audit(workspace)
    other = start_audit(workspace, case_reference="HX-9")
    by = Author("R. Okafor", Clock().now)
    edit = change_answer(workspace.open_audit(other), "visits/VS2", by, note="Sister: HX-2047")
    workspace.commit(other, edit)
    workspace.keep_draft_front({"case_reference": "HX-2047"})
    (tmp_path / "out").mkdir()
    made = CaseCard(theme, workspace, preferences, jobs, Folder(tmp_path / "out"))
    return show(made, 700, 600)


def look_up(card, qtbot, reference):
    """Type a reference, press the button and wait."""
    card.reference.set_text(reference)
    with qtbot.waitSignal(card.work_bar.ended, timeout=30_000):
        card.find_button.click()


def test_everything_on_a_reference_is_shown(card, qtbot):
    """Audits, mentions and the front sheet that was begun."""
    look_up(card, qtbot, "hx 2047")
    assert [
        "One audit.",
        "Answers set aside: 0. Reports saved or printed: 0.",
        "Mentioned in the audit of HX-9.",
        "A front sheet that was begun.",
    ] == card.lines
    assert card.save_button.isVisible()


def test_nothing_is_found(card, qtbot):
    """There is nothing to save either."""
    look_up(card, qtbot, "HX-1")
    assert ["Nothing is held on this case reference."] == card.lines
    assert not card.save_button.isVisible()


def test_no_reference_is_told(card, qtbot):
    """It would be found everywhere."""
    look_up(card, qtbot, " ")
    assert card.banner.isVisible()
    assert card.found is None


def test_all_of_it_is_saved(card, qtbot, tmp_path):
    """The person is told where, and that nothing of it is encrypted."""
    look_up(card, qtbot, "HX-2047")
    with qtbot.waitSignal(card.work_bar.ended, timeout=60_000):
        card.save_button.click()
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert ["audit-1.pdf", "everything.json"] == names
    assert "not encrypted" in card.banner.accessibleDescription() + card.banner.accessibleName()


def test_choosing_no_folder_saves_nothing(card, qtbot):
    """The person thought better of it."""
    look_up(card, qtbot, "HX-2047")
    card._outside.folder = None
    card.save_button.click()
    assert card.work_bar.job is None
