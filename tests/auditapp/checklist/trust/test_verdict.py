# SPDX-License-Identifier: MPL-2.0
"""Judge checklists by their signatures: every row of the table in docs/checklist-trust.md."""

import datetime as dt
from dataclasses import replace

import pytest

from auditapp.checklist.trust.organisation import NOBODY, Organisation, TrustedPublisher
from auditapp.checklist.trust.verdict import judge, shipped, trusted_comment
from auditapp.model.trust import TrustState

NAME = ("halden-visits", "1.2")
KEY = "13FD039B504F53AC"
DAY = dt.date(2026, 11, 22)


@pytest.fixture
def organisation(publisher):
    """Return a function that makes the organisation that trusts the publisher of the vectors."""

    def make(may_sign=("halden-*",), until=None, revoked=()):
        trusted = TrustedPublisher(
            name="Halden Council", key=publisher.public.line, may_sign=may_sign, until=until
        )
        return Organisation(publishers=(trusted,), revoked=revoked)

    return make


def test_a_known_key_loads(signed, organisation):
    """The name is the one that the organisation gave."""
    verdict = judge(signed, NAME, organisation(), DAY)
    assert (TrustState.KNOWN_KEY, "Halden Council", KEY) == (
        verdict.state,
        verdict.signer,
        verdict.key_id,
    )
    assert f"It is signed by Halden Council, with the key {KEY}." == verdict.sentence
    assert not verdict.never_loads
    assert not verdict.wants_choice


def test_an_unknown_key_counts_as_unsigned(signed):
    """Nothing can be checked with a key that nobody has; its id is told."""
    verdict = judge(signed, NAME, NOBODY, DAY)
    assert TrustState.OTHER_KEY is verdict.state
    assert f"key {KEY}, which your organisation does not know" in verdict.sentence
    assert "" == verdict.signer
    assert verdict.wants_choice


def test_a_publisher_signs_only_its_own_checklists(signed, organisation):
    """A good signature by the wrong publisher counts as unsigned."""
    verdict = judge(signed, NAME, organisation(may_sign=("visits",)), DAY)
    assert TrustState.OTHER_KEY is verdict.state
    assert "does not trust them for this checklist" in verdict.sentence
    assert "Halden Council" == verdict.signer
    assert verdict.wants_choice


def test_a_key_is_trusted_up_to_its_last_day(signed, organisation):
    """It is the day of loading that counts: a signature does not prove when it was made."""
    until = organisation(until=DAY)
    assert TrustState.KNOWN_KEY is judge(signed, NAME, until, DAY).state
    verdict = judge(signed, NAME, until, DAY + dt.timedelta(days=1))
    assert TrustState.OTHER_KEY is verdict.state
    assert "trusted that key only until 2026-11-22" in verdict.sentence


def test_an_unsigned_file_wants_a_choice(signed):
    """Nothing is known of it."""
    verdict = judge(replace(signed, signature=None), NAME, NOBODY, DAY)
    assert TrustState.UNSIGNED is verdict.state
    assert "nothing shows who wrote it" in verdict.sentence
    assert verdict.wants_choice
    assert not verdict.never_loads


@pytest.mark.parametrize("known", [True, False])
def test_a_revoked_key_never_loads(signed, organisation, known):
    """Whether its publisher is still named or not."""
    revoking = organisation(revoked=(KEY,)) if known else Organisation(revoked=(KEY,))
    verdict = judge(signed, NAME, revoking, DAY)
    assert TrustState.REVOKED is verdict.state
    assert f"key {KEY}, which your organisation has revoked" in verdict.sentence
    assert verdict.never_loads
    assert not verdict.wants_choice


def test_a_changed_byte_never_loads(signed, organisation):
    """The sentence says that something was changed, and what to do."""
    verdict = judge(replace(signed, data=signed.data + b"\n"), NAME, organisation(), DAY)
    assert TrustState.BAD is verdict.state
    assert "something in it was changed. Ask whoever publishes" in verdict.sentence
    assert verdict.never_loads


@pytest.mark.parametrize("known", [True, False])
def test_a_broken_signature_never_loads(signed, organisation, known):
    """It is worse than none: somebody cut it, or tried something."""
    broken = replace(signed, signature=signed.signature[:100])
    verdict = judge(broken, NAME, organisation() if known else NOBODY, DAY)
    assert TrustState.BAD is verdict.state
    assert verdict.never_loads


@pytest.mark.parametrize("name", [("halden-visits", "1.3"), ("visits", "1.2")])
@pytest.mark.parametrize("known", [True, False])
def test_a_signature_for_another_checklist_never_loads(signed, organisation, name, known):
    """The comment that was signed has to name this id and version."""
    verdict = judge(signed, name, organisation(("*",)) if known else NOBODY, DAY)
    assert TrustState.BAD is verdict.state
    assert "for another checklist, or another version" in verdict.sentence


def test_a_true_signature_with_another_comment_never_loads(signed, vector, publisher):
    """The tool signed it with a comment that names version 1.3."""
    key = vector("plain.pub").decode().split()[-1]
    other = TrustedPublisher(name="Other", key=key, may_sign=("*",))
    file = replace(signed, signature=vector("wrong-comment.minisig"))
    verdict = judge(file, NAME, Organisation(publishers=(other,)), DAY)
    assert TrustState.BAD is verdict.state
    good = replace(signed, signature=vector("plain.minisig"))
    assert TrustState.KNOWN_KEY is judge(good, NAME, Organisation(publishers=(other,)), DAY).state


def test_what_came_with_the_program_needs_no_signature():
    """It is trusted as the program is; what somebody put beside it is unsigned."""
    assert TrustState.SHIPPED is shipped(is_as_shipped=True).state
    assert not shipped(is_as_shipped=True).wants_choice
    assert TrustState.UNSIGNED is shipped(is_as_shipped=False).state


def test_going_back_is_a_warning_beside_the_verdict(signed, organisation):
    """It stops nothing."""
    verdict = judge(signed, NAME, organisation(), DAY).warned_of("1.2", "1.10")
    assert "Version 1.2 is older than version 1.10" in verdict.warning
    assert TrustState.KNOWN_KEY is verdict.state


def test_the_comment_names_id_and_version():
    """In the words that publishers sign."""
    assert "template halden-visits version 1.2" == trusted_comment(*NAME)
