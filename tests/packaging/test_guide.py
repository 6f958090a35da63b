# SPDX-License-Identifier: MPL-2.0
"""The pictures of the guide are taken from the demo."""

import pytest
from steps import guide
from steps.build import Build
from steps.tools import BuildError


@pytest.fixture
def pictures(tmp_path, monkeypatch):
    """Give the guide two pictures, and have the demo take the files that are in ``taken``."""
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in ("one.png", "two.png"):
        (folder / name).write_text("old")
    taken = {"one.png": "new", "two.png": "new", "three.png": "new"}

    def play(_python, script, *words, environment=None):
        if script.name == "main.py":
            command, demo = words
            assert ("demo", "1") == (command, environment["AUDITAPP_NO_BOOTSTRAP"])
            demo.mkdir(parents=True)
            for name, content in taken.items():
                (demo / name).write_text(content)
        else:
            assert "pictures.py" == script.name
            for path in words[0].iterdir():
                path.write_text(path.read_text() + ", small")

    monkeypatch.setattr(guide, "PICTURES", folder)
    monkeypatch.setattr(guide, "run", play)
    monkeypatch.setattr(guide, "make_environment", lambda _build: None)
    return folder, taken


def held(folder):
    """Return what is in the files of a folder, by their names."""
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_the_guide_gets_the_pictures_of_the_demo(pictures, tmp_path):
    """Those that it has, with few colours, each time anew."""
    folder, taken = pictures
    guide.take_pictures(Build(tmp_path, "1.2.3", 0))
    assert {"one.png": "new, small", "two.png": "new, small"} == held(folder)

    taken["one.png"] = "newer"
    guide.take_pictures(Build(tmp_path, "1.2.3", 0))
    assert {"one.png": "newer, small", "two.png": "new, small"} == held(folder)


def test_a_picture_that_the_demo_does_not_take_is_named(pictures, tmp_path):
    """And the guide is as it was."""
    folder, taken = pictures
    del taken["two.png"]
    with pytest.raises(BuildError, match=r"two\.png"):
        guide.take_pictures(Build(tmp_path, "1.2.3", 0))
    assert {"one.png": "old", "two.png": "old"} == held(folder)
