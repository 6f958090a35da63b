# SPDX-License-Identifier: MPL-2.0
"""Load a spreadsheet in the window: what became of its cells, and then like any other file."""

import subprocess
import sys
from threading import Event

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from auditapp.checklist.xlsform.report import Outcome
from tests.making_workbooks import tables, workbook
from tests.ui.checklists.chosen_outside import ChosenOutside
from tests.ui.checklists.loading.conftest import NEW_TEXT, OLD_TEXT
from ui.checklists.change_rows import ChangeGroup
from ui.checklists.load_view import LoadView

FORM = """
survey
  type | name | label | relevant | calculation
  select_one yn | seen | Was the child seen? | |
  text | why | Why not? | ${seen} = 'no' | concat('a', 'b')
  end_group
choices
  list_name | name | label
  yn | yes | Yes
  yn | no | No
"""


@pytest.fixture
def form(tmp_path):
    """Return the path of a form that knows nothing of checklists."""
    path = tmp_path / "home visit.xlsx"
    path.write_bytes(workbook(tables(FORM)))
    return path


@pytest.fixture
def read(theme, workspace, preferences, jobs, show):
    """Return a function that shows the page of a file and waits for nothing."""
    return lambda path: show(LoadView(theme, workspace, preferences, jobs, path))


@pytest.fixture
def revised(workspace, tmp_path):
    """Return the path of the checklist of visits as a spreadsheet that somebody has worked on.

    It has another wording, one more answer, one more question and a higher version.
    """
    path = tmp_path / "visits-1.1.xlsx"
    workspace.export_spreadsheet("visits", "1.0", path)
    book = openpyxl.load_workbook(path)
    put(book["settings"], 2, version="1.1")
    survey, choices = book["survey"], book["choices"]
    row = row_of(survey, label=OLD_TEXT)
    put(survey, row, label=NEW_TEXT)
    row = row_of(survey, name="VS4-tools")
    survey.insert_rows(row + 1)
    put(survey, row + 1, type="text", name="VS4-place", label="Where was the child seen?")
    put(survey, row + 1, audit_sources="hull-2015 rec 7")
    row = row_of(choices, list_name="VS4-tools_answers")
    choices.insert_rows(row)
    put(choices, row, list_name="VS4-tools_answers", name="music", label="Music")
    book.save(path)
    return path


def put(sheet, row, **cells):
    """Write cells of a row under their headings."""
    headings = [cell.value for cell in sheet[1]]
    for heading, text in cells.items():
        sheet.cell(row, headings.index(heading) + 1).value = text


def row_of(sheet, **cells):
    """Return the first row with this text under a heading."""
    ((heading, text),) = cells.items()
    column = [cell.value for cell in sheet[1]].index(heading) + 1
    return next(row for row in range(2, sheet.max_row) if sheet.cell(row, column).value == text)


def shown(groups):
    """Return which of some lists are to be seen."""
    return [key for key, group in groups.items() if group.isVisible()]


def test_what_became_of_the_spreadsheet_is_listed(load, form):
    """By cell and row, what needs attention first; the rows that were taken are folded."""
    view = load(form)
    groups = view.imported.groups

    assert list(Outcome) == shown(groups)
    assert "survey, row 2: the question names no source" in [
        row.title for row in groups[Outcome.TO_COMPLETE].rows
    ]
    (refused,) = groups[Outcome.REFUSED].rows
    assert "survey, row 4: no group is open here" == refused.title
    kept = [(row.title, row.remarks[0].text) for row in groups[Outcome.KEPT_AS_TEXT].rows[:1]]
    assert [
        ("survey E3 (calculation): a calculation is not worked out", "concat('a', 'b')")
    ] == kept
    taken = groups[Outcome.TAKEN]
    assert not taken.list.isVisible()
    taken.all_button.click()
    assert taken.list.isVisible()
    assert "survey, row 2: question 'seen'" == taken.rows[0].title


def test_the_report_is_copied_whole(load, form):
    """As text, with the counts."""
    view = load(form)
    view.imported.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("To complete in the checklist: 4\n")
    assert "survey E3 (calculation): a calculation is not worked out [concat('a', 'b')]" in copied


def test_what_is_still_to_complete_is_said_and_leads_to_the_file(
    load, form, workspace, tmp_path, qtbot
):
    """The checklist is saved as a file, to be completed there; nothing was loaded by that."""
    view = load(form)
    assert "4 texts still begin with TO COMPLETE" in view.file_card.notice.accessibleDescription()
    assert view.decision._words.text().startswith("4 texts are still to complete.")
    assert "primary" == view.imported.save_button.variant
    view.imported.desk._outside = ChosenOutside(tmp_path)
    view.imported.save_button.click()
    qtbot.waitUntil(view.imported.desk.banner.isVisible)
    assert "Saved as home visit.yaml" == view.imported.desk.banner.accessibleName()
    saved = load(tmp_path / "home visit.yaml")
    assert not saved.imported.isVisible()
    assert "4 texts still begin with TO COMPLETE" in saved.file_card.notice.accessibleDescription()
    assert "home-visit" not in {each.id for each in workspace.library.headers()}


def test_a_revised_spreadsheet_is_adopted_and_moves_a_draft(
    load, revised, draft, workspace, qtbot, jobs
):
    """The ordinary way: changes, drafts, the choice about an unsigned file, and the outcome."""
    audit_id = draft()
    view = load(revised)

    assert [Outcome.TAKEN] == shown(view.imported.groups)
    assert [ChangeGroup.REWORDED, ChangeGroup.ADDED, ChangeGroup.ANSWERS] == shown(
        view.changes.groups
    )
    (row,) = view.drafts.rows
    assert "Move HX-2047: 3 kept, 1 to confirm, 0 set aside, 1 question newly open" == (
        row.box.accessibleName()
    )
    assert not view.decision.use_button.isEnabled()
    view.decision.accept_box.click()
    row.box.click()
    view.decision.move_button.click()
    qtbot.waitUntil(lambda: not jobs.is_busy)
    (pin,) = workspace.open_audit(audit_id).checklists
    assert "1.1" == pin.version
    assert "New audits start on Visits, direct work and relationship 1.1" == (
        view.outcome.banner.accessibleName()
    )
    assert not view.imported.isVisible()


def test_a_refused_spreadsheet_leaves_nothing_to_choose(load, tmp_path):
    """It says why, and what to do."""
    path = tmp_path / "form.xls"
    path.write_bytes(b"")
    view = load(path)
    assert "This file cannot be loaded" == view.file_card.verdict.accessibleName()
    assert "save it as .xlsx" in view.file_card.verdict.accessibleDescription()
    assert not view.imported.isVisible()
    assert not view.decision.use_button.isVisible()


def test_reading_is_stopped(workspace, read, form, qtbot, monkeypatch):
    """The page is left as soon as the work has heard of it, and nothing was changed."""
    examine, begun, is_stopped = workspace.examine_checklist, Event(), Event()

    def examine_late(path, *, is_cancelled):
        begun.set()
        assert is_stopped.wait(20)
        return examine(path, is_cancelled=is_cancelled)

    monkeypatch.setattr(workspace, "examine_checklist", examine_late)
    view = read(form)
    assert begun.wait(20)
    with qtbot.waitSignal(view.finished) as left:
        view.work_bar.cancel_button.click()
        is_stopped.set()
    assert [False] == left.args


def test_many_rows_are_unfolded_in_parts(load, revised):
    """The button says how many come next."""
    view = load(revised)
    taken = view.imported.groups[Outcome.TAKEN]
    count = len(taken.rows)
    assert 50 < count < 100
    assert "Show the first 50" == taken.all_button.text()
    taken.all_button.click()
    assert f"Show all {count}" == taken.all_button.text()
    taken.all_button.click()
    assert not taken.all_button.isVisible()


def test_the_lists_are_reached_by_the_keyboard(load, form, qtbot):
    """Reading begins at the first list of the report; Tab goes on to the buttons."""
    view = load(form)
    first = view.imported.groups[Outcome.TO_COMPLETE].list
    qtbot.waitUntil(first.hasFocus)
    passed = []
    for _step in range(8):
        qtbot.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
        passed.append(view.focusWidget())
    assert view.imported.groups[Outcome.TAKEN].all_button in passed
    assert passed.index(view.imported.save_button) + 1 == passed.index(view.imported.copy_button)


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (560, 1.0), (1366, 2.0), (560, 2.0)])
def test_it_fits_every_width_and_size_of_text(load, form, theme, width, scale):
    """Nothing is wider than the page."""
    view = load(form, width)
    theme.set_text_scale(scale)
    assert view.width() <= width
    assert view._area.horizontalScrollBar().maximum() == 0
    card = view.imported
    for button in (card.save_button, card.copy_button):
        assert card.rect().contains(button.mapTo(card, button.rect().bottomRight()))


def test_the_window_does_without_the_library_for_spreadsheets():
    """It is loaded when the first one is read or written."""
    code = (
        "import sys, ui.home.home_view, ui.checklists.load_view, ui.checklists.try_out_view\n"
        "print('openpyxl' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert "False" == run.stdout.strip()
