# SPDX-License-Identifier: MPL-2.0
"""Turn what pydantic finds wrong with a file's data into plain sentences at their places."""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from auditapp.checklist.faults import MOST_FAULTS, Path, PathFault
from auditapp.checklist.field_types import CHECKLIST_ID, LOCAL_NAME, PLAIN_ID, QUESTION_ID
from auditapp.checklist.suggestions import suggestion
from auditapp.checklist.versions import VERSION
from auditapp.i18n import _

_Details = Mapping[str, Any]
_Sentences = tuple[str, str]
_Explain = Callable[[str, _Details], _Sentences]


def model_faults(model: type[BaseModel], error: ValidationError, data: object) -> list[PathFault]:
    """Return the faults of ``data``, which ``error`` says is no ``model``, each of them once.

    Of more than `MOST_FAULTS` the first ones are returned.
    """
    found: dict[PathFault, None] = {}
    for details in _own_errors(error):
        found[_fault(model, details, data)] = None
        if len(found) == MOST_FAULTS:
            break
    return list(found)


def _own_errors(error: ValidationError) -> Iterator[_Details]:
    """Yield the errors, without those that say a list is empty because its items have errors."""
    errors: list[_Details] = [dict(details) for details in error.errors(include_url=False)]
    places = {details["loc"] for details in errors}
    around = {place[:length] for place in places for length in range(len(place))}
    for details in errors:
        if not (details["type"] == "too_short" and details["loc"] in around):
            yield details


def _fault(model: type[BaseModel], details: _Details, data: object) -> PathFault:
    path = _path(details["loc"], data)
    key = details["loc"][-1] if details["loc"] else ""
    if details["type"] == "extra_forbidden":
        return PathFault(path, *_unknown_key(key, model))
    if details["type"] == "missing":
        return PathFault(path, *_missing(key))
    name = next((step for step in reversed(path) if isinstance(step, str)), _("The file"))
    explain = _EXPLAINED.get(details["type"], _unexpected)
    return PathFault(path, *explain(name, details))


def _path(location: Path, data: Any) -> Path:  # noqa: ANN401 - whatever the file holds
    """Return the part of ``location`` that is in the data; the names of models are left out."""
    path: Path = ()
    for step in location:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            continue
        path = (*path, step)
    return path


def _unknown_key(key: str, model: type[BaseModel]) -> _Sentences:
    known, key = _known_keys(model), key[:60]
    if key in known:
        return _("'{key}' does not belong here.").format(key=key), _("Move it or remove it.")
    near = get_close_matches(key, known, 1)
    return (
        _("There is no key '{key}'.").format(key=key),
        _("Did you mean '{name}'?").format(name=near[0]) if near else _("Remove it."),
    )


@cache
def _known_keys(model: type[BaseModel]) -> frozenset[str]:
    """Return every key that a model or a model in it has; making the schema takes a while."""
    schema = model.model_json_schema()
    models = (schema, *schema["$defs"].values())
    return frozenset(name for each in models for name in each.get("properties", ()))


def _missing(key: str) -> _Sentences:
    remedies = {
        "sources": _('Cite at least one source, as in sources: ["hull-2015 para 53"].'),
        "schema": _("Begin the file with schema: checklist/1."),
    }
    return (
        _("'{key}' is missing.").format(key=key),
        remedies.get(key, _("Add it to the entry that begins here.")),
    )


def _not_text(name: str, details: _Details) -> _Sentences:
    if details["input"] is None:
        return _("'{name}' is empty.").format(name=name), _("Write its text, or remove the key.")
    return _("'{name}' must be text.").format(name=name), _("Write it in quotes.")


def _empty(name: str, _details: _Details) -> _Sentences:
    return _("'{name}' is empty.").format(name=name), _("Write its text, or remove the key.")


def _too_long(name: str, details: _Details) -> _Sentences:
    most = details["ctx"]["max_length"]
    return (
        _("'{name}' is too long.").format(name=name),
        _("Keep it to {n} characters.").format(n=most),
    )


def _too_few(name: str, details: _Details) -> _Sentences:
    return (
        _("'{name}' has too few entries.").format(name=name),
        _("Write at least {n}.").format(n=details["ctx"]["min_length"]),
    )


def _too_many(name: str, details: _Details) -> _Sentences:
    return (
        _("'{name}' has too many entries.").format(name=name),
        _("Write at most {n}.").format(n=details["ctx"]["max_length"]),
    )


def _wrong_form(name: str, details: _Details) -> _Sentences:
    remedies = {
        CHECKLIST_ID: _("Use small letters, digits and hyphens only."),
        QUESTION_ID: _("Use letters, digits and hyphens only."),
        LOCAL_NAME: _("Use small letters, with underscores between words."),
        PLAIN_ID: _("Use letters, digits, hyphens and underscores only."),
        VERSION: _('Write numbers with dots, in quotes, as in "1.0".'),
    }
    return (
        _("'{name}' cannot be '{value}'.").format(name=name, value=details["input"][:40]),
        remedies[details["ctx"]["pattern"]],
    )


def _not_flag(name: str, _details: _Details) -> _Sentences:
    return (
        _("'{name}' must be true or false.").format(name=name),
        _("Write one of the two words, without quotes."),
    )


def _not_number(name: str, _details: _Details) -> _Sentences:
    return (
        _("'{name}' must be a number.").format(name=name),
        _("Write digits only, without quotes."),
    )


def _not_whole(name: str, _details: _Details) -> _Sentences:
    return (
        _("'{name}' must be a whole number.").format(name=name),
        _("Write digits only, without quotes."),
    )


def _too_small(name: str, details: _Details) -> _Sentences:
    limit = details["ctx"]["ge"]
    return (
        _("'{name}' is too small.").format(name=name),
        _("Write {limit:g} or more.").format(limit=limit),
    )


def _too_large(name: str, details: _Details) -> _Sentences:
    limit = details["ctx"]["le"]
    return (
        _("'{name}' is too large.").format(name=name),
        _("Write {limit:g} or less.").format(limit=limit),
    )


def _not_list(name: str, _details: _Details) -> _Sentences:
    return (
        _("'{name}' must be a list.").format(name=name),
        _("Write [one, two], or one entry a line, each after a hyphen."),
    )


def _not_mapping(name: str, _details: _Details) -> _Sentences:
    return (
        _("'{name}' must be made of keys and values.").format(name=name),
        _("Write {key: value}, or one 'key: value' a line."),
    )


def _not_date(name: str, _details: _Details) -> _Sentences:
    return (
        _("'{name}' must be a date.").format(name=name),
        _("Write the year, month and day like this: 2026-03-31."),
    )


def _not_allowed(name: str, details: _Details) -> _Sentences:
    allowed = re.findall(r"'([^']*)'", details["ctx"]["expected"])
    given = str(details["input"])[:40]
    return (
        _("'{name}' cannot be '{given}'.").format(name=name, given=given),
        suggestion(given, allowed),
    )


def _refused(_name: str, details: _Details) -> _Sentences:
    return details["ctx"]["message"], details["ctx"]["remedy"]


def _unexpected(name: str, details: _Details) -> _Sentences:
    return (
        _("'{name}' is not well formed: {problem}.").format(name=name, problem=details["msg"]),
        _("Compare it with the same key in another file."),
    )


_EXPLAINED: Mapping[str, _Explain] = {
    "string_type": _not_text,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _wrong_form,
    "bool_type": _not_flag,
    "float_type": _not_number,
    "int_type": _not_whole,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "too_short": _too_few,
    "too_long": _too_many,
    "tuple_type": _not_list,
    "dict_type": _not_mapping,
    "model_type": _not_mapping,
    "model_attributes_type": _not_mapping,
    "date_type": _not_date,
    "enum": _not_allowed,
    "literal_error": _not_allowed,
    "refused": _refused,
}
