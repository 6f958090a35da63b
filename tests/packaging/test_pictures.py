# SPDX-License-Identifier: MPL-2.0
"""The pictures of the guide take less room in a package."""

import shutil

from PIL import Image, ImageChops
from steps.pictures import shrink

from auditapp.bootstrap.stamps import ROOT


def test_a_picture_gets_smaller_and_looks_the_same(tmp_path):
    """One of the window with all its colours, as it comes from the screen."""
    before, after = tmp_path / "before.png", tmp_path / "small" / "after.png"
    with Image.open(ROOT / "docs" / "pictures" / "20-settings-light.png") as picture:
        picture.convert("RGB").save(before)
    after.parent.mkdir()
    shutil.copy(before, after)
    shrink(after.parent)

    assert after.stat().st_size < 0.6 * before.stat().st_size
    with Image.open(before) as one, Image.open(after) as other:
        difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB"))
    assert max(top for _least, top in difference.getextrema()) < 48


def test_the_same_bytes_each_time(tmp_path):
    """And what cannot get smaller stays as it was."""
    Image.new("RGB", (1, 1)).save(tmp_path / "dot.png", optimize=True)
    dot = (tmp_path / "dot.png").read_bytes()
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        shutil.copy(ROOT / "docs" / "pictures" / "04-no-audits-yet-light.png", tmp_path / place)
        shutil.copy(tmp_path / "dot.png", tmp_path / place)
        shrink(tmp_path / place)

    assert dot == (tmp_path / "one" / "dot.png").read_bytes()
    one, two = (sorted((tmp_path / place).iterdir()) for place in ("one", "two"))
    assert [each.read_bytes() for each in one] == [each.read_bytes() for each in two]
    assert [] == list(tmp_path.rglob("*.small"))
