# SPDX-License-Identifier: MPL-2.0
"""Tests of the preview: places of pages, rendered pages, the preview and its bar."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.preview import pdf_page_cache
from ui.preview.page_places import PagePlaces
from ui.preview.pdf_file import PdfFile
from ui.preview.pdf_page_cache import PdfPageCache
from ui.preview.pdf_preview import ZOOMS, PdfPreview
from ui.preview.preview_bar import PreviewBar


def test_places_of_pages():
    """Pages lie under each other at one scale, the narrow one in the middle."""
    places = PagePlaces([QSizeF(100, 200), QSizeF(50, 100)], 200, 10)
    second = places.rect(1)
    assert (50, 420, 100, 200) == (second.x(), second.y(), second.width(), second.height())
    assert 630 == places.height


@pytest.mark.parametrize(("y", "page"), [(-5, 0), (0, 0), (409, 0), (415, 0), (420, 1), (9999, 1)])
def test_page_at_a_height(y, page):
    """Between two pages it is still the upper one."""
    places = PagePlaces([QSizeF(100, 200), QSizeF(50, 100)], 200, 10)
    assert page == places.page_at(y)


def test_no_pages():
    """A document without pages has no places."""
    assert range(0) == PagePlaces([], 200, 10).pages_between(0, 500)


def test_only_wanted_pages_are_rendered(jobs, file, qtbot):
    """The pages wanted are rendered in their order, and no others."""
    cache = PdfPageCache(jobs)
    ready = []
    cache.page_ready.connect(ready.append)
    cache.set_file(file)
    cache.want([2, 0], 300)
    qtbot.waitUntil(lambda: len(ready) == 2)
    assert ([2, 0], None) == (ready, cache.picture(1))


def test_latest_wish_counts(jobs, file, qtbot):
    """Pages that scrolled by before their turn are not rendered."""
    cache = PdfPageCache(jobs)
    ready = []
    cache.page_ready.connect(ready.append)
    cache.set_file(file)
    cache.want([0, 1, 2], 300)
    cache.want([3], 300)
    qtbot.waitUntil(lambda: 3 in ready)
    assert [0, 3] == ready


def test_other_width_is_rendered_again(jobs, file, qtbot):
    """A page that is there at another width stays until the new one is ready."""
    cache = PdfPageCache(jobs)
    cache.set_file(file)
    with qtbot.waitSignal(cache.page_ready):
        cache.want([0], 300)
    cache.want([0], 600)
    before = cache.picture(0).width
    qtbot.waitUntil(lambda: cache.picture(0).width == 600)
    assert 300 == before


def test_room_is_limited(jobs, file, qtbot, monkeypatch):
    """When there is no room, the page that was looked at longest ago goes."""
    monkeypatch.setattr(pdf_page_cache, "MOST_BYTES", 2 * 300 * 425 * 4)
    cache = PdfPageCache(jobs)
    cache.set_file(file)
    for page in (0, 1, 3):
        with qtbot.waitSignal(cache.page_ready):
            cache.want([page], 300)
    assert [False, True, True] == [cache.picture(page) is not None for page in (0, 1, 3)]


def test_pages_of_the_old_file_are_dropped(jobs, file, pdf, qtbot):
    """A page that was on its way when the file changed is not taken for one of the new file."""
    cache = PdfPageCache(jobs)
    cache.set_file(file)
    cache.want([0], 300)
    cache.set_file(None)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert cache.picture(0) is None


def test_failure_is_told_once(jobs, file, qtbot, monkeypatch):
    """A page that cannot be rendered is told, and not tried for ever."""

    def refuse(page, width):
        raise MemoryError

    monkeypatch.setattr(file, "render", refuse)
    cache = PdfPageCache(jobs)
    cache.set_file(file)
    with qtbot.waitSignal(cache.failed) as failed:
        cache.want([0, 1], 300)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert isinstance(failed.args[0], MemoryError)


def test_page_is_shown(preview, qtbot):
    """The first page is painted: white paper."""
    image = preview.viewport().grab().toImage()
    assert QColor("white") == image.pixelColor(preview.viewport().width() // 2, 60)


def test_pages_are_rendered_at_the_width_of_the_view(preview):
    """A page has as many pixels as it takes on the screen."""
    width = round(preview._places.width * preview.devicePixelRatioF())
    assert width == preview._cache.picture(0).width


def test_only_pages_in_view_are_rendered(preview):
    """Pages far below are left alone; the one after the first is made ready."""
    there = [preview._cache.picture(page) is not None for page in range(4)]
    assert [True, True, False, False] == there


def test_screen_reader_gets_the_words(preview):
    """Name and description tell the page and what is on it."""
    seen = (preview.accessibleName(), preview.accessibleDescription())
    assert ("Preview of the report, Page 1 of 4", "The words of page 1") == seen


def test_scrolling_brings_pages(preview, qtbot):
    """Going to a page shows it, and its words follow."""
    with qtbot.waitSignal(preview.page_changed):
        preview.go_to(3)
    qtbot.waitUntil(lambda: preview.accessibleDescription() == "The words of page 4")
    assert 3 == preview.page


def test_there_is_no_page_beyond_the_end(preview):
    """Going too far goes to the last page."""
    preview.go_to(99)
    preview.show_next()
    assert 3 == preview.page


def test_nowhere_to_go_without_a_file(theme, jobs, show):
    """An empty preview takes every key and paints its ground."""
    preview = show(PdfPreview(theme, jobs), 300, 300)
    preview.show_next()
    preview.zoom_in()
    colour = preview.viewport().grab().toImage().pixelColor(9, 9)
    assert (0, theme.colour("bg")) == (preview.page_count, colour)


@pytest.mark.parametrize(
    ("keys", "page"),
    [
        ([Qt.Key.Key_Right], 1),
        ([Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left], 1),
        ([Qt.Key.Key_End], 3),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], 0),
        ([Qt.Key.Key_PageDown] * 3, 1),
        ([Qt.Key.Key_Space] * 3 + [Qt.Key.Key_PageUp] * 3, 0),
    ],
)
def test_keys_move(preview, qtbot, keys, page):
    """Page up and down, the arrows, Home and End move through the document."""
    for key in keys:
        qtbot.keyClick(preview, key)
    assert page == preview.page


def test_arrow_scrolls_a_little(preview, qtbot):
    """Down scrolls by a few lines."""
    qtbot.keyClick(preview, Qt.Key.Key_Down)
    assert 0 < preview.verticalScrollBar().value() < 100


def wheel(preview, degrees, held):
    """Turn the wheel over the preview."""
    place = QPointF(50, 50)
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, degrees), Qt.MouseButton.NoButton, held,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.viewport(), event)


def test_wheel_zooms_with_ctrl(preview):
    """The wheel zooms with Ctrl, up for larger."""
    seen = []
    for degrees in (120, -120):
        wheel(preview, degrees, Qt.KeyboardModifier.ControlModifier)
        seen.append(preview.zoom)
    assert [1.25, 1.0] == seen


def test_wheel_scrolls(preview):
    """The wheel alone scrolls."""
    wheel(preview, -120, Qt.KeyboardModifier.NoModifier)
    assert 0 < preview.verticalScrollBar().value()


def test_zoom_has_ends(preview):
    """Beyond the last step nothing happens."""
    for _press in range(len(ZOOMS) + 1):
        preview.zoom_in()
    assert (ZOOMS[-1], True) == (preview.zoom, preview.horizontalScrollBar().maximum() > 0)


def test_place_stays_when_the_width_changes(preview):
    """After a change of size the same page is looked at."""
    preview.go_to(2)
    preview.resize(450, 500)
    assert 2 == preview.page


def test_another_file_opens_at_the_same_page(preview, pdf):
    """A preview made anew stays at the page that was looked at."""
    preview.go_to(2)
    again = PdfFile(pdf)
    preview.set_file(again)
    assert 2 == preview.page
    preview.set_file(None)
    again.close()


def test_bar_tells_page_and_zoom(theme, preview):
    """The bar follows the preview and its buttons drive it."""
    bar = PreviewBar(theme, preview)
    bar.next.click()
    bar.larger.click()
    seen = (bar.page_label.text(), bar.zoom_button.text(), bar.previous.isEnabled())
    assert ("Page 2 of 4", "125%", True) == seen
    bar.previous.click()
    bar.zoom_button.click()
    bar.smaller.click()
    assert (0, 0.8, False) == (preview.page, preview.zoom, bar.previous.isEnabled())
