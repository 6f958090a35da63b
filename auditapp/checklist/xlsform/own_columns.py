# SPDX-License-Identifier: MPL-2.0
"""Give what XLSForm has no place for its columns, and say how a cell holds it.

Most cells are made for typing: words with commas between them, one point a line, ``answer: text``
on each line. What is nested stands in a cell as in a checklist file, ``{rule: cp_visits}``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from auditapp.checklist.yaml_reader import read
from auditapp.checklist.yaml_writer import flow
from auditapp.errors import ChecklistInvalidError

PREFIX: Final = "audit_"
EMPTY_LIST: Final = "[]"
_CONTINUED: Final = "  "
_TRUE: Final = frozenset({"yes", "true", "true()", "1", "y"})
_FALSE: Final = frozenset({"no", "false", "false()", "0", "n"})


@dataclass(frozen=True, slots=True)
class Codec:
    """Turn plain data into the text of a cell and back.

    ``decode`` never fails: what it cannot understand stays text, which the checks of checklists
    then refuse with the place.
    """

    encode: Callable[[Any], str]
    decode: Callable[[str], Any]


def _words_in(value: list[str]) -> str:
    return ", ".join(value) or EMPTY_LIST


def _words_out(text: str) -> list[str]:
    if text == EMPTY_LIST:
        return []
    return [word.strip() for word in text.replace("\n", ",").split(",") if word.strip()]


def _lines_in(value: str | list[str]) -> str:
    points = [value] if isinstance(value, str) else value
    return "\n".join(point.replace("\n", f"\n{_CONTINUED}") for point in points) or EMPTY_LIST


def _lines_out(text: str) -> list[str]:
    points: list[str] = []
    for line in [] if text == EMPTY_LIST else text.split("\n"):
        if points and line.startswith(_CONTINUED):
            points[-1] += f"\n{line.removeprefix(_CONTINUED)}"
        elif line.strip():
            points.append(line)
    return [point.strip() for point in points]


def _keyed_in(value: dict[str, str]) -> str:
    return _lines_in([f"{key}: {text}" for key, text in value.items()])


def _keyed_out(text: str) -> object:
    pairs = [line.partition(":") for line in _lines_out(text)]
    if not all(colon for _key, colon, _text in pairs):
        return text
    return {key.strip(): text.strip() for key, _colon, text in pairs}


def _notation_out(text: str) -> object:
    try:
        return read(text.encode(errors="replace"), "")[0]
    except ChecklistInvalidError:
        return text


def is_yes(text: str) -> bool:
    """Tell whether a cell says yes, in one of the ways that XLSForm knows."""
    return text.strip().lower() in _TRUE


def _flag_out(text: str) -> object:
    word = text.strip().lower()
    return word in _TRUE if word in _TRUE | _FALSE else text


def _number_out(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


TEXT: Final = Codec(str, str)
WORDS: Final = Codec(_words_in, _words_out)
LINES: Final = Codec(_lines_in, _lines_out)
KEYED_LINES: Final = Codec(_keyed_in, _keyed_out)
NOTATION: Final = Codec(flow, _notation_out)
FLAG: Final = Codec(lambda value: "yes" if value else "no", _flag_out)
NUMBER: Final = Codec(lambda value: f"{value:.15g}", _number_out)

QUESTION_COLUMNS: Final[Mapping[str, Codec]] = {
    "criteria": WORDS,
    "sources": LINES,
    "cohorts": WORDS,
    "where": LINES,
    "good": LINES,
    "shortfall": LINES,
    "looks_like": KEYED_LINES,
    "cause_when": WORDS,
    "not_applicable": NOTATION,
    "critical": FLAG,
    "weight": NUMBER,
    "counts": FLAG,
    "timescale": NOTATION,
    "when": NOTATION,
    "rules": NOTATION,
    "unit": TEXT,
    "renamed_from": WORDS,
    "retired": FLAG,
}
"""The keys of a question that have a column of their own, called ``audit_<key>``."""

SECTION_COLUMNS: Final[Mapping[str, Codec]] = {"grade": TEXT, "cohorts": WORDS, "when": NOTATION}
ANSWER_COLUMNS: Final[Mapping[str, Codec]] = {
    "counts_as": TEXT,
    "from": NOTATION,
    "exclusive": FLAG,
    "raises": TEXT,
    "renamed_from": WORDS,
    "retired": FLAG,
}
SETTINGS_COLUMNS: Final[Mapping[str, Codec]] = {
    "status": TEXT,
    "purpose": TEXT,
    "publisher": NOTATION,
    "licence": TEXT,
    "effective": NOTATION,
    "approved": NOTATION,
    "last_review": TEXT,
    "look_back": NOTATION,
    "replaces": TEXT,
    "min_app": TEXT,
    "cohorts": WORDS,
    "agencies": NOTATION,
}
OWN_SHEETS: Final[Mapping[str, Mapping[str, Codec]]] = {
    "scales": {"id": TEXT, "title": TEXT, "measures": TEXT},
    "caps": {
        "id": TEXT,
        "when": NOTATION,
        "section": TEXT,
        "section_at_most": TEXT,
        "audit_at_most": TEXT,
        "because": TEXT,
    },
    "changes": {"version": TEXT, "on": TEXT, "summary": TEXT, "questions": NOTATION},
}
"""The keys of a checklist that have a sheet of their own, called ``audit_<key>``."""


def encoded(plain: Mapping[str, Any], columns: Mapping[str, Codec], prefix: str) -> dict[str, str]:
    """Return the cells, by their headings, of those keys of ``plain`` that have a column."""
    return {
        f"{prefix}{key}": codec.encode(plain[key]) for key, codec in columns.items() if key in plain
    }
