# SPDX-License-Identifier: MPL-2.0
"""Load checklists from bytes, and get the same checklist from what is written out again."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.checklist.faults import MOST_FAULTS
from auditapp.checklist.loading import checked_checklist, parse_checklist
from auditapp.errors import ChecklistInvalidError

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


def test_a_checklist_written_out_is_the_same_again(sample):
    """Nothing is lost between the file, the models and the file."""
    written = sample.model_dump_json(by_alias=True, exclude_unset=True)
    assert sample == checked_checklist(written.encode(), "sample.json")


@given(WORDS, WORDS)
def test_any_text_survives_the_way_through_a_file(title, text):
    """Titles and texts of any script, with any signs, come back as they were written."""
    question = {"id": "Q1", "kind": "text", "text": text, "sources": ["x"]}
    data = {
        "schema": "checklist/1",
        "id": "small",
        "version": "1.0",
        "status": "draft",
        "title": title,
        "purpose": "Tests",
        "licence": "none",
        "sections": [{"id": "s", "title": "S", "questions": [question]}],
    }
    checklist = checked_checklist(json.dumps(data, ensure_ascii=False).encode(), "small.json")
    assert (title, text) == (checklist.title, checklist.question("Q1").text)


@pytest.mark.parametrize("data", [b"- schema\n- id\n", b"checklist/1\n", b"null\n", b"7\n"])
def test_other_data_is_no_checklist(data):
    """A list, a text or a number is refused in one sentence."""
    with pytest.raises(ChecklistInvalidError) as caught:
        checked_checklist(data, "f.yaml")
    (fault,) = caught.value.faults
    assert (
        "f.yaml:1:1: 'The file' must be made of keys and values."
        " Write {key: value}, or one 'key: value' a line."
    ) == str(fault)


def test_all_faults_come_at_once_in_order(sample_text):
    """An author sees every fault in one go, from the top of the file to its end."""
    text = sample_text.replace("is_not: later", "is_not: never").replace("from: SA5", "from: SA99")
    with pytest.raises(ChecklistInvalidError) as caught:
        checked_checklist(text.encode(), "f.yaml")
    assert "f.yaml has 2 faults." == str(caught.value)
    lines = [fault.line for fault in caught.value.faults]
    assert sorted(lines) == lines


@pytest.mark.parametrize(
    ("planted", "first"),
    [
        ("no_such_key_{n}: 1\n", "There is no key 'no_such_key_0'."),
        ("  - {{version: '9.{n}', on: 2026-01-04, summary: Later}}\n", "Version 9.0 is later"),
    ],
    ids=["of the fields", "of the checks"],
)
def test_of_very_many_faults_the_first_are_told(sample_text, planted, first):
    """More than anybody reads at once are not listed, and the number is not made out to be all."""
    before, key, after = sample_text.partition("changes:\n")
    many = "".join(planted.format(n=number) for number in range(MOST_FAULTS + 1))
    text = before + key + many + after if planted.startswith(" ") else before + many + key + after
    with pytest.raises(ChecklistInvalidError) as caught:
        checked_checklist(text.encode(), "f.yaml")
    assert f"f.yaml has {MOST_FAULTS} faults or more." == str(caught.value)
    assert MOST_FAULTS == len(caught.value.faults)
    assert first in str(caught.value.faults[0])


def test_parsing_alone_leaves_the_checks_out(sample_text):
    """A checklist that passed the checks of its day can be read without those of today."""
    text = sample_text.replace("is_not: later", "is_not: never").encode()
    checklist, lines = parse_checklist(text, "f.yaml")
    assert "sample" == checklist.id
    assert (3, 1) == lines.place(("id",))
