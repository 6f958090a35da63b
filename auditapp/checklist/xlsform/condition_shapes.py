# SPDX-License-Identifier: MPL-2.0
"""Join the plain data of conditions, and keep them as flat and short as an author would."""

from collections.abc import Iterable
from typing import Any

Condition = dict[str, Any] | bool
"""The plain data of a condition, or whether it always holds."""


def both(parts: Iterable[Condition]) -> Condition:
    """Return the condition that all parts hold."""
    return _joined("all", parts, nothing=True)


def either(parts: Iterable[Condition]) -> Condition:
    """Return the condition that one part at least holds."""
    return _joined("any", parts, nothing=False)


def negated(part: Condition) -> Condition:
    """Return the condition that the part does not hold."""
    return (not part) if isinstance(part, bool) else {"not": part}


def is_larger(condition: Condition, limit: int) -> bool:
    """Tell whether a condition has more than ``limit`` parts, without counting many more."""
    waiting, count = [condition], 0
    while waiting and count <= limit:
        part = waiting.pop()
        count += 1
        if isinstance(part, dict):
            waiting += part.get("all", ()) or part.get("any", ())
            waiting += [part["not"]] if "not" in part else []
    return count > limit


def _joined(key: str, parts: Iterable[Condition], *, nothing: bool) -> Condition:
    found: list[dict[str, Any]] = []
    for part in parts:
        if isinstance(part, bool):
            if part is not nothing:
                return part
        elif part.keys() == {key}:
            found += part[key]
        else:
            found.append(part)
    merged = _merged(found, ("is", "includes") if key == "any" else ("is_not",))
    if not merged:
        return nothing
    return merged[0] if len(merged) == 1 else {key: merged}


def _merged(parts: list[dict[str, Any]], verbs: tuple[str, ...]) -> list[dict[str, Any]]:
    """Put neighbours that test one question with one of ``verbs`` into one test of a list."""
    merged: list[dict[str, Any]] = []
    for part in parts:
        verb = next((verb for verb in verbs if _lists(part, verb)), None)
        last = merged[-1] if merged else {}
        if verb and _lists(last, verb) and last["question"] == part["question"]:
            merged[-1] = {**last, verb: [*_listed(last[verb]), *_listed(part[verb])]}
        else:
            merged.append(part)
    return merged


def _lists(part: dict[str, Any], verb: str) -> bool:
    """Tell whether a part is a plain test of an answer that could take a list."""
    return part.keys() == {"question", verb} and not isinstance(part[verb], dict)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401 - one value of a condition, or several
    return value if isinstance(value, list) else [value]
