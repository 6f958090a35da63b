# SPDX-License-Identifier: MPL-2.0
"""Test what is said about an action that nobody can be held to."""

import datetime as dt

import pytest

from auditapp.judgement.actions import vagueness
from auditapp.model.follow_up import Action
from tests.making import Clock

COMPLETE = {
    "what": "See her at school",
    "owner_role": "Team manager",
    "due": dt.date(2026, 12, 1),
    "how_we_will_know": "Six records in a row",
}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, ""),
        ({"what": ""}, "Still vague. It does not say what is to be done."),
        ({"due": None}, "Still vague. It does not say by when."),
        ({"owner_role": " ", "due": None}, "Still vague. It does not say who does it or by when."),
        (
            {"what": "", "owner_role": "", "due": None},
            "Still vague. It does not say what is to be done, who does it or by when.",
        ),
    ],
)
def test_what_an_action_leaves_open_is_said(changes, words):
    """One sentence names each thing that is missing; a complete action needs none."""
    assert words == vagueness(Action(created_at=Clock().now, **(COMPLETE | changes)))
