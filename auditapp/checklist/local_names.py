# SPDX-License-Identifier: MPL-2.0
"""Put a council's own names for meetings, papers and tools into the texts of a checklist.

A text holds a placeholder, as in ``Was the {legal_meeting} held?``. Which there are, and what each
is called where a council has set nothing, is in ``checklists/local-names.yaml``.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Final, Literal, TypeVar, cast

from pydantic import Field, StringConstraints

from auditapp.checklist.data_files import read_model
from auditapp.checklist.faults import Path, PathFault
from auditapp.checklist.field_types import LOCAL_NAME, Text
from auditapp.checklist.models import Checklist
from auditapp.checklist.suggestions import suggestion
from auditapp.i18n import _
from auditapp.model.frozen import Frozen

_PLACEHOLDER: Final = re.compile(r"\{([a-z]+(?:_[a-z]+)*)\}")
_HEAD: Final = ("title", "purpose", "licence")
"""What is shown of a checklist before an audit, and so before any name is put in."""

Names = Mapping[str, str]
"""What each placeholder stands for."""

Value = TypeVar("Value")


class LocalName(Frozen):
    """Say what one placeholder stands for, and how to ask a council for its own name."""

    id: Annotated[str, StringConstraints(pattern=LOCAL_NAME)]
    title: Text
    usual: Text
    example: Text


class LocalNameFile(Frozen):
    """Hold the placeholders that checklists may use."""

    schema_: Literal["local-names/1"] = Field(alias="schema")
    names: tuple[LocalName, ...]


def load_local_names(data: bytes, name: str) -> Sequence[LocalName]:
    """Return what the bytes of the file ``name`` hold, in order.

    Raises:
        ChecklistInvalidError: the file has faults; they are listed.
    """
    return read_model(LocalNameFile, data, name).names


def names_in_use(known: Sequence[LocalName], chosen: Names) -> Names:
    """Return what each placeholder stands for: the council's own name, or the usual one."""
    return {each.id: chosen.get(each.id) or each.usual for each in known}


def placeholders(text: str) -> list[str]:
    """Return the placeholders of a text, in the order of their names."""
    return sorted(_PLACEHOLDER.findall(text))


def with_names(checklist: Checklist, names: Names) -> Checklist:
    """Return ``checklist`` with local names in it. A placeholder without one is left as it is."""

    def put(match: re.Match[str]) -> str:
        """Return the name for a placeholder, with a capital where the text begins with it."""
        name = names.get(match[1], match[0])
        return name[:1].upper() + name[1:] if match.start() == 0 else name

    return _with_texts(checklist, lambda text: _PLACEHOLDER.sub(put, text))


def name_faults(checklist: Checklist, known: Collection[str]) -> Iterator[PathFault]:
    """Yield a fault for each placeholder that stands for nothing, or where none is filled in."""
    for path, text in _texts(checklist, ()):
        for match in _PLACEHOLDER.finditer(text):
            if path[0] in _HEAD:
                yield PathFault(
                    path,
                    _("'{place}' is not filled in here.").format(place=match[0]),
                    _("Write the name itself: this is shown before an audit begins."),
                )
            elif match[1] not in known:
                yield PathFault(
                    path,
                    _("There is no local name '{name}'.").format(name=match[1]),
                    suggestion(match[1], known),
                )


def _with_texts(value: Value, put: Callable[[str], str]) -> Value:
    """Return ``value`` with every text in it passed through ``put``; the rest is shared with it."""
    if isinstance(value, str):
        return cast("Value", put(value)) if "{" in value else value
    if isinstance(value, tuple):
        return cast("Value", tuple(_with_texts(each, put) for each in value))
    if isinstance(value, dict):
        return cast("Value", {key: _with_texts(each, put) for key, each in value.items()})
    if not isinstance(value, Frozen):
        return value
    fields = {name: _with_texts(old, put) for name, old in value}
    changed = {name: new for name, new in fields.items() if new != getattr(value, name)}
    return value.model_copy(update=changed) if changed else value


def _texts(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    """Yield every text in ``value`` that could hold a placeholder, with its path."""
    if isinstance(value, str) and "{" in value:
        yield path, value
    for key, part in _parts(value):
        yield from _texts(part, (*path, key))


def _parts(value: object) -> Iterable[tuple[str | int, object]]:
    """Return what lies right inside ``value``, each with its key in the file."""
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, dict):
        return value.items()
    if isinstance(value, Frozen):
        fields = type(value).model_fields
        return ((fields[name].alias or name, part) for name, part in value)
    return ()
