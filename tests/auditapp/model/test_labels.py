# SPDX-License-Identifier: MPL-2.0
"""Test that every choice has words that people can read."""

import re

import pytest

from auditapp.model.answer import Cause
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from auditapp.model.front_sheet import AgeBand, Cohort, LegalStatus, Source
from auditapp.model.grade import GradeBand
from auditapp.model.history import HistoryKind, UndoReach
from auditapp.model.labels import label, where_from
from auditapp.model.logbook import LogKind
from auditapp.model.round_kinds import (
    CaseField,
    CaseState,
    RoundKind,
    SampleMethod,
    StrataMethod,
)
from auditapp.model.trust import TrustState

CHOICES = (
    ActionStatus,
    AgeBand,
    AuditStatus,
    CaseField,
    CaseState,
    Cause,
    Cohort,
    FeedbackFrom,
    GradeBand,
    HistoryKind,
    LegalStatus,
    LogKind,
    RoundKind,
    SampleMethod,
    Source,
    StrataMethod,
    TrustState,
    UndoReach,
)


@pytest.mark.parametrize("choices", CHOICES)
def test_every_choice_has_words_of_its_own(choices):
    """They begin like a sentence, show no id, and no two of one list are the same."""
    words = [label(choice) for choice in choices]

    assert len(choices) == len(set(words))
    assert all(re.match("[A-Z0-9]", each) and "_" not in each for each in words)


@pytest.mark.parametrize(
    ("state", "signer", "key", "expected"),
    [
        (TrustState.SHIPPED, "", "", "Came with the program"),
        (TrustState.KNOWN_KEY, "Halden Council", "AB", "Signed by Halden Council, key AB"),
        (
            TrustState.OTHER_KEY,
            "Halden Council",
            "AB",
            "Signed, but not by a publisher trusted here (key AB)",
        ),
        (TrustState.UNSIGNED, "", "", "Unsigned"),
    ],
)
def test_where_a_checklist_comes_from_is_said_in_a_few_words(state, signer, key, expected):
    """Only a publisher who is trusted for it is named."""
    assert expected == where_from(state, signer, key)
