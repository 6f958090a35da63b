# SPDX-License-Identifier: MPL-2.0
"""Translate the texts that users read.

The core and the window share one standard-library ``gettext`` catalogue, because the PDF is made
without Qt. English is the source language: without a catalogue a text stands for itself.
"""

import gettext

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def _(text: str) -> str:
    """Return the translation of ``text`` in the language in use."""
    return _catalogue.gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """Return ``one`` or ``many`` as the language in use wants it for ``count`` things."""
    return _catalogue.ngettext(one, many, count)
