# SPDX-License-Identifier: MPL-2.0
"""The page number and the zoom of a preview."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from auditapp.i18n import _
from ui.keys.commands import CommandId
from ui.keys.named_keys import name_keys
from ui.preview.pdf_preview import ZOOMS, PdfPreview, page_words
from ui.theme.theme import Theme
from ui.widgets.arranging.folding_row import FoldingRow
from ui.widgets.buttons.icon_button import IconButton
from ui.widgets.buttons.push_button import PushButton
from ui.widgets.signs.text_label import TextLabel


class PreviewBar(QWidget):
    """Buttons to the page before and after and to smaller and larger, for one preview."""

    def __init__(self, theme: Theme, preview: PdfPreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview = preview
        self.previous = IconButton(theme, "chevron-up", _("Page before"), size=18)
        self.next = IconButton(theme, "chevron-down", _("Next page"), size=18)
        self.page_label = TextLabel(theme, "", "strong")
        self.smaller = IconButton(theme, "minus", _("Smaller"), size=18)
        self.larger = IconButton(theme, "plus", _("Larger"), size=18)
        self.zoom_button = PushButton(theme, "", "quiet")
        self._build(theme)
        self._connect()
        self._show()
        name_keys({CommandId.SMALLER: self.smaller, CommandId.LARGER: self.larger})

    def _build(self, theme: Theme) -> None:
        """Put pages at the left and zoom at the right, or below where there is no room beside."""
        row = FoldingRow(theme)
        row.add(_group(self.previous, self.next, self.page_label))
        row.add_stretch()
        row.add(_group(self.smaller, self.zoom_button, self.larger))
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(row)

    def _connect(self) -> None:
        preview = self._preview
        self.previous.clicked.connect(preview.show_previous)
        self.next.clicked.connect(preview.show_next)
        self.smaller.clicked.connect(preview.zoom_out)
        self.larger.clicked.connect(preview.zoom_in)
        self.zoom_button.clicked.connect(preview.reset_zoom)
        preview.page_changed.connect(self._show)
        preview.zoom_changed.connect(self._show)

    def _show(self) -> None:
        preview = self._preview
        page, count = preview.page, preview.page_count
        self.page_label.set_text(page_words(page, count) if count else "")
        self.previous.setEnabled(page > 0)
        self.next.setEnabled(page + 1 < count)
        self.smaller.setEnabled(preview.zoom > ZOOMS[0])
        self.larger.setEnabled(preview.zoom < ZOOMS[-1])
        zoom = _("{percent}%").format(percent=round(preview.zoom * 100))
        self.zoom_button.setText(zoom)
        self.zoom_button.setAccessibleName(_("Zoom {zoom}. Back to 100%").format(zoom=zoom))


def _group(*parts: QWidget) -> QWidget:
    """Return what stays side by side."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for part in parts:
        row.addWidget(part)
    return group
