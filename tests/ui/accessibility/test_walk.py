# SPDX-License-Identifier: MPL-2.0
"""Walk every screen and dialog, and fail on whatever would keep somebody out of it.

``screens.py`` and ``dialogs.py`` have the lists.
"""

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QDialog, QWidget

import ui
from tests.ui.accessibility.looking import Looker, all_looks
from tests.ui.accessibility.screens import PAGES
from tests.ui.accessibility.walk import walk
from ui.help.dialog_chapters import OF_DIALOG, OF_WHAT_IS_BELOW
from ui.home.place_page import PlacePage
from ui.main_window import MainWindow
from ui.widgets.surfaces.dialog import Dialog
from ui.widgets.surfaces.page import Page
from ui.widgets.surfaces.window import Window
from ui.work_bar import WorkBar

UNSEEN = {
    "BackupView": "a backup that is looked at, tests/ui/data",
    "CalendarPopup": "a list over a field, tests/ui/widgets",
    "EarlierPart": "of a revised question, tests/ui/walkthrough/question",
    "FaultBanner": "a banner, as others are",
    "FiguresStrip": "of figures for a report, tests/ui/reports",
    "GuidedOffer": "a banner, as others are",
    "ImportCard": "of a spreadsheet, tests/ui/checklists/loading",
    "KeptRow": "what is due for deletion, tests/ui/data",
    "LikeCasesField": "in a package, tests/ui/exchange",
    "MonthView": "in a list over a field, tests/ui/widgets",
    "OutcomeCard": "after a file was loaded, tests/ui/checklists/loading",
    "PersonalHint": "below a text, tests/ui/widgets",
    "RestoreDoneStep": "after a backup was restored, tests/ui/start",
    "RestoreFoundStep": "before a backup is restored, tests/ui/start",
    "SaveDesk": "has nothing to be seen",
    "Scrim": "lies behind a pane that was opened over a page",
    "SuggestionList": "a list over a field, tests/ui/widgets",
    "VersionPicker": "of papers about an amended audit, tests/ui/review",
}
"""Classes of widgets that the walk does not come to: what they are, and what tests them."""

pytestmark = pytest.mark.timeout(1800)


def test_nothing_is_in_the_way(visitor):
    """Names, Tab, targets, words, contrast, focus and movement are as WCAG 2.2 AA asks.

    Each class of a dialog is looked at, and each of a part but for those in ``UNSEEN``.
    """
    looker = Looker(visitor.window._theme)
    seen = walk(visitor, looker, all_looks(looker))

    assert "" == "\n".join(looker.found)
    assert set(UNSEEN) == _classes(QWidget) - looker.shown - {WorkBar.__name__}  # as long as work
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
