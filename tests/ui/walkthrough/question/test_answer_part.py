# SPDX-License-Identifier: MPL-2.0
"""Test the editors of answers through the card: each kind, "not applicable", "none on file"."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def accessible_name(widget):
    """Return what a screen reader calls a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_rating_is_kept_as_soon_as_it_is_pressed(card, ask, answer):
    """A press on a card is the whole of giving a rating."""
    ask("VS2")
    card.answer_part.editor.cards.card("met").click()
    assert "met" == answer().value


def test_a_rating_offers_its_scale_and_not_applicable_last(card, ask):
    """The cards carry the digits of their shortcuts in the order on show."""
    ask("VS2")
    specs = [each.spec for each in card.answer_part.editor.cards.cards]
    assert [
        ("Met", "check", 1),
        ("Partly met", "triangle-alert", 2),
        ("Not met", "x", 3),
        ("Could not find on file", "search", 4),
        ("Not applicable", "minus", 5),
    ] == [(spec.text, spec.icon, spec.digit) for spec in specs]


def test_the_cards_are_named_after_the_question(card, ask):
    """A screen reader says the question with its answers."""
    ask("VS2")
    expected = "Was the child seen alone, and where they were not, is there a good reason?"
    assert expected == accessible_name(card.answer_part.editor.cards)


def test_going_on_uses_the_same_cards(card, ask):
    """Another question makes no new widgets."""
    ask("VS2")
    before = list(map(id, card.answer_part.editor.cards.cards))
    ask("VS1-often")
    assert before == list(map(id, card.answer_part.editor.cards.cards))


@pytest.mark.parametrize(
    ("question", "number", "value"),
    [("VS2", 3, "not_met"), ("VS1-safe", 2, "unsure"), ("VS2", 9, None)],
)
def test_a_number_chooses_an_answer(card, ask, answer, question, number, value):
    """Ctrl and a digit choose; a digit that no answer shows does nothing."""
    ask(question)
    card.choose(number)
    assert value == answer().value


def test_a_number_ticks_and_unticks_one_of_several(card, ask, answer, visits):
    """Where several answers may be chosen, the same digit takes one back."""
    visits("2025-12-01", "2026-06-01")
    ask("VS1-gap")
    card.choose(3)
    card.choose(2)
    assert ("school", "health") == answer().value
    card.choose(2)
    card.choose(3)
    assert answer().value is None


def test_an_exclusive_option_stands_alone(card, ask, answer, visits):
    """To choose "Nobody" takes the others back."""
    visits("2025-12-01", "2026-06-01")
    ask("VS1-gap")
    rows = card.answer_part.editor.rows
    rows.card("school").click()
    rows.card("nobody").click()
    assert ("nobody",) == answer().value


def test_a_retired_option_is_shown_only_while_chosen(card, ask, answer, open_audit, monkeypatch):
    """What was chosen once can be read; it cannot be chosen anew."""
    key = ask("VS1-safe")
    asked = open_audit.outline.by_key[key]
    options = [
        option.model_copy(update={"retired": option.id == "unsure"})
        for option in asked.question.answers
    ]
    monkeypatch.setitem(asked.question.__dict__, "answers", tuple(options))
    card.show_question(key)
    values = [each.spec.value for each in card.answer_part.editor.rows.cards]
    assert ["shown", "cannot_tell"] == values
    open_audit.change_answer(key, value="unsure")
    assert "unsure" == card.answer_part.editor.value


def test_a_text_is_kept_when_settled(card, answer):
    """What was typed is kept when the auditor moves on, though no pause came before."""
    key = _first_of_kind(card, "text")
    card.show_question(key)
    QTest.keyClicks(card.answer_part.editor.field.text_edit, "He asked twice.")
    card.settle_now()
    assert "He asked twice." == answer().value


def test_an_emptied_text_is_no_answer(card, answer, open_audit):
    """Deleting the words takes the answer back."""
    key = _first_of_kind(card, "text")
    open_audit.change_answer(key, value="Something")
    card.show_question(key)
    card.answer_part.editor.field.text_edit.selectAll()
    QTest.keyClick(card.answer_part.editor.field.text_edit, Qt.Key.Key_Delete)
    card.settle_now()
    assert not answer().is_given


def test_a_number_is_whole_and_within_its_limits(card, ask, answer):
    """A number out of the limits is refused in words, and the last good one stays."""
    ask("VS3-count")
    field = card.answer_part.editor.field
    QTest.keyClicks(field.line_edit, "4")
    card.settle_now()
    assert 4 == answer().value
    field.line_edit.selectAll()
    QTest.keyClicks(field.line_edit, "7")
    card.settle_now()
    assert ("The most is 6.", 4) == (field.error, answer().value)


def test_a_number_names_its_unit_and_limits(card, ask):
    """The hint says what numbers make sense."""
    ask("VS3-count")
    field = card.answer_part.editor.field
    assert "From 0 to 6." == field.editor.accessibleDescription()


def test_a_date_with_a_short_year_is_kept_on_moving_on(card, ask, answer):
    """Moving on by key leaves the field no moment to lose the focus: nothing typed is lost."""
    ask("VS1-last")
    QTest.keyClicks(card.answer_part.editor.field.line_edit, "5/10/26")
    ask("VS2")
    card.show_question("visits/VS1-last")
    assert "2026-10-05" == answer().value


def test_the_date_on_show_follows_the_question(card, ask, open_audit):
    """One field serves all dates, and shows none of another question."""
    open_audit.change_answer("visits/VS1-last", value="2026-10-05")
    ask("VS1-last")
    assert "5 October 2026" == card.answer_part.editor.field.text
    ask("VS1-start")
    assert not card.answer_part.editor.field.text


def test_not_applicable_opens_the_reason_with_an_example(card, ask, answer):
    """The reason is asked for at once, with the checklist's own example."""
    ask("VS2")
    assert card.answer_part.reason.isHidden()
    card.choose(5)
    assert answer().not_applicable
    assert card.answer_part.reason.isVisible()
    example = "For example: A baby, seen awake and handled by their carer at each visit"
    assert example == card.answer_part.reason.editor.accessibleDescription()


def test_the_reason_is_kept_and_goes_with_another_answer(card, ask, answer):
    """A rating takes "not applicable" and its reason back."""
    ask("VS2")
    card.choose(5)
    QTest.keyClicks(card.answer_part.reason.text_edit, "A baby.")
    card.settle_now()
    assert "A baby." == answer().reason
    card.choose(1)
    assert ("met", False, "") == (answer().value, answer().not_applicable, answer().reason)


def test_a_rating_without_not_applicable_does_not_offer_it(card, ask):
    """Where the checklist does not allow it, there is neither card nor box."""
    ask("VS1-safe")
    assert card.answer_part.not_applicable.isHidden()


def test_none_on_file_counts_as_an_answer(card, ask, answer):
    """A file without the date is a finding, not a gap."""
    ask("VS1-last")
    card.answer_part.none_on_file.click()
    assert answer().is_given
    assert answer().none_on_file


def test_a_date_takes_none_on_file_back(card, ask, answer):
    """The two exclude each other, whichever comes last."""
    ask("VS1-last")
    card.answer_part.none_on_file.click()
    QTest.keyClicks(card.answer_part.editor.field.line_edit, "5/10/2026")
    card.settle_now()
    assert ("2026-10-05", False) == (answer().value, card.answer_part.none_on_file.isChecked())


def test_boxes_can_be_unticked(card, ask, answer):
    """A slip on a box is taken back by the box."""
    ask("VS1-last")
    for box in (card.answer_part.none_on_file, card.answer_part.not_applicable):
        box.click()
        assert answer().is_given
        box.click()
        assert not answer().is_given


def test_dates_put_away_by_not_applicable_are_offered_back(card, ask, answer, visits):
    """A slip on a box must not cost a list that took ten minutes to type."""
    visits("2026-01-09", "2026-03-10")
    ask("VS1-care")
    card.answer_part.not_applicable.click()
    assert answer().value is None
    card.undo_line.button.click()
    assert ("2026-01-09", "2026-03-10") == answer().value
    assert not answer().not_applicable
    assert card.undo_line.isHidden()


def test_clearing_takes_the_answer_but_not_the_note(card, ask, answer):
    """The note is not part of what "Clear answer" clears, and the answer is offered back."""
    ask("VS2")
    card.choose(2)
    QTest.keyClicks(card.note_part.field.text_edit, "Three of six.")
    card.settle_now()
    card.follow_up.clear_button.click()
    assert (None, "Three of six.") == (answer().value, answer().note)
    assert card.answer_part.editor.cards.value is None
    card.undo_line.button.click()
    assert "partly_met" == answer().value


def test_nothing_to_clear_before_an_answer(card, ask):
    """The button waits for an answer."""
    ask("VS2")
    assert not card.follow_up.clear_button.isEnabled()
    card.choose(1)
    assert card.follow_up.clear_button.isEnabled()


def test_focus_answer_goes_to_the_chosen_card(card, ask, open_audit):
    """After moving to an answered question, Tab and arrows start from its answer."""
    open_audit.change_answer("visits/VS2", value="not_met")
    ask("VS2")
    card.focus_answer()
    assert "not_met" == QApplication.focusWidget().spec.value


@pytest.mark.parametrize("question", ["VS1-safe", "VS1-last", "VS3-count", "VS1-care"])
def test_focus_answer_reaches_every_kind(card, ask, question):
    """The focus is inside the editor of the kind on show."""
    ask(question)
    card.focus_answer()
    assert card.answer_part.editor.isAncestorOf(QApplication.focusWidget())


def _first_of_kind(card, kind):
    """Return the key of the first question of a kind in the audit."""
    questions = card._open_audit.outline.questions
    return next(asked.key for asked in questions if asked.question.kind == kind)
