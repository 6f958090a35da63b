# SPDX-License-Identifier: MPL-2.0
"""What the gallery shows in its widgets."""

from ui.widgets.answers.answer_spec import AnswerSpec

QUALITY = [
    AnswerSpec("outstanding", "Outstanding", "star", "outstanding", 1),
    AnswerSpec("good", "Good", "check", "good", 2),
    AnswerSpec(
        "requires_improvement", "Requires improvement", "triangle-alert", "requires_improvement", 3
    ),
    AnswerSpec("inadequate", "Inadequate", "x", "inadequate", 4),
    AnswerSpec("not_applicable", "Not applicable", "minus", "not_applicable", 5),
]
COMPLIANCE = [
    AnswerSpec("met", "Met", "check", "met", 1),
    AnswerSpec("partly_met", "Partly met", "circle-dot", "partly_met", 2),
    AnswerSpec("not_met", "Not met", "x", "not_met", 3),
    AnswerSpec("could_not_find", "Could not find on file", "search", "could_not_find", 4),
]
OPTIONS = [
    AnswerSpec("alone", "Seen alone at every visit in the period"),
    AnswerSpec(
        "some",
        "Seen alone at some visits, and where not, the worker wrote down why it was not possible "
        "and when it would be tried again",
        detail="Count only visits in the last six months.",
    ),
    AnswerSpec("never", "Never seen alone"),
]
CHOICES = [
    AnswerSpec("words", "The child's own words, in quotation marks"),
    AnswerSpec("work", "Direct work that is on the file"),
    AnswerSpec("none", "None of these", is_exclusive=True),
]
NOTE = (
    "Visit 3 October: seen alone for forty minutes. Own words quoted twice (“I want to keep my "
    "Tuesdays”). The plan of 12 October keeps the old transport times and does not mention the "
    "request."
)
