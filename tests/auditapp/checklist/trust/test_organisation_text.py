# SPDX-License-Identifier: MPL-2.0
"""Put a new key into the file of an organisation, however people write such files."""

import json

import pytest

from auditapp.checklist.trust.minisign import SecretKey
from auditapp.checklist.trust.organisation import read_organisation
from auditapp.checklist.trust.organisation_text import publisher_lines, with_new_key
from auditapp.checklist.trust.rollover import Rollover
from auditapp.errors import OrganisationFileError, SignatureError

OLD = SecretKey(b"\x01" * 8, b"s" * 32).public
NEW = SecretKey(b"\x02" * 8, b"t" * 32).public
OTHER = SecretKey(b"\x03" * 8, b"u" * 32).public
NAME = "organisation.yaml"
TEXT = f"""\
# Looked after by R. Okafor.
schema: organisation/1
publishers:
  # Read out by telephone on 3 March.
  - name: "Halden: Council, quality assurance"
    key: {OLD.line}
    may_sign:
      - halden-*
      - "*"  # the last word
  - name: Marl
    key: {OTHER.line}
    may_sign: [marl-*]
revoked: [35F9A4E56E7B4E16]
"""


def with_key(text):
    """Return a file with the new key of its first publisher."""
    old = read_organisation(text.encode(), NAME).publishers[0]
    new = old.model_copy(update={"key": NEW.line})
    return with_new_key(text.encode(), NAME, Rollover(old, new)).decode()


def test_comments_and_layout_stay():
    """Every old line is there, in order; the new ones stand after those of the old key."""
    added = f"""\
  - name: "Halden: Council, quality assurance"
    key: {NEW.line}
    may_sign: [halden-*, "*"]
"""
    assert TEXT.replace("  - name: Marl", f"{added}  - name: Marl") == with_key(TEXT)


def test_line_ends_stay():
    """Also where the last line has none."""
    windows = TEXT.replace("\n", "\r\n")
    assert with_key(TEXT).replace("\n", "\r\n") == with_key(windows)
    short = f"schema: organisation/1\npublishers:\n- name: H\n  key: {OLD.line}\n  may_sign: [h]"
    assert f"{short}\n- name: H\n  key: {NEW.line}\n  may_sign: [h]\n" == with_key(short)


def test_json_stays_json():
    """With nothing left out."""
    publisher = {"name": "Härle", "key": OLD.line, "may_sign": ["h"], "until": "2027-03-31"}
    held = {"schema": "organisation/1", "publishers": [publisher], "revoked": ["ABC"]}
    expected = {**held, "publishers": [publisher, {**publisher, "key": NEW.line}]}
    assert expected == json.loads(with_key(json.dumps(held)))


@pytest.mark.parametrize(
    "publishers",
    [
        f"[{{name: H, key: {OLD.line}, may_sign: [h]}}]",
        f"\n  -\n    name: H\n    key: {OLD.line}\n    may_sign: [h]",
        f"\n  - {{name: H, key: {OLD.line},\n     may_sign: [h]\n    }}",
    ],
)
def test_an_unusual_layout_is_left_to_people(publishers):
    """Rather than to guess; what to write by hand is at hand."""
    with pytest.raises(SignatureError, match="cannot be put in place") as caught:
        with_key(f"schema: organisation/1\npublishers: {publishers}\n")
    assert "by hand" in caught.value.remedy


def test_a_publisher_on_one_line_is_followed_by_several():
    """They mean the same."""
    line = f"  - {{name: H, key: {OLD.line}, may_sign: [h]}}\n"
    text = f"schema: organisation/1\npublishers:\n{line}"
    publisher = read_organisation(text.encode(), NAME).publishers[0]
    added = publisher_lines(publisher.model_copy(update={"key": NEW.line}))
    assert text + "".join(f"{each}\n" for each in added) == with_key(text)


def test_a_faulty_file_is_not_added_to():
    """It says nothing that could be kept."""
    old = read_organisation(TEXT.encode(), NAME).publishers[0]
    with pytest.raises(OrganisationFileError):
        with_new_key(b"schema: organisation/2\n", NAME, Rollover(old, old))
