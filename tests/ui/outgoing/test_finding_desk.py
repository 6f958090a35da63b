# SPDX-License-Identifier: MPL-2.0
"""Test that what a report gives away is shown before it goes out, and stops nobody."""

import pytest
from PySide6.QtCore import Qt

from auditapp.model.edits import Author
from auditapp.model.history import HistoryKind
from auditapp.model.ids import QuestionKey
from tests.ui.outgoing.paper import PaperOutside
from ui.review.report_view import ReportView
from ui.walkthrough.steps import FRONT_SHEET, Step, StepKind

KEY = QuestionKey("visits/VS2")


@pytest.fixture
def made(theme, open_audit, workspace, preferences, jobs, tmp_path):
    """Return the view, not shown yet, and somebody who saves into the folder of the test."""
    outside = PaperOutside(tmp_path / "out.pdf")
    return ReportView(theme, open_audit, workspace, preferences, jobs, outside=outside)


@pytest.fixture
def view(made, open_audit, jobs, show, qtbot):
    """Return the view of a report with a phone number in a note."""
    open_audit.change_answer(KEY, note="Her mother is on 07700 900123, she says.")
    open_audit.flush()
    yield show(made, 1094, 640)
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=30_000)


def author(workspace):
    """Return who does it."""
    return Author("R. Okafor", workspace.clock())


def lines(view):
    """Return the lines of the dialog: title, words around, step."""
    return [(row.title, row.remarks[0].text, row.step) for row in view.findings.dialog.group.rows]


def ready(view, jobs, qtbot):
    """Wait until the pages are made."""
    qtbot.waitUntil(lambda: view.pane.file is not None and not jobs.is_busy, timeout=30_000)


def test_saving_lists_what_was_found_first(view, jobs, qtbot, open_audit, workspace, tmp_path):
    """With the words around it; going on is one press, and recorded with their number."""
    ready(view, jobs, qtbot)
    view.header.save_button.click()
    view.dialog.go_on_button.click()
    note = (
        open_audit.outline.by_key[KEY].question.text,
        "Possible phone number: Her mother is on “07700 900123”, she says.",
        Step(StepKind.QUESTION, KEY),
    )
    assert [note] == lines(view)
    assert not (tmp_path / "out.pdf").exists()

    with qtbot.waitSignal(view.work_bar.ended, timeout=30_000):
        view.findings.dialog.go_on_button.click()
    assert (tmp_path / "out.pdf").exists()
    last = workspace.history(open_audit.audit.id)[-1]
    assert HistoryKind.EXPORTED is last.kind
    assert last.detail.endswith("; 1 possible personal detail")


def test_a_line_leads_to_its_place(view, jobs, qtbot):
    """The dialog goes, and nothing is saved."""
    ready(view, jobs, qtbot)
    view.header.save_button.click()
    view.dialog.go_on_button.click()
    rows = view.findings.dialog.group.list
    rows.setCurrentIndex(rows.model().index(0, 0))
    with qtbot.waitSignal(view.step_asked) as asked:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert view.findings.dialog is None
    assert asked.args[0].kind in (StepKind.QUESTION, FRONT_SHEET.kind)


def test_printing_asks_as_well_and_can_be_given_up(view, jobs, qtbot):
    """Going back prints nothing."""
    ready(view, jobs, qtbot)
    view.header.print_button.click()
    assert "Print it all the same" == view.findings.dialog.go_on_button.text()
    view.findings.dialog.back_button.click()
    assert view.findings.dialog is None


def test_without_findings_nobody_is_asked(view, jobs, qtbot, open_audit):
    """An audit that gives nothing away is saved at once."""
    ready(view, jobs, qtbot)
    open_audit.change_answer(KEY, note="Seen.")
    open_audit.flush()
    ready(view, jobs, qtbot)
    passed = []
    view.findings.pass_on("", lambda: passed.append(1))
    assert ([1], None) == (passed, view.findings.dialog)


def test_the_words_around_are_whole(view, jobs, qtbot, open_audit):
    """A word that is cut in the middle reads badly."""
    ready(view, jobs, qtbot)
    note = "They moved in autumn and the number is 07700 900123 for whoever rings her carers now."
    open_audit.change_answer(KEY, note=note)
    open_audit.flush()
    ready(view, jobs, qtbot)
    view.header.save_button.click()
    view.dialog.go_on_button.click()
    ((_title, line, _step),) = lines(view)
    view.findings.dialog.reject()

    around = "… in autumn and the number is “07700 900123” for whoever rings her carers …"
    assert f"Possible phone number: {around}" == line


def test_names_given_meanwhile_count(view, jobs, qtbot, open_audit, workspace):
    """Whoever comes back from the front sheet is told by the names that are there now."""
    ready(view, jobs, qtbot)
    view.hide()
    workspace.avoid_names(open_audit.audit.id, ("Mother",), author(workspace))
    view.show()
    ready(view, jobs, qtbot)
    view.header.save_button.click()
    view.dialog.go_on_button.click()
    kinds = [words.partition(":")[0] for _title, words, _step in lines(view)]
    view.findings.dialog.reject()
    assert "Possible phone number" in kinds
