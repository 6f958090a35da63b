# SPDX-License-Identifier: MPL-2.0
"""Test the agencies of an answer, where several answer a checklist together."""

import pytest
from PySide6.QtCore import Qt

from tests.making import edited_checklists, make_workspace

AGENCIES = """agencies:
  - {id: care, text: Children's social care}
  - {id: police, text: Police}
  - {id: health, text: Health services}
sections:
"""


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace in which three agencies answer the visits checklist together."""
    folder = edited_checklists(tmp_path, "visits.yaml", "sections:\n", AGENCIES)
    workspace = make_workspace(tmp_path, checklists=folder)
    yield workspace
    workspace.close()


def test_the_agencies_are_kept(card, ask, answer):
    """Several may be ticked; they are kept in the order of the checklist."""
    ask("VS2")
    options = card.agencies_part.options
    assert card.agencies_part.isVisible()
    for agency in ("police", "care"):
        options.card(agency).click()
    assert ("care", "police") == answer().agencies
    options.card("care").click()
    assert ("police",) == answer().agencies


def test_agencies_are_ticked_by_numbers_of_their_own(card, ask, answer, qtbot):
    """Alt and the number, for Ctrl and the number is an answer; it says so, up to the last."""
    ask("VS2")
    assert "The numbers here: Alt+1–3" == card.agencies_part.hint.text()
    card.window().activateWindow()
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_9):
        qtbot.keyClick(card, key, Qt.KeyboardModifier.AltModifier)
    assert (("health",), None) == (answer().agencies, answer().value)


def test_another_question_has_agencies_of_its_own(card, ask):
    """What was ticked before is not carried over."""
    ask("VS2")
    card.agencies_part.options.card("health").click()
    ask("VS3")
    assert () == card.agencies_part.options.values
    ask("VS2")
    assert ("health",) == card.agencies_part.options.values


def test_undo_takes_the_agency_back(card, ask, open_audit, qtbot):
    """Like everything else that is given."""
    ask("VS2")
    card.agencies_part.options.card("health").click()
    open_audit.undo()
    qtbot.waitUntil(lambda: () == card.agencies_part.options.values)
