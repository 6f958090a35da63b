# SPDX-License-Identifier: MPL-2.0
"""Change what opens a workspace from the command line: passphrase, recovery key, data key.

A part of the command ``store``, kept in a file of its own.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditapp.commands.conventions import DONE, Say, Subparsers
from auditapp.commands.terminal import OutputLostError, require_output
from auditapp.commands.unlocking import (
    NEW_VARIABLE,
    is_typed,
    new_passphrase,
    typed_line,
    unlocked_with_secret,
)
from auditapp.errors import AuditAppError
from auditapp.i18n import _, ngettext

if TYPE_CHECKING:
    from auditapp.workspace import Workspace


class RecoveryKeyUnseenError(AuditAppError):
    """Tell that a recovery key was made, and that nobody may have seen it."""


def add_commands(commands: Subparsers) -> None:
    """Add the commands to those of ``store``."""
    commands.add_parser("change-passphrase", help=_("let another passphrase open the audits"))
    commands.add_parser(
        "new-recovery-key", help=_("make a new recovery key; the old one stops working")
    )
    commands.add_parser(
        "reseal",
        help=_("encrypt all audits anew under a new key, in case somebody may know the old one"),
    )


def run(args: argparse.Namespace, say: Say) -> int:
    """Do what ``args`` ask and hand each line of output to ``say``.

    Raises:
        AuditAppError: It cannot be done, or the workspace cannot be unlocked.
    """
    return ACTIONS[args.action](args.home, say)


def _change_passphrase(home: Path | None, say: Say) -> int:
    with unlocked_with_secret(home) as (workspace, secret):
        chosen = new_passphrase(workspace.settings().auditor, NEW_VARIABLE)
        workspace.change_passphrase(secret, chosen)
    say(_("The new passphrase is in force. The recovery key stays as it is."))
    say(_("Backups that you made before open with the old passphrase."))
    return DONE


def _new_recovery_key(home: Path | None, say: Say) -> int:
    require_output()
    with unlocked_with_secret(home) as (workspace, secret):
        with _heard():
            typed = _offered(workspace, secret, say)
        workspace.use_recovery_key(typed)
    say(_("The new recovery key is in force. The old one opens nothing any more: destroy it."))
    return DONE


def _reseal(home: Path | None, say: Say) -> int:
    require_output()
    with unlocked_with_secret(home) as (workspace, secret), _heard():
        typed = _offered(workspace, secret, say, for_resealing=True)
        resealed = workspace.reseal(secret, typed, report_progress=_Tenths(say))
    if resealed is None:  # pragma: no cover - nobody can cancel here but by stopping the program
        return DONE
    words = ngettext(
        "{count} file was sealed anew and checked. The old key opens nothing any more.",
        "{count} files were sealed anew and checked. The old key opens nothing any more.",
        resealed.objects,
    )
    say(words.format(count=resealed.objects))
    if resealed.left_behind:
        say(_("Damaged files that were put aside keep the old key. Delete them when you can."))
    say(_("The new recovery key is in force. Backups from before open with the old secrets."))
    return DONE


def _offered(workspace: "Workspace", secret: str, say: Say, *, for_resealing: bool = False) -> str:
    """Tell a new recovery key, and return what the person typed back.

    Where the passphrase comes from a file there is nobody to type: then it is told, and taken.
    """
    key = workspace.offer_recovery_key(secret, for_resealing=for_resealing)
    say(_("New recovery key: {key}").format(key=key))
    say(_("Write it down now and lock it away, because it is shown this once."))
    say(_("It is in force when this command says so. Until then the old one is."))
    return typed_line(_("Type it back: ")) if is_typed() else key


@contextmanager
def _heard() -> Iterator[None]:
    """Let nobody take a recovery key for one in force whose command was not read to its end.

    Raises:
        RecoveryKeyUnseenError: The output was closed, or took no more, before the key was used.
    """
    try:
        yield
    except (BrokenPipeError, OutputLostError) as error:
        raise RecoveryKeyUnseenError(
            _("The new recovery key is not in force, because the output was not read to its end."),
            _("The old one still is. Give the command again, and read all of its output."),
        ) from error


class _Tenths:
    """Tell the progress of long work, a tenth at a time; short work is over before that."""

    def __init__(self, say: Say, least: int = 500) -> None:
        self._say = say
        self._least = least
        self._told = 0

    def __call__(self, done: int, total: int) -> None:
        tenth = done * 10 // total
        if total >= self._least and tenth > self._told:
            self._told = tenth
            with _heard():  # here, or the store would take it for an error of the disk
                self._say(_("{percent}%").format(percent=tenth * 10))


ACTIONS: Final[Mapping[str, Callable[[Path | None, Say], int]]] = MappingProxyType(
    {
        "change-passphrase": _change_passphrase,
        "new-recovery-key": _new_recovery_key,
        "reseal": _reseal,
    }
)
"""What each command does."""
