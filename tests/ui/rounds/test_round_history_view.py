# SPDX-License-Identifier: MPL-2.0
"""Test that the history of a round is shown in plain words, newest first."""

import pytest
from PySide6.QtCore import Qt

from ui.history.paged_lines import ROW_ROLE


@pytest.fixture
def history(view, at_work, qtbot):
    """Return the page with the history read."""
    at_work.header.history_button.click()
    qtbot.waitUntil(lambda: view.beside.history.model.line_count > 0, timeout=20_000)
    return view.beside.history


def titles(history):
    """Return what the lines on show are called."""
    model = history.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_it_says_who_did_what_and_when(history, qtmodeltester):
    """Newest first, with the state of the chain above."""
    assert "Cases allocated" == titles(history)[0]
    assert "Round begun" == titles(history)[-1]
    row = history.model.index(0, 0).data(ROW_ROLE)
    words = [remark.text for remark in row.remarks]
    assert any(text.startswith("Ben: HX-") for text in words)
    assert words[-1].startswith("R. Okafor, 21 November 2026")
    assert history.chain.text().startswith("All ")
    assert not history.fault.isVisible()
    qtmodeltester.check(history.model)


def test_lines_are_found_by_case_or_words(history):
    """What is not there is said, with the way back to all."""
    held = history.model.line_count
    history.look_for("sample drawn")
    assert ["Sample drawn"] == titles(history)
    history.look_for("nobody is called so")
    assert history._states.currentWidget() is history.nothing
    history.nothing.button.click()
    assert held == len(titles(history))


def test_a_step_taken_meanwhile_is_there_when_the_page_is_shown_again(view, history, by, qtbot):
    """Going to another page and back reads it anew."""
    held = history.model.line_count
    workspace, whole = view.at_work.open_round.workspace, view.at_work.open_round.whole
    workspace.replace_drawn(whole.id, whole.sample[0], "Sealed", by)
    view.refresh()
    qtbot.waitUntil(lambda: history.model.line_count > held, timeout=20_000)
    assert "Case replaced" == titles(history)[0]


def test_an_altered_history_is_said(view, at_work, qtbot, heard):
    """With the number of the first line that is not what was written."""
    session = at_work.open_round.workspace._round_session(at_work.open_round.whole.id)
    session._history[2] = session._history[2].model_copy(update={"by": "Mallory"})
    view.show_history()
    qtbot.waitUntil(view.beside.history.fault.isVisible, timeout=20_000)
    assert "The history was altered" == view.beside.history.fault.accessibleName()
    assert heard[-1].startswith("The history was altered. ")


def test_a_locked_window_comes_back_to_what_was_looked_for(view, history, make_view, show, qtbot):
    """Esc leads to the cases."""
    history.look_for("drawn")
    sealed = view.sealed_place()
    again = show(make_view())
    again.resume(sealed)
    qtbot.waitUntil(lambda: again.beside.history.model.line_count > 0, timeout=20_000)
    assert "drawn" == again.beside.history.search.text
    assert titles(history) == titles(again.beside.history)
    qtbot.keyClick(again.beside.history, Qt.Key.Key_Escape)
    assert again.currentWidget() is again.at_work
    again.stop()
