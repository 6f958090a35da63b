# SPDX-License-Identifier: MPL-2.0
"""Make the keys of publishers, and hand trust from an old key to a new one.

The functions import what needs cryptography and YAML, because every command is known at every
start.
"""

import argparse
import datetime as dt
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditapp.commands.conventions import (
    DONE,
    Say,
    Subparsers,
    WrongUseError,
    contents_of,
    require_ending,
    require_folder,
    require_place,
    require_readable,
    save_file,
)
from auditapp.commands.places import require_elsewhere
from auditapp.commands.unlocking import new_passphrase, passphrase
from auditapp.errors import SaveFailedError
from auditapp.files import remove
from auditapp.i18n import _
from auditapp.paths import AppPaths

if TYPE_CHECKING:
    from auditapp.checklist.trust.minisign import SecretKey
    from auditapp.checklist.trust.rollover import Rollover

_KEY_BYTES: Final = 16_384  # far more than the file of a key has
_READABLE: Final = 0o644


def add_parsers(commands: Subparsers) -> None:
    """Add the commands to those of ``checklist``."""
    keygen = commands.add_parser("keygen", help=_("make the pair of keys of a publisher"))
    keygen.add_argument(
        "-o",
        dest="key",
        type=Path,
        required=True,
        metavar="KEY",
        help=_("the file of the secret key; the public one gets .pub behind its name"),
    )
    signing = commands.add_parser("sign-key", help=_("let your old key vouch for your new one"))
    signing.add_argument("file", type=Path, metavar="NEW.key.pub", help=_("the new public key"))
    signing.add_argument(
        "--key", type=Path, required=True, metavar="OLD.key", help=_("the old secret key")
    )
    accept = commands.add_parser(
        "accept-key", help=_("pin the new key of a publisher whom your organisation trusts")
    )
    accept.add_argument("file", type=Path, metavar="NEW.key.pub", help=_("the new public key"))
    accept.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help=_("write the file of your organisation, with the new key, to FILE"),
    )
    accept.add_argument(
        "--force", action="store_true", help=_("replace the file if there is one already")
    )


def keygen(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Make a pair of keys; the secret one is encrypted with a passphrase.

    Raises:
        WrongUseError: The name has another ending, one of the files is there already, or their
            folder is not.
        SaveFailedError: One of them cannot be written.
    """
    from auditapp.checklist.trust.minisign import SecretKey  # noqa: PLC0415 - see above
    from auditapp.checklist.trust.secret_key_file import write_secret_key  # noqa: PLC0415 - as well

    public = args.key.with_name(f"{args.key.name}.pub")
    require_ending(args.key, [".key"])  # nobody is to take it for the public one
    require_folder(args.key)
    require_elsewhere(paths, args.key)
    for path in (args.key, public):
        if path.exists():  # before anybody thinks up a passphrase
            raise WrongUseError(
                _("{file} is there already, and a key is never overwritten.").format(file=path),
                _("Give another name."),
            )
    key = SecretKey.generate()
    save_file(args.key, write_secret_key(key, new_passphrase()))
    try:
        save_file(public, key.public.to_bytes())
    except SaveFailedError:
        remove(args.key)  # nothing could be made of it, and its name would be taken
        raise
    say(
        _("Secret key: {file}. Whoever has it and its passphrase can publish in your name.").format(
            file=args.key
        )
    )
    say(
        _("Public key: {file}. Give it to the administrators of those who audit.").format(
            file=public
        )
    )
    say(_("Key {id}: {line}").format(id=key.public.name, line=key.public.line))
    return DONE


def sign_key(args: argparse.Namespace, _paths: AppPaths, say: Say) -> int:
    """Sign the file of a new public key with the old key; the signature goes beside it.

    Raises:
        SignatureError: One of the keys cannot be used.
        WrongUseError: One of the files cannot be read.
    """
    from auditapp.checklist.trust.rollover import sign_key as signed  # noqa: PLC0415 - see above
    from auditapp.checklist.trust.signed_file import signature_path  # noqa: PLC0415 - as well

    contents = contents_of(args.file, _KEY_BYTES)
    target = signature_path(args.file)
    save_file(target, signed(contents, opened_key(args.key)))
    words = _("Signed: {signature}. Give it to the administrators, together with {file}.")
    say(words.format(signature=target, file=args.file))
    return DONE


def accept_key(args: argparse.Namespace, paths: AppPaths, say: Say) -> int:
    """Say how to pin a new key that its publisher's old key vouches for, or write the file.

    Raises:
        ChecklistInvalidError: A file cannot be read, or that of the organisation has faults.
        SignatureError: Nothing trusted vouches for the key, or it cannot be put in the file.
        WrongUseError: The key cannot be opened, or the file may not be written.
    """
    from auditapp.checklist.trust import rollover  # noqa: PLC0415 - see above
    from auditapp.checklist.trust.organisation import load_organisation  # noqa: PLC0415 - as well
    from auditapp.checklist.trust.organisation_text import publisher_lines  # noqa: PLC0415 - too
    from auditapp.checklist.trust.signed_file import SignedFile  # noqa: PLC0415 - too

    if args.output is not None:  # before anything is looked into
        require_place(args.output, may_replace=args.force, endings=[".yaml", ".yml"])
        require_elsewhere(paths, args.output)
    require_readable(args.file)
    organisation = load_organisation(paths.organisation)
    today = dt.datetime.now().astimezone().date()
    found = rollover.accept_key(SignedFile.read(args.file), organisation, today)
    if args.output is not None:
        _write_organisation(args, paths, found)
    words = _("The key {new} is signed by {publisher}, with the key {old}.")
    new, old = found.new.public_key.name, found.old.public_key.name
    say(words.format(new=new, publisher=found.old.name, old=old))
    if args.output is not None:
        say(_("It is pinned in {file}. The old key stays.").format(file=args.output))
        return DONE
    words = _("To pin it, add this under “publishers” in {file}:")
    say(words.format(file=paths.organisation))
    for line in publisher_lines(found.new):
        say(line)
    return DONE


def opened_key(path: Path) -> "SecretKey":
    """Return the secret key in a file, having asked for its passphrase.

    Raises:
        SignatureError: The passphrase is wrong, or the file holds no secret key.
        WrongUseError: The file cannot be read.
    """
    from auditapp.checklist.trust.secret_key_file import read_secret_key  # noqa: PLC0415 - see above

    return read_secret_key(contents_of(path, _KEY_BYTES), passphrase)


def _write_organisation(args: argparse.Namespace, paths: AppPaths, found: "Rollover") -> None:
    from auditapp.checklist.trust.organisation_text import with_new_key  # noqa: PLC0415 - see above

    # The file was read a moment ago, because somebody is trusted who stands in it.
    organisation = Path(paths.organisation or "")
    data = with_new_key(organisation.read_bytes(), organisation.name, found)
    save_file(args.output, data)
    # It holds nothing secret, and everybody who audits on this computer has to be able to read it.
    args.output.chmod(_READABLE)


ACTIONS: Final = MappingProxyType(
    {"keygen": keygen, "sign-key": sign_key, "accept-key": accept_key}
)
"""Each takes the arguments, the folders to use, and what to hand each line of output to."""
