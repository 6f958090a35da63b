# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.signs.pill``."""

import pytest

from ui.theme.tokens import EDGE, TONES
from ui.widgets.signs.pill import Pill


def _ground(pill):
    return pill.grab().toImage().pixelColor(EDGE + 3, pill.height() // 2)


@pytest.mark.parametrize("tone", TONES)
def test_ground_is_the_tint_of_its_tone(theme, show, tone):
    """Each tone has its own ground, in light and in dark."""
    pill = show(Pill(theme, "Good", tone))
    pill.adjustSize()
    light = _ground(pill)
    expected = theme.colour(f"{tone}_tint")
    theme.set_dark(True)
    assert (expected, theme.colour(f"{tone}_tint")) == (light, _ground(pill))


def test_word_goes_to_screen_readers(theme, qtbot):
    """The accessible name is the word."""
    pill = Pill(theme, "Action raised", "warn")
    qtbot.addWidget(pill)
    pill.set_content("Action done", "ok")
    assert ("Action done", "ok") == (pill.accessibleName(), pill.tone)


def test_icon_takes_room(theme, qtbot):
    """A pill with an icon is wider."""
    plain, marked = Pill(theme, "Good", "good"), Pill(theme, "Good", "good", "check")
    qtbot.addWidget(plain)
    qtbot.addWidget(marked)
    assert plain.sizeHint().width() < marked.sizeHint().width()


def test_pill_grows_with_the_text(theme, show):
    """At 200 % the pill asks for twice the height, and is never cut."""
    pill = show(Pill(theme, "Good"))
    height = pill.sizeHint().height()
    theme.set_text_scale(2.0)
    assert (2 * height, pill.sizeHint()) == (pill.sizeHint().height(), pill.minimumSizeHint())
