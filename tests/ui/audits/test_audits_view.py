# SPDX-License-Identifier: MPL-2.0
"""The list of audits."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, make_workspace, start_audit
from tests.ui.audits.rows import NOW, make_row
from ui.audits.audit_table_model import Column
from ui.audits.audits_view import AuditsView
from ui.preferences import Preferences
from ui.widgets.lists import table_delegate
from ui.widgets.surfaces.banner import Banner


@pytest.fixture
def view(theme, workspace, preferences, show):
    """Return the list over a workspace with three audits."""
    for reference, team in (("HX-1", "North"), ("HX-2", "South"), ("HX-3", "South")):
        workspace.clock.move(hours=1)
        start_audit(workspace, case_reference=reference, team=team)
    return show(AuditsView(theme, workspace, preferences))


def shown(view):
    """Return the case references in the list."""
    model = view.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_without_audits_the_first_step_is_offered(theme, workspace, preferences, show, qtbot):
    """An empty workspace says how to begin."""
    view = show(AuditsView(theme, workspace, preferences))
    assert not view.table.isVisible()
    assert not view.filter_bar.isVisible()
    with qtbot.waitSignal(view.new_audit_asked):
        view.state.button.click()


def test_the_audit_changed_last_comes_first(view):
    """The list begins with what one worked on last."""
    assert ["HX-3", "HX-2", "HX-1"] == shown(view)
    assert "3 audits" == view._heading.note.text()


def test_searching_and_filtering(view, qtbot):
    """Typing narrows the list at each key press, and so does a choice."""
    qtbot.keyClicks(view.filter_bar.search.line_edit, "hx-2")
    assert ["HX-2"] == shown(view)
    assert "1 of 3 audits" == view._heading.note.text()

    view.filter_bar.search.clear()
    choose(view.filter_bar.team, "South")
    assert ["HX-3", "HX-2"] == shown(view)


def choose(field, value):
    """Choose an item of a list as a person does."""
    index = field.combo_box.findData(value)
    field.combo_box.setCurrentIndex(index)
    field.combo_box.activated.emit(index)


def test_nothing_found_can_be_taken_back(view, qtbot):
    """When nothing fits, one button shows everything again."""
    qtbot.keyClicks(view.filter_bar.search.line_edit, "zzz")
    assert not view.table.isVisible()
    view.state.button.click()
    assert view.table.isVisible()
    assert 3 == len(shown(view))
    assert view.filter_bar.search.line_edit.hasFocus()


def test_enter_opens_the_current_audit(view, qtbot, workspace):
    """From the search field to the open audit without the mouse."""
    qtbot.keyClicks(view.filter_bar.search.line_edit, "hx-1")
    qtbot.keyClick(view.filter_bar.search.line_edit, Qt.Key.Key_Return)
    assert view.table.hasFocus()
    with qtbot.waitSignal(view.audit_chosen) as chosen:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    expected = next(row.id for row in workspace.audits() if row.case_reference == "HX-1")
    assert [expected] == chosen.args


def test_the_audit_that_is_gone_to_can_be_sent(theme, workspace, preferences, show):
    """With the first focus of a list that was empty before, its first row is selected."""
    view = show(AuditsView(theme, workspace, preferences))
    start_audit(workspace)
    view.refresh()
    view.setFocus()

    assert (workspace.audits()[0].id,) == view.table.selected
    assert view.send_button.isEnabled()


def test_a_double_click_opens(view, qtbot):
    """The mouse opens with two clicks."""
    place = view.table.visualRect(view.table.model().index(1, 0)).center()
    viewport = view.table.viewport()
    with qtbot.waitSignal(view.audit_chosen):
        # Qt takes a double click for one only after a press.
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=place)


def test_list_and_head_sort_alike(view):
    """The list "Sort by" and a click on a name do the same, and each shows what the other did."""
    choose(view.filter_bar.order, "reference")
    assert ["HX-1", "HX-2", "HX-3"] == shown(view)
    header = view.table.horizontalHeader()
    assert Column.CASE == header.sortIndicatorSection()

    header.setSortIndicator(Column.TEAM, Qt.SortOrder.AscendingOrder)
    header.sectionClicked.emit(Column.TEAM)
    assert "team" == view.filter_bar.order.value
    assert ["HX-1", "HX-2", "HX-3"] == shown(view)


def test_refreshing_keeps_place_and_filter(view, workspace):
    """After a new audit the current one is still current and the search still holds."""
    view.table.setCurrentIndex(view.table.model().index(2, 0))
    choose(view.filter_bar.team, "South")
    view.table.setCurrentIndex(view.table.model().index(1, 0))
    workspace.clock.move(hours=1)
    start_audit(workspace, case_reference="HX-4", team="South")
    view.refresh()
    assert ["HX-4", "HX-3", "HX-2"] == shown(view)
    assert "HX-2" == view.table.currentIndex().data()


def test_a_narrow_list_folds(view, qtbot):
    """In a narrow window each audit is told in one column, and unfolds again."""
    view.resize(500, 700)
    qtbot.waitUntil(lambda: view.table.is_folded)
    assert not view.table.horizontalHeader().isVisible()
    view.resize(1366, 700)
    qtbot.waitUntil(lambda: not view.table.is_folded)


def test_the_reference_is_whole_however_narrow_the_row_is(view, theme, monkeypatch):
    """The status stands below it there, and of a concern the number beside it."""
    drawn = []
    monkeypatch.setattr(table_delegate, "draw_words", lambda *args: drawn.append(args[2]))
    view._model.set_rows([make_row("HX-2047/26", status="signed_off", open_concerns=2)], NOW)
    heights = []
    for scale in (1.0, 2.0):
        theme.set_text_scale(scale)
        view.resize(480, 700)
        view.grab()
        heights.append(view.table.rowHeight(0) / scale)
    assert {"HX-2047/26"} == {each for each in drawn if each.startswith("HX")}
    assert heights[0] < heights[1]


def test_the_number_of_widgets_does_not_grow(view):
    """Five thousand audits need no more widgets than three."""
    before = len(view.findChildren(QWidget))
    view._model.set_rows([make_row(f"HX-{number}") for number in range(5000)], NOW)
    assert before == len(view.findChildren(QWidget))


def test_every_row_paints(view, theme, qtbot):
    """Grades, concerns and states of all kinds paint, wide, folded, dark and large."""
    view._model.set_rows(
        [
            make_row("A", grade="outstanding", open_concerns=2, status="moderated"),
            make_row("B", grade="requires_improvement", status="closed", team="", asked=0),
            make_row("C", status="signed_off", answered=0),
            make_row("D", amendment=2),
        ],
        NOW,
    )
    assert not view.grab().isNull()
    theme.set_dark(True)
    theme.set_text_scale(2.0)
    view.resize(500, 700)
    assert not view.grab().isNull()


def test_what_the_store_put_right_is_told(theme, preferences, tmp_path, show):
    """A file that cannot be read is brought up above the list."""
    workspace = make_workspace(tmp_path)
    workspace.close()
    (workspace.paths.store / "audits" / f"{'0' * 32}.seal").write_bytes(b"not an audit")
    with closing(Workspace.unlock(workspace.paths, PASSPHRASE)) as again:
        view = show(AuditsView(theme, again, preferences))
        assert again.problems
        banner = view.findChild(Banner)
        assert again.problems[0] in banner.accessibleDescription()


def test_damaged_settings_are_told(theme, workspace, tmp_path, show):
    """When the settings could not be read, the list says so."""
    path = tmp_path / "broken.json"
    path.write_text("{", encoding="utf-8")
    view = show(AuditsView(theme, workspace, Preferences(path)))
    titles = [banner.accessibleName() for banner in view.findChildren(Banner)]
    assert any("settings could not be read" in title for title in titles)
