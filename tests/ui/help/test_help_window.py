# SPDX-License-Identifier: MPL-2.0
"""The window of the guide."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from auditapp.guide import Guide
from tests.auditapp.handbook.conftest import small_guide
from tests.ui.one_path import OnePath
from tests.ui.view_fixtures import theme
from ui.help import help_window
from ui.help.chapters import OF_PAGE, Place
from ui.help.help_window import HelpWindow
from ui.jobs import Jobs
from ui.keys.keymap import KEYMAP
from ui.outside import Outside
from ui.widgets.signs.text_label import TextLabel

__all__ = ["small_guide", "theme"]

ANSWERING = Place("guide/06-answering.md")
SIGNING = Place("guide/12-sign-off.md", "amending-a-signed-audit")


@pytest.fixture
def open_guide(qtbot, theme):
    """Return a function that shows the guide in a folder."""
    kept = []
    jobs = Jobs()

    def open_guide(guide=None, width=1040, outside=None):
        window = HelpWindow(theme, guide or Guide(), jobs, outside or Outside())
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(width, 700)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield open_guide
    jobs.shut_down()
    KEYMAP.take(None)


def test_a_place_is_shown_with_its_heading_at_the_top(open_guide, qtbot):
    """The chapter is marked in the list, and the page begins where it was asked for."""
    window = open_guide()
    window.show_place(SIGNING)
    assert "Review and sign-off" == window.title.text()
    assert "Review and sign-off" == window.contents.currentIndex().data()
    assert window.browser.textCursor().block().text() == "Amending a signed audit"
    assert window.browser.verticalScrollBar().value() > 0


def test_back_and_forward_go_along_what_was_looked_at(open_guide, qtbot):
    """By the keys; at either end nothing happens."""
    window = open_guide()
    window.show_place(ANSWERING)
    assert not window.back.isEnabled()
    window.show_place(SIGNING)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Answering a question" == window.title.text()
    assert window.forward.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Answering a question" == window.title.text()
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert "Review and sign-off" == window.title.text()


def test_its_keys_are_others_where_somebody_chose_them(open_guide, qtbot):
    """The buttons name them, and they count at once."""
    window = open_guide()
    window.show_place(ANSWERING)
    window.show_place(SIGNING)
    assert "Back  (Alt+Left)" == window.back.toolTip()
    KEYMAP.take({"guide_back": ["Ctrl+J"], "guide_search": ["F3"]})
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert ("Review and sign-off", "Back  (Ctrl+J)") == (
        window.title.text(),
        window.back.toolTip(),
    )
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert "Answering a question" == window.title.text()
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert window.search.line_edit.hasFocus()


def test_a_search_lists_places_and_enter_leads_to_one(open_guide, qtbot):
    """Ctrl+F, words, Enter, Enter."""
    window = open_guide()
    window.show_place(ANSWERING)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.line_edit.hasFocus()
    qtbot.keyClicks(window.search.line_edit, "forgotten passphrase")
    qtbot.keyClick(window.search.line_edit, Qt.Key.Key_Return)
    assert window.contents.hasFocus()
    assert "place" in window.found.text()
    assert "I have forgotten my passphrase" in window.contents.currentIndex().data()
    qtbot.keyClick(window.contents, Qt.Key.Key_Return)
    assert "When something goes wrong" == window.title.text()
    assert window.browser.hasFocus()
    window.search.clear()
    assert len(Guide().chapters()) == window.contents.model().rowCount()
    assert window.found.isHidden()
    assert window.title.text() == window.contents.currentIndex().data()


def test_of_several_places_in_one_chapter_the_chosen_one_stays_marked(open_guide):
    """The next key goes on from there, not from the first of the chapter."""
    window = open_guide()
    window._on_search_settled("backup")
    rows = window.contents.model()
    places = [rows.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(rows.rowCount())]
    pages = [place.page for place in places]
    last = max(row for row, page in enumerate(pages) if pages.count(page) > 1)
    window.contents.place_chosen.emit(places[last])

    assert last != pages.index(pages[last])
    assert last == window.contents.currentIndex().row()


def test_links_lead_within_the_guide_and_never_out_of_it(open_guide):
    """A chapter, a heading of the page, another document; what is elsewhere is named only."""
    window = open_guide()
    window.show_place(Place("guide/23-trouble.md"))
    window.browser.anchorClicked.emit(QUrl("18-your-data.md#i-have-another-computer-now"))
    assert "Your data" == window.title.text()
    window.browser.anchorClicked.emit(QUrl("../data-and-safety.md"))
    assert "Your data and how it is kept safe" == window.title.text()
    window.browser.anchorClicked.emit(QUrl("#where-it-lies"))
    assert window.browser.textCursor().block().text() == "Where it lies"
    for outside in ("https://example.org/", "../SECURITY.md", "#gone"):
        window.browser.anchorClicked.emit(QUrl(outside))
        assert outside in window.note.text()
        assert "Your data and how it is kept safe" == window.title.text()


def test_pictures_are_those_of_the_guide_only(open_guide):
    """They fit the width; a file from elsewhere is not read."""
    window = open_guide()
    window.show_place(ANSWERING)
    kind = QTextDocument.ResourceType.ImageResource.value
    picture = window.browser.loadResource(kind, QUrl("../pictures/07-rating-light.png"))
    assert 0 < picture.width() <= window.browser.viewport().width()
    for outside in ("../../ui/resources/x.png", "../pictures/gone.png", "/etc/hostname"):
        assert window.browser.loadResource(kind, QUrl(outside)) is None


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_follows_the_theme(open_guide, theme, qtbot, dark):
    """Colour and size of the letters are those of the theme, also when it changes."""
    window = open_guide()
    window.show_place(ANSWERING)
    theme.set_dark(dark)
    theme.set_text_scale(2.0)

    def looks_so():
        letters = window.browser.document().lastBlock().begin().fragment().charFormat()
        return (
            letters.foreground().color() == theme.colour("text")
            and letters.font().pixelSize() == theme.font().pixelSize()
        )

    qtbot.waitUntil(looks_so)


def test_in_a_narrow_window_chapters_and_page_take_turns(open_guide, qtbot):
    """A button shows the chapters; choosing one leads back to the page."""
    window = open_guide(width=500)
    window.show_place(ANSWERING)
    assert (False, True) == (window.contents.isVisible(), window.browser.isVisible())
    window.chapters_button.click()
    assert (True, False) == (window.contents.isVisible(), window.browser.isVisible())
    window.contents.setFocus()
    window.contents.setCurrentIndex(window.contents.model().index(1, 0))
    qtbot.keyClick(window.contents, Qt.Key.Key_Return)
    assert (False, True) == (window.contents.isVisible(), window.browser.isVisible())
    assert "Unlocking" == window.title.text()


def test_a_guide_that_is_gone_is_said(open_guide, tmp_path):
    """What is wrong and what to do stand where the page would be."""
    window = open_guide(Guide(tmp_path))
    window.show_place(ANSWERING)
    assert window.gone.isVisible()
    assert 0 == window.contents.model().rowCount()
    window._on_search_settled("backup")
    assert window.gone.isVisible()


def test_tab_reaches_everything(open_guide, qtbot):
    """Search, chapters, guided start, back and the page, and round again."""
    window = open_guide()
    window.show_place(ANSWERING)
    window.show_place(Place("guide/24-limits.md"))
    window.search.line_edit.setFocus()
    seen = []
    for _press in range(12):
        widget = window.focusWidget()
        if widget not in seen:
            seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    for part in (window.contents, window.guided, window.back, window.browser):
        assert part in seen
        assert part.accessibleName() or part.text()


def test_the_handbook_is_saved_beside_the_page(open_guide, qtbot, small_guide, tmp_path):
    """As a PDF, by a button that says so; where it went is told, and it can be opened."""
    outside = OnePath(tmp_path / "handbook.pdf")
    window = open_guide(small_guide, outside=outside)
    window.show_place(Place("guide.md"))
    window.handbook.click()
    qtbot.waitUntil(window.desk.banner.isVisible, timeout=30_000)
    assert ["case-file-audit-handbook.pdf"] == outside.names
    assert outside.path.read_bytes().startswith(b"%PDF-1.7")
    assert "Saved as handbook.pdf" == window.desk.banner.accessibleName()
    assert window.browser.isVisible()


def test_in_a_narrow_window_saving_leads_back_to_the_page(open_guide, small_guide, tmp_path):
    """How far it is stands there; a dialog that is given up changes nothing."""
    window = open_guide(small_guide, width=420, outside=OnePath(None))
    window.show_place(Place("guide.md"))
    window.chapters_button.click()
    assert window.handbook.isVisible()
    window.handbook.click()
    assert window.browser.isVisible()
    assert window.desk.isHidden()


@pytest.mark.parametrize("height", [300, 420, 700])
def test_a_page_is_written_once_for_a_width(open_guide, monkeypatch, height):
    """The bar at its side comes and goes meanwhile, and writing it again would move that again."""
    window = open_guide()
    window.resize(1040, height)
    QApplication.processEvents()
    written = []
    write = window.browser._write
    monkeypatch.setattr(window.browser, "_write", lambda: (written.append(1), write()))
    window.show_place(OF_PAGE["unlock"])
    for _round in range(20):
        QApplication.processEvents()
    assert 1 == len(written)
    window.resize(1000, height)
    for _round in range(20):
        QApplication.processEvents()
    assert 2 == len(written)


def test_who_reads_another_language_is_told_that_the_guide_is_in_english(open_guide, monkeypatch):
    """It is the same files for everybody."""
    words = "The guide is in English."
    assert words not in [each.text() for each in open_guide().findChildren(TextLabel)]
    monkeypatch.setattr(help_window, "language", lambda: "cy")
    assert words in [each.text() for each in open_guide().findChildren(TextLabel)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_the_page_is_left_by_the_keyboard_in_both_directions(open_guide, qtbot, key):
    """After the last of its links, or the first."""
    window = open_guide()
    window.show_place(ANSWERING)
    page = window.browser
    page.setFocus()
    links = page.document().toHtml().count("<a href=")
    assert links >= 2

    told = []
    for _press in range(links + 1):
        qtbot.keyClick(page, key)
        if QApplication.focusWidget() is not page:
            break
        told.append((page.textCursor().position(), page.textCursor().selectedText()))
    assert QApplication.focusWidget() is not page
    assert links == len(set(told))
