# SPDX-License-Identifier: MPL-2.0
"""Draw a sample from a list of cases from the command line, without any audits."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.commands.conventions import (
    DONE,
    FAULTS,
    Say,
    Subparsers,
    WrongUseError,
    require_readable,
)
from auditapp.i18n import _

if TYPE_CHECKING:  # loads pydantic
    from auditapp.caselist.columns import Columns
    from auditapp.caselist.table import CaseTable
    from auditapp.insight.sampling import Cases
    from auditapp.model.round import Round
    from auditapp.model.sample_plan import SamplePlan


def add_draw_parser(commands: Subparsers) -> None:
    """Add ``round draw``."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "draw", help=_("draw a sample from a list; the same list and seed give the same cases")
    )
    parser.add_argument(
        "--list", type=Path, required=True, metavar="FILE", help=_("a list of cases, CSV or XLSX")
    )
    parser.add_argument("--seed", required=True, help=_("what the draw starts from"))
    _add_size(parser)
    parser.add_argument(
        "--by",
        action="append",
        default=[],
        metavar="COLUMN",
        help=_("spread it over what this column says; may be given several times"),
    )
    parser.add_argument(
        "--least", type=int, default=0, metavar="N", help=_("at least so many of each group")
    )


def _add_size(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say how many cases are drawn: one way of the four."""
    size = parser.add_mutually_exclusive_group(required=True)
    size.add_argument("--size", type=int, metavar="N", help=_("so many cases"))
    size.add_argument(
        "--margin",
        type=float,
        metavar="PERCENT",
        help=_("so many that a share is known to within this, either way"),
    )
    size.add_argument(
        "--dip",
        type=float,
        metavar="PERCENT",
        help=_("so many that one bad file shows, if this many in 100 are bad"),
    )
    size.add_argument("--all", action="store_true", help=_("every case"))
    parser.add_argument(
        "--confidence",
        type=float,
        default=95,
        metavar="PERCENT",
        help=_("how sure; 95 if not said"),
    )


def draw(args: argparse.Namespace, say: Say) -> int:
    """Draw, and say which cases: one a line, so that other programs can read it.

    Returns:
        0 when done, 1 when rows of the list have to be looked at first: they are named.

    Raises:
        WrongUseError: The sizes make no sense, the list cannot be opened, or has no such column,
            or none that is known to hold the references.
        AuditAppError: The list cannot be read, or gives no such sample.
    """
    from auditapp.caselist.columns import propose_columns  # noqa: PLC0415 - loads pydantic
    from auditapp.caselist.files import read_list_file  # noqa: PLC0415 - as above
    from auditapp.caselist.reading import FaultKind, read_cases  # noqa: PLC0415 - as above
    from auditapp.insight.sampling import draw_sample  # noqa: PLC0415 - as above

    require_readable(args.list)
    table = read_list_file(args.list)
    columns = propose_columns(table)
    names = []
    for name in args.by:
        columns, found = _column_named(columns, name)
        names.append(found)
    _require_references(columns)
    plan = _plan(args, tuple(names))
    reading = read_cases(table, columns)
    wrong = [fault for fault in reading.faults if fault.kind is not FaultKind.LESS]
    if wrong:
        for fault in wrong:
            say(_("Row {row}: {words}").format(row=fault.row, words=fault.sentence))
        return FAULTS
    for case in draw_sample(reading.cases, (), plan, args.seed).drawn:
        say(case)
    return DONE


def read_listed(path: Path, whole: "Round") -> "Cases":
    """Return the cases of a list as a round read it: by the columns that it took.

    Rows that were held back and are in the round were looked at then.

    Raises:
        WrongUseError: No column is known to hold the references.
        AuditAppError: The list cannot be read.
    """
    from auditapp.caselist.columns import columns_again  # noqa: PLC0415 - loads pydantic
    from auditapp.caselist.files import read_list_file  # noqa: PLC0415 - as above
    from auditapp.caselist.reading import read_cases  # noqa: PLC0415 - as above

    table = read_list_file(path)
    columns = columns_again(table, whole.listed.columns if whole.listed else ())
    _require_references(columns)
    every = read_cases(table, columns, _numbers(table))
    first = read_cases(table, columns)
    held_back = every.cases.keys() - first.cases.keys()
    return {
        case: row
        for case, row in every.cases.items()
        if case not in held_back or case in whole.cases
    }


def _numbers(table: "CaseTable") -> frozenset[int]:
    return frozenset(row.number for row in table.rows)


def _require_references(columns: "Columns") -> None:
    """Refuse a list of which nobody can say, at a command line, which column has the references.

    Raises:
        WrongUseError: None of its headings is known for that.
    """
    from auditapp.caselist.columns import known_headings  # noqa: PLC0415 - loads pydantic
    from auditapp.model.round_kinds import CaseField  # noqa: PLC0415 - as above

    if columns.place_of(CaseField.REFERENCE) is None:
        raise WrongUseError(
            _("No heading of the list says which column has the case references."),
            _("Head that column with one of these: {names}.").format(
                names=", ".join(known_headings(CaseField.REFERENCE))
            ),
        )


def _column_named(columns: "Columns", name: str) -> tuple["Columns", str]:
    """Return the columns with the one that was named kept, and what a plan calls it."""
    from auditapp.model.case_listed import STRATUM_FIELDS  # noqa: PLC0415 - loads pydantic
    from auditapp.model.round_kinds import CaseField  # noqa: PLC0415 - as above

    for place, each in enumerate(columns.matched):
        if name.casefold() not in (each.heading.casefold(), each.field):
            continue
        if each.field in STRATUM_FIELDS and each.field is not None:
            return columns, each.field.value
        return columns.with_field(place, CaseField.FACT), each.heading
    raise WrongUseError(
        _("The list has no column {name}.").format(name=name),
        _("Its columns are: {names}.").format(names=", ".join(e.heading for e in columns.matched)),
    )


def _plan(args: argparse.Namespace, names: tuple[str, ...]) -> "SamplePlan":
    from pydantic import ValidationError  # noqa: PLC0415 - loads pydantic

    from auditapp.model.round_kinds import SampleMethod  # noqa: PLC0415 - as above
    from auditapp.model.sample_plan import SamplePlan  # noqa: PLC0415 - as above

    given = {
        SampleMethod.SIZE: args.size,
        SampleMethod.MARGIN: args.margin,
        SampleMethod.DIP: args.dip,
    }
    method = next((each for each, value in given.items() if value is not None), SampleMethod.ALL)
    try:
        return SamplePlan(
            method=method,
            size=args.size,
            margin=None if args.margin is None else args.margin / 100,
            share_bad=None if args.dip is None else args.dip / 100,
            confidence=args.confidence / 100,
            strata_by=names,
            least_each=args.least,
        )
    except ValidationError:
        raise WrongUseError(
            _("A size is 1 or more, and a figure in 100 is between 0 and 100."),
            _("Type another one."),
        ) from None
