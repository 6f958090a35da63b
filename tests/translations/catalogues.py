# SPDX-License-Identifier: MPL-2.0
"""Collect the texts of the program, and turn translated ones into what the program reads."""

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from auditapp.i18n import ENGLISH, LANGUAGES

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "auditapp" / "translations"
WIDTH: Final = 100

_KEYWORDS: Final = {"_": None, "mark": None, "ngettext": (1, 2), "_some": (2, 3)}
"""The functions that take texts: ``_some`` of ``report/left_out.py`` hands its two on."""

_NOISE: Final = tuple(
    f'"{name}:'.encode()
    for name in (
        "POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Project-Id-Version",
        "Report-Msgid-Bugs-To", "Last-Translator", "Language-Team",
    )
)  # fmt: skip

_HEADING: Final = """\
# SPDX-License-Identifier: MPL-2.0
# The words of Case File Audit; docs/translating.md says how they come about.
#"""


def translated_languages() -> list[str]:
    """Return the languages that there is a catalogue for."""
    return [each for each in LANGUAGES if each != ENGLISH]


def collected() -> Catalog:
    """Return every text of the program, with the files that it is in."""
    catalogue = Catalog(charset="utf-8")
    for folder in ("auditapp", "ui"):
        found = extract_from_dir(
            ROOT / folder,
            [("**.py", "python")],
            keywords=_KEYWORDS,
            comment_tags=("For translators:",),
        )
        for name, _line, message, comments, context in found:
            # Without lines: a text that only moved is no change for whoever translates.
            place = (f"{folder}/{name}", 0)
            catalogue.add(message, None, [place], auto_comments=comments, context=context)
    return catalogue


def source(language: str) -> Path:
    """Return the file that translators work on."""
    return FOLDER / f"{language}.po"


def compiled(language: str) -> Path:
    """Return the file that the program reads."""
    return FOLDER / f"{language}.mo"


def read(language: str) -> Catalog:
    """Return what is translated; nothing yet for a language without a file."""
    if not source(language).exists():
        held = Catalog(locale=language)
    else:
        with source(language).open("rb") as file:
            held = read_po(file, locale=language)
    held.header_comment = _HEADING
    held.fuzzy = False
    return held


def updated(language: str) -> Catalog:
    """Return the catalogue of a language with just the texts that there are now.

    A text that changed keeps no translation: a wrong one would be worse than English.
    """
    held = read(language)
    held.update(collected(), no_fuzzy_matching=True)
    held.obsolete.clear()
    return held


def as_po(catalogue: Catalog) -> bytes:
    """Return a catalogue as the text that translators work on, always in the same order."""
    out = io.BytesIO()
    write_po(out, catalogue, width=WIDTH, sort_output=True, omit_header=False, include_lineno=False)
    return _without_noise(out.getvalue())


def as_mo(catalogue: Catalog) -> bytes:
    """Return a catalogue as the program reads it; what is not translated is left out."""
    day = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # any, but always the same
    whole = Catalog(
        locale=catalogue.locale, project="Case File Audit", version="-", fuzzy=False,
        creation_date=day, revision_date=day,
    )  # fmt: skip
    for message in catalogue:
        if message.id and is_whole(message):
            whole.add(message.id, message.string)
    out = io.BytesIO()
    write_mo(out, whole)
    return out.getvalue()


def untranslated(catalogue: Catalog) -> Iterator[str]:
    """Yield the texts that stay English."""
    for message in catalogue:
        if message.id and not is_whole(message):
            yield message.id[0] if isinstance(message.id, tuple) else message.id


def is_whole(message: Message) -> bool:
    """Return whether a text is translated, in every form that the language has."""
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def _without_noise(text: bytes) -> bytes:
    """Take out of the header what says nothing, or differs from one run to the next."""
    lines = text.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_NOISE))
