# SPDX-License-Identifier: MPL-2.0
"""Look at every dialog as at the screens, and at whether the lists are whole."""

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QDialog

import ui
from tests.ui.accessibility import dialogs
from tests.ui.accessibility.screens import PAGES
from ui.help.dialog_chapters import OF_DIALOG, OF_WHAT_IS_BELOW
from ui.home.place_page import PlacePage
from ui.widgets.dialog import Dialog
from ui.widgets.page import Page

pytestmark = pytest.mark.timeout(600)


def test_nothing_is_in_the_way_in_any_dialog(window, unlock, looker, qtbot):
    """As of the screens; and each class of a dialog is looked at here or elsewhere."""
    draft = next(row for row in unlock().audits() if row.status == "draft")
    window.home_view.audit_chosen.emit(draft.id)
    made = list(dialogs.make_all(window))
    for dialog in made:
        dialog.show()
    looker.look_all([(type(dialog).__name__, dialog) for dialog in made])
    looked_at = {type(dialog).__name__ for dialog in made}
    for dialog in made:
        dialog.done(0)
    qtbot.waitUntil(lambda: not window._jobs.is_busy, timeout=60_000)

    assert "" == "\n".join(looker.found)
    assert _classes(QDialog) - {Dialog.__name__} == looked_at | set(dialogs.ELSEWHERE)


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
