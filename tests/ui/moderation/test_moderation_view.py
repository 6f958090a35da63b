# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.moderation.moderation_view``, and of how agreement is put into words."""

import pytest

from auditapp.insight.agreement import Pair, agreement, by_auditor
from auditapp.model.grade import GradeBand
from ui.moderation.agreement_rows import (
    group_rows,
    overall_words,
    too_few_auditors,
    too_few_questions,
)
from ui.moderation.moderation_view import ModerationView
from ui.rows.column_titles import ColumnTitles


@pytest.fixture
def make_view(theme, desks, preferences, jobs, show, qtbot):
    """Return a function that shows the page of one of the two people, counted."""

    def make_view(desk):
        view = ModerationView(theme, desk.workspace, preferences, jobs)
        show(view, 1150, 800)
        view.refresh()
        qtbot.waitUntil(lambda: not view.is_counting, timeout=20_000)
        return view

    yield make_view
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=20_000)


def states(view):
    """Return what each line says of its state."""
    return [row.cells[2].text for row in view.group.rows]


def test_nothing_yet_says_so(make_view, desks):
    """And there is no agreement to show."""
    view = make_view(desks.ana)

    assert () == tuple(view.group.rows)
    assert (True, True) == (view.empty.isVisible(), view.list_card.isHidden())
    assert view.agreement.isHidden()


def test_pairs_are_listed_and_lead_side_by_side(make_view, desks, second, again, qtbot):
    """The later audit and the second reading, the last changed first."""
    view = make_view(desks.ana)
    with qtbot.waitSignal(view.pair_chosen) as chosen:
        view.group.key_chosen.emit(second)

    assert ["Then and now", "To be compared"] == states(view)
    assert (second, True) == (chosen.args[0].second.id, chosen.args[0].is_moderation)
    assert again == view.group.rows[0].key
    assert "not enough to say" in view.agreement.practice.text()


def test_every_column_has_a_title(make_view, desks, second):
    """The first as well: what the line is about."""
    titles = make_view(desks.ana).findChildren(ColumnTitles)

    assert ["Case", "Auditor", "Question"] == [each._words for each in titles]


def test_a_second_reader_sees_what_is_to_be_sent_back(make_view, desks, second, qtbot):
    """It opens the audit itself, for the first is not there."""
    view = make_view(desks.ben)
    with qtbot.waitSignal(view.audit_chosen) as chosen:
        view.group.key_chosen.emit(second)

    assert ["To be sent back"] == states(view)
    assert [second] == chosen.args


def test_the_target_is_kept(make_view, desks, second, preferences):
    """85 per cent until somebody sets another; nothing that is no number."""
    del second
    view = make_view(desks.ana)
    before = view.agreement.target.value
    view.agreement.target.line_edit.setText("70")
    view.agreement.settle_now()
    kept = preferences.settings.agreement_target
    view.agreement.target.line_edit.setText("")
    view.agreement.settle_now()

    assert (85, 70, 70) == (before, kept, view.agreement.target.value)


def pairs(count, same, auditor="Ana"):
    """Return so many pairs, of which some are the same; the others are one step lower."""
    good, less = GradeBand.GOOD, GradeBand.REQUIRES_IMPROVEMENT
    alike = [
        Pair(each, each, auditor) for each in (good, less) * count
    ][:same]  # fmt: skip
    return alike + [Pair(good, less, auditor)] * (count - same)


def test_agreement_is_in_plain_words_with_intervals_and_n():
    """Kappa and AC1 say what they mean, once there are enough grades."""
    few = overall_words(agreement(pairs(4, 4)), 85)
    some = " ".join(overall_words(agreement(pairs(20, 18)), 85))
    many = " ".join(overall_words(agreement(pairs(40, 30)), 85))

    assert 1 == len(few)
    assert "not enough to say" in few[0]
    assert "18 of 20 (90%)" in some
    assert "left out: it takes 32" in some
    assert "The target of 85% was missed." not in some
    assert "n = 40" in many
    assert "beyond what chance would give" in many
    assert "AC1" in many


def test_a_group_of_few_is_counted_and_not_shown():
    """Auditors and questions alike."""
    groups = by_auditor([*pairs(6, 3, "Ana"), *pairs(2, 1, "Ben")])
    (row,) = group_rows(groups, 85)

    assert ("Ana", "3 of 6 (50%)") == (row.title, row.cells[0].text)
    assert "Of 1 auditor fewer than 5" in too_few_auditors(groups)
    assert "1 question was rated twice" in too_few_questions(groups)
    assert "" == too_few_auditors(by_auditor(pairs(6, 3)))
