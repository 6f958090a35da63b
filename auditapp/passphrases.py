# SPDX-License-Identifier: MPL-2.0
"""Say whether a new passphrase will do, and how hard it is to guess.

Length decides whether it will do. There are no rules about capitals, figures and signs: they make
passphrases hard to remember and no harder to guess (NIST SP 800-63B, 5.1.1.2; NCSC, "Three random
words"). How hard it is to guess is guidance, and refuses nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

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

SECONDS_A_GUESS: Final = 0.5
"""What a guess costs here: ``auditapp.store.strength.WANTED_SECONDS``."""

COMPUTERS: Final = 1000
"""How many computers like this one somebody is assumed to guess with."""

MOST_LOOKED_AT: Final = 48
"""Characters: more take long to look at, and only make a passphrase better."""

_MINUTE, _HOUR, _DAY, _YEAR = 60, 3600, 86_400, 365 * 86_400
_ENOUGH: Final = 10 * _YEAR
_COMMON: Final = 1000  # the first of the 30,000 passwords that zxcvbn knows; many are mere words
_WORTH_A_WORD: Final = 4  # letters: shorter parts of a passphrase are not worth a word of advice


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


@dataclass(frozen=True, slots=True)
class Guidance:
    """Say how long it would take to guess a passphrase, and what would make it better, if needed.

    ``seconds`` is the time that `COMPUTERS` like this one would need.
    """

    seconds: float
    sentence: str
    advice: str = ""

    @property
    def words(self) -> str:
        """Return all of it."""
        return f"{self.sentence} {self.advice}".rstrip()


def passphrase_guidance(passphrase: str, own: Iterable[str] = ()) -> Guidance:
    """Estimate how long a passphrase that will do would take to guess.

    It is an estimate of what a program can see: a line from a song looks harder than it is.

    Args:
        passphrase: What was typed; not the empty text.
        own: Names that somebody who guesses would try: of the person, of the organisation.
    """
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its lists of words would delay the first paint

    names = [part for name in own for part in (name, *name.split())]
    found = zxcvbn(passphrase[:MOST_LOOKED_AT], user_inputs=names)
    seconds = float(found["guesses"]) * SECONDS_A_GUESS / COMPUTERS
    if seconds >= _ENOUGH:
        return Guidance(
            seconds,
            _("Very hard to guess, unless it is a line from a song, a film or a book."),
        )
    time = _time_words(seconds)
    sentence = _("{count} computers like this one could guess it within {time}.")
    return Guidance(
        seconds, sentence.format(count=f"{COMPUTERS:,}", time=time), _advice(found["sequence"])
    )


def _time_words(seconds: float) -> str:
    if seconds < _HOUR:
        return _("minutes") if seconds >= _MINUTE else _("a minute")
    if seconds < _YEAR:
        return _("hours") if seconds < _DAY else _("days or months")
    return _("a few years")


def _advice(parts: list[dict[str, Any]]) -> str:
    """Say what makes the longest part that a program would try early easy to guess."""
    parts = [part for part in parts if len(part["token"]) >= _WORTH_A_WORD]
    parts.sort(key=lambda part: len(part["token"]), reverse=True)
    reasons = [reason for reason in map(_reason, parts) if reason]
    more = _("Another word that has nothing to do with the rest makes it much harder.")
    return " ".join([*reasons[:1], more])


def _reason(part: dict[str, Any]) -> str:
    if part["pattern"] == "dictionary":
        if part["dictionary_name"] == "user_inputs":
            return _("Your own name and organisation are tried early.")
        is_common = part["dictionary_name"] == "passwords" and part["rank"] <= _COMMON
        return _("A part of it is a common password.") if is_common else ""
    return {
        "spatial": _("Keys that lie side by side are tried early."),
        "repeat": _("Saying something twice adds little."),
        "sequence": _("Letters or figures in a row are tried early."),
        "date": _("Dates and years are tried early."),
        "regex": _("Dates and years are tried early."),
    }.get(part["pattern"], "")


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalpha())
