# SPDX-License-Identifier: MPL-2.0
"""Let an old key vouch for a new one, and nothing else for any."""

import datetime as dt
from dataclasses import replace

import pytest

from auditapp.checklist.trust.minisign import PublicKey, SecretKey
from auditapp.checklist.trust.organisation import NOBODY, Organisation, TrustedPublisher
from auditapp.checklist.trust.rollover import accept_key, key_comment, sign_key
from auditapp.checklist.trust.signed_file import SignedFile
from auditapp.checklist.trust.verdict import judge
from auditapp.errors import SignatureError
from auditapp.model.trust import TrustState

OLD = SecretKey(b"\x01" * 8, b"s" * 32)
NEW = SecretKey(b"\x02" * 8, b"t" * 32)
CONTENTS = NEW.public.to_bytes()
DAY = dt.date(2026, 11, 22)


def file_of(comment=None, key=OLD, contents=CONTENTS):
    """Return the file of the new key, signed with a comment of one's choice."""
    comment = key_comment(NEW.public) if comment is None else comment
    return SignedFile("new.key.pub", contents, key.sign(contents, comment))


def publisher(key=OLD.public, **fields):
    """Return a publisher whom an organisation trusts."""
    return TrustedPublisher(**{"name": "Halden", "key": key.line, "may_sign": ["h-*"]} | fields)


def organisation(*publishers, revoked=()):
    """Return an organisation that trusts the old key."""
    return Organisation(publishers=publishers or (publisher(),), revoked=revoked)


def refusal(file, known=None, day=DAY):
    """Return the sentence with which a new key is refused, and what to do."""
    with pytest.raises(SignatureError) as caught:
        accept_key(file, known or organisation(), day)
    assert caught.value.remedy
    return str(caught.value)


def test_the_new_key_inherits_and_the_old_one_stays():
    """Name, checklists and last day are those of the old key; the new one stands after it."""
    old, other = publisher(until="2026-11-22"), publisher(PublicKey(b"3" * 8, b"u" * 32))
    known = organisation(old, other, revoked=("0000000000000ABC",))
    found = accept_key(SignedFile("new.key.pub", CONTENTS, sign_key(CONTENTS, OLD)), known, DAY)
    assert (old, NEW.public) == (found.old, found.new.public_key)
    assert old == found.new.model_copy(update={"key": old.key})
    changed = found.applied_to(known)
    assert (old, found.new, other) == changed.publishers
    assert known.revoked == changed.revoked


def test_the_comment_of_a_checklist_introduces_no_key():
    """Whoever signs the bytes of a key as if they were a checklist has pinned nothing."""
    assert "was not made to introduce" in refusal(file_of("template halden-visits version 1.0"))


def test_the_signature_of_a_key_passes_no_checklist(signed):
    """The comment is no checklist's, whatever the bytes are."""
    file = replace(signed, signature=OLD.sign(signed.data, key_comment(NEW.public)))
    verdict = judge(file, ("halden-visits", "1.2"), organisation(), DAY)
    assert TrustState.BAD is verdict.state


@pytest.mark.parametrize("comment", ["", "publisher key", "publisher key 0303030303030303"])
def test_the_comment_names_the_key(comment):
    """A signature for one key introduces no other."""
    assert "to introduce the key 0202020202020202" in refusal(file_of(comment))


def test_an_unsigned_key_is_refused():
    """It has to be compared and pinned by hand."""
    file = SignedFile("new.key.pub", CONTENTS)
    assert "There is no signature beside new.key.pub." == refusal(file)


def test_a_changed_key_is_refused():
    """By a single byte, in the comment of its file too."""
    file = file_of()
    assert "something in it was changed" in refusal(replace(file, data=CONTENTS + b"\n"))
    forged = SecretKey(NEW.key_id, b"x" * 32).public.to_bytes()
    assert "something in it was changed" in refusal(replace(file, data=forged))


@pytest.mark.parametrize("cut", [0, 40, 150])
def test_a_truncated_signature_is_refused(cut):
    """Nothing of it counts."""
    file = file_of()
    assert "signature file" in refusal(replace(file, signature=file.signature[:cut]))


def test_a_truncated_key_is_refused():
    """Even when it was signed so."""
    assert "not the public key of a publisher" in refusal(file_of(contents=CONTENTS[:-9]))


def test_a_forged_signature_is_refused():
    """One that claims the id of the old key."""
    forger = SecretKey(OLD.key_id, b"f" * 32)
    assert "something in it was changed" in refusal(file_of(key=forger))


def test_an_unknown_key_vouches_for_nobody():
    """Not in an organisation without a file either."""
    assert "0101010101010101, which your organisation does not know" in refusal(file_of(), NOBODY)


def test_a_revoked_key_vouches_for_nobody():
    """Whoever stole it must not be able to bring in another one."""
    known = organisation(revoked=(OLD.public.name,))
    assert "which your organisation has revoked" in refusal(file_of(), known)


def test_an_expired_key_vouches_for_nobody():
    """The last day is still one of trust."""
    known = organisation(publisher(until=DAY))
    assert accept_key(file_of(), known, DAY)
    words = refusal(file_of(), known, DAY + dt.timedelta(days=1))
    assert "which was trusted only until 2026-11-22" in words


def test_a_revoked_key_is_not_brought_back():
    """A new key may be revoked before it is pinned."""
    known = organisation(revoked=(NEW.public.name,))
    assert "The new key 0202020202020202 is one that" in refusal(file_of(), known)


def test_a_pinned_key_is_not_pinned_again():
    """And nobody is led to believe that something was done."""
    known = organisation(publisher(), publisher(NEW.public, name="Marl"))
    assert "is pinned already, for Marl." in refusal(file_of(), known)


def test_two_keys_with_one_id_are_an_alarm():
    """The id is what people compare."""
    other = SecretKey(NEW.key_id, b"y" * 32).public
    known = organisation(publisher(), publisher(other, name="Marl"))
    assert refusal(file_of(), known).startswith("Another key with the id 0202020202020202")
