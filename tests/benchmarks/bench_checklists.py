# SPDX-License-Identifier: MPL-2.0
"""Measure the loading of checklists: read, put into models and checked in full.

The reference is the quickest stock loader there is for YAML, which knows no places, checks nothing
and takes ``no`` for a truth value. A checklist has 40 questions in 17 to 20 kB, written the way the
shipped ones are.
"""

from collections.abc import Iterator

import yaml

from auditapp.checklist.loading import checked_checklist
from tests.benchmarks.figure import Figure, median_ratio

CHECKLISTS = 30
SECTIONS = 5

_HEAD = """\
# yaml-language-server: $schema=./checklist.schema.json
schema: checklist/1
id: theme-{number}
version: "1.{number}"
status: active
title: Visits and direct work, part {number}
purpose: >-
  Finds out whether the child is seen often enough, alone and for a reason, by somebody they know
  and trust, and whether what they say or show changes anything.
licence: OGL-UK-3.0
look_back: {{months: 12, judge_on_months: 6}}

sections:
"""
_SECTION = """\
  - id: part-{section}
    title: Is the child seen, and are they safe? ({section})
    intro: >-
      Read the latest visit records before the forms: what matters first is whether somebody has
      set eyes on this child.
    grade: practice
    questions:
"""
_DATE = """\
      - id: Q{section}-last
        kind: date
        text: When did somebody from the service last see the child in person?
        hint: Give the day the child was seen, not the day the record was written.
        sources: ["hull-2015 para 124", "hull-2015 rec 17"]
        where: [Latest visit record, Case notes, Case summary]
        rules:
          - must: {{not: {{question: Q{section}-last, more_than: {{today: 0}}}}}}
            message: This is after the last day of the period you are looking at.

"""
_RATING = """\
      - id: Q{section}-alone{letter}
        kind: rating
        scale: compliance
        text: Was the child seen alone, and where they were not, is there a good reason?
        sources: ["hull-2015 para 53", "hull-visit-6 findings 5"]
        where: [Last six visit records, Statutory visit forms]
        good: Time alone is the normal thing.
        shortfall: A parent or carer is always in the room.
        looks_like:
          met: Alone at nearly all visits.
          partly_met: Alone at about half of the visits.
          not_met: Hardly ever alone, and no reason that stands up.

"""
_CHOICE = """\
      - id: Q{section}-why{letter}
        kind: choice
        text: Why was the child not seen alone?
        sources: ["hull-2015 para 53"]
        when: {{question: Q{section}-alone{letter}, is: [partly_met, not_met]}}
        answers:
          - {{id: child_asked, text: "The child wanted somebody with them"}}
          - {{id: not_asked, text: "The worker did not ask for it"}}

"""
_TEXT = """\
      - id: Q{section}-words
        kind: text
        text: What did the child say or show, in their own words or ways?
        sources: ["hull-2015 para 80"]
        where: [Direct work records, Observation notes]
        when:
          any:
            - {{question: Q{section}-last, answered: true}}
            - {{cohort: [CIC, CP]}}

"""
_CAPS = """\
caps:
  - id: not-alone
    when: {answers_in: part-0, equal: not_met, at_least: 1}
    section: part-0
    section_at_most: requires_improvement
    because: A child who is never seen alone cannot say what is wrong (hull-2015 para 53).
"""


def figures() -> Iterator[Figure]:
    """Yield how long loading takes beside the stock loader."""
    files = [checklist_bytes(number) for number in range(CHECKLISTS)]

    def load() -> None:
        for data in files:
            checked_checklist(data, "measured.yaml")

    def load_plainly() -> None:
        for data in files:
            yaml.load(data, Loader=yaml.CSafeLoader)

    yield Figure(
        f"{CHECKLISTS} checklists loaded and checked, times PyYAML's CSafeLoader",
        median_ratio(load, load_plainly, rounds=21),
        1.3,
    )


def checklist_bytes(number: int) -> bytes:
    """Return the file of one checklist; no two are the same."""
    head = _HEAD.format(number=number)
    return "".join([head, *map(_section, range(SECTIONS)), _CAPS]).encode()


def _section(section: int) -> str:
    """Return a section of eight questions."""
    pairs = [(_RATING + _CHOICE).format(section=section, letter=letter) for letter in "abc"]
    first, last = (_SECTION + _DATE).format(section=section), _TEXT.format(section=section)
    return "".join([first, *pairs, last])
