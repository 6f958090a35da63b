# SPDX-License-Identifier: MPL-2.0
"""Tell each wrong field in a plain sentence at its place."""

import pytest
from pydantic import BaseModel, ValidationError

from auditapp.checklist.model_faults import model_faults

PLANTED = {
    "another format": (
        "schema: checklist/1",
        "schema: checklists/1",
        "2:1: 'schema' cannot be 'checklists/1'. Did you mean 'checklist/1'?",
    ),
    "a later format": (
        "schema: checklist/1",
        "schema: checklist/9\nlinks: []",
        (
            "2:1: This checklist is in the format checklist/9; this program knows checklist/1."
            " Update the program; this is version 0.1.0."
        ),
    ),
    "a later program, with what it brought": (
        'min_app: "0.1"',
        'min_app: "9.0"\nlinks: []',
        (
            "15:1: This checklist needs version 9.0 of the program."
            " Update the program; this is version 0.1.0."
        ),
    ),
    "no schema": (
        "schema: checklist/1\n",
        "",
        "2:1: 'schema' is missing. Begin the file with schema: checklist/1.",
    ),
    "an unquoted version": (
        'version: "1.2"',
        "version: 1.2",
        "4:1: 'version' must be text. Write it in quotes.",
    ),
    "a version in words": (
        'version: "1.2"',
        "version: first",
        "4:1: 'version' cannot be 'first'. Write numbers with dots, in quotes, as in \"1.0\".",
    ),
    "a capital in the id": (
        "id: sample",
        "id: Sample",
        "3:1: 'id' cannot be 'Sample'. Use small letters, digits and hyphens only.",
    ),
    "an unknown status": (
        "status: draft",
        "status: drafted",
        "5:1: 'status' cannot be 'drafted'. Did you mean 'draft'?",
    ),
    "a hint of spaces": (
        "hint: Look at six visits.",
        'hint: "  "',
        "42:9: 'hint' is empty. Write its text, or remove the key.",
    ),
    "an empty title": (
        "title: Sample of every feature",
        "title:",
        "6:1: 'title' is empty. Write its text, or remove the key.",
    ),
    "an unknown key": (
        "        hint: Look",
        "        hnt: Look",
        "42:9: There is no key 'hnt'. Did you mean 'hint'?",
    ),
    "a key in the wrong place": (
        "    intro: Read",
        "    hint: Read",
        "34:5: 'hint' does not belong here. Move it or remove it.",
    ),
    "an unheard-of key": (
        "    intro: Read",
        "    zzz: Read",
        "34:5: There is no key 'zzz'. Remove it.",
    ),
    "no sources": (
        '        sources: ["hull-2015 para 80"]\n',
        "",
        (
            "58:9: 'sources' is missing. Cite at least one source, as in sources: [\"hull-2015 "
            'para 53"].'
        ),
    ),
    "empty sources": (
        'sources: ["hull-2015 para 80"]',
        "sources: []",
        "62:9: 'sources' has too few entries. Write at least 1.",
    ),
    "an unknown kind": (
        "kind: number",
        "kind: numbr",
        "124:9: 'kind' cannot be 'numbr'. Did you mean 'number'?",
    ),
    "an underscore in a question id": (
        "- id: SA2",
        "- id: SA_2",
        "58:9: 'id' cannot be 'SA_2'. Use letters, digits and hyphens only.",
    ),
    "a date in English": (
        "last_review: 2026-01-04",
        "last_review: 4 January 2026",
        (
            "12:1: '4 January 2026' is not a date. Write the year, month and day like this: "
            "2026-03-31."
        ),
    ),
    "a year for a date": (
        "last_review: 2026-01-04",
        "last_review: 2026",
        (
            "12:1: 'last_review' must be a date. Write the year, month and day like this: "
            "2026-03-31."
        ),
    ),
    "yes for true": (
        "critical: true",
        "critical: yes",
        "57:9: 'critical' must be true or false. Write one of the two words, without quotes.",
    ),
    "text for a number": (
        "weight: 2",
        "weight: heavy",
        "56:9: 'weight' must be a number. Write digits only, without quotes.",
    ),
    "a weight too small": (
        "weight: 2",
        "weight: 0.1",
        "56:9: 'weight' is too small. Write 0.5 or more.",
    ),
    "a weight too large": (
        "weight: 2",
        "weight: 10",
        "56:9: 'weight' is too large. Write 3 or less.",
    ),
    "a fraction of a month": (
        "months: 12",
        "months: 1.5",
        "13:13: 'months' must be a whole number. Write digits only, without quotes.",
    ),
    "text for a list": (
        "where: [Visit records]",
        "where: Visit records",
        (
            "45:9: 'where' must be a list. Write [one, two], or one entry a line, each after a "
            "hyphen."
        ),
    ),
    "text for keys": (
        "not_applicable: {allowed: true, reason: required, example: A baby}",
        "not_applicable: allowed",
        (
            "55:9: 'not_applicable' must be made of keys and values. Write {key: value}, or one "
            "'key: value' a line."
        ),
    ),
    "a list for keys": (
        "publisher: {name: The authors, contact: the program's home page}",
        "publisher: [The authors]",
        (
            "8:1: 'publisher' must be made of keys and values. Write {key: value}, or one 'key: "
            "value' a line."
        ),
    ),
    "a list for texts by answer": (
        "looks_like: {own: Quoted., told: Reported., absent: Nothing.}",
        "looks_like: [Quoted.]",
        (
            "63:9: 'looks_like' must be made of keys and values. Write {key: value}, or one "
            "'key: value' a line."
        ),
    ),
    "an unknown cohort": (
        "cohorts: [CIC, CP]",
        "cohorts: [CIC, CIP]",
        "21:16: 'cohorts' cannot be 'CIP'. Did you mean 'CP'?",
    ),
    "a number for text": (
        "text: First year}",
        "text: 1}",
        "71:30: 'text' must be text. Write it in quotes.",
    ),
    "a scale of one answer": (
        (
            "      - {id: told, text: Told by somebody who knows, counts_as: good}\n      - {id: "
            "absent, text: Absent, counts_as: inadequate}\n"
        ),
        "",
        "26:5: 'answers' has too few entries. Write at least 2.",
    ),
    "text too long": (
        "hint: Look at six visits.",
        "hint: " + "x" * 4001,
        "42:9: 'hint' is too long. Keep it to 4000 characters.",
    ),
    "an answer nobody wants a list of": (
        "        good: Seen alone each time.\n",
        "        good: [Seen alone, 7]\n",
        "46:28: 'good' must be text. Write it in quotes.",
    ),
    "too many answers on a scale": (
        "      - {id: told, text: Told by somebody who knows, counts_as: good}\n",
        "".join(f"      - {{id: a{n}, text: A, counts_as: good}}\n" for n in range(9)),
        "26:5: 'answers' has too many entries. Write at most 10.",
    ),
    "a wrong id in looks_like": (
        "told: Reported.,",
        "told off: Reported.,",
        (
            "63:36: 'told off' cannot be 'told off'. Use letters, digits, hyphens and "
            "underscores only."
        ),
    ),
}
"""What is planted: the text of the sample, the text put in its place, and each fault found."""


@pytest.mark.parametrize("name", PLANTED)
def test_planted_faults_are_told_at_their_place(planted, name):
    """Each planted fault is found, at its line and column, with what to write instead."""
    old, new, *expected = PLANTED[name]
    assert tuple(expected) == planted(old, new)


def test_what_no_sentence_was_written_for_is_told_in_pydantics_words():
    """An error of another kind is still told at its place."""

    class Model(BaseModel):
        size: int

    with pytest.raises(ValidationError) as caught:
        Model.model_validate({"size": "many"})
    (fault,) = model_faults(Model, caught.value, {"size": "many"})
    assert ("size",) == fault.path
    assert fault.message.startswith("'size' is not well formed: Input should be a valid integer")
