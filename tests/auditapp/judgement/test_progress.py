# SPDX-License-Identifier: MPL-2.0
"""Test how far an audit is said to be."""

import pytest

from auditapp.judgement.progress import Progress, progress
from tests.making import make_checklist, make_outline


@pytest.mark.parametrize(
    ("answered", "asked", "share", "is_complete"),
    [(0, 0, 1.0, True), (0, 4, 0.0, False), (3, 4, 0.75, False), (4, 4, 1.0, True)],
)
def test_the_share_goes_from_nothing_to_all(answered, asked, share, is_complete):
    """Where nothing is asked nothing is left to do."""
    done = Progress(answered, asked)

    assert (share, is_complete) == (done.share, done.is_complete)


def test_a_part_of_the_audit_can_be_counted_on_its_own():
    """A section shows its own progress."""
    checklist = make_checklist({"id": "a"}, {"id": "b"}, {"id": "c", "required": False})
    outline = make_outline(checklist, {"a": {"value": "met"}, "c": {"value": "met"}})

    assert Progress(1, 2) == progress(outline)
    assert Progress(0, 1) == progress(outline, outline.questions[1:])
