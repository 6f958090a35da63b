# SPDX-License-Identifier: MPL-2.0
"""Sign an audit, and try to change it behind the program's back."""

import pytest

from auditapp.model.records import Put
from auditapp.store.signed_lock import LockChange

AUDIT = "0123456789abcdef0123456789abcdef"
ROW = {"reference": "A-1"}
HEADER = {"id": AUDIT, "status": "signed_off"}
SIGNED = {
    "audit": {"1": HEADER},
    "answers": {"q1": {"value": "met"}},
    "sign_off": {"1": {"by": "R. Okafor"}},
}
OPENING = {"what": "amendment 1"}


@pytest.fixture
def signed(make_audit):
    """Return an audit that has been signed off."""
    audit = make_audit(q1="met")
    puts = [Put("audit", "1", HEADER), Put("sign_off", "1", {"by": "R. Okafor"})]
    audit.commit(puts, [{"what": "signed"}], replace_last=False, row=ROW, lock=LockChange.SIGN)
    return audit


@pytest.fixture
def amending(signed):
    """Return the same with an amendment open, in which an answer was changed."""
    puts = [Put("sign_off", "1", None), Put("amendment", "1", {"number": 1})]
    signed.commit(puts, [OPENING], replace_last=False, row=ROW, lock=LockChange.AMEND)
    put = Put("answers", "q1", {"value": "not met"})
    signed.commit([put], [{"what": "changed"}], replace_last=False, row=ROW)
    return signed


def commit(*puts, replace_last=False, lock=LockChange.NONE):
    """Return an attack by the way that the program takes itself."""

    def attack(audit):
        history = [{"what": "rewritten"}] if replace_last else []
        audit.commit(puts, history, replace_last=replace_last, row=ROW, lock=lock)

    return attack
