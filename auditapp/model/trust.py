# SPDX-License-Identifier: MPL-2.0
"""Name what can be said of where a checklist comes from."""

from enum import StrEnum


class TrustState(StrEnum):
    """Say what vouches for a checklist; ``auditapp.checklist.trust.verdict`` finds it out.

    The first four can be pinned by an audit. A checklist in one of the others never loads.
    """

    SHIPPED = "shipped"
    KNOWN_KEY = "known_key"
    OTHER_KEY = "other_key"
    UNSIGNED = "unsigned"
    BAD = "bad"
    REVOKED = "revoked"
