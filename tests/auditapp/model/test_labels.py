# SPDX-License-Identifier: MPL-2.0
"""Test that every choice has words that people can read."""

import re

import pytest

from auditapp.model.answer import Cause
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import ActionStatus, FeedbackFrom
from auditapp.model.front_sheet import AgeBand, Cohort, LegalStatus, Source
from auditapp.model.grade import GradeBand
from auditapp.model.history import HistoryKind
from auditapp.model.labels import label

CHOICES = (
    ActionStatus,
    AgeBand,
    AuditStatus,
    Cause,
    Cohort,
    FeedbackFrom,
    GradeBand,
    HistoryKind,
    LegalStatus,
    Source,
)


@pytest.mark.parametrize("choices", CHOICES)
def test_every_choice_has_words_of_its_own(choices):
    """They begin like a sentence, show no id, and no two of one list are the same."""
    words = [label(choice) for choice in choices]

    assert len(choices) == len(set(words))
    assert all(re.match("[A-Z0-9]", each) and "_" not in each for each in words)
