# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.review.review_view``: reading an audit through and signing it off."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from auditapp.errors import SaveFailedError
from auditapp.fingerprints import grouped
from auditapp.judgement.gaps import gaps
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import Action, Concern
from auditapp.model.grade import PRACTICE
from auditapp.model.ids import QuestionKey
from tests.making import start_audit
from tests.ui.review.answering import NOW, answer_all, finish, grade_all, hear_all, make_grade
from ui.open_audit import OpenAudit
from ui.review.review_view import ReviewView
from ui.walkthrough.steps import FRONT_SHEET, REPORT, Step, StepKind

SAFE = QuestionKey("visits/VS1-safe")
ALONE = QuestionKey("visits/VS2")


@pytest.fixture
def view(theme, show, open_audit):
    """Return the review of an audit with nothing in it yet."""
    return show(ReviewView(theme, open_audit))


@pytest.fixture
def ready(theme, show, open_audit):
    """Return the review of an audit in which nothing blocks the sign-off."""
    finish(open_audit)
    return show(ReviewView(theme, open_audit))


def card_titles(view):
    """Name the cards with lists that are to be seen."""
    names = ("blocking", "advisory", "grades", "actions", "timescales", "set_aside")
    return [name for name, card in zip(names, view.cards, strict=True) if card.isVisible()]


def rows_of(view, title):
    """Return the rows under a heading."""
    groups = (group for card in view.cards for group in card.groups)
    return next(group.rows for group in groups if group.title == title)


def sign(view):
    """Tick the box, if there is one, and sign."""
    if view.sign_off_card.seen_box.isVisible():
        view.sign_off_card.seen_box.click()
    view.sign_off_card.button.click()


def test_every_gap_is_listed(view, open_audit):
    """What the judgement found missing is all there, in its groups."""
    listed = sum(len(group.rows) for card in view.cards[:2] for group in card.groups)
    assert len(gaps(open_audit.outline)) == listed


def test_blocked_sign_off_says_why(view):
    """While something blocks, the button is off and says how much it is."""
    card = view.sign_off_card
    reason = card.button.accessibleDescription()
    assert (False, True) == (card.button.isEnabled(), "still stand in the way" in reason)


def test_line_leads_to_its_step(view, qtbot):
    """A click on an unanswered question asks for its step."""
    group = view.cards[0].groups[2]
    place = group.list.visualRect(group.list.model().index(0, 0)).center()
    with qtbot.waitSignal(view.step_asked) as asked:
        qtbot.mouseClick(group.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [Step(StepKind.QUESTION, "visits/VS1-last")] == asked.args


def test_button_leads_to_the_first_thing(view, qtbot):
    """The button at the top goes to the first thing that blocks."""
    with qtbot.waitSignal(view.step_asked) as asked:
        view.focusProxy().click()
    assert [Step(StepKind.QUESTION, "visits/VS1-last")] == asked.args


def test_it_follows_the_audit(view, open_audit):
    """An answer given elsewhere takes its line away at once."""
    before = len(rows_of(view, "Unanswered questions"))
    open_audit.change_answer(ALONE, value="met")
    assert before - 1 == len(rows_of(view, "Unanswered questions"))


def test_it_rests_out_of_sight(theme, open_audit, qtbot):
    """A hidden review looks at the audit only when it is shown."""
    view = ReviewView(theme, open_audit)
    qtbot.addWidget(view)
    open_audit.change_answer(ALONE, value="met")
    before = len(rows_of(view, "Unanswered questions"))
    with qtbot.waitExposed(view):
        view.show()
    assert (0, True) == (before, bool(rows_of(view, "Unanswered questions")))


def test_concern_comes_first(view, open_audit, qtbot):
    """An open concern is the first thing to go to."""
    open_audit.put_concern(None, Concern(what="Not seen.", question=ALONE, found_at=NOW))
    with qtbot.waitSignal(view.step_asked) as asked:
        view.focusProxy().click()
    assert [Step(StepKind.QUESTION, ALONE)] == asked.args


def test_grades_stand_beside_their_suggestions(ready, open_audit):
    """Each section and the two grades of the audit have a line."""
    rows = rows_of(ready, "Grades at a glance")
    assert (6, "Overall: practice") == (len(rows), rows[-2].title)


def test_actions_are_listed(ready, open_audit):
    """An action shows in the table as soon as it is set."""
    open_audit.put_action(None, Action(what="Offer an advocate", created_at=NOW))
    assert ["Offer an advocate"] == [row.title for row in rows_of(ready, "Actions")]


def test_timescales_are_listed(ready):
    """The visits are judged, so their timescale has a line."""
    assert 1 == len(rows_of(ready, "Timescales"))


def test_no_empty_card(view):
    """Cards without anything to say are not seen, but that there are no actions is said."""
    assert "advisory" not in card_titles(view)
    assert "actions" in card_titles(view)


def test_kept_answers_are_mentioned(view, open_audit):
    """Answers to questions that no longer apply are said to be kept."""
    answer_all(open_audit)
    open_audit.change_answer(ALONE, value="not_met")
    why = QuestionKey("visits/VS2-why")
    open_audit.change_answer(why, value="not_asked")
    open_audit.change_answer(ALONE, value="met")
    assert view._kept.isVisible()
    assert "One answer is kept" in view._kept.text()


def test_points_must_be_seen_first(ready, open_audit):
    """With points that do not fit, the box comes before the button."""
    open_audit.change_answer(ALONE, note="", evidence=())
    card = ready.sign_off_card
    before = card.button.isEnabled()
    card.seen_box.click()
    assert (False, True) == (before, card.button.isEnabled())


def test_new_point_takes_the_tick_back(ready, open_audit):
    """What comes up after the tick has not been seen."""
    open_audit.change_answer(ALONE, note="", evidence=())
    ready.sign_off_card.seen_box.click()
    open_audit.change_answer(QuestionKey("visits/VS5"), flagged=True)
    assert not ready.sign_off_card.seen_box.isChecked()


def test_point_put_right_keeps_the_tick(ready, open_audit):
    """When a point goes away, the others are still seen."""
    open_audit.change_answer(ALONE, note="", evidence=())
    open_audit.change_answer(QuestionKey("visits/VS5"), flagged=True)
    ready.sign_off_card.seen_box.click()
    open_audit.change_answer(QuestionKey("visits/VS5"), flagged=False)
    assert ready.sign_off_card.seen_box.isChecked()


def test_signing_off_locks(ready, open_audit, workspace, qtbot):
    """The button signs the audit off in the store, and says so."""
    with qtbot.waitSignal(ready.signed_off):
        sign(ready)
    stored = workspace.open_audit(open_audit.audit.id)
    assert (AuditStatus.SIGNED_OFF, False) == (stored.status, open_audit.can_edit)


def test_signed_audit_shows_its_fingerprint(ready, open_audit, qtbot):
    """After the sign-off there is who, when, the fingerprint, and the way to the report."""
    sign(ready)
    signed = open_audit.audit.sign_off
    card = ready.signed_card
    texts = " ".join(label.text() for label in card.findChildren(QWidget) if hasattr(label, "text"))
    seen = (
        "By R. Okafor on 21 November 2026" in texts,
        grouped(signed.content_hash) in texts,
        ready.sign_off_card.isVisible(),
    )
    assert (True, True, False) == seen


def test_way_to_the_report(ready, qtbot):
    """The button of a signed audit leads to the report, and has the focus."""
    sign(ready)
    assert ready.focusProxy().hasFocus()
    with qtbot.waitSignal(ready.step_asked) as asked:
        ready.focusProxy().click()
    assert [REPORT] == asked.args


def test_failed_sign_off_is_told(ready, open_audit, monkeypatch, heard):
    """When the disk refuses, it is shown and heard with what to do, and nothing is signed."""

    def refuse(*args):
        raise SaveFailedError("The disk is full.", "Free some space.")

    monkeypatch.setattr(open_audit._keeper, "sign_off", refuse)
    sign(ready)
    banner = ready.sign_off_card._banner
    seen = (banner.isVisible(), banner.accessibleName(), open_audit.can_edit)
    assert (True, "The disk is full.", True) == seen
    assert ["The disk is full. Free some space."] == heard


def test_name_leads_to_the_front_sheet(view, qtbot):
    """The name that signs is changed on the front sheet."""
    with qtbot.waitSignal(view.step_asked) as asked:
        view.sign_off_card.name_button.click()
    assert [FRONT_SHEET] == asked.args


def test_nothing_left_leads_to_the_sign_off(ready):
    """When nothing blocks, the button at the top goes to the box or the button at the end."""
    ready.focusProxy().click()
    card = ready.sign_off_card
    assert card.isAncestorOf(ready.window().focusWidget())


def test_nothing_to_settle(view, open_audit):
    """There is nothing to type here, so settling changes nothing."""
    before = open_audit.audit
    view.settle_now()
    assert before is open_audit.audit


def test_arrow_keys_keep_the_line_in_view(view, qtbot):
    """The page scrolls with the line that the arrow keys reach."""
    view.resize(700, 360)
    rows = view.cards[0].groups[2].list
    rows.setFocus()
    for _press in range(4):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    line = rows.visualRect(rows.currentIndex())
    top = rows.viewport().mapTo(view, line.topLeft()).y()
    assert 0 <= top <= view.height() - line.height()


def test_every_control_has_a_name(view):
    """Whatever takes the focus tells a screen reader what it is."""
    nameless = [
        type(widget).__name__
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert [] == nameless


@pytest.mark.parametrize(("width", "scale"), [(1094, 1.0), (560, 1.0), (1094, 2.0)])
def test_it_fits_its_width(theme, show, open_audit, width, scale):
    """Nothing is cut at the right, at any width and text size."""
    theme.set_text_scale(scale)
    open_audit.give_grade(PRACTICE, make_grade())
    view = show(ReviewView(theme, open_audit), width, 600)
    card = view.cards[0]
    right = card.mapTo(view, QPoint(card.width(), 0)).x()
    assert right <= width


def test_two_checklists_are_told_apart(theme, show, workspace, qtbot):
    """With more than one checklist, each line says which it is from."""
    audit = OpenAudit(workspace, start_audit(workspace, "visits", "life-story"))
    view = show(ReviewView(theme, audit))
    row = rows_of(view, "Unanswered questions")[0]
    audit.abandon()
    assert row.remarks[0].text.startswith("Visits, direct work and relationship")


def test_theme_can_change(view, theme):
    """Another theme and text size are taken on at once."""
    before = view.grab().toImage()
    theme.set_dark(True)
    assert before != view.grab().toImage()


def test_only_reasons_left(view, open_audit):
    """When all is answered but a reason, only that stands in the way."""
    answer_all(open_audit)
    grade_all(open_audit)
    hear_all(open_audit)
    open_audit.give_grade(PRACTICE, make_grade(reason=""))
    assert "One thing still stands in the way." == view.sign_off_card.reason
