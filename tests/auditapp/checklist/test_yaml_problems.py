# SPDX-License-Identifier: MPL-2.0
"""Put YAML that cannot be read into words."""

import pytest

from auditapp.checklist.yaml_reader import read
from auditapp.errors import ChecklistInvalidError

PLANTED = {
    "a colon in text": (
        "text: Was the child seen alone?",
        "text: Seen: alone?",
        (
            "41:19: This colon cannot stand here. Put text that contains a colon in quotes, and "
            "check how far the line is indented."
        ),
    ),
    "a line without a colon": (
        "    grade: practice\n",
        "    grade practice\n",
        (
            "35:5: This line has no colon. Write 'key: value', or indent the line if it belongs "
            "to the text above."
        ),
    ),
    "a tab": (
        "    grade: practice\n",
        "\tgrade: practice\n",
        (
            "35:1: Text cannot begin with this character. Indent with spaces, not tabs; put text "
            "that begins with @, % or ` in quotes."
        ),
    ),
    "wrong indent": (
        "        hint: Look at six visits.",
        "       hint: Look at six visits.",
        (
            "42:8: This line does not fit the lines above it. Indent it as far as its "
            "neighbours, and check the quotation marks before it."
        ),
    ),
    "an open bracket": (
        "cohorts: [CIC, CP]",
        "cohorts: [CIC, CP",
        (
            "21:10: The list or mapping in brackets that begins here is not well formed. Close "
            "each bracket, put one comma between entries, and quote text with , : [ ] { }."
        ),
    ),
    "an open quote": (
        'version: "1.2"',
        'version: "1.2',
        (
            "14:12: This line does not fit the lines above it. Indent it as far as its "
            "neighbours, and check the quotation marks before it."
        ),
    ),
    "a key twice": (
        "status: draft",
        "status: draft\nstatus: active",
        "6:1: 'status' is written twice here. Keep one of the two.",
    ),
}
"""What is planted: the text of the sample, the text put in its place, and each fault found."""


@pytest.mark.parametrize("name", PLANTED)
def test_planted_faults_are_told_at_their_place(planted, name):
    """Each planted fault is found, at its line and column, with what to write instead."""
    old, new, *expected = PLANTED[name]
    assert tuple(expected) == planted(old, new)


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_what_is_missing_at_the_end_is_told_on_the_last_line(end):
    """The place is in the file, whatever ends its lines, so that an editor can go there."""
    with pytest.raises(ChecklistInvalidError) as caught:
        read(b"a: 1" + end + b"b: [{id: police, text:   ", "f.yaml")
    assert str(caught.value.faults[0]).startswith("f.yaml:2:26: The list or mapping in brackets")
