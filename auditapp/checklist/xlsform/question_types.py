# SPDX-License-Identifier: MPL-2.0
"""Say what the types of XLSForm become in a checklist.

The types are those of https://xlsform.org and https://docs.getodk.org, and older spellings.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from auditapp.checklist.question_models import QuestionKind
from auditapp.i18n import _


class RowKind(StrEnum):
    """Say what a row of the survey sheet is."""

    QUESTION = "question"
    BEGIN = "begin"
    END = "end"
    NOTE = "note"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class RowType:
    """Hold what the type cell of a row says.

    Attributes:
        row: what the row is.
        kind: the kind of the question.
        answers: the name of its list of answers.
        whole: a number has no fraction.
        has_other: "other" is added to the answers, with a text behind it.
        is_repeat: a group is asked several times.
        remark: what of the type does not come over, or why the row is not asked.
        word: the type without list and additions.
    """

    row: RowKind
    kind: QuestionKind = QuestionKind.TEXT
    answers: str = ""
    whole: bool = False
    has_other: bool = False
    is_repeat: bool = False
    remark: str = ""
    word: str = ""


_BEGIN: Final = re.compile(r"begin (?:(repeat|loop|looped group)|group|lgroup)\b.*")
_END: Final = re.compile(r"end (repeat|loop|looped group|group|lgroup)\b.*")
_SELECT: Final = re.compile(
    r"(?:add )?(?P<word>select_one_from_file|select_multiple_from_file|select one from file"
    r"|select multiple from file|select_one_external|select one external"
    r"|select_one|select one from|select one prompt using|select one|select1"
    r"|select_multiple|select all that apply from|select multiple prompt using"
    r"|select multiple from|select all that apply|select multiple|rank)\s+(?P<answers>.+)",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(r"\s(or_other|or specify other)$", re.IGNORECASE)

_KINDS: Final = {
    "text": QuestionKind.TEXT,
    "string": QuestionKind.TEXT,
    "integer": QuestionKind.NUMBER,
    "int": QuestionKind.NUMBER,
    "decimal": QuestionKind.NUMBER,
    "range": QuestionKind.NUMBER,
    "date": QuestionKind.DATE,
    "datetime": QuestionKind.DATE,
    "acknowledge": QuestionKind.CHOICE,
    "trigger": QuestionKind.CHOICE,
}
_WHOLE: Final = frozenset({"integer", "int"})
_ASKED_AS_TEXT: Final = frozenset(
    {"time", "image", "photo", "audio", "video", "file", "barcode", "geopoint", "geotrace"}
    | {"geoshape", "gps", "location", "tel"}
)
_NOT_ASKED: Final = frozenset(
    {"start", "end", "today", "deviceid", "device id", "phonenumber", "phone number", "simserial"}
    | {"sim id", "subscriberid", "subscriber id", "imei", "username", "email", "audit", "note"}
    | {"start-geopoint", "background-audio", "background-geopoint", "csv-external"}
    | {"xml-external", "start time", "end time", "get start time", "get end time", "get today"}
    | {"get device id", "get subscriber id", "get sim id", "get phone number"}
    | {"uri:deviceid", "uri:username", "uri:phonenumber", "uri:email"}
)


def row_type(text: str) -> RowType:
    """Return what the text of a type cell stands for; unknown types are asked as text."""
    spaced = " ".join(text.split())
    small = re.sub(r"^(begin|end)_", r"\1 ", spaced.lower())
    if begun := _BEGIN.fullmatch(small):
        return RowType(RowKind.BEGIN, is_repeat=begun[1] is not None, word=small)
    if _END.fullmatch(small):
        return RowType(RowKind.END, word=small)
    if selecting := _SELECT.fullmatch(spaced):
        return _selection(selecting["word"].lower(), selecting["answers"])
    return _plain(small)


def _selection(word: str, rest: str) -> RowType:
    answers = _OTHER.sub("", rest).strip()
    is_several = "mult" in word or "all" in word or word == "rank"
    remark = ""
    if "file" in word or "external" in word:
        remark = _("the answers are in a file outside the workbook, so it is asked as text")
        return RowType(RowKind.QUESTION, QuestionKind.TEXT, remark=remark, word=word)
    if word == "rank":
        remark = _("the answers can be chosen, but not put in an order")
    return RowType(
        RowKind.QUESTION,
        QuestionKind.CHOICES if is_several else QuestionKind.CHOICE,
        answers=answers,
        has_other=answers != rest.strip(),
        remark=remark,
        word=word,
    )


def _plain(word: str) -> RowType:
    if word == "note":
        return RowType(RowKind.NOTE, word=word)
    if word in ("calculate", "calculate_here", "hidden", "hidden string") or word in _NOT_ASKED:
        return RowType(RowKind.NOT_ASKED, remark=_reason_not_asked(word), word=word)
    if word in _KINDS:
        remark = _("only the day is asked, not the time") if word == "datetime" else ""
        return RowType(
            RowKind.QUESTION, _KINDS[word], whole=word in _WHOLE, remark=remark, word=word
        )
    if word in _ASKED_AS_TEXT:
        remark = _("a checklist takes no {type}, so it is asked as text").format(type=word)
    else:
        remark = _("the type '{type}' is not known, so it is asked as text").format(type=word[:60])
    return RowType(RowKind.QUESTION, QuestionKind.TEXT, remark=remark, word=word)


def _reason_not_asked(word: str) -> str:
    if word.startswith("calculate"):
        return _("a calculation is not worked out")
    if word.startswith("hidden"):
        return _("a hidden value is not asked")
    return _("the program records such things itself, or not at all")
