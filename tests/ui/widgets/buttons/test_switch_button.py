# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.buttons.switch_button``."""

from ui.theme.tokens import EDGE
from ui.widgets.arranging.flow_row import FlowRow
from ui.widgets.buttons.switch_button import SwitchButton


def test_one_is_down_and_looks_it_by_more_than_colour(theme, show):
    """What is down has a ground and a bar at its foot; the one before loses both."""
    row, buttons = FlowRow(0), [SwitchButton(theme, words) for words in ("Grades", "Criteria")]
    for button in buttons:
        row.add(button)
    show(row, 400, 60)
    buttons[0].click()
    buttons[1].click()
    assert [False, True] == [button.isChecked() for button in buttons]
    bars = [foot(button) for button in buttons]
    assert [theme.colour("bg"), theme.colour("primary")] == bars


def foot(button):
    """Return the colour in the middle of the lowest pixels of the shape."""
    image = button.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() - EDGE - 2)
