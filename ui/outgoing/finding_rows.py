# SPDX-License-Identifier: MPL-2.0
"""Put what an audit gives away about people into lines: what it is, where, and the words around."""

from collections.abc import Sequence

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.judgement.personal_findings import PlacedFinding
from auditapp.model.ids import QuestionKey, SectionKey
from auditapp.model.texts import WrittenText
from ui.rows.row import Remark, Row
from ui.walkthrough.steps import step_of
from ui.widgets.fields.personal_words import kind_words


def finding_rows(
    outline: Outline, found: Sequence[PlacedFinding], *, has_steps: bool = True
) -> list[Row]:
    """Return a line for each; it leads to the place, where a step of the walk shows it.

    Without ``has_steps`` no line leads anywhere.
    """
    return [_row(outline, each, has_steps=has_steps) for each in found]


def _row(outline: Outline, each: PlacedFinding, *, has_steps: bool) -> Row:
    place = each.place
    asked = outline.by_key.get(QuestionKey(place.key)) if place.table == "answers" else None
    around = f"{each.before}“{each.words}”{each.after}"
    return Row(
        asked.question.text if asked else _title(outline, place),
        (Remark(f"{kind_words(each.kind)}: {around}"),),
        number=asked.number if asked else None,
        step=step_of(outline, place.table, place.key) if has_steps else None,
    )


def _title(outline: Outline, place: WrittenText) -> str:
    section = outline.section_by_key.get(SectionKey(place.key))
    if place.table == "grades" and section is not None:
        return _("Grade of the section {title}").format(title=section.section.title)
    titles = {
        "front": _("Front sheet"),
        "answers": _("Answer to a question that no longer applies"),
        "set_aside": _("Answer that was set aside"),
        "to_confirm": _("Answer to confirm"),
        "grades": _("Overall grades"),
        "actions": _("Action"),
        "concerns": _("Immediate concern"),
        "feedback": _("Feedback"),
        "overall": _("Overall picture"),
    }
    return titles.get(place.table, _("Audit"))
