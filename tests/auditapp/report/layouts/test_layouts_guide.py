# SPDX-License-Identifier: MPL-2.0
"""Test that the guide to layouts says what the program does."""

import re

from auditapp.paths import PROGRAM
from auditapp.report.layouts.kinds import USUAL_HEADINGS, Headings, Titles
from auditapp.report.layouts.layout import LayoutFile, Part, Wording
from tests.auditapp.report.some_layouts import make_layout, make_logo

GUIDE = (PROGRAM / "docs" / "layouts.md").read_text("utf-8")


def rows(heading):
    """Return the words in code of each row of the table that begins with ``heading``."""
    table = GUIDE.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    return [re.findall(r"`(\w+)`", line) for line in table.splitlines()[2:]]


def test_the_example_has_no_fault():
    """Whoever copies it gets a report."""
    example = re.search(r"```yaml\nschema: layout/1\n(.*?)```", GUIDE, re.DOTALL)[1]
    assert "What we agreed" == make_layout(example, make_logo()).wording.actions


def test_every_key_is_explained():
    """In the order of the format."""
    keys = [field.alias or name for name, field in LayoutFile.model_fields.items()]
    assert keys == [row[0] for row in rows("Key")]


def test_every_part_and_heading_is_explained():
    """In the usual order."""
    parts = rows("Part")
    assert [*Part] == [row[0] for row in parts]
    said = [name for row in parts for name in row[1:]]
    assert {*Wording.model_fields} == {"title", "titles", "headings", *said}


def test_every_heading_of_another_kind_is_explained():
    """With what it usually says."""
    assert [*Headings.model_fields] == [row[0] for row in rows("Heading")]
    assert all(f"`{name}` | {words} |" in GUIDE for name, words in USUAL_HEADINGS.items())
    titles = GUIDE.split("`titles` in `wording`", 1)[1].split(". A blank", 1)[0]
    assert [*Titles.model_fields] == re.findall(r"`(\w+)`", titles)
