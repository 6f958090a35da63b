# SPDX-License-Identifier: MPL-2.0
"""Test the question card as a whole: moving, keyboard, undo, read-only, sizes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from auditapp.change import Change
from auditapp.model.answer import Evidence
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import Action
from auditapp.model.records import Put
from auditapp.model.tables import apply


def test_the_heading_says_which_question_it_is(card, ask):
    """Number within the section, question and hint."""
    ask("VS2")
    heading = card.heading
    assert ("QUESTION 3 OF 7 · NUMBER 3", "Question 3 of 7 · number 3") == (
        heading.overline.text(),
        heading.overline.accessibleName(),
    )
    assert heading.title.text().startswith("Was the child seen alone")
    assert heading.hint.text().startswith("Look at the last six visits")


def test_numbers_follow_what_is_asked(card, ask):
    """An answer that opens another question changes the count at once."""
    ask("VS2")
    card.choose(3)
    assert "Question 3 of 8 · number 3" == card.heading.overline.accessibleName()


def test_pills_say_what_stands_out(card, ask):
    """A flag is told in words."""
    ask("VS2")
    assert [] == card.heading.marks
    card.toggle_flag()
    assert ["Flagged"] == card.heading.marks
    card.toggle_flag()
    assert [] == card.heading.marks


def test_an_optional_question_says_so(card, open_audit):
    """Whoever is short of time sees what may be left."""
    optional = next(a for a in open_audit.outline.questions if not a.question.required)
    card.show_question(optional.key)
    words = f"Optional question · number {optional.number}"
    assert words == card.heading.overline.accessibleName()


def test_the_flag_box_and_the_key_do_the_same(card, ask, answer):
    """The box shows what the command did."""
    ask("VS2")
    card.follow_up.flag_box.click()
    assert answer().flagged
    card.toggle_flag()
    assert not card.follow_up.flag_box.isChecked()


def test_the_note_is_kept_when_the_typing_rests(card, ask, answer, qtbot):
    """No key is needed to keep a note."""
    ask("VS2")
    card.focus_note()
    QTest.keyClicks(QApplication.focusWidget(), "Seen alone at three.")
    qtbot.waitUntil(lambda: "Seen alone at three." == answer().note)


def test_a_note_half_typed_is_kept_on_moving_on(card, ask, open_audit):
    """It belongs to the question it was typed for, and not to the next."""
    ask("VS2")
    card.focus_note()
    QTest.keyClicks(card.note_part.field.text_edit, "Seen alone at three.")
    ask("VS1-safe")
    assert "Seen alone at three." == open_audit.audit.answer("visits/VS2").note
    assert not card.note_part.field.text


def test_everything_reaches_the_store(card, ask, open_audit, workspace):
    """What the card gives is on the disk after a flush."""
    key = ask("VS2")
    card.choose(2)
    card.focus_note()
    QTest.keyClicks(card.note_part.field.text_edit, "Three of six.")
    card.settle_now()
    open_audit.flush()
    workspace.close_audit(open_audit.audit.id)
    stored = workspace.open_audit(open_audit.audit.id).answer(key)
    assert ("partly_met", "Three of six.") == (stored.value, stored.note)


def test_undo_from_elsewhere_is_shown(card, ask, open_audit, qtbot):
    """The card follows the audit, whoever changes it."""
    ask("VS2")
    card.choose(1)
    open_audit.undo()
    qtbot.waitUntil(lambda: card.answer_part.editor.cards.value is None)


def test_a_change_elsewhere_leaves_the_caret(card, ask, open_audit):
    """Refreshing an equal text moves nothing and forgets no typing."""
    key = ask("VS2")
    edit = card.note_part.field.text_edit
    QTest.keyClicks(edit, "Seen alone.")
    card.settle_now()
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    open_audit.change_answer(key, flagged=True)
    assert (0, "Seen alone.", True) == (
        edit.textCursor().position(),
        edit.toPlainText(),
        edit.document().isUndoAvailable(),
    )


def test_a_question_that_no_longer_applies_stays_readable(card, ask, answer, open_audit):
    """Its answer is kept and said to be hidden, and can no longer be changed."""
    open_audit.change_answer("visits/VS2", value="not_met")
    ask("VS2-why")
    card.choose(4)
    open_audit.change_answer("visits/VS2", value="met")
    assert ["Answer hidden"] == card.heading.marks
    assert card.heading.hidden.isVisible()
    assert "not_asked" == card.answer_part.editor.value
    card.choose(1)
    assert "not_asked" == answer().value


def test_a_question_that_does_not_exist_is_an_error(card, ask):
    """The shell never asks for one; a slip shows at once."""
    with pytest.raises(KeyError):
        ask("VS99")


def test_a_signed_audit_is_readable_and_locked(card, ask, open_audit, workspace, visits):
    """Nothing can be changed, and everything can still be read."""
    visits("2026-06-01", "2026-08-28")
    evidence = (Evidence(document="Visit record"),)
    open_audit.change_answer(
        "visits/VS1-care", evidence=evidence, note="Twice.", late_reason="Snow."
    )
    action = Action(what="Visit.", question="visits/VS1-care", created_at=workspace.clock())
    open_audit.put_action(None, action)
    ask("VS1-care")
    _lock(open_audit)
    before = open_audit.audit
    card.choose(1)
    card.toggle_flag()
    card.add_evidence()
    QTest.keyClicks(card.note_part.field.text_edit, "More.")
    QTest.keyClicks(card.timescale_part.reason.text_edit, "More.")
    QTest.keyClicks(card.actions_part.forms[0].what.text_edit, "More.")
    card.answer_part.editor.list.setFocus()
    QTest.keyClick(card.answer_part.editor.list, Qt.Key.Key_Delete)
    for box in (card.answer_part.not_applicable, card.follow_up.action_box):
        box.click()
    card.settle_now()
    assert before == open_audit.audit
    assert ("Twice.", "Snow.", "Visit.", 2) == (
        card.note_part.field.text,
        card.timescale_part.reason.text,
        card.actions_part.forms[0].what.text,
        len(card.answer_part.editor.list.dates),
    )


def test_a_signed_answer_can_be_reached_by_tab(card, ask, open_audit):
    """Cards and boxes are read like everything else, and none of them is dimmed."""
    open_audit.change_answer("visits/VS2", value="met")
    ask("VS2")
    _lock(open_audit)
    card.focus_answer()
    chosen = QApplication.focusWidget()
    visited = [chosen]
    while card.follow_up.flag_box not in visited and len(visited) < 10:
        QTest.keyClick(visited[-1], Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    boxes = {card.follow_up.action_box, card.follow_up.flag_box}
    assert (card.answer_part.editor.cards.card("met"), boxes) == (chosen, boxes & set(visited))
    assert all(widget.isEnabled() for widget in visited)


def test_tab_follows_the_reading_order(card, ask, open_audit, workspace, in_window):
    """From the answer to the note, the evidence, the boxes and the action."""
    in_window(card)
    open_audit.change_answer(
        "visits/VS2", value="partly_met", evidence=(Evidence(document="Visit record"),)
    )
    action = Action(what="See him.", question="visits/VS2", created_at=workspace.clock())
    open_audit.put_action(None, action)
    ask("VS2")
    card.focus_answer()
    tops = []
    for _stop in range(14):
        widget = QApplication.focusWidget()
        tops.append(widget.mapTo(card, widget.rect().center()))
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert tops == sorted(tops, key=lambda point: (point.y() // 30, point.x()))


def test_every_control_has_a_name(card, ask, visits):
    """A screen reader calls each stop of Tab by a name."""
    visits("2026-06-01", "2026-08-28")
    ask("VS1-care")
    card.add_evidence()
    card.follow_up.action_box.click()
    card.focus_answer()
    nameless = []
    for _stop in range(30):
        widget = QApplication.focusWidget()
        name = widget.accessibleName() or getattr(widget, "text", str)()
        nameless += [] if name else [widget]
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert [] == nameless


@pytest.mark.parametrize("question", ["VS2", "VS1-safe", "VS1-last", "VS1-care", "VS3-count"])
def test_the_card_fits_the_narrowest_window(card, ask, question, open_audit, visits):
    """Nothing on the card asks for more than the least width of the window."""
    visits("2026-06-01", "2026-08-28")
    ask(question)
    card.add_evidence()
    card.follow_up.action_box.click()
    card.toggle_flag()
    assert 360 >= card.minimumSizeHint().width()


def test_a_rating_with_a_note_needs_no_scrolling(card, ask):
    """On a laptop the middle of the window is 644 pixels tall."""
    ask("VS2")
    card.choose(1)
    assert 604 >= card.heightForWidth(734)


def test_another_text_size_restyles_the_card(card, ask, theme, visits):
    """Everything grows at once, without another question."""
    visits("2026-06-01", "2026-08-28")
    ask("VS1-care")
    before = {part: part.heightForWidth(650) for part in _visible_parts(card)}
    theme.set_text_scale(2.0)
    QApplication.processEvents()
    assert all(part.heightForWidth(650) > 1.5 * height for part, height in before.items())


def _visible_parts(card):
    return [card.heading, card.answer_part, card.note_part, card.timescale_part]


def _lock(open_audit):
    """Let the open audit be signed off, without answering all of it first."""
    header = {"status": AuditStatus.SIGNED_OFF.value}
    puts = (Put("audit", "1", header),)
    open_audit._adopt(Change.of(apply(open_audit.audit, puts), puts, None), None)
