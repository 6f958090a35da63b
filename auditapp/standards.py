# SPDX-License-Identifier: MPL-2.0
"""Put together the timescale rules in force: shipped rules, holidays, the council's numbers.

A signed audit keeps those that it was judged by, so that neither a newer program nor another number
in the settings ever changes what was signed.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from auditapp.checklist.models import Checklist
from auditapp.judgement.bank_holidays import load_working_days
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.local_standards import LocalStandards
from auditapp.judgement.timescale_rules import TimescaleRule, TimescaleRules, load_rules
from auditapp.judgement.working_days import WorkingDays
from auditapp.model.standards import SignedStandards


def load_standards(folder: Path, local: Mapping[str, Any] | None) -> Standards:
    """Read the rules in ``folder`` and lay the council's own choices over them."""
    rules, calendar = _read(folder)
    return Standards(rules.by_id, calendar, LocalStandards.from_settings(local))


def to_sign(standards: Standards, checklists: Iterable[Checklist]) -> SignedStandards:
    """Return what an audit of ``checklists`` keeps of ``standards`` when it is signed off."""
    timescales = (q.timescale for checklist in checklists for q in checklist.questions)
    named = {timescale.rule for timescale in timescales if timescale is not None}
    rules, local = standards.rules, standards.local.root
    return SignedStandards(
        rules=tuple(rules[rule_id].record() for rule_id in sorted(named & rules.keys())),
        local={rule_id: local[rule_id].record() for rule_id in sorted(named & local.keys())},
        days_off=standards.calendar.added,
        days_worked=standards.calendar.removed,
    )


def as_signed(signed: SignedStandards) -> Standards:
    """Return the standards that a signed audit keeps.

    Raises:
        pydantic.ValidationError: They are not in the form that this version knows.
    """
    rules = [TimescaleRule.model_validate(record) for record in signed.rules]
    return Standards(
        {rule.id: rule for rule in rules},
        WorkingDays(signed.days_off, signed.days_worked),
        LocalStandards.model_validate(signed.local),
    )


@lru_cache(maxsize=4)
def _read(folder: Path) -> tuple[TimescaleRules, WorkingDays]:
    """Read the two files once; they belong to the program and do not change while it runs."""
    rules, holidays = folder / "timescales.yaml", folder / "bank-holidays.yaml"
    return (
        load_rules(rules.read_bytes(), rules.name),
        load_working_days(holidays.read_bytes(), holidays.name),
    )
