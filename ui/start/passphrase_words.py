# SPDX-License-Identifier: MPL-2.0
"""Say in words how good a passphrase is that will do."""

from typing import Final

from auditapp.i18n import _

_LONG: Final = 20
_WORDS: Final = 4


def strength_words(passphrase: str) -> str:
    """Return an honest sentence about a passphrase that will do.

    Only the length can be seen from here; whether the words were picked at random cannot.
    """
    if len({word.casefold() for word in passphrase.split()}) >= _WORDS:
        return _(
            "Four words or more: very hard to guess, if they have nothing to do with each other."
        )
    if len(passphrase) >= _LONG:
        return _("Long: hard to guess, unless it is a line from a song or a book.")
    return _("Just long enough. Another word would make it much harder to guess.")
