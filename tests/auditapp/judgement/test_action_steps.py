# SPDX-License-Identifier: MPL-2.0
"""Test which step an action may take next, and what it needs for that."""

import datetime as dt
from itertools import product

import pytest

from auditapp.errors import NotAllowedError
from auditapp.judgement.action_course import action_course
from auditapp.judgement.action_steps import NEXT, is_own_work, require_step
from auditapp.model.action_progress import ActionProgress, ActionStep
from auditapp.model.amendment import Amendment
from auditapp.model.audit import AuditStatus
from auditapp.model.follow_up import Action, ActionStatus
from tests.making import Clock, make_audit

NOW = Clock().now
OPEN, DONE, VERIFIED, DROPPED = ActionStatus
KEY = "a" * 32
STAMP = "21 November 2026 at 09:30"


def step(status, by="D. Worker", words="The record of 3 June.", **more):
    """Make a step."""
    return ActionStep(status=status, by=by, at=NOW, words=words, **more)


def audit_with(*steps, **action):
    """Return a draft with one action that took these steps."""
    fields = {"what": "See her at school.", "created_at": NOW} | action
    progress = {KEY: ActionProgress(steps=steps)} if steps else {}
    actions = {KEY: Action(**fields)}
    return make_audit().model_copy(update={"actions": actions, "action_progress": progress})


@pytest.mark.parametrize(("now", "wanted"), list(product(ActionStatus, repeat=2)))
def test_only_the_next_steps_are_taken(now, wanted):
    """Every other one is refused with a sentence and a way out."""
    audit = audit_with(step(now, by="A. Manager"))
    if wanted in NEXT[now]:
        require_step(audit, KEY, step(wanted))
    else:
        with pytest.raises(NotAllowedError) as caught:
            require_step(audit, KEY, step(wanted))
        assert caught.value.remedy


@pytest.mark.parametrize(("now", "wanted"), [(OPEN, DONE), (OPEN, DROPPED), (DONE, OPEN)])
def test_evidence_and_reasons_are_words(now, wanted):
    """Spaces are none."""
    audit = audit_with(status=now)
    with pytest.raises(NotAllowedError):
        require_step(audit, KEY, step(wanted, words=" \n"))


def signed_with(*steps, **action):
    """Return the same audit, signed off."""
    return audit_with(*steps, **action).model_copy(update={"status": AuditStatus.SIGNED_OFF})


@pytest.mark.parametrize(
    ("audit", "more", "fault"),
    [
        (audit_with(), {}, "not signed off"),
        (signed_with(status=DONE), {}, "Only an open action"),
        (signed_with(), {"words": " "}, "for a reason"),
        (signed_with(), {"due": NOW.date() - dt.timedelta(days=1)}, "has passed"),
        (signed_with(), {"by": " "}, "Nobody is named"),
    ],
)
def test_another_date_is_given_after_the_sign_off_for_a_reason(audit, more, fault):
    """To an open action, and one that can still be kept."""
    require_step(signed_with(), KEY, step(OPEN, due=NOW.date()))
    with pytest.raises(NotAllowedError, match=fault) as caught:
        require_step(audit, KEY, step(OPEN, **{"due": NOW.date()} | more))
    assert caught.value.remedy


def test_an_amendment_keeps_nobody_from_another_owner():
    """The work on actions goes on meanwhile."""
    amendment = Amendment(number=1, reason="A date.", by="R. Okafor", at=NOW, amends="a" * 64)
    amending = audit_with().model_copy(update={"amendment": amendment})
    require_step(amending, KEY, step(OPEN, owner_role="Team manager"))


def test_the_new_owner_may_not_verify_it():
    """Whose it was before may, who has nothing to do with it any more."""
    handed = step(OPEN, owner_role="B. Worker")
    audit = audit_with(handed, step(DONE, by="E. Helper"), owner_role="A. Worker")
    assert (True, False) == (
        is_own_work(audit, KEY, "b. worker"),
        is_own_work(audit, KEY, "A. Worker"),
    )


def test_moves_are_told_in_the_course():
    """Date, owner or both, each with its reason."""
    day = dt.date(2026, 12, 14)
    audit = signed_with(
        step(OPEN, words="Ill.", due=day),
        step(OPEN, words="Left.", owner_role="Team manager"),
        step(OPEN, words="New team.", due=day, owner_role="Duty worker"),
    )
    both = "Due date moved to 14 December 2026, and handed to another owner, Duty worker"
    assert [
        f"{STAMP}, D. Worker. Due date moved to 14 December 2026: Ill.",
        f"{STAMP}, D. Worker. Handed to another owner, Team manager: Left.",
        f"{STAMP}, D. Worker. {both}: New team.",
    ] == action_course(audit, KEY)


def test_whoever_verifies_need_not_write_anything():
    """The evidence is there to be looked at."""
    require_step(audit_with(step(DONE)), KEY, step(VERIFIED, by="A. Manager", words=""))


@pytest.mark.parametrize(
    ("verifier", "is_own"),
    [
        ("d.  WORKER", True),
        ("E. Helper", True),
        ("A. Owner ", True),
        ("A. Manager", False),
    ],
)
def test_nobody_verifies_their_own_work(verifier, is_own):
    """Neither who did it, nor who said so, nor who owns it by name; capitals hide nobody."""
    audit = audit_with(step(DONE, done_by="E. Helper"), owner_role="A. Owner")
    assert is_own is is_own_work(audit, KEY, verifier)
    if is_own:
        with pytest.raises(NotAllowedError, match="somebody else"):
            require_step(audit, KEY, step(VERIFIED, by=verifier))
    else:
        require_step(audit, KEY, step(VERIFIED, by=verifier))


def test_an_action_set_as_done_is_not_verified_by_the_auditor():
    """It was the auditor who said that it is done."""
    audit = audit_with(status=DONE, completion_evidence="Seen.")
    assert is_own_work(audit, KEY, "R. Okafor")
    assert not is_own_work(audit, KEY, "A. Manager")


def test_somebody_says_so():
    """A step in nobody's name proves nothing."""
    with pytest.raises(NotAllowedError):
        require_step(audit_with(), KEY, step(DONE, by=" "))


def test_an_action_that_is_gone_takes_no_step():
    """Somebody removed it meanwhile."""
    with pytest.raises(NotAllowedError):
        require_step(audit_with(), "b" * 32, step(DONE))


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((), (OPEN, "", "", "")),
        ((step(DONE),), (DONE, "The record of 3 June.", "", "")),
        (
            (step(DONE), step(VERIFIED, by="A. Manager", words="Read it.")),
            (VERIFIED, "The record of 3 June.", "A. Manager", ""),
        ),
        ((step(DONE), step(OPEN, words="Not for May.")), (OPEN, "", "", "")),
        ((step(DROPPED, words="She moved."),), (DROPPED, "", "", "She moved.")),
        (
            (step(DONE), step(OPEN, words="Not yet."), step(DONE, words="Now.")),
            (DONE, "Now.", "", ""),
        ),
    ],
)
def test_how_an_action_stands(steps, expected):
    """The last step says so, and the evidence is that of the last time it was done."""
    now = audit_with(*steps).action_now(KEY)
    stands = (now.status, now.completion_evidence, now.verified_by, now.dropped_reason)
    assert expected == stands


def test_the_course_of_an_action_is_told():
    """Each step with who said so and when; what the action says already is not said twice."""
    audit = audit_with(
        step(DONE, done_by="E. Helper"),
        step(OPEN, by="A. Manager", words="Not for May."),
        step(DONE, words="May as well."),
    )
    assert [
        f"{STAMP}, D. Worker. Done, to be verified (done by E. Helper): The record of 3 June.",
        f"{STAMP}, A. Manager. Opened again: Not for May.",
        f"{STAMP}, D. Worker. Done, to be verified",
    ] == action_course(audit, KEY)
    assert [] == action_course(audit_with(), KEY)


def test_what_an_action_was_set_with_is_not_hidden_by_its_steps():
    """It was written down, so it is told."""
    audit = audit_with(
        step(OPEN, by="A. Manager", words="Not seen."), status=DONE, completion_evidence="Visit."
    )
    assert "As it was set: Done, to be verified; Visit." == action_course(audit, KEY)[0]
