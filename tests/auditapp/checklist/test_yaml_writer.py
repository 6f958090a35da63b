# SPDX-License-Identifier: MPL-2.0
"""Write checklists as YAML and read them back."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditapp.checklist.library import Library
from auditapp.checklist.loading import checked_checklist, parse_checklist
from auditapp.checklist.yaml_reader import read
from auditapp.checklist.yaml_writer import WIDTH, flow, write_yaml

HERE = Path(__file__).parent
SHIPPED = [header.path for header in Library([HERE.parents[2] / "checklists"]).headers()]
SAMPLE = HERE / "sample.yaml"

TEXTS = (
    st.text(
        st.characters(
            codec="utf-8",
            exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Co", "Cn"],
            include_characters="\t\n\r:#-'\"[]{},&*!|>%@`\\~",
        ),
        min_size=1,
        max_size=300,
    )
    .map(str.strip)
    .filter(bool)
)


@pytest.mark.parametrize("path", [*SHIPPED, SAMPLE], ids=lambda path: path.stem)
def test_a_checklist_reads_back_as_it_was(path):
    """What is written has no faults and is an equal checklist."""
    checklist = checked_checklist(path.read_bytes(), path.name)
    written = write_yaml(checklist)
    assert checklist == checked_checklist(written, path.name)


@given(texts=st.lists(TEXTS, min_size=7, max_size=7))
def test_any_text_comes_back(texts):
    """No text is changed by the way in which it is written, wherever it stands."""
    checklist = checked_checklist(SAMPLE.read_bytes(), SAMPLE.name)
    title, purpose, good, shortfall, answer, looks, example = texts
    section = checklist.sections[0]
    rating, _second, choice, *others = section.questions
    rating = rating.model_copy(
        update={
            "good": (good,),
            "shortfall": (shortfall, good),
            "looks_like": {**rating.looks_like, "met": looks},
            "not_applicable": rating.not_applicable.model_copy(update={"example": example}),
        }
    )
    first = choice.answers[0].model_copy(update={"text": answer})
    choice = choice.model_copy(update={"answers": (first, *choice.answers[1:])})
    section = section.model_copy(update={"questions": (rating, _second, choice, *others)})
    changed = checklist.model_copy(
        update={
            "title": title,
            "purpose": purpose,
            "sections": (section, *checklist.sections[1:]),
        }
    )
    assert changed == parse_checklist(write_yaml(changed), "back.yaml")[0]


@given(
    st.recursive(
        st.booleans() | st.none() | st.integers(-(10**9), 10**9) | TEXTS,
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(TEXTS.filter(lambda key: key != "<<"), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_one_line_holds_any_data(value):
    """The notation on one line reads back with the same values and types."""
    assert value == read(flow(value).encode(), "")[0]


@pytest.mark.parametrize("text", ["no", "Yes", "on", "null", "true", "12", "1.5", "~", "a #b", ""])
def test_what_another_reader_could_mistake_is_in_quotes(text):
    """Answers such as no stay text for every reader of YAML."""
    assert f'"{text}"' == flow(text)


def test_a_day_and_a_whole_number_stay_bare():
    """A date is text in this format, and a whole number has no point."""
    assert "{on: 2026-01-05, at_least: 2, at_most: 2.5}" == flow(
        {"on": "2026-01-05", "at_least": 2.0, "at_most": 2.5}
    )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_lines_stay_short(path):
    """A line is longer than the page only where a text cannot be folded."""
    written = write_yaml(checked_checklist(path.read_bytes(), path.name)).decode()
    assert [] == [line for line in written.splitlines() if len(line) > WIDTH]


def test_the_style_is_that_of_the_shipped_checklists(sample):
    """Questions begin with their id, and short structures stand on one line."""
    lines = write_yaml(sample).decode().splitlines()
    assert "# yaml-language-server: $schema=./checklist.schema.json" == lines[0]
    assert 'version: "1.2"' in lines
    assert "      - id: SA1" in lines
    assert "        good: Seen alone each time." in lines
    assert "          - {id: first_year, text: First year}" in lines
    assert "        when: {question: SA1, is: [met, partly_met]}" in lines
    assert "        not_applicable: {allowed: true, reason: required, example: A baby}" in lines


def test_several_lines_of_text_stay_lines(sample):
    """A text with line ends is written as it stands."""
    changed = sample.model_copy(update={"purpose": "One.\n\n  Two."})
    assert "purpose: |-\n  One.\n\n    Two.\n" in write_yaml(changed).decode()
