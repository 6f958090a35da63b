# SPDX-License-Identifier: MPL-2.0
"""Put together the timescale rules in force: shipped rules, holidays, the council's numbers."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from auditapp.judgement.bank_holidays import load_working_days
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.local_standards import LocalStandards
from auditapp.judgement.timescale_rules import TimescaleRules, load_rules
from auditapp.judgement.working_days import WorkingDays


def load_standards(folder: Path, local: Mapping[str, Any] | None) -> Standards:
    """Read the rules in ``folder`` and lay the council's own choices over them."""
    rules, calendar = _read(folder)
    return Standards(rules.by_id, calendar, LocalStandards.from_settings(local))


@lru_cache(maxsize=4)
def _read(folder: Path) -> tuple[TimescaleRules, WorkingDays]:
    """Read the two files once; they belong to the program and do not change while it runs."""
    rules, holidays = folder / "timescales.yaml", folder / "bank-holidays.yaml"
    return (
        load_rules(rules.read_bytes(), rules.name),
        load_working_days(holidays.read_bytes(), holidays.name),
    )
