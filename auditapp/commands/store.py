# SPDX-License-Identifier: MPL-2.0
"""Make a workspace from the command line, and gather what else can be done with one.

``run`` imports what needs pydantic and cryptography, because every command is known at every start.
"""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditapp.commands import store_backup, store_check, store_keychain, store_keys
from auditapp.commands.conventions import DONE, Say, Subparsers, settings_of
from auditapp.commands.places import PlaceRefusedError, require_possible
from auditapp.commands.store_keeping import find_case, list_due
from auditapp.commands.store_keys import RecoveryKeyUnseenError
from auditapp.commands.terminal import OutputLostError, require_output
from auditapp.commands.unlocking import new_passphrase, unlocked
from auditapp.errors import StoreExistsError
from auditapp.i18n import _
from auditapp.paths import AppPaths, find_paths
from auditapp.store_place_facts import place_warnings

if TYPE_CHECKING:
    from auditapp.workspace import Workspace


def add_parser(subparsers: Subparsers) -> None:
    """Add ``store`` and its own commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "store", help=_("make the place where audits are kept, check it or back it up")
    )
    commands = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    create = commands.add_parser("create", help=_("make an encrypted place for audits"))
    create.add_argument(
        "--accept-place",
        action="store_true",
        help=_("make it even on a network drive or in a synchronised folder"),
    )
    commands.add_parser("due", help=_("list the audits that were kept as long as the settings say"))
    case = commands.add_parser("find-case", help=_("find all that is held on a case reference"))
    case.add_argument("reference", metavar="REF", help=_("the case reference"))
    case.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FOLDER",
        help=_("a new or empty folder to write it all to"),
    )
    store_check.add_actions(commands)
    store_keys.add_commands(commands)
    store_backup.add_actions(commands)
    store_keychain.add_command(commands)


def run(args: argparse.Namespace, say: Say) -> int:
    """Do what ``args`` ask and hand each line of output to ``say``.

    Returns:
        0 when done, 1 when something in the workspace is not as it should be.

    Raises:
        AuditAppError: It cannot be made there, or cannot be unlocked.
    """
    return _ACTIONS[args.action](args, say)


def _create(args: argparse.Namespace, say: Say) -> int:
    made_workspace(find_paths(args.home), say, accept_place=args.accept_place).close()
    return DONE


def made_workspace(paths: AppPaths, say: Say, *, accept_place: bool = False) -> "Workspace":
    """Make a workspace, show its recovery key this once, and return it unlocked.

    Raises:
        StoreExistsError: There is one.
        PlaceRefusedError: There can be no such folder, or audits are not safe there and
            ``accept_place`` is not given.
        RecoveryKeyUnseenError: It is made, and the output took no recovery key.
        AuditAppError: It cannot be made, or there is no fit passphrase to be had.
    """
    from auditapp.workspace import Workspace  # noqa: PLC0415 - loads pydantic and cryptography

    if paths.has_store:  # before anybody thinks up a passphrase
        raise StoreExistsError(
            _("There are audits in {folder} already.").format(folder=paths.home),
            _("Give another folder: --home, before the command."),
        )
    _require_safe(paths, say, accept_place=accept_place)
    require_possible(paths.home)
    require_output()
    passphrase = new_passphrase(settings_of(paths).auditor)
    workspace, recovery_key = Workspace.create(paths, passphrase)
    try:
        _tell_recovery_key(paths, recovery_key, say)
    except (BrokenPipeError, OutputLostError) as error:
        workspace.close()
        raise RecoveryKeyUnseenError(
            _("The audits will be kept in {folder}, but their recovery key was not shown.").format(
                folder=paths.home
            ),
            _("Make another one now: store new-recovery-key."),
        ) from error
    return workspace


def _require_safe(paths: AppPaths, say: Say, *, accept_place: bool) -> None:
    """Say what speaks against the place, and refuse it where audits are not safe there."""
    for warning in place_warnings(paths.store):
        if warning.is_grave and not accept_place:
            raise PlaceRefusedError(
                f"{warning.title}.",
                _("{advice} To keep them there all the same, give --accept-place.").format(
                    advice=warning.text
                ),
            )
        say(f"{warning.title}. {warning.text}")


def _tell_recovery_key(paths: AppPaths, recovery_key: str, say: Say) -> None:
    say(_("The audits will be kept, encrypted, in {folder}.").format(folder=paths.home))
    say(_("Recovery key: {key}").format(key=recovery_key))
    say(_("Write it down now and lock it away, because it is shown this once."))
    say(_("It opens the audits when the passphrase is forgotten; nothing else can."))


def _list_due(args: argparse.Namespace, say: Say) -> int:
    with unlocked(args.home) as workspace:
        return list_due(workspace, say)


def _find_case(args: argparse.Namespace, say: Say) -> int:
    with unlocked(args.home) as workspace:
        return find_case(workspace, args.reference, args.output, say)


_ACTIONS: Final[Mapping[str, Callable[[argparse.Namespace, Say], int]]] = MappingProxyType(
    {
        "create": _create,
        "due": _list_due,
        "find-case": _find_case,
        **store_check.ACTIONS,
        **store_backup.ACTIONS,
        **dict.fromkeys(store_keys.ACTIONS, store_keys.run),
        store_keychain.ACTION: store_keychain.run,
    }
)
