# SPDX-License-Identifier: MPL-2.0
"""Test how actions are found in the list of all of them."""

import pytest

from tests.ui.actions.part_hands import look_for, spoken, titles
from ui.actions.action_filter_bar import ActionFilterBar


def test_every_list_of_the_filter_says_something_before_anything_is_read(theme, qtbot):
    """There is no field without words, nor one that goes once the audits are read."""
    bar = ActionFilterBar(theme)
    qtbot.addWidget(bar)
    bar.show()
    fields = (bar.state, bar.owner, bar.team, bar.theme)
    assert [] == [field for field in fields if not field.combo_box.currentText()]
    assert not bar.round.isVisible()


def test_searching_narrows_the_list_at_each_key(part, settle, qtbot):
    """By the beginnings of words, wherever they stand."""
    qtbot.keyClicks(part.filter_bar.search.line_edit, "soc")
    settle()
    assert ["Visit at school"] == titles(part)
    qtbot.keyClicks(part.filter_bar.search.line_edit, "zzz")
    settle()
    assert part.states.not_found is part.states.currentWidget()
    part.states.not_found.button.click()
    settle()
    assert 3 == len(titles(part))


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("state", "overdue", ["Write a letter"]),
        ("state", "due_soon", ["Visit at school"]),
        ("state", "done", []),
        ("owner", "Social worker", ["Visit at school"]),
        ("team", "North", ["Write a letter"]),
    ],
)
def test_lists_narrow_it(part, settle, name, value, expected):
    """By state, owner and team, among those that there are."""
    part.filter_bar.show_words({**part.filter_bar.words, name: value})
    part.filter_bar.filter_changed.emit()
    settle()
    assert expected == titles(part)


def test_what_needs_better_words_is_found(part, settle):
    """Each says in its line what is missing."""
    look_for(part, settle, state="vague")
    assert ["An action without words"] == titles(part)
    assert "It does not say what is to be done or by when" in spoken(part, 0)


def test_second_readings_are_marked_and_counted_beside_the_first(part, second_place, settle):
    """The same case does not count twice, and nothing is hidden."""
    part.refresh()
    settle()
    assert ["Read the plan again", "Write a letter"] == titles(part)[:2]
    assert ("Second reading" in spoken(part, 0), "Second reading" in spoken(part, 1)) == (
        True,
        False,
    )
    assert "3 open, 1 overdue" in part.count.text()
    assert "Second readings: 1 more open, 1 overdue." in part.count.text()
    assert part.filter_bar.reading.isVisible()
    look_for(part, settle, reading="second")
    assert ["Read the plan again"] == titles(part)
    look_for(part, settle, reading="first")
    assert 3 == len(titles(part))


def test_readings_are_offered_where_there_is_a_second(part):
    """There is none here."""
    assert part.filter_bar.reading.isHidden()


def test_one_button_looks_for_what_is_overdue(part, settle):
    """The list of states says so."""
    part.overdue_button.click()
    settle()
    assert ("overdue", ["Write a letter"]) == (part.filter_bar.state.value, titles(part))


def test_rounds_are_offered_where_there_are_any(part):
    """There are none here."""
    assert part.filter_bar.round.isHidden()
