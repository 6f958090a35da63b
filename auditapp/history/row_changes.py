# SPDX-License-Identifier: MPL-2.0
"""Put what changed in one row into words: field by field, from what to what."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from auditapp.checklist.models import QuestionKind
from auditapp.checklist.scales import BUILT_IN_SCALES
from auditapp.history.field_words import FIELD_NAMES, UNSAID, field_value, plain_words
from auditapp.history.places import Place, Places
from auditapp.i18n import _
from auditapp.judgement.day_words import date_words, dates_in_words
from auditapp.judgement.moment_words import moment_words
from auditapp.model.difference import Version
from auditapp.model.history import RowChange
from auditapp.model.ids import AnswerId, QuestionKey
from auditapp.model.records import Record
from auditapp.model.settling import DIFFERENCES

_ANSWERING: Final = ("value", "not_applicable", "none_on_file")
_LISTED: Final = (QuestionKind.RATING, QuestionKind.CHOICE, QuestionKind.CHOICES)
_DATED: Final = (QuestionKind.DATE, QuestionKind.DATES)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """Hold what one field was and is, in words; empty where there was or is nothing.

    ``is_prose`` says that the words are somebody's own, so that those that changed can be marked.
    """

    name: str
    old: str
    new: str
    is_prose: bool = False


@dataclass(frozen=True, slots=True)
class RowWords:
    """Hold what changed in one row, and where that row is found.

    ``about`` is what an action or a concern is about, where the change itself does not say so.
    ``was_there`` and ``is_there`` tell whether there was such a row before and is one after.
    """

    table: str
    key: str
    place: Place
    fields: tuple[FieldChange, ...]
    was_there: bool
    is_there: bool
    about: str = ""


def row_words(change: RowChange, places: Places) -> RowWords:
    """Put one changed row into words."""
    place = places.of(change)
    fields = tuple(_field_changes(change, place, places))
    is_whole = change.old is None or change.new is None
    says_itself = is_whole and change.table != "action_progress"
    return RowWords(
        change.table,
        change.key,
        place,
        fields,
        was_there=change.old is not None,
        is_there=change.new is not None,
        about="" if says_itself else places.subject(change),
    )


def version_words(version: Version, name: str, places: Places) -> str:
    """Return who left a version of the row ``name``, when, and what it says, field by field."""
    table, _slash, key = name.partition("/")
    change = RowChange(table=table, key=key, old=None, new=version.row)
    fields = _field_changes(change, places.of(change), places)
    told = ", ".join(f"{each.name}: {each.new}" for each in fields)
    said = _("taken away") if version.row is None else told
    return f"{version.by}, {moment_words(version.at)}: {said}"


def common_start(old: str, new: str) -> int:
    """Return after how many characters two texts first differ."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(old), len(new)))


def _field_changes(change: RowChange, place: Place, places: Places) -> Iterator[FieldChange]:
    old, new = change.old or {}, change.new or {}
    if change.table == DIFFERENCES:
        was, is_now = (_versions_words(change.key, row, places) for row in (old, new))
        yield FieldChange(FIELD_NAMES[DIFFERENCES]["others"], was, is_now)
        return
    # Of a row that came or went, nobody wants to hear what it was not.
    is_whole = change.old is None or change.new is None
    names = _names_in_order(change.table, {**old, **new})
    for name in names:
        if is_whole and name == "question":  # the place says it
            continue
        was, is_now = (_words(change.table, name, row, place, places) for row in (old, new))
        if was == is_now or (
            is_whole and change.table != "feedback" and {was, is_now} == {"", _NO}
        ):
            continue
        title = FIELD_NAMES.get(change.table, {}).get(name) or name.replace("_", " ").capitalize()
        yield FieldChange(title, was, is_now, _is_prose(change, name, place, places))


def _versions_words(name: str, row: Record, places: Places) -> str:
    versions = (Version.model_validate(each) for each in row.get("others", ()))
    return "; ".join(version_words(each, name, places) for each in versions)


def _names_in_order(table: str, row: Record) -> list[str]:
    """Return the fields to tell: those that have a name first, then what no model has any more."""
    names = FIELD_NAMES.get(table, {})
    is_answering = table == "answers" and any(each in row for each in _ANSWERING)
    told = [name for name in names if name in row or (name == "value" and is_answering)]
    unsaid = UNSAID.get(table, frozenset())
    return told + [name for name in row if name not in names and name not in unsaid]


def _words(table: str, name: str, row: Record, place: Place, places: Places) -> str:
    if table == "answers" and name == "value":
        return _answer_words(row, place.question, places)
    if name not in row:
        return ""
    value = field_value(table, name, row[name])
    if name in ("question", "beside"):
        keys = value if isinstance(value, tuple) else filter(None, (value,))
        return "; ".join(_question_words(QuestionKey(str(key)), places) for key in keys)
    if name == "agencies" and place.question:
        return "; ".join(_agencies(place.question, value, places))
    if name == "answer_text":
        return dates_in_words(str(value))
    return plain_words(value)


def _answer_words(row: Record, key: QuestionKey | None, places: Places) -> str:
    if row.get("not_applicable"):
        return _("Not applicable")
    if row.get("none_on_file"):
        return _("No date on file")
    value = row.get("value")
    if value is None:
        return ""
    found = places.find(key) if key else None
    offered = dict(_BUILT_IN)
    if found and found[1].kind in _LISTED:
        offered |= found[0].answer_texts(found[1].id)
    parts = value if isinstance(value, list | tuple) else (value,)
    words = (_part_words(part, offered, found[1].kind if found else None) for part in parts)
    unit = found[1].unit if found else None
    return f"{'; '.join(words)} {unit or ''}".rstrip()


def _part_words(part: Any, offered: dict[AnswerId, str], kind: QuestionKind | None) -> str:  # noqa: ANN401
    """Return one part of a value; ``kind`` is None of a question that cannot be found any more."""
    if kind in _DATED:
        return date_words(str(part))
    if kind in (None, *_LISTED):
        return offered.get(AnswerId(str(part)), plain_words(part))
    return plain_words(part)


def _question_words(key: QuestionKey, places: Places) -> str:
    place = places.of_question(key)
    return place.words if place.number is None else f"{place.number} {place.words}"


def _agencies(key: QuestionKey, ids: object, places: Places) -> tuple[str, ...]:
    found = places.find(key)
    names = tuple(map(str, ids)) if isinstance(ids, tuple | list) else ()
    return found[0].agency_texts(names) if found else names


def _is_prose(change: RowChange, name: str, place: Place, places: Places) -> bool:
    """Tell whether a field holds somebody's own words."""
    if change.table == "answers" and name == "value":
        found = places.find(place.question) if place.question else None
        return found is not None and found[1].kind is QuestionKind.TEXT
    row = change.new or change.old or {}
    value = field_value(change.table, name, row.get(name))
    return name == "evidence" or (type(value) is str and name not in _NOT_PROSE)


_BUILT_IN: Final = {
    answer.id: answer.text for scale in BUILT_IN_SCALES.values() for answer in scale.answers
}
"""What a question that cannot be found any more was most likely answered with."""

_NO: Final = plain_words(False)
_NOT_PROSE: Final = frozenset({"question", "sha256", "content_hash", "history_head", "amends"})
