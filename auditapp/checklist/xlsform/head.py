# SPDX-License-Identifier: MPL-2.0
"""Read the sheet ``settings`` and our own sheets: what a checklist has beside its questions."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from auditapp.checklist.field_types import CHECKLIST_ID
from auditapp.checklist.header_models import ChecklistStatus
from auditapp.checklist.placeholders import placeholder
from auditapp.checklist.versions import VERSION
from auditapp.checklist.xlsform.drafts import Draft, Drop
from auditapp.checklist.xlsform.lists import AnswerList, as_scale_answers
from auditapp.checklist.xlsform.names import Ids
from auditapp.checklist.xlsform.notes import Notes
from auditapp.checklist.xlsform.own_columns import OWN_SHEETS, PREFIX, SETTINGS_COLUMNS
from auditapp.checklist.xlsform.workbook import Row
from auditapp.i18n import _

SETTINGS: Final = "settings"
_FIRST_VERSION: Final = "1.0"


def form_language(settings: tuple[Row, ...], keys: Iterable[str]) -> str | None:
    """Return the language whose texts are taken; None for the texts without a language.

    ODK shows ``default_language`` first; ``English`` there may mean ``label::English (en)``.
    """
    wanted = settings[0].text("default_language") if settings else ""
    languages = [key.partition("::")[2] for key in keys if key.startswith("label::")]
    near = (each for each in languages if wanted and each.lower().startswith(wanted.lower()))
    return wanted if wanted in languages else next(near, None)


def read_settings(rows: tuple[Row, ...], name: str, notes: Notes) -> Draft:
    """Return the head of the checklist; ``name`` stands in for a title that is missing."""
    draft = Draft({"schema": "checklist/1"})
    row = rows[0] if rows else Row(SETTINGS, 0, {})
    for other in rows[1:]:
        notes.refuse_row(other, _("only the first row of settings counts"))
    row.take("default_language")
    title = row.take("form_title") or row.take("title")
    draft.plain["title"] = notes.fitted(title) if title else name
    for key, codec in SETTINGS_COLUMNS.items():
        if cell := row.take(f"{PREFIX}{key}"):
            draft.put(key, codec.decode(cell.text), cell)
    form_id = row.take("form_id")
    draft.plain["id"] = _checklist_id(form_id.text if form_id else name)
    _take_version(row, draft, notes)
    if rows:
        notes.take_row(row, _("head of the checklist"))
    return draft


def fill_in(draft: Draft, notes: Notes) -> None:
    """Put placeholders where the head of a checklist needs something that is not there."""
    wanted = {
        "purpose": placeholder(_("what the checklist finds out")),
        "licence": placeholder(_("the licence under which it may be used")),
    }
    for key, text in wanted.items():
        if key not in draft.plain:
            draft.plain[key] = text
            notes.complete(SETTINGS, 0, _("the checklist has no {key}").format(key=key))
    draft.plain.setdefault("status", ChecklistStatus.DRAFT.value)


def read_own_sheets(
    sheets: Mapping[str, tuple[Row, ...]], lists: Mapping[str, AnswerList], notes: Notes
) -> dict[str, list[Draft]]:
    """Return the scales, caps and changes that stand in sheets of our own."""
    found: dict[str, list[Draft]] = {}
    for key, columns in OWN_SHEETS.items():
        drafts = []
        for row in sheets.get(key, ()):
            draft = Draft({}, row)
            for name, codec in columns.items():
                if cell := row.take(name):
                    draft.put(name, codec.decode(cell.text), cell)
            drafts.append(draft)
            notes.take_row(row, _("one of the {key}").format(key=key))
        found[key] = drafts
    for scale in found["scales"]:
        answers = lists.get(str(scale.plain.get("id", "")), AnswerList())
        scale.plain["answers"] = as_scale_answers(answers)
    return found


def _checklist_id(name: str) -> str:
    if re.fullmatch(CHECKLIST_ID, name):
        return name
    given = Ids(of_questions=True).new(name, "checklist").lower()
    return re.sub(r"-+", "-", given).strip("-") or "checklist"


def _take_version(row: Row, draft: Draft, notes: Notes) -> None:
    cell = row.take("version")
    if cell and re.fullmatch(VERSION, cell.text):
        draft.plain["version"] = cell.text
        return
    draft.plain["version"] = _FIRST_VERSION
    if cell:
        notes.keep(cell, _("a version is made of numbers with dots between them"))


def drop_of_row(draft: Draft, row: Row, drafts: list[Draft], notes: Notes) -> Drop:
    """Return what takes the whole ``row`` of one of our own sheets out again."""

    def drop(reason: str) -> None:
        """Take the draft out of the list, and say why at its row."""
        drafts[:] = [each for each in drafts if each is not draft]
        notes.refuse_row(row, reason)

    return drop
