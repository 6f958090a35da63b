# SPDX-License-Identifier: MPL-2.0
"""A screen counts only when it answers."""

import socket  # noqa: TID251 - plays the screen
import sys

import pytest

from auditapp.bootstrap import display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have a screen")


@pytest.mark.parametrize("name", ["", ":4711", "unix:4711", "localhost:4711.0", "nonsense"])
def test_name_of_no_screen_is_no_display(monkeypatch, name):
    """A DISPLAY that nobody answers to counts as none, so that Qt does not abort."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", name)

    assert not display.have_display()


def test_dead_wayland_is_no_display(monkeypatch, tmp_path):
    """A WAYLAND_DISPLAY that nobody answers to counts as none."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")

    assert not display.have_display()


def test_listening_screen_is_a_display(monkeypatch, tmp_path):
    """A screen that listens where the environment says is one."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    with socket.socket(socket.AF_UNIX) as screen:
        screen.bind(str(tmp_path / "wayland-0"))
        screen.listen()

        assert display.have_display()


def test_listening_x_server_is_a_display(monkeypatch):
    """An X server that listens on its socket is a display too."""
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":4712")
    with socket.socket(socket.AF_UNIX) as screen:
        screen.bind("\0/tmp/.X11-unix/X4712")
        screen.listen()

        assert display.have_display()


def test_other_systems_always_have_a_display(monkeypatch):
    """Windows and macOS have a screen without saying so in the environment."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("DISPLAY", raising=False)

    assert display.have_display()
