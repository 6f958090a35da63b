# SPDX-License-Identifier: MPL-2.0
"""Stand in for the keychain of an account: one that keeps, one that refuses, one that hangs."""

import threading

from auditapp.errors import KeychainError


class MemoryKeychain:
    """Keep secrets in memory; ``asked`` lists every question, ``entries`` what is kept."""

    def __init__(self):
        self.entries = {}
        self.asked = []

    def get(self, name):
        """Return a secret."""
        self.asked.append("get")
        return self.entries.get(name)

    def set(self, name, secret):
        """Keep a secret."""
        self.asked.append("set")
        self.entries[name] = secret

    def delete(self, name):
        """Forget a secret."""
        self.asked.append("delete")
        self.entries.pop(name, None)


class ForgetfulKeychain(MemoryKeychain):
    """Take secrets, and have nothing of them."""

    def set(self, name, secret):
        """Keep nothing."""
        del name, secret
        self.asked.append("set")


class RefusingKeychain(MemoryKeychain):
    """Refuse everything, as when the person closes the prompt."""

    def get(self, name):
        """Refuse."""
        del name
        raise KeychainError("The keychain could not be opened.", "Use your passphrase.")

    def set(self, name, secret):
        """Refuse."""
        del secret
        self.get(name)

    def delete(self, name):
        """Refuse."""
        self.get(name)


class HangingKeychain(MemoryKeychain):
    """Show a prompt that nobody answers, until ``let_go`` is set; ``reached`` says it is there."""

    def __init__(self):
        super().__init__()
        self.reached = threading.Event()
        self.let_go = threading.Event()

    def get(self, name):
        """Wait, then answer."""
        self._wait()
        return super().get(name)

    def set(self, name, secret):
        """Wait, then keep it."""
        self._wait()
        super().set(name, secret)

    def delete(self, name):
        """Wait, then forget it."""
        self._wait()
        super().delete(name)

    def _wait(self):
        self.reached.set()
        self.let_go.wait(60)
