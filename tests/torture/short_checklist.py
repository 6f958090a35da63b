# SPDX-License-Identifier: MPL-2.0
"""Write the checklist that the worker's audits use, and the next version of it."""

from tests.torture.ledger import AT_FIRST

SHORT = """schema: checklist/1
id: short
version: "{version}"
status: active
title: {title}
purpose: Has just enough in it to be answered, graded and signed off.
licence: OGL-UK-3.0
sections:
  - id: only
    title: Only
    grade: practice
    questions:
"""
QUESTION = "      - {{id: {0}, kind: text, text: What was {1}?, sources: [hull-2015 rec 7]}}\n"
FIRST, SECOND, THIRD = KEYS = tuple(f"short/A{number}" for number in (1, 2, 3))
RENAMED = "short/B2"
TITLE, REVISED_TITLE = "A short one", "A short one, revised"
REVISED_VERSION = "2.0"


def checklist() -> str:
    """Return the version that audits are started on."""
    questions = (QUESTION.format(name, "seen") for name in ("A1", "A2", "A3"))
    return SHORT.format(version=AT_FIRST, title=TITLE) + "".join(questions)


def revised_checklist() -> str:
    """Return the next version: the first question asks something else, the second is renamed.

    The third is asked no more.
    """
    renamed = QUESTION.format("B2, renamed_from: [A2]", "seen")
    gone = QUESTION.format("A3, retired: true", "seen")
    questions = QUESTION.format("A1", "heard") + renamed + gone
    return SHORT.format(version=REVISED_VERSION, title=REVISED_TITLE) + questions
