# SPDX-License-Identifier: MPL-2.0
"""Render the pages that are looked at, away from the window, and keep the latest."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.jobs import Job, Jobs
from ui.preview.pdf_file import PdfFile

MOST_BYTES: Final = 96 * 2**20
"""Room for about twenty pages at 1000 pixels wide, or six on a screen of twice the density."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """Hold a page as it looks at one width, in device pixels, and its words."""

    page: int
    width: int
    image: QImage
    text: str


class PdfPageCache(QObject):
    """Render one page at a time, always the one wanted most at that moment.

    Signals:
        page_ready: a page was rendered; its number from 0.
        failed: a page could not be rendered; the exception.
    """

    page_ready = Signal(int)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._file: PdfFile | None = None
        self._pictures: OrderedDict[int, PagePicture] = OrderedDict()
        self._wanted: Sequence[int] = ()
        self._width = 0
        self._job: Job | None = None

    def set_file(self, file: PdfFile | None) -> None:
        """Take the pages of another file from now on."""
        self._file = file
        self._pictures.clear()
        self._wanted = ()
        self._job = None

    def picture(self, page: int) -> PagePicture | None:
        """Return a page as it was last rendered, at whatever width; None when it was not."""
        if page in self._pictures:
            self._pictures.move_to_end(page)
        return self._pictures.get(page)

    def want(self, pages: Sequence[int], width: int) -> None:
        """Have ``pages``, the most important first, rendered ``width`` device pixels wide."""
        self._wanted, self._width = pages, width
        self._start_next()

    def _start_next(self) -> None:
        if self._job is not None or self._file is None:
            return
        page = next((page for page in self._wanted if not self._has(page)), None)
        if page is not None:
            work = partial(_render, self._file, page, self._width)
            self._job = self._jobs.start(work, succeeded=self._on_rendered, failed=self._on_failed)

    def _has(self, page: int) -> bool:
        picture = self._pictures.get(page)
        return picture is not None and picture.width == self._width

    def _drop_oldest(self) -> None:
        """Keep within the room there is, but never drop the page that came last."""
        size = sum(each.image.sizeInBytes() for each in self._pictures.values())
        while size > MOST_BYTES and len(self._pictures) > 1:
            _page, oldest = self._pictures.popitem(last=False)
            size -= oldest.image.sizeInBytes()

    def _on_rendered(self, picture: PagePicture) -> None:
        if self.sender() is not self._job:
            return  # of a file that is not shown any more
        self._job = None
        self._pictures[picture.page] = picture
        self._pictures.move_to_end(picture.page)
        self._drop_oldest()
        self.page_ready.emit(picture.page)
        self._start_next()

    def _on_failed(self, error: BaseException) -> None:
        if self.sender() is self._job:
            self._job = None
            self._wanted = ()
            self.failed.emit(error)


def _render(file: PdfFile, page: int, width: int, _job: Job) -> PagePicture:
    return PagePicture(page, width, file.render(page, width), file.text(page))
