# SPDX-License-Identifier: MPL-2.0
"""Find in what is painted what can hardly be read, and a focus that can not be seen.

The colours are those on the screen, whatever painted them; ratios are WCAG's.
"""

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.ui.accessibility.faults import controls, name_of, seen, shape_of
from ui.theme.tokens import EDGE, SHAPE_RATIO, TEXT_RATIO

SHARPNESS = 2
"""Pixels painted for each pixel of the window, so that thin letters reach their full colour."""

ROUNDING = 0.15
"""Part of a ratio that smoothed edges of thin letters may take away."""

MOST_PIXELS = 200_000
"""Pixels of a part that are all looked at; of a larger one, as a list, every second each way."""

LEAST_SHARE = 0.002
"""Share of a control's pixels that must differ, for its edge to be seen."""


def hard_to_see(root):
    """Find words and controls with too little contrast, in one picture."""
    picture = _painted(root)
    return _faint(root, picture) + _edgeless(root, picture)


def faint(root):
    """Find labels and buttons whose words have too little contrast with their own ground."""
    return _faint(root, _painted(root))


def edgeless(root):
    """Find controls of which nothing stands out from the ground around them."""
    return _edgeless(root, _painted(root))


def unseen_focus(root):
    """Find controls that look the same with the focus and without it."""
    faults = []
    for widget in controls(root):
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        part = _shown_part(root, shape_of(widget))
        if _lies_under(root, widget):
            continue  # a note of the guided start, which gives way: its own tests see to that
        if part.isEmpty():
            continue  # scrolled out: it is scrolled in when it gets the focus, and looks the same
        _leave_focus()
        without = _pixels(root, part)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        with_it = _pixels(root, _shown_part(root, shape_of(widget)))
        if without.shape == with_it.shape and not _differ(without, with_it):
            faults.append(f"focus unseen: {name_of(widget)}")
    return faults


def _faint(root, picture):
    faults = []
    for widget in seen(root):
        is_worded = isinstance(widget, (QLabel, QAbstractButton))
        if is_worded and _is_readable(widget) and not _lies_under(root, widget):
            part = _cut_out(picture, root, widget)
            ratio = _greatest_ratio(part)
            if part.size and ratio < TEXT_RATIO - ROUNDING:
                faults.append(f"faint, {ratio:.2f} to 1: {name_of(widget)} {widget.text()[:40]!r}")
    return faults


def _edgeless(root, picture):
    faults = []
    for widget in filter(_is_half_in_sight, controls(root)):
        part = _cut_out(picture, root, shape_of(widget), EDGE)
        ratio = _greatest_ratio(part)
        if part.size and ratio < SHAPE_RATIO:
            faults.append(f"hard to see, {ratio:.2f} to 1: {name_of(widget)}")
    return faults


def _is_half_in_sight(widget):
    """Tell whether enough is in sight to see its words; the edge of a page cuts some off."""
    return 2 * widget.visibleRegion().boundingRect().height() >= widget.height()


def _leave_focus():
    focus = QApplication.focusWidget()
    if focus is not None:
        focus.clearFocus()


def _differ(one, other):
    """Tell whether enough of two pictures differs enough to be seen: 3 to 1, WCAG 2.4.13."""
    changed = one != other
    light, dark = _luminance(one[changed]), _luminance(other[changed])
    ratios = (np.maximum(light, dark) + 0.05) / (np.minimum(light, dark) + 0.05)
    return np.count_nonzero(ratios >= SHAPE_RATIO) >= max(12, LEAST_SHARE * one.size)


def _is_readable(widget):
    """Tell whether there are words, of something that can be used, and all of them in view."""
    seen_of_it = widget.visibleRegion().boundingRect()
    return bool(widget.text().strip()) and widget.isEnabled() and seen_of_it == widget.rect()


def _lies_under(root, widget):
    """Tell whether another widget lies over the middle or a corner of what is seen of one."""
    area = widget.visibleRegion().boundingRect()
    corners = area.topLeft(), area.topRight(), area.bottomLeft(), area.bottomRight()
    for point in (area.center(), *corners):
        found = root.childAt(widget.mapTo(root, point))
        if found not in (None, widget) and not (
            found.isAncestorOf(widget) or widget.isAncestorOf(found)
        ):
            return True
    return False


def _painted(root):
    return _pixels(root, root.rect())


def _pixels(root, part):
    """Return what is painted, rows of pixels of which each is one number: 0xFFRRGGBB."""
    picture = QImage(part.size() * SHARPNESS, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(SHARPNESS)
    picture.fill(root.palette().window().color())
    root.render(picture, QPoint(0, 0), part)
    # A line of this format has no bytes over. The array is a copy: its picture goes now.
    pixels = np.frombuffer(picture.constBits(), np.uint32).copy()
    return pixels.reshape(picture.height(), picture.width())


def _shown_part(root, widget, around=EDGE):
    """Return the part of ``root`` in which a widget is seen, with some room around it."""
    region = widget.visibleRegion().boundingRect()
    if region.isEmpty():
        return QRect()
    place = QRect(widget.mapTo(root, region.topLeft()), region.size())
    return place.adjusted(-around, -around, around, around).intersected(root.rect())


def _cut_out(picture, root, widget, around=0):
    part = _shown_part(root, widget, around)
    top, left = part.top() * SHARPNESS, part.left() * SHARPNESS
    high, wide = part.height() * SHARPNESS, part.width() * SHARPNESS
    return picture[top : top + high, left : left + wide] if not part.isEmpty() else picture[:0, :0]


def _greatest_ratio(part):
    """Return the ratio between the ground, the commonest colour, and what differs most from it."""
    if not part.size:
        return 0.0
    if part.shape[0] * part.shape[1] > MOST_PIXELS:
        part = part[::SHARPNESS, ::SHARPNESS]
    colours, counts = np.unique(part, return_counts=True)
    lights = _luminance(colours)
    ground, inks = lights[counts.argmax()], lights[counts >= 2]  # a single pixel is no letter
    ratios = (np.maximum(inks, ground) + 0.05) / (np.minimum(inks, ground) + 0.05)
    return float(ratios.max()) if ratios.size else 1.0


def _luminance(pixels):
    """Return the relative luminance of each pixel (WCAG 2.2)."""
    light = np.zeros(pixels.shape)
    for shift, weight in ((16, 0.2126), (8, 0.7152), (0, 0.0722)):
        light += weight * _LINEAR[pixels >> shift & 255]
    return light


def _linear(part):
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


_LINEAR = np.array([_linear(level / 255) for level in range(256)])
"""The linear light of each level of a colour (WCAG 2.2)."""
