# SPDX-License-Identifier: MPL-2.0
"""Read one row of the sheet ``survey`` as a question, without its conditions."""

import re
from collections.abc import Mapping
from typing import Any, Final

from auditapp.checklist.placeholders import placeholder
from auditapp.checklist.question_models import QuestionKind
from auditapp.checklist.scales import BUILT_IN_SCALES, Compliance
from auditapp.checklist.xlsform.drafts import CONDITIONS, QuestionDraft
from auditapp.checklist.xlsform.lists import OTHER, AnswerList, as_options
from auditapp.checklist.xlsform.names import Ids
from auditapp.checklist.xlsform.notes import Notes
from auditapp.checklist.xlsform.own_columns import PREFIX, QUESTION_COLUMNS, is_yes
from auditapp.checklist.xlsform.question_types import RowType
from auditapp.checklist.xlsform.workbook import Row
from auditapp.errors import WorkbookError
from auditapp.i18n import _

MAX_ANSWERS: Final = 20_000
"""A checklist file has 200,000 entries at most, and an answer takes five or more."""

_PARAMETER: Final = re.compile(r"(start|end|step)\s*=\s*(-?[0-9]{1,15}(?:\.[0-9]{1,15})?)\b")
_WITH_ANSWERS: Final = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})
_LEAST_ANSWERS: Final = 2


class QuestionReader:
    """Read rows as questions, and remember which ids and lists are in use."""

    def __init__(self, lists: Mapping[str, AnswerList], language: str | None, notes: Notes) -> None:
        self._lists = lists
        self._language = language
        self._notes = notes
        self._ids = Ids(of_questions=True)
        self._used: set[str] = set()
        self._offered_answers = 0

    @property
    def used_lists(self) -> frozenset[str]:
        """Return the names of the lists that were offered so far."""
        return frozenset(self._used)

    def read(self, row: Row, kind: RowType) -> list[QuestionDraft]:
        """Return the question of a row, and the text behind its answer "other" if it has one."""
        name = row.take("name")
        draft = QuestionDraft({}, row, name=name.text if name else f"row-{row.number}", type=kind)
        own_id = row.take(f"{PREFIX}id")
        draft.plain["id"] = self._ids.new(own_id.text if own_id else draft.name, "question")
        draft.plain["kind"] = self._kind(row, kind).value
        self._take_texts(row, draft)
        self._take_required(row, draft)
        self._take_answers(row, draft, kind)
        self._take_range(row, draft, kind)
        self._take_own_columns(row, draft)
        self._fill_in(row, draft)
        self._notes.take_row(row, _("question '{id}'"), id=draft.plain["id"])
        if kind.remark:
            self._notes.remark(row, kind.remark)
        return [draft, *self._other(row, draft, kind)]

    def _kind(self, row: Row, kind: RowType) -> QuestionKind:
        own = row.take(f"{PREFIX}kind")
        if own is None:
            return kind.kind
        try:
            return QuestionKind(own.text)
        except ValueError:
            self._notes.refuse(own, _("there is no such kind of question"))
            return kind.kind

    def _take_texts(self, row: Row, draft: QuestionDraft) -> None:
        label = self._notes.in_language(row, "label", self._language)
        draft.plain["text"] = self._notes.fitted(label) if label else draft.name
        if label is None:
            self._notes.complete(row.sheet, row.number, _("the question has no text"))
        hints = [
            self._notes.fitted(cell)
            for key in ("hint", "guidance_hint")
            if (cell := self._notes.in_language(row, key, self._language))
        ]
        if hints:
            draft.plain["hint"] = "\n\n".join(hints)

    def _take_required(self, row: Row, draft: QuestionDraft) -> None:
        cell = row.take("required")
        draft.plain["required"] = cell is not None and is_yes(cell.text)
        if cell and not is_yes(cell.text) and cell.text.lower() not in ("no", "false", "false()"):
            self._notes.keep(cell, _("a question is required always or never"))
        self._notes.in_language(row, "required_message", self._language)

    def _take_answers(self, row: Row, draft: QuestionDraft, kind: RowType) -> None:
        if draft.plain["kind"] == QuestionKind.RATING:
            self._take_scale(draft, kind)
        elif draft.plain["kind"] in _WITH_ANSWERS:
            draft.answers = self._offered(row, kind)
            if draft.answers is None:
                draft.plain["kind"] = QuestionKind.TEXT.value
            else:
                draft.plain["answers"] = as_options(draft.answers)

    def _take_scale(self, draft: QuestionDraft, kind: RowType) -> None:
        self._used.add(kind.answers)
        draft.plain["scale"] = kind.answers
        draft.answers = self._lists.get(kind.answers)
        if kind.answers in BUILT_IN_SCALES:
            built_in = BUILT_IN_SCALES[kind.answers].answer_ids
            draft.answers = AnswerList(ids={answer: answer for answer in built_in})

    def _offered(self, row: Row, kind: RowType) -> AnswerList | None:
        """Return the answers of a choice, with as many placeholders as it takes."""
        found = self._lists.get(kind.answers)
        if not kind.answers:  # acknowledge, whose one answer is "OK" in ODK
            found = AnswerList()
            found.add("OK", row)["text"] = "OK"
        if found is None:
            reason = _("there is no list '{list}', so it is asked as text")
            self._notes.remark(row, reason.format(list=kind.answers[:60]))
            return None
        self._used.add(kind.answers)
        self._count_answers(len(found.answers))
        offered = found.copy()
        if kind.has_other and OTHER not in offered.ids:
            offered.add(OTHER, row)["text"] = _("Other")
        if len(offered.answers) < _LEAST_ANSWERS:
            offered.add("to-complete", row)["text"] = placeholder(_("a second answer"))
            self._notes.complete(row.sheet, row.number, _("a choice needs two answers"))
        return offered

    def _count_answers(self, count: int) -> None:
        """Refuse long lists that many questions offer: each of them gets its own copy."""
        self._offered_answers += count
        if self._offered_answers > MAX_ANSWERS:
            raise WorkbookError(
                _("The questions offer more than {n} answers together.").format(n=MAX_ANSWERS),
                _("Ask for long lists, such as those of places, as text."),
            )

    def _take_range(self, row: Row, draft: QuestionDraft, kind: RowType) -> None:
        if draft.plain["kind"] != QuestionKind.NUMBER:
            return
        cell = row.take("parameters") if kind.word == "range" else None
        given = dict(_PARAMETER.findall(cell.text)) if cell else {}
        for name, key in (("start", "min"), ("end", "max")):
            if cell and name in given:
                draft.put(key, float(given[name]), cell)
        steps = [given[name] for name in ("start", "step") if name in given]
        if kind.whole or (steps and all(float(step).is_integer() for step in steps)):
            draft.plain["whole"] = True

    def _take_own_columns(self, row: Row, draft: QuestionDraft) -> None:
        for key, codec in QUESTION_COLUMNS.items():
            if key not in CONDITIONS and (cell := row.take(f"{PREFIX}{key}")):
                draft.put(key, codec.decode(cell.text), cell)

    def _fill_in(self, row: Row, draft: QuestionDraft) -> None:
        """Put placeholders where a checklist demands what XLSForm has no place for."""
        if not draft.plain.get("sources"):
            draft.plain["sources"] = [placeholder(_("the document and the place in it"))]
            self._notes.complete(row.sheet, row.number, _("the question names no source"))
        if draft.plain["kind"] == QuestionKind.RATING and draft.answers:
            described: Any = draft.plain.get("looks_like", {})
            missing = [
                each
                for each in draft.answers.ids.values()
                if each != Compliance.COULD_NOT_FIND and each not in described
            ]
            if missing and isinstance(described, dict):
                what = placeholder(_("what this answer looks like"))
                draft.plain["looks_like"] = described | dict.fromkeys(missing, what)
                reason = _("the rating does not say what {answers} looks like")
                listed = ", ".join(missing)
                self._notes.complete(row.sheet, row.number, reason.format(answers=listed))

    def _other(self, row: Row, draft: QuestionDraft, kind: RowType) -> list[QuestionDraft]:
        """Return the text that ODK asks behind "other"."""
        if not kind.has_other or draft.answers is None:
            return []
        verb = "includes" if draft.plain["kind"] == QuestionKind.CHOICES else "is"
        name = f"{draft.name}_other"
        other = QuestionDraft({}, None, name=name)
        other.plain = {
            "id": self._ids.new(f"{draft.plain['id']}-other", "other"),
            "kind": QuestionKind.TEXT.value,
            "text": _("Specify other."),
            "sources": draft.plain["sources"],
            "required": False,
            "when": {"question": draft.plain["id"], verb: draft.answers.ids[OTHER]},
        }
        self._notes.take_row(row, _("question '{id}'"), id=other.plain["id"])
        return [other]
