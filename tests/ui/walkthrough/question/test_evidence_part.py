# SPDX-License-Identifier: MPL-2.0
"""Test the evidence of an answer: places in the case file, and talks."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from auditapp.model.answer import Evidence
from auditapp.model.front_sheet import Source

VISIT = Evidence(document="Visit record", date=dt.date(2026, 10, 3), place="page 2")
FORM = Evidence(document="Statutory visit form")


@pytest.fixture
def part(card, ask):
    """Return the part of the card with the evidence; its question has none."""
    ask("VS2")
    return card.evidence_part


def type_evidence(form, document, date="", place=""):
    """Fill the line in by keyboard."""
    for field, text in ((form.document, document), (form.date, date), (form.place, place)):
        field.line_edit.setFocus()
        QTest.keyClicks(field.line_edit, text)
        if form.document.is_suggesting:
            QTest.keyClick(form.document.completer.popup(), Qt.Key.Key_Escape)


def test_evidence_is_out_of_the_way_until_wanted(card, part):
    """The short way through a question has no evidence in it."""
    assert part.isHidden()
    card.follow_up.evidence_button.click()
    assert part.form.document.line_edit.hasFocus()


def test_enter_adds_a_place_and_waits_for_the_next(card, part, answer):
    """Several places are typed one after the other."""
    card.add_evidence()
    type_evidence(part.form, "Visit record", "3/10/2026", "page 2")
    QTest.keyClick(part.form.place.line_edit, Qt.Key.Key_Return)
    assert (VISIT,) == answer().evidence
    assert part.form.document.line_edit.hasFocus()
    type_evidence(part.form, "Statutory visit form")
    part.form.add_button.click()
    assert (VISIT, FORM) == answer().evidence
    expected = ["Visit record, 3 October 2026, page 2", "Statutory visit form"]
    assert expected == [row.words.text() for row in part.rows]


def test_a_document_must_be_named_to_add(card, part, answer):
    """A page number alone leads nobody anywhere."""
    card.add_evidence()
    type_evidence(part.form, "", place="page 2")
    assert not part.form.add_button.isEnabled()
    QTest.keyClick(part.form.place.line_edit, Qt.Key.Key_Return)
    assert () == answer().evidence


def test_what_was_heard_needs_no_document(card, part, answer):
    """A talk with the worker is evidence, too; the next line is of the file again."""
    card.add_evidence()
    box = part.form.source.combo_box
    box.setCurrentIndex(box.findData(Source.WORKER))
    box.activated.emit(box.currentIndex())
    assert part.form.add_button.isEnabled()
    type_evidence(part.form, "", "3/10/2026")
    part.form.add_button.click()
    heard = Evidence(document="", date=dt.date(2026, 10, 3), source=Source.WORKER)
    assert (heard,) == answer().evidence
    assert ["Talk with the worker: 3 October 2026"] == [row.words.text() for row in part.rows]
    assert (Source.FILE, False) == (part.form.source.value, part.form.add_button.isEnabled())
    part.rows[0].change_button.click()
    assert Source.WORKER == part.form.source.value


def test_what_was_typed_is_kept_on_moving_on(card, part, ask, open_audit):
    """Even without a document: nothing typed is lost."""
    card.add_evidence()
    type_evidence(part.form, "", place="page 2")
    ask("VS1-safe")
    kept = open_audit.audit.answer("visits/VS2").evidence
    assert (Evidence(document="", place="page 2"),) == kept
    ask("VS2")
    assert ["Document not named, page 2"] == [row.words.text() for row in part.rows]


def test_escape_closes_the_line_without_keeping_it(card, part, ask, answer):
    """Escape is the way to think better of it."""
    card.add_evidence()
    type_evidence(part.form, "Visit record")
    QTest.keyClick(part.form.document.line_edit, Qt.Key.Key_Escape)
    assert part.isHidden()
    card.settle_now()
    assert () == answer().evidence


def test_evidence_is_changed_in_its_place(part, answer, open_audit):
    """Changing the first of two leaves it first."""
    open_audit.change_answer("visits/VS2", evidence=(VISIT, FORM))
    part.rows[0].change_button.click()
    assert ("Visit record", "Save") == (part.form.document.text, part.form.add_button.text())
    part.form.place.line_edit.selectAll()
    QTest.keyClicks(part.form.place.line_edit, "page 3")
    QTest.keyClick(part.form.place.line_edit, Qt.Key.Key_Return)
    assert (VISIT.model_copy(update={"place": "page 3"}), FORM) == answer().evidence
    assert "Add" == part.form.add_button.text()


def test_removed_evidence_is_offered_back(card, part, answer, open_audit):
    """Removing asks no question, because it can be undone."""
    open_audit.change_answer("visits/VS2", evidence=(VISIT, FORM))
    part.rows[0].remove_button.click()
    assert (FORM,) == answer().evidence
    words = "Evidence removed: Visit record, 3 October 2026, page 2"
    assert words == card.undo_line.words.text()
    card.undo_line.button.click()
    assert (VISIT, FORM) == answer().evidence


def test_buttons_say_what_they_act_on(part, open_audit):
    """A screen reader tells the buttons of two rows apart."""
    open_audit.change_answer("visits/VS2", evidence=(VISIT, FORM))
    assert "Remove: Statutory visit form" == part.rows[1].remove_button.accessibleName()


def test_documents_of_the_question_come_first(card, part, open_audit):
    """Then those that were used before in this audit."""
    open_audit.change_answer("visits/VS1-safe", evidence=(Evidence(document="School report"),))
    card.add_evidence()
    model = part.form.document.completer.model()
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert ["Last six visit records", "School report"] == [words[0], words[-1]]


def test_a_suggestion_is_taken_by_keyboard(card, part, answer):
    """Down and Enter take a suggestion; Enter once more adds it."""
    card.add_evidence()
    line = part.form.document.line_edit
    QTest.keyClicks(line, "stat")
    popup = part.form.document.completer.popup()
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert "Statutory visit forms" == part.form.document.text
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (Evidence(document="Statutory visit forms"),) == answer().evidence


def test_down_shows_all_suggestions(card, part):
    """In an empty line the arrow shows what there is to choose from."""
    card.add_evidence()
    QTest.keyClick(part.form.document.line_edit, Qt.Key.Key_Down)
    popup = part.form.document.completer.popup()
    assert popup.isVisible()
    assert 3 == popup.model().rowCount()
    popup.hide()


def test_tab_goes_through_the_rows_and_then_the_line(card, part, open_audit, in_window):
    """Rows made later have their place before the line."""
    in_window(card)
    open_audit.change_answer("visits/VS2", evidence=(VISIT, FORM))
    card.add_evidence()
    part.rows[0].change_button.setFocus()
    visited = []
    for _stop in range(5):
        visited.append(QApplication.focusWidget())
        QTest.keyClick(visited[-1], Qt.Key.Key_Tab)
    first, second = part.rows
    assert [
        first.change_button,
        first.remove_button,
        second.change_button,
        second.remove_button,
        part.form.document.line_edit,
    ] == visited
