# SPDX-License-Identifier: MPL-2.0
"""Test how the answers that a question offers look."""

from auditapp.checklist.models import Checklist
from tests.making import make_checklist, make_outline
from ui.walkthrough.question.answer_specs import rating_specs


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
