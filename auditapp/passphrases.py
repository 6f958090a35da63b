# SPDX-License-Identifier: MPL-2.0
"""Say whether a new passphrase will do.

Length decides. There are no rules about capitals, figures and signs: they make passphrases hard to
remember and no harder to guess (NIST SP 800-63B, 5.1.1.2; NCSC, "Three random words").
"""

from typing import Final

from auditapp.i18n import _, ngettext

LEAST_LENGTH: Final = 12
"""The least number of characters, spaces among them."""

_OBVIOUS: Final = frozenset(
    {
        "passwordpassword",
        "passphrasepassphrase",
        "mypassword",
        "password",
        "passphrase",
        "qwertyuiop",
        "qwertyuiopasdfghjkl",
        "letmeinletmein",
        "letmein",
        "casefileaudit",
    }
)
"""Without figures, signs and spaces: these with a year or a few figures behind them as well."""

_LEAST_DIFFERENT: Final = 5
_LEAST_NAME: Final = 4


def passphrase_fault(passphrase: str, name: str) -> str | None:
    """Return why a new passphrase will not do, in words; ``name`` is the person's own."""
    missing = LEAST_LENGTH - len(passphrase)
    if missing > 0:
        return ngettext(
            "Too short: one more character is needed.",
            "Too short: {count} more characters are needed.",
            missing,
        ).format(count=missing)
    letters = _letters(passphrase)
    if letters in _OBVIOUS or len(set(passphrase.casefold())) < _LEAST_DIFFERENT:
        return _("This is among the first that anybody would try. Choose something else.")
    own = _letters(name)
    if len(own) >= _LEAST_NAME and own in letters:
        return _("Your own name is among the first that anybody would try. Leave it out.")
    return None


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalpha())
