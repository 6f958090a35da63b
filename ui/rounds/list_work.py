# SPDX-License-Identifier: MPL-2.0
"""Read a list of cases away from the window: no widget is touched here."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditapp.caselist.columns import Columns, columns_like, is_personal, propose_columns
from auditapp.caselist.delimited import read_pasted
from auditapp.caselist.reading import CaseListReading, read_cases
from auditapp.caselist.table import CaseTable, TableKind, TableRow
from auditapp.model.case_listed import ColumnMatched
from auditapp.model.ids import RoundId
from auditapp.model.round import Round
from auditapp.model.round_kinds import CaseField
from auditapp.operations.rounds import MakeEdit
from auditapp.workspace import Workspace
from ui.jobs import Job


@dataclass(frozen=True, slots=True)
class ListLook:
    """Hold a list as it came in, what its columns are taken for, and what that makes of it.

    ``reading`` is None while nobody has said which column holds the references.
    """

    table: CaseTable
    columns: Columns
    reading: CaseListReading | None
    accepted: frozenset[int] = frozenset()


def look_at_file(
    workspace: Workspace, path: Path, before: tuple[ColumnMatched, ...], _job: Job
) -> ListLook:
    """Read a file; its columns are what they were in the list before, if they have its headings."""
    return _first_look(workspace.read_case_list(path), before)


def look_at_pasted(text: str, before: tuple[ColumnMatched, ...], _job: Job) -> ListLook:
    """Read what was pasted, likewise."""
    return _first_look(read_pasted(text), before)


def look_again(table: CaseTable, columns: Columns, accepted: frozenset[int], _job: Job) -> ListLook:
    """Read the rows of a list again, with other columns or rows that were looked at."""
    if columns.place_of(CaseField.REFERENCE) is None:
        return ListLook(table, columns, None, accepted)
    return ListLook(table, columns, read_cases(table, columns, accepted), accepted)


def kept_look(look: ListLook) -> dict[str, Any]:
    """Return a list that was not taken yet as JSON can hold it, until the window is unlocked.

    Of columns that identify people, and that nobody matched all the same, only the heading is kept.
    """
    table, columns = look.table, look.columns
    unkept = {
        place
        for place, each in enumerate(columns.matched)
        if each.field is None and is_personal(each.heading)
    }
    rows = [
        (row.number, ["" if n in unkept else cell for n, cell in enumerate(row.cells)])
        for place, row in enumerate(table.rows)
        if place != columns.header
    ]
    header = None if columns.header is None else table.rows[columns.header]
    return {
        "kind": table.kind.value,
        "rows": rows,
        "header": None if header is None else (columns.header, header.number, header.cells),
        "blank_rows": table.blank_rows,
        "uncalculated": sorted(table.uncalculated),
        "notes": table.notes,
        "matched": [each.record() for each in columns.matched],
        "accepted": sorted(look.accepted),
    }


def look_kept(kept: Mapping[str, Any], job: Job) -> ListLook:
    """Look again at what `kept_look` returned."""
    rows = [TableRow(number, tuple(cells)) for number, cells in kept["rows"]]
    place = None
    if kept["header"] is not None:
        place, number, cells = kept["header"]
        rows.insert(place, TableRow(number, tuple(cells)))
    table = CaseTable(
        kind=TableKind(kept["kind"]),
        rows=tuple(rows),
        blank_rows=kept["blank_rows"],
        uncalculated=frozenset((row, column) for row, column in kept["uncalculated"]),
        notes=tuple(kept["notes"]),
    )
    matched = tuple(ColumnMatched.model_validate(each) for each in kept["matched"])
    return look_again(table, Columns(place, matched), frozenset(kept["accepted"]), job)


def take_list(workspace: Workspace, round_id: RoundId, make: MakeEdit, _job: Job) -> Round:
    """Keep a list in a round; return the round. Of thousands of cases that takes seconds."""
    return workspace.edit_round(round_id, make)


def _first_look(table: CaseTable, before: tuple[ColumnMatched, ...]) -> ListLook:
    columns = columns_like(table, before) if before else propose_columns(table)
    if columns.place_of(CaseField.REFERENCE) is None:
        return ListLook(table, columns, None)
    return ListLook(table, columns, read_cases(table, columns))
