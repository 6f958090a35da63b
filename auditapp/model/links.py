# SPDX-License-Identifier: MPL-2.0
"""Define how an audit hangs together with a round and with other audits."""

from auditapp.model.frozen import Frozen
from auditapp.model.ids import AuditId, RoundId


class Links(Frozen):
    """Say what an audit belongs to. It is part of what is signed.

    Args:
        round: the round that the case file was drawn in.
        moderates: the audit whose grades this one checks, by grading the same file once more.
        re_audits: the earlier audit of the same case or worker that this one comes back to.
        is_independent: the auditor has no part in the work on this file, as the round saw to it.
    """

    round: RoundId | None = None
    moderates: AuditId | None = None
    re_audits: AuditId | None = None
    is_independent: bool = False
