# SPDX-License-Identifier: MPL-2.0
"""Spoil a checklist in ways in which people, programs and attackers spoil files.

A mutation changes the bytes, the lines or the data of a checklist, once or a few times. All that it
does comes from the one source of chance that it is given, so the same chance makes the same file.
"""

import json
import re
from copy import deepcopy
from random import Random
from typing import Any

from auditapp.checklist.yaml_reader import read

CHANGES = (1, 1, 1, 2, 4)
"""How many changes are made; after one alone a checklist often still loads."""

SNIPPETS = (
    *(b"- ", b": ", b"? ", b"  ", b"\t", b"\n", b"---\n", b"...\n", b"<<: ", b"&a ", b"*a"),
    *(b"!!python/name:os.system ", b"! ", b"%YAML 9.9\n", b"[", b"]", b"{", b"}", b"|\n", b">-\n"),
    *(b'"', b"'", b'"\\ud800"', b'"\\x00"', b"\\", b"#", b"@", b"`", b"~", b"null", b"no", b"010"),
    *(b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\r"),
    *(b"9" * 400, b"-1", b"1e999", b".inf", b"[" * 60, b"{a: " * 60),
)
STRANGE = (
    *(None, True, False, 0, -1, 10**15, 10**400, 0.5, -0.0, 1e308, float("nan")),
    *("", " ", "~", "no", "2026-02-30", "9999-12-31", "0001-01-01", "\ud800", "\U0010ffff"),
    *("checklist", "x" * 5000, "(a+)+$", "[", "{no_such_name}", "{", "%s {0.__class__}"),
    *("hull-2015 para 53", "hull-2015 para 1-999999999999", "hull-2015 para ٣", "1.999999999"),
    *([], [[]], [None], {}, {"": ""}, {"today": 10**15}, {"question": "SA1"}, {"all": []}),
)
Place = tuple[Any, Any]
"""A list or mapping, and the position or key of something in it."""


def mutated(base: bytes, chance: Random) -> bytes:
    """Return the bytes of a checklist with something wrong, or perhaps nothing."""
    return chance.choice((_mutated_bytes, _mutated_lines, _mutated_data))(base, chance)


def _mutated_bytes(base: bytes, chance: Random) -> bytes:
    data = bytearray(base)
    for _number in range(chance.choice(CHANGES)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 1, 1, 2, 8, 200)))
        data[start:end] = chance.choice(
            (
                b"",
                bytes([chance.randrange(256)]),
                chance.choice(SNIPPETS),
                data[start:end] * 2,
                data[start:end][::-1],
            )
        )
    return bytes(data)


def _mutated_lines(base: bytes, chance: Random) -> bytes:
    lines = base.splitlines(keepends=True)
    for _number in range(chance.choice(CHANGES)):
        here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
        lines[here : here + chance.choice((1, 1, 5))] = chance.choice(
            (
                [b"\n"],
                [lines[here]] * 2,
                [lines[there]],
                [lines[there], lines[here]],
                [b"  " + lines[here]],
                [lines[here].removeprefix(b"  ")],
                [lines[here].replace(b": ", b": " + chance.choice(SNIPPETS), 1)],
                [lines[here].rstrip() + chance.choice(SNIPPETS) + b"\n"],
                [_with_huge_numbers(lines[here].decode(), chance).encode()],
            )
        )
    return b"".join(lines)


def _mutated_data(base: bytes, chance: Random) -> bytes:
    root: Any = read(base, "base.yaml")[0]
    for _number in range(chance.choice(CHANGES)):
        if places := _places(root):
            chance.choice(_OF_DATA)(places, chance)
    text = json.dumps(root, ensure_ascii=chance.random() < 0.5, indent=1)
    return text.encode(errors="surrogatepass")


def _places(value: object) -> list[Place]:
    """Return every place in ``value``, the outermost first."""
    if isinstance(value, dict):
        inside: list[Any] = list(value)
    elif isinstance(value, list):
        inside = list(range(len(value)))
    else:
        return []
    return [place for key in inside for place in ((value, key), *_places(value[key]))]


def _delete(places: list[Place], chance: Random) -> None:
    container, key = chance.choice(places)
    del container[key]


def _double(places: list[Place], chance: Random) -> None:
    """Put a copy of something beside it, or under a key that stands somewhere else."""
    container, key = chance.choice(places)
    copy = deepcopy(container[key])
    if isinstance(container, list):
        container.insert(key, copy)
    else:
        container[_any_key(places, chance)] = copy


def _double_often(places: list[Place], chance: Random) -> None:
    """Repeat an entry of a list many times, as it is."""
    container, key = chance.choice(places)
    if isinstance(container, list):
        container[key:key] = [container[key]] * chance.choice((10, 100))


def _swap(places: list[Place], chance: Random) -> None:
    (one, here), (other, there) = chance.choice(places), chance.choice(places)
    one[here], other[there] = deepcopy(other[there]), deepcopy(one[here])


def _swap_key_and_value(places: list[Place], chance: Random) -> None:
    container, key = chance.choice(places)
    value = container[key]
    if isinstance(container, dict):
        del container[key]
        container[str(value)] = key
    else:
        container[key] = {str(value)[:100]: key}


def _rename(places: list[Place], chance: Random) -> None:
    container, key = chance.choice(places)
    if isinstance(container, dict):
        container[_any_key(places, chance)] = container.pop(key)


def _change_type(places: list[Place], chance: Random) -> None:
    container, key = chance.choice(places)
    value = container[key]
    container[key] = chance.choice(
        (deepcopy(chance.choice(STRANGE)), [value], {"x": value}, str(value), len(str(value)))
    )


def _put_huge_numbers(places: list[Place], chance: Random) -> None:
    texts = [(container, key) for container, key in places if isinstance(container[key], str)]
    if texts:
        container, key = chance.choice(texts)
        container[key] = _with_huge_numbers(container[key], chance)


def _nest_condition(places: list[Place], chance: Random) -> None:
    """Wrap a condition in others: deeper and fuller than is allowed, sometimes."""
    found = [place for place in places if place[1] in ("when", "must")]
    if not found:
        return
    container, key = chance.choice(found)
    for _number in range(chance.choice((1, 3, 12, 25, 60))):
        part = container[key]
        container[key] = chance.choice(
            ({"not": part}, {"all": [part]}, {"any": [part, part]}, {"all": [part, {"not": part}]})
            if len(str(part)) < 10_000
            else ({"not": part},)
        )


_OF_DATA = (
    *(_delete, _double, _double_often, _swap, _swap_key_and_value, _rename, _change_type),
    *(_put_huge_numbers, _nest_condition),
)


def _any_key(places: list[Place], chance: Random) -> str:
    return chance.choice([key for _container, key in places if isinstance(key, str)] or ["x"])


def _with_huge_numbers(text: str, chance: Random) -> str:
    return re.sub("[0-9]+", lambda match: match[0] * chance.choice((1, 1, 3, 12, 400)), text)
