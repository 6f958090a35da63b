# SPDX-License-Identifier: MPL-2.0
"""Check, compare, show, import and export checklists, and print the schema of their format.

``run`` imports what needs pydantic and YAML, because every command is known at every start.
"""

import argparse
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp.commands import checklist_keys, checklist_spreadsheets
from auditapp.commands.checklist_list import list_checklists
from auditapp.commands.checklist_trust import ACTIONS, add_parsers, library_of
from auditapp.commands.conventions import (
    DONE,
    FAULTS,
    WRONG_USE,
    Say,
    Subparsers,
    WrongUseError,
    contents_of,
)
from auditapp.commands.terminal import complain
from auditapp.errors import ChecklistInvalidError, ChecklistNotFoundError, ChecklistRefusedError
from auditapp.i18n import _, ngettext
from auditapp.model.ids import ChecklistId
from auditapp.model.report_format import ReportFormat
from auditapp.paths import PROGRAM, AppPaths, find_paths

if TYPE_CHECKING:
    from auditapp.checklist.library import Library
    from auditapp.checklist.models import Checklist

CHECKLISTS = PROGRAM / "checklists"
OTHER_SCHEMAS = ("timescales/1", "bank-holidays/1", "local-names/1", "sources/1")
"""What the files beside the checklists say that they are."""


def add_parser(subparsers: Subparsers) -> None:
    """Add ``checklist`` and its own commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "checklist", help=_("check, compare, list, show, import or export checklists")
    )
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    _add_check(commands)
    _add_diff(commands)
    listing = commands.add_parser("list", help=_("list the checklists that there are"))
    listing.add_argument("--json", action="store_true", help=_("print JSON"))
    show = commands.add_parser("show", help=_("print the questions of a checklist"))
    show.add_argument("id", metavar="ID", help=_("the id of a checklist"))
    commands.add_parser("coverage", help=_("print which places of the sources are asked about"))
    checklist_keys.add_parsers(commands)
    add_parsers(commands)
    checklist_spreadsheets.add_actions(commands)
    commands.add_parser("schema", help=_("print the JSON Schema of the format, for editors"))


def _add_check(commands: Subparsers) -> None:
    check = commands.add_parser("check", help=_("list the faults of checklist files"))
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    check.add_argument(
        "--against",
        type=Path,
        metavar="OLD",
        help=_("the version before; say what is wrong with publishing FILE after it"),
    )


def _add_diff(commands: Subparsers) -> None:
    diff = commands.add_parser("diff", help=_("say what a version changes"))
    diff.add_argument("old", type=Path, metavar="OLD")
    diff.add_argument("new", type=Path, metavar="NEW")
    form = diff.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("print JSON"))
    form.add_argument(
        "-o",
        "--output",
        "--pdf",
        type=Path,
        metavar="FILE",
        help=_("write them as a paper to send round"),
    )
    diff.add_argument(
        "--format",
        choices=[*ReportFormat],
        help=_(
            "the kind of file, in which the name of FILE has to end; without it, that end says it"
        ),
    )
    diff.add_argument(
        "--force", action="store_true", help=_("replace the file if there is one already")
    )


def run(args: argparse.Namespace, say: Say, folder: Path = CHECKLISTS) -> int:
    """Do what ``args`` ask of the checklists in ``folder`` and of those that were loaded.

    Each line of output is handed to ``say``.

    Returns:
        0 when done, 1 when a checklist has faults, 2 when there is no such checklist or file.

    Raises:
        WrongUseError: There is no such checklist, or two are not versions of one.
        AuditAppError: A checklist has faults and cannot be shown, or a file cannot be imported or
            exported.
    """
    paths = replace(find_paths(args.home), checklists=folder)
    actions = {**ACTIONS, **checklist_keys.ACTIONS, **checklist_spreadsheets.ACTIONS}
    if args.action in actions:
        return actions[args.action](args, paths, say)
    if args.action in ("check", "diff"):
        return _check_or_compare(args, paths, say)
    if args.action == "list":
        return list_checklists(library_of(paths), paths, say, as_json=args.json)
    if args.action == "show":
        return _show(library_of(paths), ChecklistId(args.id), folder, say)
    if args.action == "coverage":
        return _coverage(library_of(paths), folder, say)
    from auditapp.checklist.schema import schema_text  # noqa: PLC0415 - loads pydantic

    say(schema_text().rstrip())
    return DONE


def _check_or_compare(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    if args.action == "check" and args.against is None:
        return _check(args.files, paths.checklists, say)
    # Not at the top, because it loads pydantic.
    from auditapp.commands import checklist_versions as versions  # noqa: PLC0415

    if args.action == "diff":
        if args.output is not None:
            return versions.print_diff(args, paths, say)
        return versions.say_diff(args.old, args.new, say, as_json=args.json)
    result = _check(args.files, paths.checklists, say)
    if result != DONE:
        return result
    return max(versions.check_against(args.against, file, say) for file in args.files)


def _check(files: Iterable[Path], folder: Path, say: Say) -> int:
    from auditapp.checklist.loading import checked_checklist  # noqa: PLC0415 - loads pydantic
    from auditapp.checklist.yaml_reader import MAX_BYTES  # noqa: PLC0415 - loads YAML
    from auditapp.standards import load_beside  # noqa: PLC0415 - loads pydantic

    result = DONE
    beside = load_beside(folder)
    for file in files:
        try:
            data = contents_of(file, MAX_BYTES)
            if _is_of_another_kind(data):
                say(_("{file}: not a checklist; nothing checked.").format(file=file))
                continue
            checklist = checked_checklist(data, str(file), beside)
        except WrongUseError as error:
            complain(f"{error} {error.remedy}")
            result = WRONG_USE
        except ChecklistInvalidError as error:
            for fault in error.faults:
                say(str(fault))
            result = max(result, FAULTS)
        else:
            say(_praise(file, checklist))
    return result


def _is_of_another_kind(data: bytes) -> bool:
    """Tell whether a file says that it is one of the program's that hold no checklist."""
    from auditapp.checklist.yaml_reader import read  # noqa: PLC0415 - loads YAML

    try:
        plain, _lines = read(data, "")
    except ChecklistInvalidError:
        return False
    return isinstance(plain, dict) and plain.get("schema") in OTHER_SCHEMAS


def _praise(file: Path, checklist: "Checklist") -> str:
    count = len(checklist.questions)
    words = ngettext(
        "{file}: no faults; {id} {version}, {count} question.",
        "{file}: no faults; {id} {version}, {count} questions.",
        count,
    )
    return words.format(file=file, id=checklist.id, version=checklist.version, count=count)


def _show(library: "Library", checklist_id: ChecklistId, folder: Path, say: Say) -> int:
    from auditapp.checklist.plain_text import checklist_lines  # noqa: PLC0415 - loads pydantic
    from auditapp.checklist.translations import as_read  # noqa: PLC0415 - loads pydantic
    from auditapp.standards import load_standards  # noqa: PLC0415 - loads pydantic

    try:
        loaded = library.load(checklist_id)
    except (ChecklistNotFoundError, ChecklistRefusedError) as error:
        known = ", ".join(header.id for header in library.headers())
        raise WrongUseError(str(error), _("There are: {known}.").format(known=known)) from None
    for line in checklist_lines(as_read(loaded.checklist, load_standards(folder).names)):
        say(line)
    return DONE


def _coverage(library: "Library", folder: Path, say: Say) -> int:
    """Print the page of the coverage; 1 when a place is lost."""
    from auditapp.checklist.coverage import coverage_of, coverage_page  # noqa: PLC0415 - pydantic
    from auditapp.standards import load_beside  # noqa: PLC0415 - loads pydantic

    ids = dict.fromkeys(header.id for header in library.headers())
    checklists = [library.load(checklist_id).checklist for checklist_id in ids]
    sources = load_beside(folder).sources
    if sources is None:
        return WRONG_USE
    coverage = coverage_of(checklists, sources)
    for line in coverage_page(coverage):
        say(line)
    lost = list(coverage.lost)
    for each in lost:
        say(_("Nobody asks about {place}.").format(place=each))
    return FAULTS if lost else DONE
