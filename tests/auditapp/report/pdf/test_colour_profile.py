# SPDX-License-Identifier: MPL-2.0
"""Test that the colour profile is that of sRGB."""

from hashlib import md5
from io import BytesIO

import pytest
from PIL import Image, ImageCms

from auditapp.report.pdf.colour_profile import NAME, srgb_profile


@pytest.fixture
def profile():
    """Return the profile as Little CMS reads it."""
    return ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))


def test_another_program_reads_it(profile):
    """Little CMS knows its name, its version and what it is for."""
    assert NAME == profile.profile.profile_description
    assert (4.2, "RGB ", "mntr") == (
        profile.profile.version,
        profile.profile.xcolor_space,
        profile.profile.device_class,
    )


def test_its_colours_are_those_of_srgb(profile):
    """From here to the profile of Little CMS no colour of the cube moves by more than a step."""
    steps = range(0, 256, 15)
    colours = bytes(
        part for red in steps for green in steps for blue in steps for part in (red, green, blue)
    )
    image = Image.frombytes("RGB", (len(steps), len(steps) ** 2), colours)
    through = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"))

    moved = (abs(here - there) for here, there in zip(colours, through.tobytes(), strict=True))
    assert max(moved) <= 1


def test_it_bears_its_own_fingerprint():
    """The fingerprint is of the profile with flags, intent and fingerprint left out."""
    contents = srgb_profile()
    bare = bytearray(contents)
    for start, end in ((44, 48), (64, 68), (84, 100)):
        bare[start:end] = bytes(end - start)

    assert md5(bare).digest() == contents[84:100]
    assert len(contents) == int.from_bytes(contents[:4], "big")
