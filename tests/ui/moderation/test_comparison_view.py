# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.moderation.comparison_view`` and its dialogs, on real stores."""

import pytest
from PySide6.QtCore import Qt

from auditapp.errors import SaveFailedError
from auditapp.exports.orders import ReportOfOne
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import ActionStatus
from auditapp.model.grade import PRACTICE, GradeBand
from auditapp.model.report_kinds import ReportKind
from tests.ui.moderation.conftest import ACTION, RATED
from ui.moderation.agree_dialog import AgreeWords
from ui.moderation.compared_rows import Shown
from ui.moderation.comparison_view import ComparisonView
from ui.rows.column_titles import ColumnTitles


@pytest.fixture
def make_view(theme, desks, jobs, show, qtbot):
    """Return a function that shows a pair, read."""

    def make_view(second_id, *, is_moderation):
        view = ComparisonView(
            theme, desks.ana.workspace, jobs, second_id, is_moderation=is_moderation
        )
        show(view, 1150, 800)
        view.refresh()
        qtbot.waitUntil(lambda: view._job is None, timeout=20_000)
        return view

    yield make_view
    qtbot.waitUntil(lambda: not jobs.is_busy, timeout=20_000)


@pytest.fixture
def view(make_view, second):
    """Return both readings side by side."""
    return make_view(second, is_moderation=True)


def row_of(group, key):
    """Return the line that is known by a key."""
    return next(row for row in group.rows if row.key == key)


def choose(view, shown):
    """Look at other lines."""
    view.shown.set_value(shown)
    view.shown.value_chosen.emit(shown)
    return view.count.text()


def test_both_readings_are_told_line_by_line(view):
    """With both answers, both notes, and how far they are apart."""
    row = row_of(view.lines, RATED)

    assert "HX-2047: two readings" == view.head.heading.title.text()
    assert ["Met", "Not met", "The second is 2 steps lower"] == [cell.text for cell in row.cells]
    assert ["First reading: Ana saw it", "Second reading: Ben saw it"] == [
        remark.text for remark in row.remarks
    ]
    assert view.head.summary.text().startswith("1 of ")


def test_lines_are_filtered(view):
    """By how both stand; the number of lines is told."""
    differing = choose(view, Shown.DIFFERENT)
    (row,) = view.lines.rows

    assert ("1 line", RATED) == (differing, row.key)
    assert "0 lines" == choose(view, Shown.SAME)
    assert "0 lines" == choose(view, Shown.ONLY_ONE)
    assert 1 < int(choose(view, Shown.ALL).split()[0])


def test_a_line_opens_both_answers_in_full(view, qtbot):
    """By the keyboard; a card for each."""
    choose(view, Shown.DIFFERENT)
    view.lines.list.setFocus()
    view.lines.list.setCurrentIndex(view.lines.list.model().index(0, 0))
    qtbot.keyClick(view.lines.list, Qt.Key.Key_Return)
    dialog = view.dialog

    assert 2 == len(dialog.sides)
    dialog.reject()
    assert view.dialog is None


def test_a_grade_is_agreed_on_with_reason_and_name(view, desks, first, qtbot):
    """What is missing is said at its place; then the first audit counts as moderated."""
    view.grades.list.key_chosen.emit(PRACTICE)
    dialog = view.dialog
    dialog.name.set_text("")
    dialog.button.click()
    missing = (dialog.missing.text(), dialog.reason.error, dialog.name.error)
    dialog.set_words(AgreeWords(GradeBand.REQUIRES_IMPROVEMENT, "Both looked again", "Ana"))
    with qtbot.waitSignal(view.agreed):
        dialog.button.click()
    qtbot.waitUntil(lambda: view._job is None, timeout=20_000)
    agreed = desks.ana.audit(first).agreed[PRACTICE]
    row = row_of(view.grades, PRACTICE)

    assert (
        "Choose the grade that you agree on.",
        "Say what made you agree on it.",
        "Say who records it.",
    ) == missing
    assert (GradeBand.REQUIRES_IMPROVEMENT, "Both looked again", "Ana") == (
        agreed.band, agreed.reason, agreed.by,
    )  # fmt: skip
    assert AuditStatus.MODERATED is desks.ana.audit(first).status
    assert "Requires improvement" == row.cells[2].text
    assert "Both looked again" in row.remarks[-1].text


def test_a_disk_that_is_full_keeps_what_is_typed(view, desks, monkeypatch):
    """The dialog stays, and says so."""

    def refuse(*_args):
        raise SaveFailedError("The disk is full.", "Free some space.")

    monkeypatch.setattr(desks.ana.workspace, "agree_grade", refuse)
    view.agree(PRACTICE)
    dialog = view.dialog
    dialog.set_words(AgreeWords(GradeBand.GOOD, "As it was", "Ana"))
    dialog.button.click()

    assert ("The disk is full.", "As it was") == (
        dialog._banner.accessibleName(),
        dialog.words.reason,
    )
    dialog.reject()


def test_grades_show_no_number_where_none_can_be_pressed(view):
    """The keys of an open audit do nothing in a dialog."""
    view.agree(PRACTICE)

    assert {None} == {card.spec.digit for card in view.dialog.cards.cards}
    view.dialog.reject()


def test_every_column_has_a_title(view):
    """The first as well: what both said something about."""
    titles = [each._words for each in view.findChildren(ColumnTitles)]

    assert ["Action", "Grade", "Question"] == sorted(titles)


def test_then_and_now_tells_what_is_better_and_worse(make_view, again):
    """And filters by it."""
    view = make_view(again, is_moderation=False)
    row = row_of(view.lines, RATED)
    worse = choose(view, Shown.WORSE)

    assert "0 better, 0 as before, 1 worse; 0 cannot be compared." == view.head.summary.text()
    assert ("Worse than then", "danger") == (row.cells[2].text, row.cells[2].tone)
    assert "1 line" == worse
    assert ("0 lines", "0 lines") == (choose(view, Shown.BETTER), choose(view, Shown.CHANGED))


def test_an_earlier_action_is_verified_or_opened_again(make_view, again, desks, first, qtbot):
    """Step by step, with what the later audit points to."""
    ana = desks.ana
    ana.workspace.progress_action(
        first, ACTION, ActionStatus.DONE, ana.by, words="Visited", done_by="Team"
    )
    view = make_view(again, is_moderation=False)
    pointer = row_of(view.earlier, ACTION).remarks[-1].text
    view.earlier.list.key_chosen.emit(ACTION)
    dialog = view.dialog
    dialog.button.click()
    unchosen = dialog.step.error
    dialog.step.set_value(ActionStatus.OPEN)
    dialog.step.value_chosen.emit(ActionStatus.OPEN)
    dialog.name.set_text("Cleo")
    dialog.button.click()
    refused = dialog._banner.accessibleName()
    dialog.said.set_text("Still not visited")
    dialog.button.click()
    qtbot.waitUntil(lambda: view._job is None, timeout=20_000)

    assert "the shortfall is still there" in pointer
    assert "Choose what is to be recorded." == unchosen
    assert "opened again for a reason" in refused
    assert ActionStatus.OPEN is ana.audit(first).action_now(ACTION).status
    assert "Open" == row_of(view.earlier, ACTION).cells[0].text


@pytest.mark.parametrize("is_moderation", [True, False])
def test_it_leads_to_the_report_and_to_both_audits(make_view, request, first, qtbot, is_moderation):
    """The report is of the kind that fits."""
    second_id = request.getfixturevalue("second" if is_moderation else "again")
    view = make_view(second_id, is_moderation=is_moderation)
    with qtbot.waitSignal(view.report_asked) as report:
        view.head.report_button.click()
    with qtbot.waitSignal(view.audit_chosen) as one:
        view.head.first_button.click()
    with qtbot.waitSignal(view.audit_chosen) as other:
        view.head.second_button.click()

    kind = ReportKind.COMPARISON if is_moderation else ReportKind.RE_AUDIT
    assert [ReportOfOne(kind, second_id)] == report.args
    assert ([first], [second_id]) == (one.args, other.args)


def test_what_cannot_be_compared_is_said(make_view, first):
    """In words, where the lines would be."""
    view = make_view(first, is_moderation=True)

    assert "goes with no other" in view.head.fault.accessibleName()
    assert not view.head.report_button.isEnabled()
