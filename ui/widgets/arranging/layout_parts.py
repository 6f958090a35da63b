# SPDX-License-Identifier: MPL-2.0
"""Read what stands in a layout, without a look at its items.

PySide keeps what it made of an item (``itemAt``) for as long as the layout is there, but Qt deletes
the item with its widget. What Qt then makes at the same place in memory, such as an action of a
menu, Python takes for that item.
"""

from PySide6.QtWidgets import QLayout, QWidget


def laid_out(layout: QLayout) -> dict[int, QWidget | QLayout]:
    """Return the widgets and layouts right inside ``layout`` by their numbers, in that order."""
    around = layout.parentWidget()
    numbered: dict[int, QWidget | QLayout] = {}
    for child in () if around is None else around.children():
        if isinstance(child, QWidget):
            numbered[layout.indexOf(child)] = child
    for child in layout.children():
        if isinstance(child, QLayout):
            numbered[layout.indexOf(child)] = child
    return {number: numbered[number] for number in sorted(numbered) if number >= 0}
