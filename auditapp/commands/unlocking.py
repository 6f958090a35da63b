# SPDX-License-Identifier: MPL-2.0
"""Unlock the workspace for a command: ask for the passphrase, or read it from a file.

It is never an argument, because every program on a computer can see those of the others.
"""

import getpass
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditapp.commands.conventions import WrongUseError
from auditapp.commands.terminal import complain
from auditapp.errors import AuditAppError, NotAllowedError, StoreMissingError, reason_of
from auditapp.i18n import _
from auditapp.passphrases import LEAST_LENGTH, passphrase_fault
from auditapp.paths import AppPaths, find_paths
from auditapp.report_passwords import require_fit_password

if TYPE_CHECKING:
    from auditapp.workspace import Workspace

VARIABLE: Final = "AUDITAPP_PASSPHRASE_FILE"
"""Names the environment variable that names the file."""

NEW_VARIABLE: Final = "AUDITAPP_NEW_PASSPHRASE_FILE"
"""The same for a passphrase that takes the place of another."""

REPORT_VARIABLE: Final = "AUDITAPP_REPORT_PASSWORD_FILE"
"""The same for the password of an encrypted report."""

SEAL_VARIABLE: Final = "AUDITAPP_SEAL_PASSPHRASE_FILE"
"""The same for the passphrase of a certificate."""

_LONGEST: Final = 4096  # bytes that are read of the file


class PassphraseUnfitError(AuditAppError):
    """Refuse a new passphrase or password that will not do, or was typed in two ways."""


@contextmanager
def unlocked(home: Path | None) -> Iterator["Workspace"]:
    """Unlock the workspace in ``home`` for the length of a ``with`` block.

    Settings that cannot be read keep nobody out; that the usual ones hold is said.

    Raises:
        WrongUseError: There is no passphrase to be had.
        StoreError: As ``Workspace.unlock``.
    """
    with unlocked_with_secret(home) as (workspace, _secret):
        yield workspace


def require_store(paths: AppPaths) -> None:
    """Refuse a folder in which there are no audits.

    Raises:
        StoreMissingError: It is one.
    """
    if not paths.has_store:
        raise StoreMissingError(
            _("There are no audits in {folder}.").format(folder=paths.home),
            _("Give another folder with --home, before the command, or make one: store create."),
        )


@contextmanager
def unlocked_with_secret(home: Path | None) -> Iterator[tuple["Workspace", str]]:
    """Do as `unlocked`, and hand out what unlocked it as well."""
    from auditapp.workspace import Workspace  # noqa: PLC0415 - loads pydantic and cryptography

    paths = find_paths(home)
    require_store(paths)  # nobody has to type a passphrase to hear that there is nothing to unlock
    secret = passphrase()
    with closing(Workspace.unlock(paths, secret)) as workspace:
        if workspace.settings_problem:  # what is wrong with the audits, some commands say
            complain(workspace.settings_problem)
        yield workspace, secret


def passphrase(prompt: str = "", variable: str = VARIABLE) -> str:
    """Return the passphrase, or the recovery key, that the person gives.

    Args:
        prompt: What to ask with, where it is not that of the audits here.
        variable: Names the environment variable that names the file.

    Raises:
        WrongUseError: There is neither a terminal to ask at nor a usable file.
    """
    prompt = prompt or _("Passphrase: ")
    return _from_file(variable, prompt) or _asked(prompt, variable)


def is_typed() -> bool:
    """Tell whether somebody types the passphrase, so that more can be asked of them."""
    return not os.environ.get(VARIABLE)


def typed_line(prompt: str) -> str:
    """Return what somebody types that may be seen.

    Raises:
        WrongUseError: There is no terminal to ask at.
    """
    try:
        return input(prompt)
    except (EOFError, RuntimeError):  # RuntimeError where there is no input at all
        raise WrongUseError(
            _("There is no terminal at which to type the key back."),
            _("Nothing was changed. Run the command in a terminal."),
        ) from None


def new_passphrase(name: str = "", variable: str = VARIABLE) -> str:
    """Return a new passphrase; somebody who types it types it twice.

    Args:
        name: The person's own, as far as it is known; it may not be in the passphrase.
        variable: Names the environment variable that names the file.

    Raises:
        PassphraseUnfitError: It is too easily guessed, or the two differ.
        WrongUseError: There is neither a terminal to ask at nor a usable file.
    """
    return _chosen(_("New passphrase: "), variable, partial(_require_fit_passphrase, name=name))


def new_password(name: str) -> str:
    """Return the password that a report gets; somebody who types it types it twice.

    Raises:
        PassphraseUnfitError, WrongUseError: As `new_passphrase`, or it is too long for a PDF.
    """
    return _chosen(
        _("Password of the report: "), REPORT_VARIABLE, partial(_require_fit_password, name=name)
    )


def _chosen(prompt: str, variable: str, require_fit: Callable[[str], None]) -> str:
    from_file = _from_file(variable, prompt)
    chosen = from_file or _asked(prompt, variable)
    require_fit(chosen)  # before it is typed again
    if not from_file and _asked(_("The same again: "), variable) != chosen:
        raise PassphraseUnfitError(
            _("The two are not the same."), _("Start again and type it with care.")
        )
    return chosen


def _require_fit_passphrase(chosen: str, name: str) -> None:
    fault = passphrase_fault(chosen, name)
    if fault is not None:
        raise PassphraseUnfitError(
            _("This passphrase will not do. {fault}").format(fault=fault),
            _("Choose one of at least {count} characters; four unrelated words do well.").format(
                count=LEAST_LENGTH
            ),
        )


def _require_fit_password(chosen: str, name: str) -> None:
    try:
        require_fit_password(chosen, name)
    except NotAllowedError as error:
        raise PassphraseUnfitError(str(error), error.remedy) from None


def _asked(prompt: str, variable: str) -> str:
    # Of the program for the window, that on Windows has no console, getpass would ask for ever: it
    # takes "there is no console" for a letter (python/cpython issue 149324).
    if sys.stdin is None:
        raise _no_terminal(prompt, variable)
    with warnings.catch_warnings():
        # Where typing cannot be hidden, getpass warns and then shows it: stop before that.
        warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(prompt)
        except (getpass.GetPassWarning, EOFError):
            raise _no_terminal(prompt, variable) from None


def _no_terminal(prompt: str, variable: str) -> WrongUseError:
    return WrongUseError(
        _("There is no terminal at which to ask for “{what}”.").format(what=_what(prompt)),
        _("Write it into a file and set {variable} to the name of the file.").format(
            variable=variable
        ),
    )


def _from_file(variable: str, prompt: str) -> str | None:
    """Return the one line of the file that the environment names; None when it names none."""
    name = os.environ.get(variable)
    if not name:
        return None
    try:
        with Path(name).open("rb") as file:
            text = file.read(_LONGEST).decode("utf-8-sig")
    except OSError as error:
        reason = reason_of(error)
        raise _unfit_file(prompt, variable, name, reason) from error
    except UnicodeDecodeError:
        raise _unfit_file(prompt, variable, name, _("it is not text in UTF-8")) from None
    lines = text.splitlines()
    if len(lines) != 1 or not lines[0]:
        raise _unfit_file(prompt, variable, name, _("it does not hold one line"))
    return lines[0]


def _unfit_file(prompt: str, variable: str, name: str, reason: str) -> WrongUseError:
    return WrongUseError(
        _("“{what}” cannot be read from {file}: {reason}.").format(
            what=_what(prompt), file=name, reason=reason
        ),
        _("Let {variable} name a file that holds it and nothing else.").format(variable=variable),
    )


def _what(prompt: str) -> str:
    """Return what a prompt asks for, without the colon behind it."""
    return prompt.strip().removesuffix(":")
