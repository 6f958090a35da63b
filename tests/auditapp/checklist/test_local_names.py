# SPDX-License-Identifier: MPL-2.0
"""Tests of ``auditapp.checklist.local_names``."""

from pathlib import Path

import pytest

from auditapp.checklist.beside import Beside
from auditapp.checklist.checks import static_faults
from auditapp.checklist.loading import parse_checklist
from auditapp.checklist.local_names import load_local_names, names_in_use, with_names
from auditapp.errors import ChecklistInvalidError

SHIPPED = Path(__file__).parents[3] / "checklists" / "local-names.yaml"
TEXT = """
schema: checklist/1
id: sample
version: "1.0"
status: active
title: Sample
purpose: Tests names.
licence: OGL-UK-3.0
sections:
  - id: one
    title: "{front_door} and after"
    questions:
      - id: Q1
        kind: text
        text: Does the {practice_model} shape the work?
        sources: ["hull-2015 rec 7"]
        where: ["{record_system}", Case notes]
        good: ["The worker uses the {practice_model}.", "It fits {1} child."]
        rules:
          - {must: {question: Q1, matches: "[a-z]{2}"}, message: "Name the {practice_model}."}
"""


def checklist(text=TEXT):
    """Return the checklist that a text holds."""
    return parse_checklist(text.encode(), "sample.yaml")[0]


def test_names_are_put_into_every_text():
    """A name at the beginning of a text gets a capital; braces that are no placeholder stay."""
    names = {"practice_model": "signs of safety", "front_door": "the hub"}
    section = with_names(checklist(), names).sections[0]
    question = section.questions[0]
    assert "The hub and after" == section.title
    assert "Does the signs of safety shape the work?" == question.text
    assert ("{record_system}", "Case notes") == question.where
    assert ("The worker uses the signs of safety.", "It fits {1} child.") == question.good
    assert "Name the signs of safety." == question.rules[0].message
    assert checklist().sections[0].questions[0].rules[0].must == question.rules[0].must


def test_a_checklist_without_placeholders_is_left_alone(sample):
    """Nothing is copied where there is nothing to put in."""
    assert sample is with_names(sample, {"practice_model": "anything"})


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{record_system}", "{record_sistem}", "Did you mean 'record_system'?"),
        ("title: Sample", 'title: "Our {front_door}"', "Write the name itself"),
    ],
)
def test_a_placeholder_that_nobody_fills_in_is_a_fault(old, new, words):
    """It is told with its place and what to write."""
    names = [each.id for each in load_local_names(SHIPPED.read_bytes(), SHIPPED.name)]
    assert [] == static_faults(checklist(), Beside(names=names))
    (fault,) = static_faults(checklist(TEXT.replace(old, new)), Beside(names=names))
    assert words in fault.remedy


def test_the_council_decides_what_its_things_are_called():
    """Without a choice the usual name stands; a choice of nothing is none."""
    known = load_local_names(SHIPPED.read_bytes(), SHIPPED.name)
    names = names_in_use(known, {"practice_model": "Signs of Safety", "front_door": ""})
    assert "Signs of Safety" == names["practice_model"]
    assert "front door" == names["front_door"]
    assert len(known) == len(names)


def test_a_damaged_file_of_names_is_refused():
    """With the line, as every file of this folder."""
    with pytest.raises(ChecklistInvalidError) as caught:
        load_local_names(b"schema: local-names/1\nnames: [{id: Front Door}]", "n.yaml")
    assert "n.yaml:2:" in str(caught.value.faults[0])
