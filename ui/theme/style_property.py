# SPDX-License-Identifier: MPL-2.0
"""State that the style sheet reads from a widget."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def set_style_property(widget: QWidget, name: str, value: str | None) -> None:
    """Set a dynamic property of ``widget`` and style it again if that changed something."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it is styled when it is first shown
    # Qt looks at the property selectors of a style sheet only when a widget is polished.
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
