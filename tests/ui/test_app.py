# SPDX-License-Identifier: MPL-2.0
"""The application has the icon and the name that packages give it."""

from PySide6.QtGui import QIcon

from auditapp.bootstrap.stamps import ROOT
from ui.app import DESKTOP_ENTRY
from ui.standing_by import ICON


def test_the_icon_can_be_drawn(qtbot):
    """Qt reads the drawing, small and large, and it is more than one colour."""
    icon = QIcon(str(ICON))

    for side in (16, 256):
        picture = icon.pixmap(side, side).toImage()
        assert side == picture.width()
        colours = {picture.pixel(x, y) for x in range(side) for y in range(side)}
        assert len(colours) > 3


def test_the_desktop_knows_the_window_by_its_menu_entry():
    """The entry that packages install has the name that the window tells the desktop."""
    entry = ROOT / f"packaging/linux/{DESKTOP_ENTRY}.desktop"

    assert f"StartupWMClass={DESKTOP_ENTRY}\n" in entry.read_text("utf-8")
    assert f"Icon={ICON.stem}\n" in entry.read_text("utf-8")
