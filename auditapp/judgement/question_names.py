# SPDX-License-Identifier: MPL-2.0
"""Name a question where something points at it: an action, a concern."""

from auditapp.i18n import _
from auditapp.judgement.outline import Outline
from auditapp.model.ids import QuestionKey, RecordId


def question_name(outline: Outline, key: QuestionKey | None, record: RecordId | None = None) -> str:
    """Return a question's number and text; empty for that of none.

    An action or a concern, ``record``, goes on pointing at the wording that it came from when the
    answer was set aside.
    """
    if key is None:
        return ""
    earlier = outline.audit.earlier_wordings.get(record) if record else None
    if earlier is not None:
        return _("{text} (version {version})").format(
            text=earlier.question_text, version=earlier.checklist_version
        )
    found = outline.find_question(key)
    text = found[1].text if found else fallback_name(key)
    asked = outline.by_key.get(key)
    return f"{asked.number} {text}" if asked else text


def fallback_name(key: QuestionKey) -> str:
    """Return what to call a question that is in none of the checklists."""
    return _("Question {key}").format(key=key)
