# SPDX-License-Identifier: MPL-2.0
"""What moves by itself stands still where that is wished for."""

import pytest
from PySide6.QtCore import Qt

from ui.jobs import Job
from ui.work_bar import WorkBar


@pytest.fixture
def moving(qapp, theme):
    """Have the caret blink and lists roll out, as on most computers; tidy up."""
    effects = (Qt.UIEffect.UI_General, Qt.UIEffect.UI_AnimateCombo)
    flash_time, enabled = qapp.cursorFlashTime(), [qapp.isEffectEnabled(each) for each in effects]
    qapp.setCursorFlashTime(1000)
    for effect in effects:
        qapp.setEffectEnabled(effect, True)
    yield theme
    theme.set_still(False)
    qapp.setCursorFlashTime(flash_time)
    for effect, was_enabled in zip(effects, enabled, strict=True):
        qapp.setEffectEnabled(effect, was_enabled)


def test_the_caret_and_lists_stand_still(qapp, moving):
    """And move again as before when that is taken back."""
    moving.set_still(True)
    assert 0 == qapp.cursorFlashTime()
    assert not qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)

    moving.set_still(False)
    assert 1000 == qapp.cursorFlashTime()
    assert qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateCombo)


@pytest.mark.parametrize("is_still", [False, True])
def test_a_bar_without_an_end_is_a_moving_one(moving, qtbot, is_still):
    """Still, it has an end from the beginning, and stands before it."""
    moving.set_still(is_still)
    bar = WorkBar(moving)
    qtbot.addWidget(bar)
    bar.follow(Job(lambda _job: None, None), "Making the report")

    assert (0, int(is_still)) == (bar.progress_bar.minimum(), bar.progress_bar.maximum())
