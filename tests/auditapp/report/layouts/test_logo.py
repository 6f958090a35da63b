# SPDX-License-Identifier: MPL-2.0
"""Test that a logo becomes a small, opaque picture in RGB, and that nothing else gets through."""

from io import BytesIO

import pytest
from PIL import Image

from auditapp.report.layouts.logo import MOST_BYTES, LogoError, read_logo
from tests.auditapp.report.some_layouts import GREEN, make_logo


def pixels(picture):
    """Return the picture as Pillow reads it."""
    return Image.open(BytesIO(picture.png))


@pytest.mark.parametrize(
    ("form", "mode", "colour"),
    [
        ("PNG", "RGB", GREEN),
        ("PNG", "RGBA", (*GREEN, 128)),
        ("PNG", "L", 90),
        ("PNG", "LA", (90, 200)),
        ("PNG", "P", 3),
        ("PNG", "1", 1),
        ("PNG", "I;16", 30_000),
        ("JPEG", "RGB", GREEN),
        ("JPEG", "CMYK", (10, 20, 30, 40)),
    ],
)
def test_every_kind_of_picture_becomes_opaque_rgb(form, mode, colour):
    """PDF/A allows no transparency without a group, and no colours but those of its profile."""
    picture = read_logo(make_logo(form=form, mode=mode, colour=colour), "A tree")
    assert ("RGB", (300, 100), "A tree") == (pixels(picture).mode, picture.size, picture.words)


def test_what_is_transparent_is_white():
    """As it is on paper."""
    picture = read_logo(make_logo(mode="RGBA", colour=(0, 0, 0, 0)), "x")
    assert (255, 255, 255) == pixels(picture).getpixel((5, 5))


def test_a_large_one_is_made_as_small_as_print_needs():
    """It keeps its shape."""
    assert (864, 288) == read_logo(make_logo((1800, 600)), "x").size


def test_nothing_else_of_the_file_is_kept():
    """Where a photograph was taken, for one; and it stands upright."""
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: turned by a quarter
    exif[0x010E] = "taken at home"
    picture = read_logo(make_logo((200, 100), "JPEG", exif=exif), "x")
    assert (100, 200) == picture.size
    assert not pixels(picture).info
    assert b"taken at home" not in picture.png


def test_the_same_file_gives_the_same_bytes():
    """So does every report with it."""
    assert read_logo(make_logo(), "x") == read_logo(make_logo(), "x")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no PNG or JPEG"),
        (b"%PDF-1.7", "no PNG or JPEG"),
        (make_logo()[:60], "no PNG or JPEG"),
        (make_logo(form="GIF"), "no PNG or JPEG"),
        (make_logo((2001, 1)), "2001 by 1 pixels"),
        (bytes(MOST_BYTES + 1), "larger than 500 KB"),
    ],
)
def test_what_cannot_be_a_logo_is_refused(data, said):
    """Each with what to do."""
    with pytest.raises(LogoError, match=said) as caught:
        read_logo(data, "x")
    assert caught.value.remedy
