# SPDX-License-Identifier: MPL-2.0
"""Tests of ``ui.widgets.signs.elided_label``."""

from ui.widgets.signs.elided_label import ElidedLabel

LONG = "Chronology and history of the family, as the file tells it"


def test_long_text_is_cut_and_offered_as_tool_tip(theme, show):
    """What is hidden can be read in the tool tip, and by screen readers."""
    label = show(ElidedLabel(theme, LONG), 120, 30)
    assert (True, LONG, LONG) == (label.is_elided, label.toolTip(), label.accessibleName())


def test_text_that_fits_is_whole(theme, show):
    """With room enough nothing is cut and there is no tool tip."""
    label = show(ElidedLabel(theme, LONG), 900, 30)
    assert (False, "") == (label.is_elided, label.toolTip())


def test_hint_is_wide_enough(theme, show):
    """At the size it asks for, the label cuts nothing, at any text size."""
    label = show(ElidedLabel(theme, LONG), 900, 30)
    cut = []
    for scale in (1.0, 1.25, 1.5, 2.0):
        theme.set_text_scale(scale)
        label.resize(label.sizeHint())
        cut.append(label.is_elided)
    assert [False] * 4 == cut


def test_new_text_is_looked_at(theme, show):
    """A shorter text takes the tool tip away."""
    label = show(ElidedLabel(theme, LONG), 120, 30)
    label.set_text("Short")
    assert (False, "") == (label.is_elided, label.toolTip())


def test_label_can_be_narrow(theme, qtbot):
    """The least width does not depend on a long text."""
    label = ElidedLabel(theme, LONG)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 40


def test_tone_changes_the_ink(theme, show):
    """A new tone shows at once."""
    label = show(ElidedLabel(theme, "text"))
    label.set_tone("warn")
    assert theme.colour("warn") == label.palette().windowText().color()


def test_lines_are_joined(theme, qtbot):
    """A text of two lines is shown in one."""
    label = ElidedLabel(theme, "one\ntwo")
    qtbot.addWidget(label)
    assert "one two" == label.text()
