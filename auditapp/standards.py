# SPDX-License-Identifier: MPL-2.0
"""Put together what is in force: timescale rules, holidays, the council's own numbers and names.

A signed audit keeps what it was judged by and what its auditor read, so that neither a newer
program nor another choice in the settings ever changes what was signed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from auditapp.checklist.beside import Beside
from auditapp.checklist.local_names import LocalName, Names, load_local_names, names_in_use
from auditapp.checklist.models import Checklist
from auditapp.checklist.sources import load_sources
from auditapp.checklist.suggestions import suggestion
from auditapp.i18n import _
from auditapp.judgement.bank_holidays import load_working_days
from auditapp.judgement.case_facts import Standards
from auditapp.judgement.local_standards import LocalStandards
from auditapp.judgement.timescale_rules import Standard, TimescaleRule, TimescaleRules, load_rules
from auditapp.judgement.working_days import WorkingDays
from auditapp.model.standards import SignedStandards

RULES: Final = "timescales.yaml"
BANK_HOLIDAYS: Final = "bank-holidays.yaml"
LOCAL_NAMES: Final = "local-names.yaml"
SOURCES: Final = "sources.yaml"


class _Files(NamedTuple):
    """Hold what the three files of standards say."""

    rules: TimescaleRules
    calendar: WorkingDays
    names: Sequence[LocalName]


def load_standards(
    folder: Path, local: Mapping[str, Any] | None = None, names: Names | None = None
) -> Standards:
    """Read what is in ``folder`` and lay the council's own choices over it.

    Args:
        folder: where the checklists and the files beside them are.
        local: the council's choices for timescales, by rule.
        names: the council's own names, by placeholder.
    """
    rules, calendar, known = _read(folder)
    return Standards(
        rules.by_id, calendar, LocalStandards.from_settings(local), names_in_use(known, names or {})
    )


def load_beside(folder: Path) -> Beside:
    """Return what the checklists in ``folder`` may name."""
    sources = folder / SOURCES
    files = _read(folder)
    return Beside(
        files.rules.by_id,
        {each.id for each in files.names},
        load_sources(sources.read_bytes(), sources.name),
    )


def local_names(folder: Path) -> Sequence[LocalName]:
    """Return the names that a council may set, in the order of their file."""
    return _read(folder).names


def timescale_groups(folder: Path) -> Sequence[tuple[str, Sequence[TimescaleRule]]]:
    """Return all timescale rules under the headings of their file, in its order."""
    rules = _read(folder).rules
    by_id = rules.by_id
    return [(group.title, [by_id[rule_id] for rule_id in group.rules]) for group in rules.groups]


def settled_in_vain(folder: Path, settled: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each timescale and name that an organisation settles and cannot.

    It may be mistyped, or of another version of the program: then others on the computer need the
    rest of the file all the same, so it is no fault.
    """
    rules, _calendar, names = _read(folder)
    known = {"local_standards": rules.by_id.keys(), "local_names": {each.id for each in names}}
    for key, ids in known.items():
        for each in sorted(settled.get(key, {}).keys() - ids):
            yield _(
                "The organisation settles '{name}' under {key}. This version of the program does "
                "not know it, so that changes nothing. {suggestion}"
            ).format(name=each, key=key, suggestion=suggestion(each, ids))
    for each in sorted(settled.get("local_standards", {}).keys() & rules.by_id.keys()):
        if rules.by_id[each].standard is Standard.NATIONAL:
            yield _(
                "The organisation settles '{name}' under local_standards. It is a timescale of law "
                "or national guidance, and stays as it is."
            ).format(name=each)


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
        names=dict(standards.names),
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
        signed.names,
    )


@lru_cache(maxsize=4)
def _read(folder: Path) -> _Files:
    """Read the files once; they belong to the program and do not change while it runs."""
    rules, holidays, names = (folder / name for name in (RULES, BANK_HOLIDAYS, LOCAL_NAMES))
    return _Files(
        load_rules(rules.read_bytes(), rules.name),
        load_working_days(holidays.read_bytes(), holidays.name),
        load_local_names(names.read_bytes(), names.name),
    )
