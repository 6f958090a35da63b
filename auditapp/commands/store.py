# SPDX-License-Identifier: MPL-2.0
"""Make a workspace from the command line, or check every audit in one.

``run`` imports what needs pydantic and cryptography, because every command is known at every start.
"""

import argparse
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from auditapp import settings as settings_file
from auditapp.commands.conventions import DONE, FAULTS, Say, Subparsers
from auditapp.commands.unlocking import new_passphrase, unlocked
from auditapp.errors import AuditAppError, StoreExistsError
from auditapp.i18n import _, ngettext
from auditapp.paths import AppPaths, find_paths
from auditapp.store_place_facts import place_warnings

if TYPE_CHECKING:
    from auditapp.model.audit import Audit
    from auditapp.model.history import HistoryEntry
    from auditapp.model.ids import AuditId
    from auditapp.workspace import Workspace


class PlaceRefusedError(AuditAppError):
    """Refuse to make a workspace where audits are not safe, unless that is wanted."""


def add_parser(subparsers: Subparsers) -> None:
    """Add ``store`` and its own commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "store", help=_("make the place where audits are kept, or check it")
    )
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    create = commands.add_parser("create", help=_("make an encrypted place for audits"))
    create.add_argument(
        "--accept-place",
        action="store_true",
        help=_("make it even on a network drive or in a synchronised folder"),
    )
    commands.add_parser("check", help=_("open every audit and its previous copy, to check them"))


def run(args: argparse.Namespace, say: Say) -> int:
    """Do what ``args`` ask and hand each line of output to ``say``.

    Returns:
        0 when done, 1 when something in the workspace is not as it should be.

    Raises:
        AuditAppError: It cannot be made there, or cannot be unlocked.
    """
    if args.action == "create":
        return _create(args.home, say, accepts_place=args.accept_place)
    with unlocked(args.home) as workspace:
        return _check(workspace, say)


def _create(home: Path | None, say: Say, *, accepts_place: bool) -> int:
    from auditapp.workspace import Workspace  # noqa: PLC0415 - loads pydantic and cryptography

    paths = find_paths(home)
    if paths.has_store:  # before anybody thinks up a passphrase
        raise StoreExistsError(
            _("There are audits in {folder} already.").format(folder=paths.home),
            _("Give another folder: --home, before the command."),
        )
    for warning in place_warnings(paths.store):
        if warning.is_grave and not accepts_place:
            raise PlaceRefusedError(
                f"{warning.title}.",
                _("{advice} To keep them there all the same, give --accept-place.").format(
                    advice=warning.text
                ),
            )
        say(f"{warning.title}. {warning.text}")
    passphrase = new_passphrase(_name_in_settings(paths, say))
    workspace, recovery_key = Workspace.create(paths, passphrase)
    with closing(workspace):
        say(_("The audits will be kept, encrypted, in {folder}.").format(folder=paths.home))
        say(_("Recovery key: {key}").format(key=recovery_key))
        say(_("Write it down now and lock it away, because it is shown this once."))
        say(_("It opens the audits when the passphrase is forgotten; nothing else can."))
    return DONE


def _name_in_settings(paths: AppPaths, say: Say) -> str:
    try:
        return settings_file.load(paths.settings).auditor
    except settings_file.SettingsDamagedError as error:
        say(f"{error} {error.remedy}")
        return ""


def _check(workspace: "Workspace", say: Say) -> int:
    rows = workspace.audits()
    faults: list[str] = []
    for row in rows:
        name, found = f"{row.case_reference} ({row.id})", list(_faults(workspace, row.id))
        faults += [f"{name}: {fault}" for fault in found]
        note = None if found else _note_on_copy(workspace, row.id)
        if note is not None:
            say(f"{name}: {note}")
    faults += workspace.logbook_faults()
    faults += workspace.problems  # now, because opening the audits may have added some
    for fault in faults:
        say(fault)
    for warning in workspace.place_warnings():  # the folder is in danger, but nothing in it broken
        say(f"{warning.title}. {warning.text}")
    words = ngettext("{count} audit was checked.", "{count} audits were checked.", len(rows))
    verdict = _("Not everything is as it should be.") if faults else _("All is well.")
    say(f"{words.format(count=len(rows))} {verdict}")
    return FAULTS if faults else DONE


def _faults(workspace: "Workspace", audit_id: "AuditId") -> Iterator[str]:
    """Yield what is wrong with one audit. Opening it checks its seal."""
    from auditapp.model.chain import first_fault  # noqa: PLC0415 - loads pydantic

    try:
        audit, history = workspace.open_audit(audit_id), workspace.history(audit_id)
        workspace.close_audit(audit_id)
    except AuditAppError as error:
        yield f"{error} {error.remedy}".rstrip()
        return
    number = first_fault(history)
    if number is not None:
        yield _("Line {number} of the history is not what was written.").format(number=number)
    if not _is_as_signed(audit, history):
        yield _("It is not what was signed off.")


def _note_on_copy(workspace: "Workspace", audit_id: "AuditId") -> str | None:
    """Say if a whole audit has nothing to fall back on: that is no fault, and mends itself."""
    try:
        is_damaged = workspace.has_damaged_copy(audit_id)
    except AuditAppError:
        is_damaged = True
    if not is_damaged:
        return None
    return _(
        "The audit is whole, but the copy saved before the last change cannot be read. "
        "The next change puts a good one in its place."
    )


def _is_as_signed(audit: "Audit", history: list["HistoryEntry"]) -> bool:
    """Tell whether an audit that was signed off still says what was signed."""
    from auditapp.model.history import HistoryKind  # noqa: PLC0415 - loads pydantic
    from auditapp.model.tables import content_hash  # noqa: PLC0415 - loads pydantic

    signed = audit.sign_off
    if signed is None:
        return audit.is_draft
    heads = [entry.previous for entry in history if entry.kind is HistoryKind.SIGNED_OFF]
    is_in_history = signed.history_head in heads
    return is_in_history and content_hash(audit, signed.history_head) == signed.content_hash
