# SPDX-License-Identifier: MPL-2.0
"""Test an amendment from the signed audit to the report of both, through the real window.

The program is closed and started again in the middle of it, and once more at the end.
"""

import pytest

from auditapp.model.edits import Author
from auditapp.model.grade import PRACTICE
from auditapp.model.history import HistoryKind
from auditapp.model.labels import label
from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.journeys.reading import plain, words_of_pdf
from tests.making import PASSPHRASE, WEAK, make_workspace, start_audit
from tests.ui.review.answering import answer_all, finish
from ui.app import make_window
from ui.demo.straight_outside import StraightOutside
from ui.open_audit import OpenAudit
from ui.review.amend_dialog import AmendDialog
from ui.walkthrough.steps import OVERALL, REPORT, REVIEW, Step, StepKind

KEY = "visits/VS2"
NOTE = "Seen alone on 4 May; the record is on the file of the sibling."
REASON = "The visit of 4 May was on the file of the sibling."
GIVEN = "One visit was not alone."

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def home(tmp_path, qapp):
    """Return the folder of somebody whose audit has only to be signed off."""
    workspace = make_workspace(tmp_path)
    audit = OpenAudit(workspace, start_audit(workspace))
    finish(audit)
    audit.close()
    workspace.close()
    return tmp_path


@pytest.fixture
def report(tmp_path):
    """Return where the report is saved."""
    return tmp_path / "report.pdf"


@pytest.fixture
def start(qapp, qtbot, home, report):
    """Return a function that starts the program, unlocks it and opens the audit."""
    opened = []

    def begin():
        window = make_window(qapp, find_paths(home), StraightOutside(report))
        qtbot.addWidget(window)
        opened.append(window)
        window.resize(1366, 768)
        window.show()
        workspace = Workspace.unlock(find_paths(home), PASSPHRASE, strength=WEAK)
        window.start_view.unlocked.emit(workspace)
        window.home_view.audit_chosen.emit(workspace.audits()[0].id)
        return window

    yield begin
    for window in opened:
        window.close()


def page(window, step):
    """Go to a step and return its page."""
    view = window.audit_view
    view.show_step(step)
    return view.pages.currentWidget()


def sign(window):
    """Sign off as a person does."""
    review = page(window, REVIEW)
    if review.sign_off_card.seen_box.isVisible():
        review.sign_off_card.seen_box.click()
    review.sign_off_card.button.click()
    assert not window.open_audit.can_edit
    return window.open_audit.audit


def amend(window):
    """Open an amendment as a person does."""
    review = page(window, REVIEW)
    review.signed_card.amend_button.click()
    dialog = review.findChild(AmendDialog)
    dialog.reason.text_edit.setPlainText(REASON)
    dialog.name.line_edit.setText("A. Manager")
    dialog.button.click()


def save_report(window, qtbot, path):
    """Save the report and return its words."""
    view = page(window, REPORT)
    view.header.save_button.click()
    view.dialog.go_on_button.click()
    qtbot.waitUntil(lambda: path.exists() and view.work_bar.job is None, timeout=120_000)
    qtbot.waitUntil(lambda: view.pane.file is not None, timeout=120_000)
    return words_of_pdf(path)


def test_a_signed_audit_is_amended_and_both_are_printed(start, home, report, qtbot):
    """Sign, amend with a reason, change an answer and a grade, restart, sign again, print."""
    window = start()
    signed = sign(window)
    amend(window)
    header = window.audit_view.header.amendment
    assert (True, "Amendment 1, draft") == (header.isVisible(), header.text())

    window.audit_view.show_step(Step(StepKind.QUESTION, KEY))
    window.audit_view.pages.choose(3)  # Not met
    card = window.audit_view.pages.card(StepKind.QUESTION)
    card.note_part.field.text_edit.setPlainText(NOTE)
    window.audit_view.show_step(OVERALL)
    form = window.audit_view.pages.card(StepKind.OVERALL).practice
    form.choose(4)
    form.reason.text_edit.setPlainText(GIVEN)
    window.close()

    window = start()
    assert Step(StepKind.QUESTION, KEY) == window.audit_view.step
    review = page(window, REVIEW)
    rows = review.amendment_card.group.rows
    assert [NOTE in remark.text for remark in rows[0].remarks].count(True) == 1
    assert "Overall: practice" in [row.title for row in rows]
    answer_all(window.open_audit)  # what is asked because of the new answer
    again = sign(window)
    words = save_report(window, qtbot, report)
    window.close()

    old, new = (label(each.grades[PRACTICE].band) for each in (signed, again))
    assert old != new
    expected = [REASON, NOTE, GIVEN, old, new, signed.answer(KEY).note, "The original audit"]
    assert [] == [text for text in expected if plain(text) not in words]
    for each in (signed, again):
        assert each.sign_off.content_hash in words.replace(" ", "")
    _check_store(home, signed, again)


def _check_store(home, signed, again):
    """Find on the disk what was signed, each time, and amend it once more."""
    workspace = Workspace.unlock(find_paths(home), PASSPHRASE, strength=WEAK)
    try:
        (row,) = workspace.audits()
        assert again == workspace.open_audit(row.id)
        assert [signed] == [each.audit for each in workspace.signed_versions(row.id)]
        assert [] == list(workspace.signing_faults(row.id))
        kinds = [entry.kind for entry in workspace.history(row.id)]
        assert 2 == kinds.count(HistoryKind.SIGNED_OFF)
        by = Author("A. Manager", workspace.clock())
        assert workspace.amend(row.id, by, "Again.").audit.amendment.number == 2
        assert workspace.undo(row.id, by) is None
    finally:
        workspace.close()
