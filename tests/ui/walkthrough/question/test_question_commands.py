# SPDX-License-Identifier: MPL-2.0
"""Test what the keys of a question do, letters and others, and that they are not in the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from auditapp.change import Change
from auditapp.model.audit import AuditStatus
from auditapp.model.records import Put
from auditapp.model.tables import apply
from ui.keys.commands import CommandId
from ui.keys.keymap import KEYMAP, make_shortcut
from ui.walkthrough.question import answer_part

ALT = Qt.KeyboardModifier.AltModifier
SECOND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
HELD = pytest.mark.parametrize("held", [ALT, SECOND], ids=["letter", "second key"])


@pytest.fixture(autouse=True)
def usual_keys():
    """Leave the usual keys to the other tests."""
    yield
    KEYMAP.take(None)


@pytest.fixture
def press(card):
    """Return a function that presses a key in the window of the card."""

    def press(key, held=ALT):
        card.window().activateWindow()
        QTest.keyClick(QApplication.focusWidget() or card, key, held)

    return press


def in_focus(widget):
    """Tell whether a widget, or a part of it, has the focus."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))


@HELD
def test_a_date_that_does_not_apply(card, ask, answer, press, held):
    """The box is ticked, and what is typed next is the reason; again, nothing is taken back."""
    ask("VS1-start")
    card.focus_answer()
    for _time in range(2):
        press(Qt.Key.Key_A, held)
    assert answer().not_applicable
    assert card.answer_part.not_applicable.isChecked()
    assert in_focus(card.answer_part.reason)
    QTest.keyClicks(QApplication.focusWidget(), "He is not in care.")
    card.settle_now()
    assert "He is not in care." == answer().reason


def test_a_rating_that_does_not_apply(card, open_audit, press):
    """It has a card in place of the box; the letter of the box works all the same."""
    rated = next(
        asked
        for asked in open_audit.outline.questions
        if asked.question.scale and asked.question.can_be_not_applicable
    )
    card.show_question(rated.key)
    card.focus_answer()
    press(Qt.Key.Key_A)
    assert open_audit.audit.answer(rated.key).not_applicable
    assert in_focus(card.answer_part.reason)


def test_what_always_applies_says_so(card, open_audit, press, monkeypatch):
    """Instead of doing nothing."""
    said = []
    monkeypatch.setattr(answer_part, "announce", lambda _w, text, **_more: said.append(text))
    always = next(
        asked for asked in open_audit.outline.questions if not asked.question.can_be_not_applicable
    )
    card.show_question(always.key)
    card.focus_answer()
    press(Qt.Key.Key_A)
    assert ["This question always applies."] == said
    assert not open_audit.audit.answer(always.key).not_applicable


@HELD
def test_no_date_on_file(card, ask, answer, press, held):
    """On and off; where no date is asked for it is nothing."""
    ask("VS1-start")
    card.focus_answer()
    press(Qt.Key.Key_F, held)
    assert answer().none_on_file
    assert in_focus(card.answer_part.none_on_file)
    press(Qt.Key.Key_F, held)
    assert not answer().none_on_file
    ask("VS2")
    card.focus_answer()
    press(Qt.Key.Key_F, held)
    assert not answer().none_on_file


def test_where_no_agency_is_to_tick_its_keys_are_free(card, ask, press):
    """They may write something in the note: the part that waits for them is not on show."""
    ask("VS2")
    written = []
    make_shortcut(card.note_part, "Alt+3", lambda: written.append("#"))
    card.focus_note()
    press(Qt.Key.Key_3)
    assert ["#"] == written


@HELD
def test_an_action_is_begun_once(card, ask, press, held):
    """A second press goes to the one that is begun."""
    ask("VS2")
    card.focus_answer()
    press(Qt.Key.Key_T, held)
    assert in_focus(card.actions_part.forms[0].what)
    assert card.follow_up.action_box.isChecked()
    card.focus_note()
    press(Qt.Key.Key_T, held)
    assert 1 == len(card.actions_part.forms)
    assert in_focus(card.actions_part.forms[0].what)


@HELD
def test_why_dates_are_late(card, ask, press, visits, held):
    """Where lateness is explained, and where the timing may be."""
    visits("2026-06-01", "2026-08-28")
    ask("VS1-care")
    card.focus_note()
    press(Qt.Key.Key_R, held)
    assert in_focus(card.timescale_part.reason)


def test_the_timing_may_be_explained_by_the_key(card, ask, press, visits):
    """A letter that is not on show is no key; the second one opens the reason."""
    visits("2026-08-01", "2026-08-28")
    ask("VS1-care")
    card.timescale_part.reason.hide()
    card.timescale_part.explain.show()
    card.focus_note()
    press(Qt.Key.Key_R, SECOND)
    assert in_focus(card.timescale_part.reason)


@HELD
def test_note_evidence_and_flag(card, ask, answer, press, held):
    """The focus goes where the next letter belongs, or stays on what was ticked."""
    ask("VS2")
    card.focus_answer()
    press(Qt.Key.Key_N, held)
    assert in_focus(card.note_part)
    press(Qt.Key.Key_L, held)
    assert answer().flagged
    assert in_focus(card.follow_up.flag_box)
    press(Qt.Key.Key_E, held)
    assert in_focus(card.evidence_part.form)


def test_other_keys_count_at_once(card, ask, press):
    """The letters are given up with the underline, and do nothing any more."""
    ask("VS2")
    card.focus_answer()
    KEYMAP.take({"note": ["Ctrl+J"], "evidence": ["Ctrl+E"]})
    press(Qt.Key.Key_N)
    press(Qt.Key.Key_E)
    assert not in_focus(card.note_part)
    assert ("Note", "Add evidence") == (
        card.note_part.field.label.text(),
        card.follow_up.evidence_button.text(),
    )
    press(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert in_focus(card.note_part)


def test_a_signed_audit_is_not_changed_by_keys(card, ask, open_audit, press):
    """Only the note is gone to, to be read."""
    open_audit.change_answer("visits/VS1-start", value="2026-03-02")
    ask("VS1-start")
    puts = (Put("audit", "1", {"status": AuditStatus.SIGNED_OFF.value}),)
    open_audit._adopt(Change.of(apply(open_audit.audit, puts), puts, None), None)
    card.show_question(card.key)
    before = open_audit.audit
    card.focus_note()
    for command_id in card.commands:
        card.commands[command_id]()
    press(Qt.Key.Key_A)
    assert before == open_audit.audit
    assert not card.actions_part.is_open
    assert CommandId.NOTE in card.commands
