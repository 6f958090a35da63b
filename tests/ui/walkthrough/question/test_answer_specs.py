# SPDX-License-Identifier: MPL-2.0
"""Test how the answers that a question offers look."""

from auditapp.checklist.models import Checklist
from tests.making import make_checklist, make_outline
from ui.walkthrough.question.answer_specs import option_specs, rating_specs


def test_an_own_scale_looks_like_what_it_counts_as():
    """Words are the checklist's own; icon and colour are those that everybody knows."""
    data = make_checklist({"id": "A1", "scale": "compliance"}).model_dump(
        mode="json", by_alias=True
    )
    data["scales"] = [
        {
            "id": "on_time",
            "title": "Was it on time?",
            "measures": "compliance",
            "answers": [
                {"id": "early", "text": "On time", "counts_as": "met"},
                {"id": "never", "text": "Not at all", "counts_as": "not_met"},
            ],
        }
    ]
    data["sections"][0]["questions"][0]["scale"] = "on_time"
    asked = make_outline(Checklist.model_validate(data)).questions[0]
    assert [("early", "On time", "check", "met"), ("never", "Not at all", "x", "not_met")] == [
        (spec.value, spec.text, spec.icon, spec.tone) for spec in rating_specs(asked)
    ]


def test_the_tenth_option_has_no_digit():
    """There are nine keys; an option without one is chosen by pointer, Tab and Space."""
    question = (
        make_checklist(
            {
                "id": "A1",
                "kind": "choice",
                "scale": None,
                "answers": [
                    {"id": f"o{number}", "text": f"Option {number}"} for number in range(11)
                ],
            }
        )
        .sections[0]
        .questions[0]
    )
    digits = [spec.digit for spec in option_specs(question, ())]
    assert [*range(1, 10), None, None] == digits
