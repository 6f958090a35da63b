# SPDX-License-Identifier: MPL-2.0
"""The pictures of the guide take less room in a package."""

import shutil

from PIL import Image, ImageChops
from steps.pictures import shrink

from auditapp.bootstrap.stamps import ROOT


def test_a_picture_gets_smaller_and_looks_the_same(tmp_path):
    """One of the window, as it is in the guide."""
    name = "20-settings-light.png"
    shutil.copy(ROOT / "docs" / "pictures" / name, tmp_path)
    shrink(tmp_path)
    before, after = ROOT / "docs" / "pictures" / name, tmp_path / name

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
