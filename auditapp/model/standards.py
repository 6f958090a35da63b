# SPDX-License-Identifier: MPL-2.0
"""Define what an audit keeps of the rules and names that were in force when it was signed."""

import datetime as dt
from typing import ClassVar

from auditapp.model.frozen import Frozen
from auditapp.model.ids import RuleId
from auditapp.model.records import Record


class SignedStandards(Frozen):
    """Hold the rules that the audit's checklists name, as they were in force at the sign-off.

    Rules and the council's choices are plain rows here; ``auditapp.standards`` makes and reads
    them. ``days_off`` and ``days_worked`` are the exceptions to the yearly bank holidays. ``names``
    are the council's own for meetings, papers and tools; empty in audits of version 0.1.
    """

    LATER: ClassVar = frozenset({"names"})

    rules: tuple[Record, ...]
    local: dict[RuleId, Record]
    days_off: tuple[dt.date, ...]
    days_worked: tuple[dt.date, ...]
    names: dict[str, str] = {}
