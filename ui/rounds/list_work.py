# SPDX-License-Identifier: MPL-2.0
"""Read a list of cases away from the window: no widget is touched here."""

from dataclasses import dataclass
from pathlib import Path

from auditapp.caselist.columns import Columns, columns_like, propose_columns
from auditapp.caselist.delimited import read_pasted
from auditapp.caselist.reading import CaseListReading, read_cases
from auditapp.caselist.table import CaseTable
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


def take_list(workspace: Workspace, round_id: RoundId, make: MakeEdit, _job: Job) -> Round:
    """Keep a list in a round; return the round. Of thousands of cases that takes seconds."""
    return workspace.edit_round(round_id, make)


def _first_look(table: CaseTable, before: tuple[ColumnMatched, ...]) -> ListLook:
    columns = columns_like(table, before) if before else propose_columns(table)
    if columns.place_of(CaseField.REFERENCE) is None:
        return ListLook(table, columns, None)
    return ListLook(table, columns, read_cases(table, columns))
