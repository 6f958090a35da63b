# SPDX-License-Identifier: MPL-2.0
"""Test that sources are named as people name them."""

import pytest

from auditapp.checklist.citations import citation_words
from auditapp.checklist.library import Library
from auditapp.commands.checklist import CHECKLISTS
from auditapp.judgement.timescale_rules import load_rules
from auditapp.standards import RULES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hull-2015 rec 7", "Hull inspection 2015, recommendation 7"),
        ("hull-2015 para 113", "Hull inspection 2015, paragraph 113"),
        ("hull-2015 para 53-55", "Hull inspection 2015, paragraph 53-55"),
        (
            "hull-2015 summary looked-after 3",
            "Hull inspection 2015, summary on looked after, paragraph 3",
        ),
        (
            "hull-2015 summary help-and-protection",
            "Hull inspection 2015, summary on help and protection",
        ),
        ("hull-2015-board para 19", "Hull safeguarding board review 2015, paragraph 19"),
        (
            "hull-2015-board improve quality-of-practice",
            "Hull safeguarding board review 2015, what to improve: quality of practice",
        ),
        (
            "hull-2019-response better 2",
            "Hull’s response to the inspection of 2019, better practice, point 2",
        ),
        ("hull-visit-2 bullet 6", "Second monitoring visit to Hull, point 6 of the list"),
        ("hull-visit-2 lead", "Second monitoring visit to Hull, opening"),
        (
            "hull-visit-5 west-sussex 5",
            "Fifth monitoring visit to Hull, paragraph 5 on West Sussex",
        ),
        (
            "hull-visit-6 findings 12",
            "Sixth monitoring visit to Hull, 2022, findings, paragraph 12",
        ),
    ],
)
def test_a_citation_is_put_into_words(text, expected):
    """Document and place are named in full."""
    assert expected == citation_words(text)


@pytest.mark.parametrize(
    "text",
    ["", "Working Together 2023, page 12", "hull-2015", "hull-2015 annex 3", "hull-2015 rec seven"],
)
def test_what_is_not_known_is_shown_as_it_is(text):
    """An author may cite anything, in any form."""
    assert text == citation_words(text)


def test_words_around_a_citation_stay():
    """The source of a timescale may say more than where it was found."""
    expected = "Local: Hull inspection 2015, recommendation 12; the interval is a proposal"
    assert expected == citation_words("Local: hull-2015 rec 12; the interval is a proposal")


def test_every_source_of_what_is_shipped_has_words():
    """Nobody who uses the program has to know the short names."""
    library = Library([CHECKLISTS])
    questions = [
        question
        for header in library.headers()
        for question in library.load(header.id).checklist.questions
    ]
    rules = load_rules((CHECKLISTS / RULES).read_bytes(), RULES).by_id.values()
    cited = {source for question in questions for source in question.sources}
    cited |= {rule.source for rule in rules}
    assert [] == [source for source in sorted(cited) if "hull-" in citation_words(source)]
