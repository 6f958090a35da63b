# SPDX-License-Identifier: MPL-2.0
"""Translate the texts that users read.

The core and the window share one standard-library ``gettext`` catalogue, because the PDF is made
without Qt. English is the source language: without a catalogue a text stands for itself.

A language is taken into use once, before anything else is imported (``auditapp.language`` decides
which): many texts are put into tables when their module is loaded.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import gettext

ENGLISH: Final = "en"
WELSH: Final = "cy"
PSEUDO: Final = "pseudo"

LANGUAGES: Final = {ENGLISH: "English", WELSH: "Cymraeg"}
"""What somebody may choose, each called what its speakers call it."""

_TAGS: Final = {ENGLISH: "en-GB", WELSH: "cy-GB", PSEUDO: "en-GB"}
_FOLDER: Final = Path(__file__).with_name("translations")

_catalogue: "gettext.NullTranslations | None" = None
_language = ENGLISH


def use(language: str) -> None:
    """Take a language into use, one of ``LANGUAGES`` or ``PSEUDO``; anything else means English.

    So does a catalogue that is gone or damaged: the audits have to be reached all the same.
    """
    global _catalogue, _language
    _catalogue, _language = None, ENGLISH
    if language == PSEUDO:
        from auditapp.pseudo_language import PseudoTranslations  # noqa: PLC0415 - for tests only

        _catalogue, _language = PseudoTranslations(), PSEUDO
    elif language != ENGLISH and language in LANGUAGES:
        import gettext  # noqa: PLC0415 - English needs none, and the first paint waits for it
        import struct  # noqa: PLC0415

        damaged = (OSError, ValueError, struct.error)
        with suppress(*damaged), (_FOLDER / f"{language}.mo").open("rb") as file:
            _catalogue, _language = gettext.GNUTranslations(file), language


def language() -> str:
    """Return the language in use."""
    return _language


def language_tag() -> str:
    """Return the language in use as documents name it (BCP 47), such as ``en-GB``."""
    return _TAGS[_language]


def _(text: str) -> str:
    """Return the translation of ``text`` in the language in use."""
    return text if _catalogue is None else _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return ``one`` or ``many`` as the language in use wants it for ``count`` things."""
    if _catalogue is None:
        return one if count == 1 else many
    return _catalogue.ngettext(one, many, count)


def mark(text: str) -> str:
    """Return ``text`` as it is, to be translated where it is used; the catalogue gets it here."""
    return text
