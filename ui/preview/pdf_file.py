# SPDX-License-Identifier: MPL-2.0
"""A PDF in memory whose pages can be looked at, from any thread."""

from threading import RLock
from typing import Final

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

_PDFIUM: Final = RLock()
"""PDFium must not be entered by two threads at once, not even for two files."""


class PdfFile:
    """Hold an open PDF. Nothing of it is ever on the disk."""

    def __init__(self, contents: bytes) -> None:
        """Open a PDF; raises ``pypdfium2.PdfiumError`` when ``contents`` is none."""
        import pypdfium2  # noqa: PLC0415 - kept off the start

        with _PDFIUM:
            self._document = pypdfium2.PdfDocument(contents)
            count = len(self._document)
            self._sizes = [QSizeF(*self._document.get_page_size(page)) for page in range(count)]
        self._is_open = True

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def size(self, page: int) -> QSizeF:
        """Return the size of a page, counted from 0, in points (1/72 inch)."""
        return self._sizes[page]

    def render(self, page: int, width: int) -> QImage:
        """Return a page as a picture ``width`` pixels wide; a null one when closed meanwhile."""
        with _PDFIUM:
            if not self._is_open:
                return QImage()
            sheet = self._document[page]
            # PDFium's wrapper rounds up, so a trace more than the width would be a pixel more.
            scale = (width - 0.01) / self._sizes[page].width()
            bitmap = sheet.render(scale=scale, prefer_bgrx=True)
            image = QImage(
                bitmap.buffer,
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGB32,
            ).copy()
            bitmap.close()
            sheet.close()
        return image

    def text(self, page: int) -> str:
        """Return the words on a page, in reading order; none when closed meanwhile."""
        with _PDFIUM:
            if not self._is_open:
                return ""
            sheet = self._document[page]
            text_page = sheet.get_textpage()
            text = text_page.get_text_range()
            text_page.close()
            sheet.close()
        return str(text).replace("\r\n", "\n").strip()

    def close(self) -> None:
        """Let the file go; waits for a page being rendered in another thread."""
        with _PDFIUM:
            if self._is_open:
                self._is_open = False
                self._document.close()

    def __del__(self) -> None:
        # Without this, pypdfium2 would close it whenever, beside another thread's rendering.
        if hasattr(self, "_is_open"):
            self.close()
