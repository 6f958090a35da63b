# SPDX-License-Identifier: MPL-2.0
"""Ask the keychain of the person's account on this computer to keep a secret, or for it.

The package `keyring` speaks to it. It is optional, and is imported only when a question is asked.
"""

import importlib
import json
import os
import queue
import threading
import time
from collections.abc import Callable
from typing import Any, Final, NoReturn, Protocol, TypeVar

from auditapp.errors import KeychainError, StoppedError
from auditapp.i18n import _, ngettext
from auditapp.long_work import IsCancelled, never
from auditapp.paths import AppPaths

SERVICE: Final = "Case File Audit"
"""Under this name a keychain lists what is ours; the entry itself is named after a workspace."""

SECRET_SIZE: Final = 32
"""Bytes of a secret."""

PATIENCE: Final = 60
"""Seconds that a person has for what their keychain asks them."""

# Named here, and not left to keyring to find: what it would find may also be a package that keeps
# passwords in clear text, chosen by a variable or a file that somebody else can write.
_KEYCHAINS: Final = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
)
_TICK: Final = 0.05  # seconds between two looks at whether the person has had enough

Answer = TypeVar("Answer")


class Keychain(Protocol):
    """Keep secrets, each under a name. Each method may ask the person something, and wait."""

    def get(self, name: str) -> bytes | None:
        """Return the secret; None if there is none.

        Raises:
            KeychainError: There is no keychain, or it refuses.
        """

    def set(self, name: str, secret: bytes) -> None:
        """Keep a secret in place of any other of this name.

        Raises:
            KeychainError: As `get`.
        """

    def delete(self, name: str) -> None:
        """Forget a secret; nothing if there is none.

        Raises:
            KeychainError: As `get`.
        """


class SystemKeychain:
    """The keychain of the account: Credential Manager, Keychain or Secret Service."""

    def get(self, name: str) -> bytes | None:
        """Return the secret; None if there is none. What we did not write opens nothing."""
        text = _asked(lambda keychain: keychain.get_password(SERVICE, name))
        return None if text is None else _from_text(text)

    def set(self, name: str, secret: bytes) -> None:
        """Keep a secret in place of any other of this name."""
        _asked(lambda keychain: keychain.set_password(SERVICE, name, secret.hex()))

    def delete(self, name: str) -> None:
        """Forget a secret; nothing if there is none."""
        # It refuses to delete what is not there, in the same words as what it may not delete.
        if self.get(name) is not None:
            _asked(lambda keychain: keychain.delete_password(SERVICE, name))


def make_secret() -> bytes:
    """Make a secret for a keychain to keep."""
    return os.urandom(SECRET_SIZE)  # as ``secrets`` does, without the ciphers that it loads


def ask(
    question: Callable[[], Answer],
    is_cancelled: IsCancelled = never,
    patience: float = PATIENCE,
) -> Answer:
    """Put a question to a keychain and wait for the answer, but not for ever.

    The question runs in a thread of its own, which is left alone when its time is over: a prompt
    on the screen cannot be called back. What it answers then is thrown away.

    Args:
        question: What to ask.
        is_cancelled: Asked again and again while nothing comes.
        patience: Seconds to wait.

    Raises:
        KeychainError: There was no answer in time; or what ``question`` raises.
        StoppedError: ``is_cancelled`` said so.
    """
    answers: queue.SimpleQueue[Callable[[], Answer]] = queue.SimpleQueue()
    threading.Thread(
        target=lambda: answers.put(_outcome(question)), name="keychain", daemon=True
    ).start()
    end = time.monotonic() + patience
    while not is_cancelled():
        try:
            outcome = answers.get(timeout=_TICK)
        except queue.Empty:
            if time.monotonic() < end:
                continue
            raise _no_answer(patience) from None
        return outcome()
    raise StoppedError(_("Nothing was changed."))


def may_unlock(paths: AppPaths) -> bool:
    """Tell whether the keychain may unlock the workspace.

    Needs nothing of the store itself, because it is asked before the window is first painted.
    False where the file cannot be read: whoever unlocks then is told so.
    """
    for name in ("store.key", "store.key.bak"):
        try:
            slots = json.loads((paths.store / name).read_bytes())["slots"]
            return any(slot["kind"] == "keychain" for slot in slots)
        except (OSError, ValueError, LookupError, TypeError):
            continue
    return False


def not_kept() -> KeychainError:
    """Return the error for a keychain that took a secret and does not have it."""
    return KeychainError(
        _("The keychain of this computer did not keep what it was given."),
        _("Nothing was changed. Go on with your passphrase."),
    )


def entry_lost() -> KeychainError:
    """Return the error for a keychain without the entry of a workspace."""
    return KeychainError(
        _("The keychain holds nothing for these audits any more."), _remedy_of_entry()
    )


def wrong_entry() -> KeychainError:
    """Return the error for a keychain whose entry is that of something else."""
    return KeychainError(
        _("What the keychain holds does not open these audits."), _remedy_of_entry()
    )


def turned_off() -> KeychainError:
    """Return the error for a workspace that the keychain may not unlock."""
    return KeychainError(
        _("The keychain may not unlock these audits."), _("Unlock them with your passphrase.")
    )


def _asked(question: Callable[[Any], Answer]) -> Answer:
    try:
        return question(_keychain())
    except KeychainError:
        raise
    except Exception as error:
        # Each system raises its own: of D-Bus, of Windows, and what keyring makes of them.
        raise KeychainError(
            _("The keychain of this computer could not be opened."),
            _("Use your passphrase as always, or unlock the keychain and try again."),
        ) from error


def _keychain() -> Any:  # noqa: ANN401 - keyring need not be there to be looked at
    """Return the keychain of this system as keyring knows it.

    Raises:
        KeychainError: There is none, or keyring is missing.
    """
    try:
        importlib.import_module("keyring")
    except ImportError as error:
        raise KeychainError(
            _("What lets this program use the keychain is not installed."),
            _("Use your passphrase as always. Your IT service can install it."),
        ) from error
    for module, name in _KEYCHAINS:
        kind = getattr(importlib.import_module(module), name)
        if kind.viable:
            keychain = kind()
            # On Windows the usual is to copy an entry to other computers of the domain.
            keychain.persist = "local machine"
            return keychain
    raise KeychainError(
        _("This computer has no keychain that the program can use."),
        _("Use your passphrase as always."),
    )


def _from_text(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return text.encode("utf-8", "surrogatepass")


def _outcome(question: Callable[[], Answer]) -> Callable[[], Answer]:
    """Return what gives the answer, or raises what asking for it raised."""
    try:
        answer = question()
    except BaseException as error:  # noqa: BLE001 - it is raised where it is waited for
        return _raiser(error)
    return lambda: answer


def _raiser(error: BaseException) -> Callable[[], NoReturn]:
    def give() -> NoReturn:
        """Raise the error in the thread that asked."""
        raise error

    return give


def _no_answer(patience: float) -> KeychainError:
    seconds = round(patience)
    words = ngettext(
        "The keychain of this computer did not answer within {count} second.",
        "The keychain of this computer did not answer within {count} seconds.",
        seconds,
    )
    return KeychainError(
        words.format(count=seconds),
        _("Use your passphrase as always. A window of the keychain may still be open."),
    )


def _remedy_of_entry() -> str:
    return _("Unlock them with your passphrase, then turn the keychain off and on again.")
