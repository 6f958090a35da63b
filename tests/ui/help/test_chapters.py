# SPDX-License-Identifier: MPL-2.0
"""The table of screens and chapters: no screen is without one, and none leads nowhere."""

import pytest

from auditapp.guide import Guide
from tests.ui.home_fixtures import home_view, made, make_home, open_try_out
from ui.help.chapters import INDEX, OF_PAGE, OF_STEP
from ui.help.dialog_chapters import OF_DIALOG
from ui.start.start_page import StartPage
from ui.walkthrough.steps import StepKind

__all__ = ["home_view", "made", "make_home"]


PLACES = {INDEX, *OF_PAGE.values(), *OF_STEP.values(), *OF_DIALOG.values()}


@pytest.mark.parametrize("place", sorted(PLACES, key=str), ids=str)
def test_every_place_is_in_the_guide(place):
    """The page is there, and so is its heading."""
    assert Guide().has_place(place.page, place.anchor)


def test_every_step_of_an_audit_has_a_chapter():
    """A new kind of step fails here until its chapter is named."""
    assert set(StepKind) == set(OF_STEP)


def test_every_screen_before_unlocking_has_a_chapter():
    """First start, lock screen and restoring name themselves."""
    from ui.start import first_start_view, restore_view, unlock_view  # noqa: F401 - so that they are there

    named = {each.help_page for each in StartPage.__subclasses__() if each.__module__[:3] == "ui."}
    assert {"first_start", "unlock", "restore"} == named
    assert named <= OF_PAGE.keys()


def test_every_page_of_the_rail_has_a_chapter(home_view):
    """Walk through all of them: each has one of its own, and none falls back to the index."""
    seen = []
    for button in home_view._rail.findChildren(type(home_view.help_button)):
        if button.isCheckable():
            button.click()
            seen.append(home_view.help_place)
    assert 8 == len(seen)
    assert len(seen) == len(set(seen))
    assert INDEX not in seen


def test_every_page_that_comes_and_goes_has_a_chapter(home_view, qtbot):
    """A new audit, receiving, moderation and a try-out lead to what is about them."""
    for show, name in (
        (home_view.show_new_audit, "new_audit"),
        (home_view.show_receive, "receive"),
        (home_view.show_moderation, "moderation"),
    ):
        show()
        assert OF_PAGE[name] == home_view.help_place
    open_try_out(home_view, qtbot)
    assert OF_PAGE["try_out"] == home_view.help_place
