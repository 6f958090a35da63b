# SPDX-License-Identifier: MPL-2.0
"""The guided start, from the offer to leaving it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from auditapp.paths import find_paths
from auditapp.workspace import Workspace
from tests.making import PASSPHRASE, WEAK, Clock, start_audit
from tests.ui.home_fixtures import make_home
from tests.ui.view_fixtures import in_window, show
from ui.guided.stops import STOPS
from ui.walkthrough.steps import REVIEW, StepKind

__all__ = ["in_window", "make_home", "show"]

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def made(tmp_path):
    """Make a workspace without an audit; return it with its recovery key."""
    workspace, key = Workspace.create(
        find_paths(tmp_path), PASSPHRASE, strength=WEAK, clock=Clock()
    )
    yield workspace, key
    workspace.close()


@pytest.fixture
def begin(make_home, qtbot):
    """Return a function that shows the home and begins the guided start."""
    begun = []

    def begin():
        home = make_home()
        begun.append(home)
        home.notices.guided.buttons[0].click()
        qtbot.waitUntil(lambda: home.guided.view is not None, timeout=20000)
        return home, home.guided.view

    yield begin
    for home in begun:
        home.settle_now()


def files(folder):
    """Return every file below a folder, with its bytes, but the settings."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in found if path.name != "settings.json"}


def test_it_is_offered_once(make_home, made):
    """A new person is asked; whoever said no is not asked again."""
    home = make_home()
    offer = home.notices.guided
    assert not offer.isHidden()
    offer.buttons[1].click()
    assert offer.isHidden()
    again = make_home()
    assert again.notices.guided.isHidden()
    assert again.guided.view is None


def test_whoever_has_audits_is_not_asked(make_home, made):
    """The offer is for those who are new."""
    start_audit(made[0])
    assert make_home().notices.guided.isHidden()


def test_enter_leads_through_all_stops_and_nothing_is_kept(begin, made, qtbot):
    """Each note stands beside a part that is in sight, and no file is any other afterwards."""
    home, view = begin()
    before = files(made[0].paths.home)
    steps = []
    for stop in STOPS:
        qtbot.waitUntil(lambda: view.ring.isVisible() and not view._late.isActive())
        assert stop.title == view.callout.accessibleName()
        assert view.callout.next.hasFocus()
        assert view.target.isVisible()
        assert view.rect().contains(view.callout.geometry())
        steps.append(view.step.kind)
        qtbot.keyClick(view.callout.next, Qt.Key.Key_Space)
    assert [StepKind.QUESTION, StepKind.SECTION_GRADE, StepKind.REVIEW] == list(
        dict.fromkeys(steps)
    )
    assert home.guided.view is None
    assert home.page is home.audits
    assert before == files(made[0].paths.home)
    assert [] == list(made[0].audits())


def test_the_timescale_and_the_grade_have_something_to_say(begin):
    """The invented audit has a late visit, and enough for a suggestion."""
    _home, view = begin()
    view.show_stop(4)
    assert view.target.isVisible()
    view.show_stop(5)
    suggested = [each for each in view.target.findChildren(object) if hasattr(each, "text")]
    assert suggested
    outline = view.open_audit.outline
    unanswered = [
        each.key
        for each in outline.questions
        if each.question.required and not outline.audit.answer(each.key).is_given
    ]
    assert ["visits/VS2"] == unanswered


def test_tab_leads_to_what_the_note_is_about_and_back(begin, qtbot):
    """From the note into the answers, and by Shift+Tab back to the note."""
    _home, view = begin()
    qtbot.keyClick(view.callout.next, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert view.target.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Tab, SHIFT)
    assert view.callout.next.hasFocus()


def test_tab_comes_to_everything(begin, in_window, qtbot):
    """Also to the way out at the top, and to what stands before the part the note is about."""
    home, view = begin()
    in_window(home)
    view.show_stop(0)
    seen = [view.callout.next]
    for _press in range(60):
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())

    takes_tab = Qt.FocusPolicy.TabFocus
    stops = [
        each
        for each in view.findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & takes_tab
    ]
    assert view.header.leave in stops
    assert [] == [each for each in stops if each.focusProxy() is None and each not in seen]


def test_the_note_gives_way_to_what_has_the_focus(begin, qtbot):
    """In a small window with large text the answer that is chosen can still be seen."""
    home, view = begin()
    home._theme.set_text_scale(2.0)
    home.resize(560, 720)
    qtbot.waitUntil(lambda: not view._late.isActive())
    qtbot.keyClick(view.callout.next, Qt.Key.Key_Tab)
    for _press in range(4):
        focus = QApplication.focusWidget()

        def is_seen(focus=focus):
            area = view._seen(focus)
            return not area.isEmpty() and not view.callout.geometry().contains(area)

        qtbot.waitUntil(is_seen)
        qtbot.keyClick(focus, Qt.Key.Key_Down)


def test_back_leads_to_the_note_before(begin, qtbot):
    """At the first note there is nothing before."""
    _home, view = begin()
    assert not view.callout.back.isEnabled()
    view.callout.next.click()
    view.callout.back.click()
    assert 0 == view.number


def test_going_elsewhere_keeps_the_note_at_hand(begin, qtbot):
    """Away from its step the ring goes; going on leads back to the next stop."""
    _home, view = begin()
    qtbot.waitUntil(view.ring.isVisible)
    view.show_step(REVIEW)
    qtbot.waitUntil(lambda: not view.ring.isVisible())
    assert view.callout.isVisible()
    view.callout.next.click()
    qtbot.waitUntil(view.ring.isVisible)
    assert StepKind.QUESTION is view.step.kind


def test_esc_leaves_and_it_does_not_come_again(begin, qtbot):
    """From the note itself."""
    home, view = begin()
    qtbot.keyClick(view.callout.next, Qt.Key.Key_Escape)
    assert home.page is home.audits
    assert home.guided.view is None
    assert home.notices.guided.isHidden()


def test_locking_ends_it(begin):
    """Nothing of it waits behind the lock."""
    home, _view = begin()
    home.settle_now()
    assert home.guided.view is None


def test_nobody_is_brought_back_who_has_gone_elsewhere(make_home, qtbot):
    """While the checklist is read, somebody chooses another page, and stays there."""
    home = make_home()
    home.guided.begin()
    home.places.settings.show()
    qtbot.waitUntil(lambda: home.guided._opening is None, timeout=20000)
    assert home.guided.view is None
    assert home.page is home.places.settings.view


def test_an_invented_audit_is_never_signed(begin, qtbot):
    """The review says why, and there is no file of it."""
    _home, view = begin()
    view.show_stop(len(STOPS) - 1)
    assert not view.target.button.isEnabled()


def test_it_offers_no_more_than_the_way_out(begin):
    """To choose a kind of child, or to save a checklist, is for whoever tries one out."""
    header = begin()[1].header
    assert "Leave the guided start" == header.leave.text()
    shown = [header.child, header.child_icon, header.save, header.save_icon]
    assert not any(each.isVisible() for each in shown)


@pytest.mark.parametrize(("width", "scale"), [(1366, 1.0), (560, 1.0), (1366, 2.0)])
def test_notes_leave_most_of_their_targets_in_sight(begin, qtbot, width, scale):
    """Half of it or more, however little room there is; with usual text, nearly all."""
    home, view = begin()
    home.resize(width, 768)
    view._theme.set_text_scale(scale)
    for number in range(len(STOPS)):
        view.show_stop(number)
        qtbot.waitUntil(lambda: view.ring.isVisible() and not view._late.isActive())
        area = view._seen(view.target)
        both = area.intersected(view.callout.geometry())
        share = both.width() * both.height() / (area.width() * area.height())
        assert share <= (0.05 if scale == 1.0 else 0.5), STOPS[number].title


def test_another_size_brings_the_target_into_sight_again(begin, qtbot):
    """What was scrolled to in a wide window may be far below in a narrow one."""
    home, view = begin()
    view.show_stop(3)
    home.resize(560, 768)
    qtbot.waitUntil(lambda: view.target.visibleRegion().boundingRect() == view.target.rect())
