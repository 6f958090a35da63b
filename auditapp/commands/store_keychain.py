# SPDX-License-Identifier: MPL-2.0
"""Let the keychain of the account unlock the audits, or let it no more, from the command line.

A part of the command ``store``, kept in a file of its own.
"""

import argparse
from pathlib import Path
from typing import Final

from auditapp.commands.conventions import DONE, FAULTS, Say, Subparsers
from auditapp.commands.unlocking import require_store, unlocked, unlocked_with_secret
from auditapp.errors import KeychainError
from auditapp.i18n import _
from auditapp.keychain import may_unlock
from auditapp.paths import find_paths

ACTION: Final = "keychain"
"""The name of the command."""


def add_command(commands: Subparsers) -> None:
    """Add the command to those of ``store``."""
    parser: argparse.ArgumentParser = commands.add_parser(
        ACTION, help=_("let the keychain of your account unlock the audits in the window, or not")
    )
    parser.add_argument("wanted", choices=("on", "off", "status"))


def run(args: argparse.Namespace, say: Say) -> int:
    """Do what ``args`` ask and hand each line of output to ``say``.

    Returns:
        0 when done; 1 when the keychain does not hold what it should.

    Raises:
        AuditAppError: It cannot be done, or the workspace cannot be unlocked.
    """
    actions = {"on": _turn_on, "off": _turn_off, "status": _tell_status}
    return actions[args.wanted](args.home, say)


def _turn_on(home: Path | None, say: Say) -> int:
    with unlocked_with_secret(home) as (workspace, secret):
        workspace.turn_keychain_on(secret)
    say(_("The keychain of your account may unlock the audits now, when you ask for it."))
    say(_("So can whoever is signed in to your account. Passphrase and recovery key stay."))
    return DONE


def _turn_off(home: Path | None, say: Say) -> int:
    with unlocked(home) as workspace:
        is_gone = workspace.turn_keychain_off()
    say(_("The keychain does not unlock the audits any more."))
    if not is_gone:
        say(_("Its entry could not be removed. Delete it there: it may open older copies."))
    return DONE


def _tell_status(home: Path | None, say: Say) -> int:
    from auditapp.operations.keychain import look_into_keychain  # noqa: PLC0415 - loads pydantic

    paths = find_paths(home)
    require_store(paths)
    if not may_unlock(paths):
        say(_("Off: the keychain does not unlock these audits."))
        return DONE
    try:
        look_into_keychain(paths)
    except KeychainError as error:
        say(_("On, but it does not work. {fault}").format(fault=f"{error} {error.remedy}"))
        return FAULTS
    say(_("On: the keychain of this account holds the entry for these audits."))
    return DONE
