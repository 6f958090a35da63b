# SPDX-License-Identifier: MPL-2.0
"""Show a page of the guide as it is read, in the colours and at the size of the theme."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from auditapp.guide import slug
from auditapp.i18n import _
from ui.help.page_look import dress
from ui.theme.theme import Theme

_MARGIN: Final = 24
_WIDEST: Final = 720
"""Pixels at 100 %: a line that reads well."""
_DIMMED: Final = QColor(0, 0, 0, 70)
"""Laid over the pictures, which are all light, on a dark page."""


class GuideBrowser(QTextBrowser):
    """The text of one page. Links are told of by ``anchorClicked``, and followed by nobody here."""

    def __init__(self, theme: Theme, folder: Path, parent: QWidget | None = None) -> None:
        """Show nothing yet; pictures are looked for below ``folder`` only."""
        super().__init__(parent)
        self._theme = theme
        self._folder = folder.resolve()
        self._page = ""
        self._text = ""
        self._wanted = ""
        self._written_for = 0
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("The guide"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._lay_out)
        theme.changed.connect(self._again.start)

    def show_page(self, page: str, text: str) -> None:
        """Show the Markdown of a page from its beginning; ``page`` is its name below the folder."""
        self._page, self._text = page, text
        self._wanted = ""
        self._write()
        self.verticalScrollBar().setValue(0)

    def go_to(self, anchor: str) -> bool:
        """Show the heading with an anchor at the top; return whether there is one."""
        document = self.document()
        block = document.begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and slug(block.text()) == anchor:
                self._wanted = anchor
                self.setTextCursor(QTextCursor(block))
                top = document.documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                return True
            block = block.next()
        return False

    @property
    def page(self) -> str:
        """The name of the page on show."""
        return self._page

    # Inside

    def _write(self) -> None:
        self._written_for = self.width()
        document = self.document()
        document.clear()
        document.setDefaultFont(self._theme.font())
        features = QTextDocument.MarkdownFeature
        document.setMarkdown(
            self._text,
            features.MarkdownDialectGitHub | features.MarkdownNoHTML,
        )
        margin = self._theme.px(_MARGIN)
        document.setDocumentMargin(margin)
        dress(document, self._theme)

    def _lay_out(self) -> None:
        """Write the page again for another theme or width, and stay where it is being read."""
        bar, wanted = self.verticalScrollBar(), self._wanted
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._write()
        if not (wanted and self.go_to(wanted)):
            bar.setValue(round(share * bar.maximum()))

    def _picture_width(self) -> int:
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - 2 * self._theme.px(_MARGIN) - 8
        return max(80, min(room, self._theme.px(_WIDEST)))

    def _framed(self, image: QImage) -> QImage:
        """Return a picture with an edge of its own, and less glaring on a dark page."""
        image = image.convertToFormat(QImage.Format.Format_RGB32)
        painter = QPainter(image)
        place = QRectF(QPointF(0, 0), image.deviceIndependentSize())
        if self._theme.is_dark:
            painter.fillRect(place, _DIMMED)
        painter.setPen(self._theme.colour("line"))
        painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
        return image

    # Qt overrides

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture of the guide, as wide as there is room; nothing from anywhere else."""
        path = (self._folder / self._page).parent.joinpath(QUrl(name).toString()).resolve()
        is_ours = path.is_relative_to(self._folder) and path.suffix == ".png"
        if kind != QTextDocument.ResourceType.ImageResource.value or not is_ours:
            return None
        image, ratio = QImage(str(path)), self.devicePixelRatioF()
        if image.isNull():
            return None
        width = min(image.width(), round(self._picture_width() * ratio))
        scaled = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return self._framed(scaled)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the width."""
        super().resizeEvent(event)
        # Of the widget: that of the page changes as the bar at its side comes and goes, which it
        # does whenever the page is written.
        if self._text and self.width() != self._written_for:
            self._again.start()

    def changeEvent(self, event: QEvent) -> None:
        """Write the page again in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._text:
            self._again.start()

    def sizeHint(self) -> QSize:
        """Ask for a line that reads well."""
        return QSize(self._theme.px(_WIDEST), self._theme.px(_WIDEST))
