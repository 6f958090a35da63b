# SPDX-License-Identifier: MPL-2.0
"""Turn a round into the tables that its ledger keeps, and back.

As for audits, each table maps a key to a plain row, and one row is the smallest thing that is
written and recorded in the history.
"""

from collections.abc import Mapping, Sequence

from auditapp.model.case_listed import CaseListed, ErasedCase, Exclusion, ListRead
from auditapp.model.frozen import Frozen
from auditapp.model.ids import RoundId
from auditapp.model.records import Put, Record
from auditapp.model.round import Allocation, CaseProgress, Round, RoundAbout, RoundAuditor
from auditapp.model.sample_plan import (
    Draw,
    DrawnCase,
    Replacement,
    SamplePlan,
    Seed,
    TakenBackDraw,
)
from auditapp.model.tables import ONLY, Tables, TableSpec

ROUND_SPECS: Mapping[str, TableSpec] = {
    "about": TableSpec("about", RoundAbout, has_one_row=True),
    "seed": TableSpec("seed", Seed, has_one_row=True),
    "listed": TableSpec("listed", ListRead, has_one_row=True),
    "cases": TableSpec("cases", CaseListed),
    "exclusions": TableSpec("exclusions", Exclusion),
    "plan": TableSpec("plan", SamplePlan, has_one_row=True),
    "draw": TableSpec("draw", Draw, has_one_row=True),
    "drawn": TableSpec("drawn", DrawnCase),
    "replacements": TableSpec("replacements", Replacement),
    "taken_back": TableSpec("taken_back", TakenBackDraw),
    "auditors": TableSpec("auditors", RoundAuditor),
    "allocations": TableSpec("allocations", Allocation),
    "progress": TableSpec("progress", CaseProgress),
    "erased": TableSpec("erased", ErasedCase),
}


def round_to_puts(whole: Round) -> list[Put]:
    """Return the rows of a round, as for writing it for the first time."""
    return [
        Put(table, str(key), row.record())
        for table, spec in ROUND_SPECS.items()
        for key, row in rows_of(whole, spec).items()
    ]


def round_from_tables(round_id: RoundId, tables: Tables) -> Round:
    """Build the round that the tables of a ledger hold.

    Raises:
        pydantic.ValidationError: A row is not what its table should hold.
    """
    fields: dict[str, object] = {"id": round_id}
    for table, spec in ROUND_SPECS.items():
        rows = tables.get(table, {})
        if not spec.has_one_row:
            fields[spec.field] = rows
        elif ONLY in rows:
            fields[spec.field] = rows[ONLY]
    return Round.model_validate(fields)


def apply_to_round(whole: Round, puts: Sequence[Put]) -> Round:
    """Return the round with ``puts`` carried out; each table that they touch is copied once."""
    changed: dict[str, object] = {}
    for put in puts:
        spec = ROUND_SPECS[put.table]
        row = None if put.record is None else spec.model.model_validate(put.record)
        if spec.has_one_row:
            changed[spec.field] = row
            continue
        rows = changed.setdefault(spec.field, dict(getattr(whole, spec.field)))
        assert isinstance(rows, dict)  # noqa: S101 - a field never changes between one row and many
        if row is None:
            rows.pop(put.key, None)
        else:
            rows[put.key] = row
    return whole.model_copy(update=changed)


def round_row(whole: Round, table: str, key: str) -> Record | None:
    """Return one row as it stands in a round, None when there is none."""
    row = rows_of(whole, ROUND_SPECS[table]).get(key)
    return None if row is None else row.record()


def rows_of(whole: Round, spec: TableSpec) -> Mapping[str, Frozen]:
    """Return the rows of one table of a round, by their keys."""
    held = getattr(whole, spec.field)
    if not spec.has_one_row:
        return held  # type: ignore[no-any-return]  # the field of a table with many rows is a dict
    return {} if held is None else {ONLY: held}
