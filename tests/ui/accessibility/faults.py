# SPDX-License-Identifier: MPL-2.0
"""Find what would keep somebody out of a screen: names, the way of Tab, targets, clipped words.

Each function returns one sentence for each fault, and nothing where all is well.
"""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QTextBrowser,
    QWidget,
)

from ui.widgets.buttons.push_button import PushButton
from ui.widgets.fields.field_frame import FieldFrame
from ui.widgets.signs.elided_label import ElidedLabel
from ui.widgets.signs.text_label import TextLabel

LEAST_TARGET = 24
"""Pixels across and down: WCAG 2.2, 2.5.8."""

ROWS_READ = 3
"""How many rows of a list are asked for their words: all come from one delegate or model."""


def name_of(widget):
    """Return the type and the name of a widget, for a sentence."""
    return f"{type(widget).__name__} {widget.accessibleName()!r}"


def seen(root, kind=QWidget):
    """Yield the widgets of a kind that are on show in ``root``, itself included.

    What is in a hidden one is not gone through: most widgets are on other pages.
    """
    if root.isVisible():
        if isinstance(root, kind):
            yield root
        for child in root.children():
            if child.isWidgetType() and not child.isWindow():
                yield from seen(child, kind)


def controls(root):
    """Return what can have the focus, itself and not by a proxy, and can be used now."""
    stops = Qt.FocusPolicy.TabFocus | Qt.FocusPolicy.ClickFocus
    return [
        widget
        for widget in seen(root)
        if widget.focusPolicy() & stops
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not hands_on(widget)
    ]


def hands_on(widget):
    """Tell whether a widget only takes the focus to give it to something on it."""
    return not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(
        widget, QAbstractButton
    )


def shape_of(widget):
    """Return what is seen and hit of a control: the frame around what is typed in."""
    return next((each for each in _around(widget) if isinstance(each, FieldFrame)), widget)


def nameless(root):
    """Find controls without a name, and rows without words."""
    faults = [f"no name: {name_of(widget)}" for widget in controls(root) if not _name(widget)]
    for view in seen(root, QAbstractItemView):
        if isinstance(view, QHeaderView):
            continue
        interface = QAccessible.queryAccessibleInterface(view)
        for number in range(min(interface.childCount(), ROWS_READ)):
            row = interface.child(number)
            if row is not None and _is_wordless(row):
                faults.append(f"a row without words: {name_of(view)}, {number}")
    return faults


def small_targets(root):
    """Find controls that are hard to hit, at a text size of 100 %."""
    faults = []
    for widget in controls(root):
        frame = shape_of(widget)
        if min(frame.width(), frame.height()) < LEAST_TARGET:
            faults.append(f"small: {name_of(widget)}, {frame.width()} by {frame.height()}")
    return faults


def lost_on_the_way(root):
    """Walk through ``root`` by Tab, and back; find what traps the focus, and what is left out."""
    return _lost(root, Qt.Key.Key_Tab, "Tab") or _lost(root, Qt.Key.Key_Backtab, "Shift+Tab")


def _lost(root, key, name):
    wanted = [widget for widget in controls(root) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]
    reached, focus = [], QApplication.focusWidget()
    for _step in range(len(wanted) + 3):
        if focus is None or focus in reached:
            break
        reached.append(focus)
        before = focus
        for _link in range(_stops_inside(before)):
            QTest.keyClick(before, key)
            focus = QApplication.focusWidget()
            if focus is not before:
                break
        if focus is before and len(wanted) > 1:
            return [f"a trap for {name}: {name_of(focus)}"]
    missed = [widget for widget in wanted if widget not in reached and not _by_arrows(widget)]
    # Where the way round is complete only what was never on it is lost.
    return [f"not reached by {name}: {name_of(widget)}" for widget in missed]


def _stops_inside(widget):
    """Return how often Tab may be pressed before it leaves: in a page, it goes to each link."""
    if not isinstance(widget, QTextBrowser):
        return 1
    return 2 + widget.document().toHtml().count("<a href=")


def clipped(root):
    """Find words that are cut off and are to be had nowhere else."""
    faults = [f"cut off: {each.text()!r}" for each in seen(root, QLabel) if _is_cut(each)]
    faults += [
        f"shortened: {name_of(button)} {button.text()!r}"
        for button in seen(root, PushButton)
        if _is_short(button)
    ]
    faults += [f"off the edge: {words}" for words in _over_the_edge(root)]
    return faults


def _name(widget):
    if widget.accessibleName():
        return widget.accessibleName()
    interface = QAccessible.queryAccessibleInterface(widget)
    if isinstance(widget, QComboBox):  # its value would be taken for a name
        return "".join(each.text(QAccessible.Text.Name) for each, _kind in interface.relations())
    return interface.text(QAccessible.Text.Name)


def _is_wordless(row):
    if row.role() in _HEADERS:
        return False
    return not (row.text(QAccessible.Text.Name) or row.childCount() or row.state().invisible)


def _around(widget):
    while widget is not None and not widget.isWindow():
        yield widget
        widget = widget.parentWidget()


def _by_arrows(widget):
    """Tell whether arrows lead to a widget, as to each of a group of which one can be chosen."""
    return isinstance(widget, QAbstractButton) and (
        widget.autoExclusive() or (widget.group() is not None and widget.group().exclusive())
    )


def _is_cut(label):
    if not label.text() or isinstance(label, ElidedLabel) or label.textFormat() == _RICH:
        return isinstance(label, ElidedLabel) and label.is_elided and not label.toolTip()
    if isinstance(label, TextLabel) and label.hasHeightForWidth():
        wanted = label.heightForWidth(label.width())
        return label.height() < wanted or label.width() < label.minimumSizeHint().width() - 1
    wanted = label.sizeHint()
    return label.width() < wanted.width() - 1 or label.height() < wanted.height() - 4


def _is_short(button):
    """Tell whether a button shows less than its words, on one line or on several."""
    is_narrow = button.width() < button.sizeHint().width()
    return is_narrow and button.height() < button.heightForWidth(button.width())


def _over_the_edge(root):
    """Yield what stands over the side of what shows it, where nothing scrolls sideways."""
    for widget in seen(root):
        if not isinstance(widget, (QLabel, QAbstractButton)) or not _words(widget):
            continue
        area = _area_of(widget)
        if area is None or area.horizontalScrollBar().isVisible():
            room, shows = root.window().rect(), root.window()
        else:
            room, shows = area.viewport().rect(), area.viewport()
        place = QRect(widget.mapTo(shows, QPoint(0, 0)), widget.size())
        if place.left() < room.left() - 1 or place.right() > room.right() + 1:
            yield f"{name_of(widget)} {_words(widget)[:40]!r}, {place.right() - room.right()} over"


def _words(widget):
    return widget.text() if isinstance(widget, (QLabel, QAbstractButton)) else ""


def _area_of(widget):
    return next((each for each in _around(widget) if isinstance(each, QAbstractScrollArea)), None)


_HEADERS = (QAccessible.Role.RowHeader, QAccessible.Role.ColumnHeader, QAccessible.Role.Pane)
_RICH = Qt.TextFormat.RichText
