# SPDX-License-Identifier: MPL-2.0
"""Test that every text which is typed in an audit is looked at for what it gives away."""

import pytest
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit

from auditapp.model.history import HistoryKind
from ui.audits.pseudonym_field import PseudonymField
from ui.walkthrough.concern_dialog import ConcernDialog
from ui.walkthrough.steps import FEEDBACK, FRONT_SHEET, OVERALL, REPORT, REVIEW, Step, StepKind
from ui.widgets.fields.line_field import LineField
from ui.widgets.fields.search_field import SearchField
from ui.widgets.fields.text_area import TextArea


def field_of(editor):
    """Return the field that an editor belongs to."""
    around = editor.parentWidget()
    while around is not None and not isinstance(around, LineField | TextArea):
        around = around.parentWidget()
    return around


def has_reason_to_be_off(field, view):
    """Tell whether a field is challenged in another way, or is there for a name."""
    card = view.pages.card(StepKind.FRONT_SHEET)
    return isinstance(field, PseudonymField | SearchField) or field in (
        card.form.auditor,
        card.names.names,
    )


def kinds_of_questions(view):
    """Return a step for a question of each kind."""
    found = {asked.question.kind: asked.key for asked in view._open_audit.outline.questions}
    return [Step(StepKind.QUESTION, key) for key in found.values()]


def test_no_text_field_of_an_audit_is_forgotten(view, dialog):
    """Each belongs to a field that looks, and finds the finder of the audit; none stands apart."""
    section = view._open_audit.outline.sections[0].key
    places = (FRONT_SHEET, FEEDBACK, OVERALL, REVIEW, REPORT, *kinds_of_questions(view))
    for step in (*places, Step(StepKind.SECTION_GRADE, section)):
        view.show_step(step)
    view.concerns.raise_concern()
    editors = [*view.findChildren(QPlainTextEdit), *view.findChildren(QLineEdit)]
    inside = [each for each in editors if not isinstance(each.parent(), QAbstractSpinBox)]
    inside = [each for each in inside if not isinstance(each.parent(), QComboBox)]
    fields = {field_of(each) for each in inside}
    dialog(ConcernDialog).reject()

    assert None not in fields
    assert 12 < len(fields)
    silent = [each for each in fields if not each.personal_hint.is_on]
    assert [] == [each for each in silent if not has_reason_to_be_off(each, view)]
    assert all(each.personal_hint._finder() is not None for each in fields)


@pytest.fixture
def names(view):
    """Return the field of the names that must not appear, on show."""
    view.show_step(FRONT_SHEET)
    return view.pages.card(StepKind.FRONT_SHEET).names


def test_a_name_to_be_avoided_is_told_in_a_note(view, names, workspace):
    """From the moment on which the front sheet is left; it is in no line of the history."""
    names.names.text_edit.insertPlainText("Aisha Bright\n")
    view.show_step(view._walk.next_unanswered(FRONT_SHEET))
    note = view.pages.card(StepKind.QUESTION).note_part.field
    note.text_edit.insertPlainText("Bright, Aisha was seen.")
    note.personal_hint.look_now()

    assert note.personal_hint.words.startswith("“Bright, Aisha” is a name that you want never")
    audit_id = view._open_audit.audit.id
    assert ("Aisha Bright",) == workspace.avoided_names(audit_id)
    assert HistoryKind.NAMES_AVOIDED is workspace.history(audit_id)[-1].kind
    view.settle_now()


def test_names_that_cannot_be_kept_are_said_so(names, workspace, monkeypatch):
    """They stay in the field, and the field says what is wrong."""
    from auditapp.store import refusals

    def refuse(*_args):
        raise refusals.save_failed(OSError(28, "full"))

    names.names.text_edit.insertPlainText("Aisha")
    with monkeypatch.context() as patch:
        patch.setattr(workspace, "avoid_names", refuse)
        names.settle_now()
        assert names.names.error.startswith("The disk is full.")
    names.settle_now()
    assert names.names.error is None
