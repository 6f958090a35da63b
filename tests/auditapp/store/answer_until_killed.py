# SPDX-License-Identifier: MPL-2.0
"""Answer questions until killed, and say on standard output what has been acknowledged."""

import sys
from itertools import count
from pathlib import Path

from auditapp.model.records import Put
from auditapp.store.keys import Argon2Strength
from auditapp.store.repository import AuditRepository
from auditapp.store.vault import Vault

QUESTIONS = 20


def answer_until_killed(root, audit_id, first):
    """Commit an answer and its history entry together, with numbers that go up from ``first``."""
    vault = Vault.unlock(Path(root), "open sesame", Argon2Strength(8, 1, 1))
    audit = AuditRepository(vault).open(audit_id)
    for number in count(int(first)):
        # Shorter after longer: what an overwriting store would end in the middle of.
        record = {"number": number, "note": "x" * (number * 977 % 3000)}
        put = Put("answers", f"q{number % QUESTIONS}", record)
        row = {"reference": f"A-{number // 10}"}
        audit.commit([put], [{"number": number}], replace_last=False, row=row)
        print(number, flush=True)


if __name__ == "__main__":
    answer_until_killed(*sys.argv[1:])
