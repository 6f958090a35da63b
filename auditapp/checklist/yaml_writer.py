# SPDX-License-Identifier: MPL-2.0
"""Write a checklist as YAML that people like to read, and that reads back as the same checklist.

Short lists and mappings stand on one line and long texts are folded. Versions, sources, and all
that another reader of YAML could take for something else, are in quotes.
"""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any, Final

from auditapp.checklist.models import Checklist

WIDTH: Final = 100
"""Characters a line, as far as it can be helped."""

_FIRST_LINE: Final = "# yaml-language-server: $schema=./checklist.schema.json"
_QUESTION_KEYS: Final = (
    *("id", "kind", "scale", "text", "hint", "cohorts", "criteria", "sources", "when", "required"),
    *("critical", "weight", "counts", "unit", "min", "max", "whole", "timescale", "where", "good"),
    *("shortfall", "looks_like", "cause_when", "not_applicable", "rules", "answers"),
    *("renamed_from", "retired"),
)
"""The order in which people read them; it is not the order of the model's fields."""

_ALWAYS_BLOCK: Final = frozenset(
    {"sections", "questions", "answers", "scales", "caps", "changes", "rules", "looks_like"}
    | {"good", "shortfall", "translations", "texts"}
)
_ONE_FOR_LIST: Final = frozenset({"good", "shortfall"})
_QUOTED: Final = frozenset({"version", "replaces", "min_app", "sources"})
_SPACED: Final = frozenset({"sections", "questions"})

_PLAIN: Final = re.compile(
    r"[A-Za-z](?:[\w ./()'’‘–?!;%&+=*<>-]|,(?= )|:(?=[^\s,\[\]{}]))*", re.ASCII
)
_PLAIN_IN_FLOW: Final = re.compile(r"[A-Za-z](?:[\w ./()'’‘–;%&+=*<>-])*", re.ASCII)
_NOT_TEXT: Final = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_FOLDABLE: Final = re.compile(r"[^\s\x00-\x1f][^\n\r\t]*")


def write_yaml(checklist: Checklist) -> bytes:
    """Return the bytes of a checklist's file; `checked_checklist` gives the same checklist back."""
    return "\n".join([_FIRST_LINE, *_mapping(plain_checklist(checklist), 0), ""]).encode()


def plain_checklist(checklist: Checklist) -> dict[str, Any]:
    """Return a checklist as the plain data of its file; what stands at its default is left out."""
    plain = checklist.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    sections = [
        {
            **section,
            "questions": [_in_order(question) for question in section["questions"]],
        }
        for section in plain["sections"]
    ]
    caps = plain.pop("caps", None)
    return {**plain, "sections": sections} | ({"caps": caps} if caps else {})


def _in_order(question: dict[str, Any]) -> dict[str, Any]:
    if "not_applicable" in question:
        # An empty mapping would say the same, and nobody would see what.
        spoken = {"allowed": True, "reason": "required"} | question["not_applicable"]
        question = {**question, "not_applicable": spoken}
    return {key: question[key] for key in _QUESTION_KEYS if key in question}


def flow(value: object) -> str:
    """Return plain data on one line, as ``{key: [one, two]}``."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_key(key)}: {flow(each)}' for key, each in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(flow(each) for each in value)}]"
    return _flow_text(value) if isinstance(value, str) else _typed(value)


def _flow_text(text: str) -> str:
    is_plain = _PLAIN_IN_FLOW.fullmatch(text) or _DATE.fullmatch(text)
    return text if is_plain and _is_safe(text) else _quoted(text)


def _key(key: str) -> str:
    return key if _PLAIN_IN_FLOW.fullmatch(key) and key == key.strip() else _quoted(key)


def _is_safe(text: str) -> bool:
    return text.lower() not in _NOT_TEXT and text == text.strip() and " #" not in text


def _typed(value: object) -> str:
    """Return a number, a truth or nothing as the reader takes it; whole numbers without a point."""
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15f}".rstrip("0")
    return str(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _mapping(plain: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, value in plain.items():
        if key in ("sections", "caps", "scales", "translations") and indent == 0:
            yield ""
        yield from _entry(key, value, indent)


def _entry(key: str, value: object, indent: int) -> Iterator[str]:
    """Yield ``key: value`` on as many lines as it takes."""
    start = " " * indent + f"{_key(key)}:"
    if isinstance(value, list) and len(value) == 1 and key in _ONE_FOR_LIST:
        value = value[0]
    if isinstance(value, str):
        yield from _text(start, value, indent, quoted=key in _QUOTED)
        return
    one_line = f"{start} {_quoted_list(value) if key == 'sources' else flow(value)}"
    if (
        not isinstance(value, list | Mapping)
        or not value
        or (len(one_line) <= WIDTH and key not in _ALWAYS_BLOCK)
    ):
        yield one_line
    elif isinstance(value, Mapping):
        yield start
        yield from _mapping(value, indent + 2)
    else:
        yield start
        yield from _list(value, indent + 2, spaced=key in _SPACED)


def _quoted_list(value: object) -> str:
    texts = value if isinstance(value, list) else []
    return f"[{', '.join(_quoted(text) for text in texts)}]"


def _list(values: list[Any], indent: int, *, spaced: bool) -> Iterator[str]:
    for number, value in enumerate(values):
        if spaced and number:
            yield ""
        yield from _listed(value, indent, spaced=spaced)


def _listed(value: object, indent: int, *, spaced: bool) -> Iterator[str]:
    start = " " * indent + "-"
    if isinstance(value, str):
        yield from _text(start, value, indent, quoted=False)
        return
    one_line = f"{start} {flow(value)}"
    if not isinstance(value, Mapping) or (len(one_line) <= WIDTH and not spaced):
        yield one_line
        return
    first, *others = _mapping(value, indent + 2)
    yield f"{start} {first.lstrip()}"
    yield from others


def _text(start: str, text: str, indent: int, *, quoted: bool) -> Iterator[str]:
    """Yield a text after ``start``: plain or in quotes beside it, or folded or as it is below."""
    one_line = f"{start} {text if _is_plain(text) and not quoted else _quoted(text)}"
    below = " " * (indent + 2)
    if "\n" in text and _keeps_its_lines(text):
        yield f"{start} |-"
        yield from (f"{below}{line}" if line else "" for line in text.split("\n"))
    elif len(one_line) <= WIDTH or not _can_fold(text):
        yield one_line
    else:
        yield f"{start} >-"
        for line in wrap(text, WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False):
            yield f"{below}{line}"


def _is_plain(text: str) -> bool:
    return bool(_PLAIN.fullmatch(text)) and _is_safe(text) and not text.endswith(":")


def _can_fold(text: str) -> bool:
    return bool(_FOLDABLE.fullmatch(text)) and text == " ".join(text.split())


def _keeps_its_lines(text: str) -> bool:
    return "\r" not in text and "\t" not in text and text == text.strip()
