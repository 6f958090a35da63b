# SPDX-License-Identifier: MPL-2.0
"""Test how the keychain of an account is asked, whatever it is and whatever it does."""

import subprocess
import sys
from types import ModuleType
from typing import ClassVar

import pytest

from auditapp import keychain as keychains
from auditapp.errors import KeychainError, StoppedError
from auditapp.keychain import SERVICE, SystemKeychain, ask, make_secret, may_unlock
from auditapp.paths import find_paths
from tests.keychains import HangingKeychain, RefusingKeychain

NAME = "0123"
SYSTEMS = ("Windows", "macOS", "SecretService")


class Backend:
    """Do as the keychains of keyring do: text for text, and a refusal to delete nothing."""

    viable = True
    kept: ClassVar = {}

    def get_password(self, service, name):
        """Return a text."""
        return self.kept.get((service, name))

    def set_password(self, service, name, text):
        """Keep a text."""
        self.kept[service, name] = text

    def delete_password(self, service, name):
        """Forget a text."""
        if (service, name) not in self.kept:
            raise RuntimeError("PasswordDeleteError")
        del self.kept[service, name]


class Unusable(Backend):
    """Belong to another system."""

    viable = False


class Broken(Backend):
    """Fail as D-Bus does."""

    def get_password(self, service, name):
        """Fail."""
        del service, name
        raise OSError("the bus has gone")


@pytest.fixture
def keyring(monkeypatch):
    """Return a function that lets ``keyring`` have one kind of keychain, on one system."""

    def install(kind, system="SecretService"):
        monkeypatch.setattr(Backend, "kept", {})
        for name in ("keyring", "keyring.backends"):
            monkeypatch.setitem(sys.modules, name, ModuleType(name))
        for each in SYSTEMS:
            module = ModuleType(f"keyring.backends.{each}")
            used = kind if each == system else Unusable
            module.WinVaultKeyring = module.Keyring = used
            monkeypatch.setitem(sys.modules, module.__name__, module)
        return SystemKeychain()

    return install


@pytest.mark.parametrize("system", SYSTEMS)
def test_a_secret_is_kept_replaced_and_forgotten(keyring, system):
    """As text under our name; forgetting what is not there is no fault."""
    keychain, secret = keyring(Backend, system), make_secret()
    keychain.delete(NAME)
    assert keychain.get(NAME) is None

    keychain.set(NAME, b"old")
    keychain.set(NAME, secret)
    assert {(SERVICE, NAME): secret.hex()} == Backend.kept
    assert secret == keychain.get(NAME)

    keychain.delete(NAME)
    assert {} == Backend.kept


def test_windows_is_told_to_keep_the_entry_on_this_computer(keyring):
    """Its usual is to copy it to every computer of the domain on which the person signs in."""
    keyring(Backend, "Windows")
    assert "local machine" == keychains._keychain().persist


def test_what_somebody_else_wrote_is_a_secret_that_opens_nothing(keyring):
    """It is no reason to fail."""
    keychain = keyring(Backend)
    Backend.kept[SERVICE, NAME] = "not ours é"
    assert "not ours é".encode() == keychain.get(NAME)


@pytest.mark.parametrize(
    ("kind", "words"),
    [(Unusable, "no keychain that the program can use"), (Broken, "could not be opened")],
)
@pytest.mark.parametrize("question", ["get", "delete"])
def test_a_keychain_that_cannot_be_used_is_told_in_a_sentence(keyring, kind, words, question):
    """With the passphrase as what to do."""
    with pytest.raises(KeychainError, match=words) as refusal:
        getattr(keyring(kind), question)(NAME)
    assert "passphrase" in refusal.value.remedy


def test_a_missing_package_is_told_in_a_sentence(monkeypatch):
    """It is optional, so this is how it usually is."""
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(KeychainError, match="not installed") as refusal:
        SystemKeychain().set(NAME, b"secret")
    assert "passphrase" in refusal.value.remedy


def test_an_answer_and_a_refusal_come_through():
    """From the thread in which the keychain was asked."""
    assert 3 == ask(lambda: 3)
    with pytest.raises(KeychainError, match="could not be opened"):
        ask(lambda: RefusingKeychain().get(NAME))


def test_nobody_waits_for_ever():
    """What comes after the time is over is thrown away."""
    keychain = HangingKeychain()
    with pytest.raises(KeychainError, match="did not answer within 0 seconds") as refusal:
        ask(lambda: keychain.get(NAME), patience=0.01)
    assert "passphrase" in refusal.value.remedy
    keychain.let_go.set()


def test_waiting_can_be_stopped():
    """As soon as the person says so."""
    keychain = HangingKeychain()
    with pytest.raises(StoppedError):
        ask(lambda: keychain.get(NAME), keychain.reached.is_set)
    keychain.let_go.set()


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        (b'{"slots": [{"kind": "passphrase"}, {"kind": "keychain"}]}', True),
        (b'{"slots": [{"kind": "passphrase"}]}', False),
        (b'{"slots": 3}', False),
        (b"[]", False),
        (b"\xff", False),
    ],
)
@pytest.mark.parametrize("name", ["store.key", "store.key.bak"])
def test_a_look_at_the_key_file_says_whether_it_may_unlock(tmp_path, contents, expected, name):
    """At the copy when there is no file; damage is left to whoever unlocks."""
    paths = find_paths(tmp_path)
    assert not may_unlock(paths)
    paths.store.mkdir()
    (paths.store / name).write_bytes(contents)
    assert expected is may_unlock(paths)


def test_nothing_is_imported_until_a_keychain_is_asked():
    """Neither by the module nor by the workspace; most people never turn it on."""
    code = (
        "import sys, auditapp.workspace; from auditapp.keychain import SystemKeychain\n"
        "SystemKeychain(); print('keyring' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert "False" == run.stdout.strip()
