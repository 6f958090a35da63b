# SPDX-License-Identifier: MPL-2.0
"""List what was changed to different things on two computers, or choose what stands."""

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from auditapp.commands.conventions import DONE, FAULTS, Say, WrongUseError
from auditapp.commands.report import find_audit
from auditapp.commands.unlocking import unlocked
from auditapp.i18n import _

if TYPE_CHECKING:
    from auditapp.exchange.incoming import RowVersions
    from auditapp.model.difference import Version
    from auditapp.model.ids import AuditId
    from auditapp.workspace import Workspace


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
        from auditapp.model.settling import AFTER  # noqa: PLC0415 - as above
        from auditapp.model.settling import settle as settling  # noqa: PLC0415 - as above

        row = find_audit(workspace.audits(), args.id)
        found = workspace.differences(row.id)
        if args.row is not None:
            table, key, chosen = _chosen(found, args.row, args.version)
            by = workspace.author_here(row.auditor)
            audit = workspace.open_audit(row.id)
            if table in AFTER:
                workspace.settle_follow_up(row.id, table, key, chosen.row, by)
            else:
                workspace.commit(row.id, settling(audit, table, key, chosen.row, by))
            found = workspace.differences(row.id)
        lines = _as_json(found) if args.json else list(_lines(workspace, row.id, found))
    for line in lines:
        say(line)
    return FAULTS if found else DONE


def _chosen(found: Sequence["RowVersions"], name: str, number: int) -> tuple[str, str, "Version"]:
    for each in found:
        if each.name == name and 0 < number <= len(each.versions):
            return each.table, each.key, each.versions[number - 1]
    raise WrongUseError(
        _("There is no version {number} of {row} to settle.").format(number=number, row=name),
        _("See the list: audit settle ID."),
    )


def _as_json(found: Sequence["RowVersions"]) -> list[str]:
    held = [
        {"row": each.name, "versions": [one.model_dump(mode="json") for one in each.versions]}
        for each in found
    ]
    return [json.dumps(held, indent=2)]


def _lines(
    workspace: "Workspace", audit_id: "AuditId", found: Sequence["RowVersions"]
) -> Iterator[str]:
    from auditapp.history.places import Places  # noqa: PLC0415 - loads pydantic
    from auditapp.history.row_changes import version_words  # noqa: PLC0415 - as above

    outline = workspace.outline(workspace.open_audit(audit_id))
    places = Places(outline, workspace.history(audit_id))
    for each in found:
        yield each.name
        for number, version in enumerate(each.versions, start=1):
            yield f"  {number}  {version_words(version, each.name, places)}"
    if not found:
        yield _("There is nothing to settle.")
