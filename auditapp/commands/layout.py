# SPDX-License-Identifier: MPL-2.0
"""Check, use and show layouts of reports from the command line.

``run`` imports what needs pydantic, because every command is known at every start.
"""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.commands.conventions import DONE, FAULTS, Say, Subparsers, require_readable
from auditapp.commands.unlocking import unlocked
from auditapp.errors import LayoutInvalidError
from auditapp.i18n import _, ngettext

if TYPE_CHECKING:
    from auditapp.operations.layout import LayoutFacts


def add_parser(subparsers: Subparsers) -> None:
    """Add ``layout`` and what it can do."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "layout", help=_("choose what reports look like: logo, colour, parts and headings")
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    check = actions.add_parser("check", help=_("list the faults of a layout file"))
    use = actions.add_parser("use", help=_("make all reports with a layout from now on"))
    for each in (check, use):
        each.add_argument("file", type=Path, metavar="FILE", help=_("the file of the layout"))
    actions.add_parser("reset", help=_("go back to the layout that came with the program"))
    actions.add_parser("show", help=_("say which layout is in use, and what it says"))
    actions.add_parser("schema", help=_("print the JSON Schema of layout files, for editors"))


def run(args: argparse.Namespace, say: Say) -> int:
    """Carry out the action in ``args``, and hand each line of output to ``say``.

    Returns:
        0 when done, 1 when the file has faults; they are listed.

    Raises:
        WrongUseError: The file cannot be opened.
        AuditAppError: The workspace cannot be opened, or the layout not be saved.
    """
    return _ACTIONS[args.action](args, say)


def _check(args: argparse.Namespace, say: Say) -> int:
    from auditapp.exports.layouts import LayoutSource  # noqa: PLC0415 - loads pydantic

    require_readable(args.file)
    try:
        LayoutSource.read(args.file)
    except LayoutInvalidError as error:
        for fault in error.faults:
            say(str(fault))
        return FAULTS
    say(_("{file} has no faults.").format(file=args.file.name))
    return DONE


def _use(args: argparse.Namespace, say: Say) -> int:
    require_readable(args.file)
    with unlocked(args.home) as workspace:
        read = workspace.read_layout(args.file)
        workspace.use_layout(read)
        say(_("Reports are made with {file} from now on.").format(file=args.file.name))
        for line in _lines(read.facts):
            say(line)
    return DONE


def _reset(args: argparse.Namespace, say: Say) -> int:
    with unlocked(args.home) as workspace:
        workspace.use_shipped_layout()
    say(_("Reports are made with the layout that came with the program from now on."))
    return DONE


def _show(args: argparse.Namespace, say: Say) -> int:
    with unlocked(args.home) as workspace:
        facts, text = workspace.layout_facts(), workspace.layout_text()
    if facts.problem:
        say(facts.problem)
    if facts.name is None:
        say(_("Reports are made with the layout that came with the program."))
    else:
        say(_("Reports are made with {file}.").format(file=facts.name))
    for line in (*_lines(facts), _("It says:"), *text.splitlines()):
        say(line)
    return DONE


def _schema(_args: argparse.Namespace, say: Say) -> int:
    from auditapp.report.layouts.layout_file import schema_text  # noqa: PLC0415 - loads pydantic

    say(schema_text().rstrip())
    return DONE


def _lines(facts: "LayoutFacts") -> Iterator[str]:
    """Yield what a layout says that a person should know before the next report."""
    if facts.organisation is not None:
        yield _("Organisation: {name}").format(name=facts.organisation)
    if facts.marking is not None:
        yield _("Marking: {marking}").format(marking=facts.marking or _("none"))
    if facts.left_out:
        words = ngettext(
            "It leaves out {count} part of the report of an audit. The report says so.",
            "It leaves out {count} parts of the report of an audit. The report says so.",
            facts.left_out,
        )
        yield words.format(count=facts.left_out)


_ACTIONS: Final[dict[str, Callable[[argparse.Namespace, Say], int]]] = {
    "check": _check,
    "use": _use,
    "reset": _reset,
    "show": _show,
    "schema": _schema,
}
