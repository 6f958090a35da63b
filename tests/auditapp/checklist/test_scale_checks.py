# SPDX-License-Identifier: MPL-2.0
"""Find what is wrong with the maps by which a scale takes the place of another."""

import pytest

OWN = "{id: own, text: In the child's own words, counts_as: outstanding"
PLANTED = {
    "an answer that the old scale does not have": (
        "from: {quality: [outstanding, god]}",
        ("27:82: 'god' is not an answer of scale 'quality'. Did you mean 'good'?",),
    ),
    "an answer with two successors": (
        "from: {compliance: [met, met]}",
        ("27:82: 'met' of scale 'compliance' has two successors. Name it under one answer only.",),
    ),
    "an answer that is still there": (
        "from: {voice: told}",
        (
            (
                "27:82: 'told' is still an answer of this scale. Name an answer that an earlier "
                "version of the scale had."
            ),
        ),
    ),
    "no answer at all": (
        "from: {voice: []}",
        ("27:82: 'voice' has too few entries. Write at least 1.",),
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_planted_faults_are_told_at_their_place(planted, name):
    """Each fault is found at the key of the old scale, with what to write instead."""
    written, expected = PLANTED[name]

    assert expected == planted(f"{OWN}}}", f"{OWN}, {written}}}")


def test_a_scale_that_is_gone_may_be_named(sample_text):
    """Only an earlier version knows its answers; one answer may stand for a list."""
    from auditapp.checklist.loading import checked_checklist

    text = sample_text.replace(f"{OWN}}}", f"{OWN}, from: {{old-voice: [a, b], quality: good}}}}")
    checklist = checked_checklist(text.encode(), "f.yaml")

    assert {"old-voice": ("a", "b"), "quality": ("good",)} == checklist.scales[0].answers[0].from_
