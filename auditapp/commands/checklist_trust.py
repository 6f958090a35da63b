# SPDX-License-Identifier: MPL-2.0
"""Sign and verify checklists, and load them for good, from the command line."""

import argparse
import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditapp.commands.checklist_keys import opened_key
from auditapp.commands.conventions import (
    DONE,
    FAULTS,
    Say,
    Subparsers,
    require_readable,
    save_file,
    settings_of,
)
from auditapp.errors import ChoiceNeededError
from auditapp.fingerprints import grouped
from auditapp.i18n import _
from auditapp.model.ids import ChecklistId
from auditapp.paths import AppPaths, account_name

if TYPE_CHECKING:
    from auditapp.checklist.headers import ChecklistHeader
    from auditapp.checklist.library import Library
    from auditapp.checklist.shelving import Shelving
    from auditapp.model.edits import Author


def add_parsers(commands: Subparsers) -> None:
    """Add the commands to those of ``checklist``."""
    sign = commands.add_parser("sign", help=_("sign a checklist as its publisher"))
    sign.add_argument("file", type=Path, metavar="FILE")
    sign.add_argument("--key", type=Path, required=True, help=_("the file of the secret key"))
    verify = commands.add_parser("verify", help=_("say who signed a checklist"))
    verify.add_argument("file", type=Path, metavar="FILE")
    add = commands.add_parser("add", help=_("load a checklist for good"))
    add.add_argument("file", type=Path, metavar="FILE")
    add.add_argument(
        "--accept-unsigned",
        action="store_true",
        help=_("load it although nobody whom your organisation trusts has signed it"),
    )
    use = commands.add_parser("use", help=_("start new audits on this version of a checklist"))
    withdraw = commands.add_parser("withdraw", help=_("start no new audit on a loaded version"))
    for command in (use, withdraw):
        command.add_argument("id", metavar="ID", help=_("the id of a checklist"))
        command.add_argument("version", metavar="VERSION")
    withdraw.add_argument("--reason", required=True)


def sign(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Sign a checklist that has no faults; the signature goes beside it.

    Raises:
        ChecklistInvalidError: It has faults; they are listed.
        SignatureError: The key cannot be used.
        SaveFailedError: The signature cannot be written.
        WrongUseError: The file cannot be opened.
    """
    from auditapp.checklist.file_bytes import read_file  # noqa: PLC0415 - loads YAML
    from auditapp.checklist.loading import checked_checklist  # noqa: PLC0415 - loads pydantic
    from auditapp.checklist.trust.signed_file import signature_path  # noqa: PLC0415 - as above
    from auditapp.checklist.trust.verdict import trusted_comment  # noqa: PLC0415 - as above
    from auditapp.standards import load_beside  # noqa: PLC0415 - as above

    require_readable(args.file)
    data = read_file(args.file)
    checklist = checked_checklist(data, str(args.file), load_beside(paths.checklists))
    key = opened_key(args.key)
    target = signature_path(args.file)
    save_file(target, key.sign(data, trusted_comment(checklist.id, checklist.version)))
    words = _("{id} {version} is signed with the key {key}: {file}")
    say(words.format(id=checklist.id, version=checklist.version, key=key.public.name, file=target))
    return DONE


def verify(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Say who signed a checklist, as far as the organisation knows them.

    Returns:
        0 when it would load without a question, 1 otherwise.

    Raises:
        ChecklistInvalidError: It has faults; they are listed.
        OrganisationFileError: The file of the organisation has faults; they are listed.
        WrongUseError: The file cannot be opened.
    """
    from auditapp.checklist.loading import parse_checklist  # noqa: PLC0415 - loads pydantic
    from auditapp.checklist.trust.organisation import load_organisation  # noqa: PLC0415 - as above
    from auditapp.checklist.trust.signed_file import SignedFile  # noqa: PLC0415 - as above
    from auditapp.checklist.trust.verdict import judge  # noqa: PLC0415 - as above

    require_readable(args.file)
    file = SignedFile.read(args.file)
    checklist = parse_checklist(file.data, str(args.file))[0]
    name, today = (checklist.id, checklist.version), _now().date()
    verdict = judge(file, name, load_organisation(paths.organisation), today)
    say(f"{checklist.id} {checklist.version}: {verdict.sentence}")
    say(f"SHA-256 {grouped(file.sha256)}")
    return FAULTS if verdict.never_loads or verdict.wants_choice else DONE


def add(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Load a checklist for good.

    Raises:
        AuditAppError: As `Shelving.add`, or a file cannot be opened or saved.
    """
    from auditapp.checklist.trust.signed_file import SignedFile  # noqa: PLC0415 - loads YAML
    from auditapp.checklist_files import saving_checklists  # noqa: PLC0415 - as above
    from auditapp.standards import load_beside  # noqa: PLC0415 - as above

    require_readable(args.file)
    file, beside = SignedFile.read(args.file), load_beside(paths.checklists)
    try:
        with saving_checklists():
            added = _shelving(paths).add(
                file, _author(paths), accept_unsigned=args.accept_unsigned, beside=beside
            )
    except ChoiceNeededError as error:
        remedy = _("{remedy} Then give the same command with --accept-unsigned.")
        raise ChoiceNeededError(str(error), remedy.format(remedy=error.remedy)) from None
    verdict = added.header.verdict
    say(f"{added.header.id} {added.header.version}: {verdict.sentence} {verdict.warning}".rstrip())
    _say_in_use(added.in_use, say)
    return DONE


def use(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Put a version of a checklist in use.

    Raises:
        ChecklistNotFoundError: It is nowhere, or may not be used.
        SaveFailedError: The choice could not be written.
    """
    from auditapp.checklist_files import saving_checklists  # noqa: PLC0415 - loads YAML

    with saving_checklists():
        header = _shelving(paths).use(ChecklistId(args.id), args.version, _author(paths))
    _say_in_use(header, say)
    if header.verdict.warning:
        say(header.verdict.warning)
    return DONE


def withdraw(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Withdraw a version of a checklist.

    Raises:
        AuditAppError: As `Shelving.withdraw`, or it could not be written.
    """
    from auditapp.checklist_files import saving_checklists  # noqa: PLC0415 - loads YAML

    by = _author(paths)
    with saving_checklists():
        _shelving(paths).withdraw(ChecklistId(args.id), args.version, by, args.reason)
    words = _("{id} {version} is withdrawn. Audits that were started on it keep it.")
    say(words.format(id=args.id, version=args.version))
    return DONE


Run = Callable[[argparse.Namespace, AppPaths, Say], int]

ACTIONS: Final[Mapping[str, Run]] = MappingProxyType(
    {
        "sign": sign,
        "verify": verify,
        "add": add,
        "use": use,
        "withdraw": withdraw,
    }
)
"""Each takes the arguments, the folders to use, and what to hand each line of output to."""


def library_of(paths: AppPaths) -> "Library":
    """Return the library of the checklists that shipped and those that were loaded."""
    from auditapp.checklist.library import Library  # noqa: PLC0415 - loads YAML
    from auditapp.checklist.shelf import Shelf  # noqa: PLC0415 - loads pydantic

    return Library([paths.checklists], Shelf(paths.shelf, paths.organisation))


def _shelving(paths: AppPaths) -> "Shelving":
    from auditapp.checklist.library import Library  # noqa: PLC0415 - loads YAML
    from auditapp.checklist.shelf import Shelf  # noqa: PLC0415 - loads pydantic
    from auditapp.checklist.shelving import Shelving  # noqa: PLC0415 - as above

    shelf = Shelf(paths.shelf, paths.organisation)
    return Shelving(Library([paths.checklists], shelf), shelf)


def _say_in_use(header: "ChecklistHeader", say: Say) -> None:
    words = _("New audits are started on {id} {version}.")
    say(words.format(id=header.id, version=header.version))


def _author(paths: AppPaths) -> "Author":
    """Return who gives the command: by the settings, or by the name they logged in with."""
    from auditapp.model.edits import Author  # noqa: PLC0415 - loads pydantic

    return Author(settings_of(paths).auditor or account_name(), _now())


def _now() -> dt.datetime:
    return dt.datetime.now().astimezone()
