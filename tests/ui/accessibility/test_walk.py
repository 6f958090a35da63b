# SPDX-License-Identifier: MPL-2.0
"""Walk every screen and dialog, and fail on whatever would keep somebody out of it.

``screens.py`` and ``dialogs.py`` have the lists.
"""

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QDialog

import ui
from tests.ui.accessibility.looking import Looker, all_looks
from tests.ui.accessibility.screens import PAGES
from tests.ui.accessibility.walk import walk
from ui.help.dialog_chapters import OF_DIALOG, OF_WHAT_IS_BELOW
from ui.home.place_page import PlacePage
from ui.main_window import MainWindow
from ui.widgets.dialog import Dialog
from ui.widgets.page import Page
from ui.widgets.window import Window

pytestmark = pytest.mark.timeout(1800)


def test_nothing_is_in_the_way(visitor):
    """Names, Tab, targets, words, contrast, focus and movement are as WCAG 2.2 AA asks.

    Each class of a dialog is looked at.
    """
    looker = Looker(visitor.window._theme)
    seen = walk(visitor, looker, all_looks(looker))

    assert "" == "\n".join(looker.found)
    assert _classes(QDialog) - {Dialog.__name__} == seen - {MainWindow.__name__, Window.__name__}


def test_help_knows_every_dialog():
    """A new one is given a chapter of the guide, or told to be that of the screen below it."""
    assert set(OF_DIALOG) | OF_WHAT_IS_BELOW == _classes(Dialog)
    assert set() == set(OF_DIALOG) & OF_WHAT_IS_BELOW


def test_every_page_is_in_the_list():
    """A new page is added to ``PAGES``, with the screen on which it is looked at."""
    assert _classes(Page, PlacePage) == set(PAGES)


def _classes(*bases):
    """Name the classes of ours that derive from ``bases``."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if not module.name.startswith("ui.demo"):
            importlib.import_module(module.name)
    derived = {each for base in bases for each in _below(base)}
    return {each.__name__ for each in derived if each.__module__.startswith("ui.")}


def _below(base):
    for each in base.__subclasses__():
        yield each
        yield from _below(each)
