# SPDX-License-Identifier: MPL-2.0
"""Test that a layout file is read whole, or refused with the place of each fault and a remedy."""

import json
import random
import re

import pytest

from auditapp.errors import LayoutInvalidError
from auditapp.paths import PROGRAM
from auditapp.report.layouts.layout import NEVER_LEFT_OUT, SHIPPED, Part
from auditapp.report.layouts.layout_file import MOST_BYTES, parse_layout, schema_text
from auditapp.settings import Settings
from tests.auditapp.report.some_layouts import make_layout, make_logo

SLIPS = (b"", b":", b"- ", b"\n", b"  ", b'"', b"[", b"{", b"\t", b"\xff", b"null", b"1", b": x\n")
FOLDER = PROGRAM / "checklists"
PARTS = [str(part) for part in Part]
SETTINGS = Settings(marking="OFFICIAL", organisation="Of the settings")


def faults(text, logo=None):
    """Return the faults of a layout, each in one line."""
    with pytest.raises(LayoutInvalidError) as caught:
        make_layout(text, logo)
    return [str(fault) for fault in caught.value.faults]


def parts(*names):
    """Return the line that wants these parts."""
    return f"parts: [{', '.join(names)}]"


def test_everything_that_it_may_say():
    """Each key has its effect, and what it says comes before the settings."""
    layout = make_layout(
        "organisation: Example Council\n"
        "logo: {file: logo.png, words: A green tree}\n"
        'accent: "#1D6B3A"\n'
        "marking: OFFICIAL-SENSITIVE\n"
        "parts: [concerns, sign_off, amendments]\n"
        "wording: {title: Practice report, actions: What we agreed}\n"
        "footer: Quality assurance\n",
        make_logo(),
    )
    choices = layout.over(SETTINGS)
    assert ("OFFICIAL-SENSITIVE", "Example Council") == (choices.marking, choices.organisation)
    assert (Part.CONCERNS, Part.SIGN_OFF, Part.AMENDMENTS) == layout.parts
    assert ("#1d6b3a", "Quality assurance") == (layout.file.accent, layout.file.footer)
    assert ("Practice report", "What we agreed") == (layout.wording.title, layout.wording.actions)
    assert "A green tree" == layout.logo.words


def test_what_it_does_not_say_is_as_the_settings_want_it():
    """A layout of one line changes nothing."""
    choices = make_layout().over(SETTINGS)
    assert SHIPPED == choices.layout
    assert ("OFFICIAL", "Of the settings") == (choices.marking, choices.organisation)


def test_an_empty_marking_is_none():
    """It says so in quotes, and is not the same as no word about it."""
    assert not make_layout('marking: ""').over(SETTINGS).marking


def test_the_shipped_file_says_what_holds_without_it():
    """It names every part and every heading, each as it usually is."""
    data = (FOLDER / "report-layout.yaml").read_bytes()
    layout = parse_layout(data, "report-layout.yaml", lambda _name: b"")
    assert SHIPPED.parts == layout.parts
    assert layout.wording.model_fields_set == type(layout.wording).model_fields.keys() - {"title"}
    examples = re.sub(r"(?m)^# (\w+: )", r"\1", data.decode())
    assert parse_layout(examples.encode(), "all.yaml", lambda _name: make_logo()).file.footer


def test_the_schema_beside_it_is_that_of_the_program():
    """Editors complete and check by the same keys."""
    assert schema_text() == (FOLDER / "layout.schema.json").read_text("utf-8")
    assert "LogoFile" in json.loads(schema_text())["$defs"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("acent: '#12365c'", "2:1: There is no key 'acent'. Did you mean 'accent'?"),
        ("accent: #12365c", "2:1: 'accent' is empty. Write something, in quotes"),
        ("accent: navy", "2:1: 'navy' is not a colour. Write it in six digits and in quotes"),
        ("accent: '#7fb0e0'", "2:1: The colour #7fb0e0 is too pale to be read easily. Choose"),
        ("accent: 123456", "2:1: 'accent' must be text. Write it in quotes."),
        ("organisation: ''", "2:1: 'organisation' is empty."),
        ("organisation: false", "2:1: 'organisation' must be text."),
        (f"footer: {'x' * 46}", "2:1: 'footer' is too long. Keep it to 45 characters."),
        ("footer: |\n  one\n  two", "2:1: This must be one line. Take the line break out."),
        ("marking:", "2:1: 'marking' is empty."),
        ("parts: []", "2:1: 'concerns' cannot be left out."),
        (parts("concerns", "acions", "sign_off"), "2:19: 'parts' cannot be 'acions'"),
        (parts(*PARTS, "actions"), "2:1: 'actions' is there twice. Keep one of the two."),
        (parts("grades", *NEVER_LEFT_OUT), "2:1: 'concerns' must be the first part. Move it"),
        ("wording: {heading: x}", "2:11: There is no key 'heading'."),
        ("logo: logo.png", "2:1: 'logo' must be made of keys and values."),
        ("logo: {file: logo.png}", "2:1: 'words' is missing."),
        ("logo: {file: ../logo.png, words: x}", "2:8: '../logo.png' cannot be a logo. Put"),
        ("logo: {file: logo.svg, words: x}", "2:8: 'logo.svg' cannot be a logo."),
        ("logo: {file: logo.png, words: x}", "2:8: The logo logo.png cannot be opened. Put"),
        ("footer: *name", "2:9: Aliases (*name) are not allowed."),
    ],
)
def test_each_fault_has_its_place_and_a_remedy(text, said):
    """A person who never saw YAML can find it and put it right."""
    (fault,) = faults(text)
    assert fault.startswith(f"own.yaml:{said}")
    assert fault.endswith((".", "?"))


@pytest.mark.parametrize("part", NEVER_LEFT_OUT)
def test_what_a_child_may_depend_on_cannot_be_left_out(part):
    """Neither can what tells one state of an audit from another."""
    kept = [name for name in PARTS if name != part]
    assert f"'{part}' cannot be left out." in faults(parts(*kept))[0]


def test_no_stays_a_word():
    """YAML of old read it as false."""
    assert "no" == make_layout("marking: no").file.marking


def test_all_faults_are_told_at_once():
    """In the order of the file."""
    found = faults("footer: ''\naccent: red\nmore: 1")
    assert ["own.yaml:2:1", "own.yaml:3:1", "own.yaml:4:1"] == [
        ":".join(each.split(":")[:3]) for each in found
    ]


@pytest.mark.parametrize("data", [b"schema: checklist/1", b"- layout/1", b"title: x"])
def test_another_format_is_refused(data):
    """Also one of a newer version of the program."""
    with pytest.raises(LayoutInvalidError) as caught:
        parse_layout(data, "own.yaml", lambda _name: b"")
    assert "This file is not in the format layout/1." in str(caught.value.faults[0])


@pytest.mark.parametrize("seed", range(8))
def test_no_damage_to_a_file_is_more_than_a_fault(seed):
    """Whatever a slip of the hand makes of it, it is read or refused in words."""
    chance, whole = random.Random(seed), (FOLDER / "report-layout.yaml").read_bytes()
    refused = []
    for _time in range(25):
        data = bytearray(re.sub(rb"(?m)^#.*\n", b"", whole))
        for _slip in range(chance.randint(1, 4)):
            place = chance.randrange(len(data))
            data[place : place + chance.randint(0, 9)] = chance.choice(SLIPS)
        try:
            parse_layout(bytes(data), "own.yaml", lambda _name: make_logo())
        except LayoutInvalidError as error:
            refused += error.faults
    assert refused
    assert all(fault.line and fault.message for fault in refused)


def test_a_large_file_is_refused():
    """A layout is a short text."""
    assert "larger than 100 KB" in faults("#" * MOST_BYTES)[0]


def test_a_damaged_logo_is_told_at_the_name_of_its_file():
    """With what to do about it."""
    (fault,) = faults("logo: {file: logo.png, words: x}", b"no picture")
    assert fault.startswith("own.yaml:2:8: The logo is no PNG or JPEG picture, or is damaged. Open")
