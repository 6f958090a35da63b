# SPDX-License-Identifier: MPL-2.0
"""Test what a banner says, to the eye and through a screen reader."""

import pytest

from ui.widgets.surfaces import banner as banner_module
from ui.widgets.surfaces.banner import Banner


@pytest.mark.parametrize(
    ("shown", "heard"),
    [
        (("ok", "Saved as a.pdf", "In x."), ("Saved as a.pdf. In x.", False)),
        (("ok", "Saved", ""), ("Saved", False)),
        (("warn", "Stopped.", "Try again."), ("Stopped. Try again.", True)),
        (("danger", "The disk is full.", "Free some."), ("The disk is full. Free some.", True)),
    ],
)
def test_all_of_a_message_is_heard(theme, qtbot, monkeypatch, shown, heard):
    """What to do as well as what is wrong; trouble does not wait for its turn."""
    said = []
    monkeypatch.setattr(
        banner_module, "announce", lambda _widget, words, *, urgent: said.append((words, urgent))
    )
    banner = Banner(theme, "info", "")
    qtbot.addWidget(banner)
    assert not banner.isVisible()
    banner.show_message(*shown)
    assert (True, [heard]) == (banner.isVisible(), said)
    assert shown[1:] == (banner.accessibleName(), banner.accessibleDescription())
    banner.hide()
