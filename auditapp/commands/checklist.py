# SPDX-License-Identifier: MPL-2.0
"""Check, list, show, import and export checklists, and print the schema of their format.

``run`` imports what needs pydantic and YAML, because every command is known at every start.
"""

import argparse
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditapp.commands import checklist_spreadsheets
from auditapp.errors import AuditAppError, ChecklistInvalidError
from auditapp.i18n import _, ngettext
from auditapp.model.ids import ChecklistId
from auditapp.paths import PROGRAM

if TYPE_CHECKING:
    from auditapp.checklist.library import Library
    from auditapp.checklist.loading import Rules
    from auditapp.checklist.models import Checklist

CHECKLISTS = PROGRAM / "checklists"
RULES_FILE = "timescales.yaml"
OTHER_SCHEMAS = ("timescales/1", "bank-holidays/1")
"""What the files beside the checklists say that they are."""

DONE, FAULTS, WRONG_USE = 0, 1, 2

Say = Callable[[str], object]
Subparsers = Any  # argparse does not publish the type of what add_subparsers returns


def add_parser(subparsers: Subparsers) -> None:
    """Add ``checklist`` and its own commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "checklist", help=_("check, list, show, import or export checklists")
    )
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = commands.add_parser("check", help=_("list the faults of checklist files"))
    check.add_argument("files", nargs="+", type=Path, metavar="FILE")
    listing = commands.add_parser("list", help=_("list the checklists that there are"))
    listing.add_argument("--json", action="store_true", help=_("print JSON"))
    show = commands.add_parser("show", help=_("print the questions of a checklist"))
    show.add_argument("id", metavar="ID", help=_("the id of a checklist"))
    checklist_spreadsheets.add_actions(commands)
    commands.add_parser("schema", help=_("print the JSON Schema of the format, for editors"))


def run(args: argparse.Namespace, say: Say, folder: Path = CHECKLISTS) -> int:
    """Do what ``args`` ask of the checklists in ``folder``; hand each line of output to ``say``.

    Returns:
        0 when done, 1 when a checklist has faults, 2 when there is no such checklist or file.

    Raises:
        AuditAppError: A file cannot be imported or exported.
    """
    from auditapp.checklist.library import Library  # noqa: PLC0415 - loads YAML

    library = Library([folder])
    if args.action == "import":
        return checklist_spreadsheets.import_form(args, say, _rules(folder))
    if args.action == "export":
        return checklist_spreadsheets.export_file(args, say, _rules(folder))
    if args.action == "check":
        return _check(args.files, folder, say)
    if args.action == "list":
        return _list(library, say, as_json=args.json)
    if args.action == "show":
        return _show(library, ChecklistId(args.id), say)
    from auditapp.checklist.schema import schema_text  # noqa: PLC0415 - loads pydantic

    say(schema_text().rstrip())
    return DONE


def _check(files: Iterable[Path], folder: Path, say: Say) -> int:
    from auditapp.checklist.loading import checked_checklist  # noqa: PLC0415 - loads pydantic

    result = DONE
    rules = _rules(folder)
    for file in files:
        try:
            data = file.read_bytes()
            if _is_of_another_kind(data):
                say(_("{file}: not a checklist; nothing checked.").format(file=file))
                continue
            checklist = checked_checklist(data, str(file), rules)
        except OSError as error:
            say(_("{file} cannot be opened: {reason}.").format(file=file, reason=error.strerror))
            result = WRONG_USE
        except ChecklistInvalidError as error:
            _say_faults(error, say)
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


def _rules(folder: Path) -> "Rules":
    """Return the timescale rules that checklists may name."""
    from auditapp.judgement.timescale_rules import load_rules  # noqa: PLC0415 - loads pydantic

    return load_rules((folder / RULES_FILE).read_bytes(), RULES_FILE).by_id


def _list(library: "Library", say: Say, *, as_json: bool) -> int:
    faults = [str(fault) for broken in library.broken() for fault in broken.faults]
    if as_json:
        keys = ("id", "version", "status", "title", "purpose")
        rows = [{key: getattr(each, key) for key in keys} for each in library.headers()]
        say(json.dumps({"checklists": rows, "faults": faults}, indent=2, ensure_ascii=False))
    else:
        for header in library.headers():
            say(f"{header.id} {header.version} ({header.status}) {header.title}")
        for fault in faults:
            say(fault)
    return FAULTS if faults else DONE


def _show(library: "Library", checklist_id: ChecklistId, say: Say) -> int:
    from auditapp.checklist.plain_text import checklist_lines  # noqa: PLC0415 - loads pydantic

    try:
        loaded = library.load(checklist_id)
    except ChecklistInvalidError as error:
        _say_faults(error, say)
        return FAULTS
    except AuditAppError as error:
        known = ", ".join(header.id for header in library.headers())
        say(_("{error} There are: {known}.").format(error=error, known=known))
        return WRONG_USE
    for line in checklist_lines(loaded.checklist):
        say(line)
    return DONE


def _say_faults(error: ChecklistInvalidError, say: Say) -> None:
    for fault in error.faults:
        say(str(fault))
