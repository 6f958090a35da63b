# SPDX-License-Identifier: MPL-2.0
"""Import checklists from spreadsheets and export them, for ``auditapp.commands.checklist``.

The functions import what needs pydantic, YAML and openpyxl, because every command is known at every
start.
"""

import argparse
from pathlib import Path
from types import MappingProxyType
from typing import Final

from auditapp.commands.conventions import (
    DONE,
    Say,
    Subparsers,
    add_output,
    contents_of,
    require_place,
    save_file,
)
from auditapp.commands.places import require_elsewhere
from auditapp.i18n import _, ngettext
from auditapp.paths import AppPaths


def add_actions(commands: Subparsers) -> None:
    """Add ``import`` and ``export``."""
    importing = commands.add_parser(
        "import", help=_("make a checklist of a spreadsheet in the XLSForm layout")
    )
    importing.add_argument("form", type=Path, metavar="FORM.xlsx")
    add_output(importing, "OUT.yaml")
    importing.add_argument("--json", action="store_true", help=_("print the report as JSON"))
    exporting = commands.add_parser(
        "export", help=_("write a checklist as a spreadsheet in the XLSForm layout")
    )
    exporting.add_argument("file", type=Path, metavar="FILE", help=_("the file of a checklist"))
    add_output(exporting, "FORM.xlsx")


def import_form(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Write the checklist in a spreadsheet, and say what became of every row and cell.

    Returns:
        0 when done.

    Raises:
        WrongUseError: A file cannot be opened, or may not be written.
        AuditAppError: No checklist can be made of the spreadsheet, or it cannot be saved.
    """
    from auditapp.checklist.xlsform.importing import import_workbook  # noqa: PLC0415 - see above
    from auditapp.checklist.xlsform.inspection import MAX_BYTES  # noqa: PLC0415 - see above
    from auditapp.standards import load_beside  # noqa: PLC0415 - see above

    require_place(args.output, may_replace=args.force, endings=[".yaml", ".yml"])
    require_elsewhere(paths, args.output)
    data = contents_of(args.form, MAX_BYTES)
    imported = import_workbook(data, args.form.name, load_beside(paths.checklists))
    save_file(args.output, imported.data)
    if args.json:
        say(imported.report.json_text())
        return DONE
    for line in imported.report.plain_lines():
        say(line)
    count = len(imported.checklist.questions)
    words = ngettext("{file}: {id}, {count} question.", "{file}: {id}, {count} questions.", count)
    say(words.format(file=args.output, id=imported.checklist.id, count=count))
    return DONE


def export_file(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Write a checklist as a spreadsheet.

    Returns:
        0 when done.

    Raises:
        WrongUseError: A file cannot be opened, or may not be written.
        AuditAppError: The checklist has faults, or cannot stand in a spreadsheet unchanged.
    """
    from auditapp.checklist.loading import checked_checklist  # noqa: PLC0415 - see above
    from auditapp.checklist.xlsform.exporting import export_workbook  # noqa: PLC0415 - see above
    from auditapp.checklist.yaml_reader import MAX_BYTES  # noqa: PLC0415 - see above
    from auditapp.standards import load_beside  # noqa: PLC0415 - see above

    require_place(args.output, may_replace=args.force, endings=[".xlsx"])
    require_elsewhere(paths, args.output)
    checklist = checked_checklist(
        contents_of(args.file, MAX_BYTES), str(args.file), load_beside(paths.checklists)
    )
    save_file(args.output, export_workbook(checklist))
    say(
        _("{id} {version} is in {file}.").format(
            id=checklist.id, version=checklist.version, file=args.output
        )
    )
    return DONE


ACTIONS: Final = MappingProxyType({"import": import_form, "export": export_file})
"""Each takes the arguments, the folders to use, and what to hand lines of output to."""
