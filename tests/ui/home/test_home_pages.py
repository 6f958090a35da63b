# SPDX-License-Identifier: MPL-2.0
"""What the pages of the home owe, and when they are called on for it."""

import pytest
from PySide6.QtWidgets import QWidget

from auditapp.errors import SaveFailedError
from ui.home.home_pages import HomePages


@pytest.fixture
def pages(qtbot):
    """Return pages, none yet."""
    pages = HomePages()
    qtbot.addWidget(pages)
    return pages


@pytest.fixture
def calls():
    """Return a list to write calls down in."""
    return []


@pytest.fixture
def add(pages, calls):
    """Return a function that adds a page, which writes down what it is called on for."""

    def add(name, *, fails=False, is_passing=False):
        def keep():
            calls.append(f"{name} keeps")
            if fails:
                raise SaveFailedError("The disk is full.", "Free some space.")

        page = QWidget()
        pages.add_page(
            page,
            leave=lambda: calls.append(f"{name} is left"),
            keep=keep,
            stop=lambda: calls.append(f"{name} stops"),
            is_passing=is_passing,
        )
        return page

    return add


def test_the_page_on_show_is_left_for_another(pages, add, calls):
    """It takes over what is typed, and stays for the next time."""
    first, second = add("first"), add("second")
    pages.show_page(second)
    pages.show_page(first)

    assert ["first is left", "second is left"] == calls
    assert first is pages.currentWidget()


def test_a_passing_page_is_gone_once_it_is_left(pages, add, calls):
    """Its jobs are ended, and whoever knows it is told."""
    first, passing = add("first"), add("passing", is_passing=True)
    dropped = []
    pages.dropped.connect(dropped.append)
    pages.show_page(passing)
    assert pages.is_passing(passing)
    calls.clear()
    pages.show_page(first)

    assert ["passing is left", "passing stops"] == calls
    assert [passing] == dropped
    assert -1 == pages.indexOf(passing)


def test_all_pages_keep_before_any_is_stopped(pages, add, calls):
    """Whichever is on show; each is stopped once, and a passing one is gone."""
    add("first")
    passing = add("passing", is_passing=True)
    pages.settle_now()

    assert ["first keeps", "passing keeps"] == calls[:2]
    assert ["first stops", "passing stops"] == sorted(calls[2:])
    assert -1 == pages.indexOf(passing)


def test_one_that_cannot_keep_hinders_no_other(pages, add, calls):
    """The others keep theirs all the same, but nothing is stopped: the window stays."""
    add("first", fails=True)
    add("second")
    with pytest.raises(SaveFailedError):
        pages.settle_now()

    assert ["first keeps", "second keeps"] == calls
