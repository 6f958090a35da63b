# SPDX-License-Identifier: MPL-2.0
"""List what was changed to different things on two computers, or choose what stands."""

import argparse
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from auditapp.commands.conventions import DONE, FAULTS, Say, WrongUseError
from auditapp.commands.report import find_audit
from auditapp.commands.unlocking import unlocked
from auditapp.i18n import _

if TYPE_CHECKING:
    from auditapp.exchange.incoming import RowVersions
    from auditapp.model.difference import Version


def add_parser(commands: Any) -> None:  # noqa: ANN401 - argparse does not publish the type
    """Add ``settle`` to the commands of ``audit``."""
    settle = commands.add_parser(
        "settle", help=_("list what has two versions in an audit, or choose which one stands")
    )
    settle.add_argument("id", metavar="ID", help=_("an audit, or its case reference"))
    settle.add_argument("--row", metavar="ROW", help=_("what to settle, as the list names it"))
    settle.add_argument(
        "--version", type=int, metavar="NUMBER", help=_("the version that stands, as listed")
    )
    settle.add_argument("--json", action="store_true", help=_("print JSON"))


def settle(args: argparse.Namespace, say: Say) -> int:
    """Settle one row, if one is named, and list what is left.

    Returns:
        0 when nothing is left to settle, 1 otherwise.
    """
    if (args.row is None) is not (args.version is None):
        raise WrongUseError(
            _("Name both what to settle and the version that stands."),
            _("Add --row ROW and --version NUMBER."),
        )
    with unlocked(args.home) as workspace:
        from auditapp.model.edits import Author  # noqa: PLC0415 - loads pydantic
        from auditapp.model.settling import settle as settling  # noqa: PLC0415 - as above

        row = find_audit(workspace.audits(), args.id)
        found = workspace.differences(row.id)
        if args.row is not None:
            table, key, chosen = _chosen(found, args.row, args.version)
            by = Author(row.auditor, workspace.clock())
            audit = workspace.open_audit(row.id)
            workspace.commit(row.id, settling(audit, table, key, chosen.row, by))
            found = workspace.differences(row.id)
    _tell(found, say, as_json=args.json)
    return FAULTS if found else DONE


def _chosen(found: Sequence["RowVersions"], name: str, number: int) -> tuple[str, str, "Version"]:
    for each in found:
        if each.name == name and 0 < number <= len(each.versions):
            return each.table, each.key, each.versions[number - 1]
    raise WrongUseError(
        _("There is no version {number} of {row} to settle.").format(number=number, row=name),
        _("See the list: audit settle ID."),
    )


def _tell(found: Sequence["RowVersions"], say: Say, *, as_json: bool) -> None:
    from auditapp.history.field_words import plain_words  # noqa: PLC0415 - loads pydantic

    if as_json:
        held = [
            {"row": each.name, "versions": [one.model_dump(mode="json") for one in each.versions]}
            for each in found
        ]
        say(json.dumps(held, indent=2))
        return
    for each in found:
        say(each.name)
        for number, version in enumerate(each.versions, start=1):
            say(f"  {number}  {plain_words(version)}")
    if not found:
        say(_("There is nothing to settle."))
