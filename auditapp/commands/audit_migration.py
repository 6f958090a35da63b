# SPDX-License-Identifier: MPL-2.0
"""Say what another version of a checklist would do to a draft, and move the draft to it."""

import argparse
import json
from collections.abc import Iterator
from typing import Any

from auditapp.checklist.library import LoadedChecklist
from auditapp.checklist.revision.fates import AnswerFate, AnswerState
from auditapp.commands.conventions import DONE, Say, require_readable
from auditapp.commands.report import find_audit
from auditapp.commands.unlocking import unlocked
from auditapp.errors import ChoiceNeededError
from auditapp.i18n import _
from auditapp.judgement.revision_preview import RevisionPreview
from auditapp.workspace import Workspace

_STATES = {
    AnswerState.KEPT: _("kept"),
    AnswerState.TO_CONFIRM: _("to confirm"),
    AnswerState.SET_ASIDE: _("set aside"),
}


def migrate(args: argparse.Namespace, say: Say) -> int:
    """Say the plan for one draft; with ``args.apply`` also carry it out.

    Returns:
        0 when done.

    Raises:
        ChecklistInvalidError: The file has faults, or is for a newer program.
        ChecklistRefusedError: Its signature is wrong, or its key was revoked.
        ChoiceNeededError: It is to be applied, and nobody chose to trust it yet.
        ChecklistConflictError: The audit uses this version, made of other bytes.
        AuditLockedError: The audit has been signed off.
        NotAllowedError: The audit does not use the checklist.
        WrongUseError: There is no such audit, or there are several; or the file cannot be opened.
        SaveFailedError: As the store says.
    """
    require_readable(args.to)
    with unlocked(args.home) as workspace:
        audit_id = find_audit(workspace.audits(), args.id).id
        revision = workspace.read_revision(args.to)
        preview = workspace.preview_move(audit_id, revision)
        is_moved = bool(args.apply) and preview.changes_something
        if is_moved:
            if not args.accept_unsigned:
                _require_trust(workspace, revision)
            by = workspace.author_here(preview.audit.front.auditor)
            workspace.move_draft(preview, revision, by)
    if args.json:
        # Escaped: a reader of JSON gets every character back, a terminal acts on none.
        say(json.dumps(_plain(preview) | {"applied": is_moved}, indent=2))
        return DONE
    for line in _lines(preview):
        say(line)
    say(_last_line(preview, is_moved=is_moved))
    return DONE


def _require_trust(workspace: Workspace, revision: LoadedChecklist) -> None:
    """Refuse a file that nobody vouches for, unless somebody accepted it before.

    Raises:
        ChoiceNeededError: Nobody did.
    """
    choice = workspace.choice_needed(revision)
    if choice is not None:
        remedy = _("{remedy} Then give the same command with --accept-unsigned.")
        raise ChoiceNeededError(str(choice), remedy.format(remedy=choice.remedy))


def _lines(preview: RevisionPreview) -> Iterator[str]:
    yield from preview.plan.warnings
    for fate in preview.plan.fates:
        yield f"{_id(fate.key)}: {_fate_words(fate)}"
    for key in preview.now_hidden:
        yield _("{question}: no longer asked of this child; its answer is kept.").format(
            question=_id(key)
        )
    for key in preview.newly_open:
        yield _("{question}: to be answered.").format(question=_id(key))
    yield f"{preview.summary}."


def _fate_words(fate: AnswerFate) -> str:
    words = _STATES[fate.state]
    if fate.new_key and fate.new_key != fate.key:
        words = _("{state} as {question}").format(state=words, question=_id(fate.new_key))
    return f"{words}. {fate.why}".rstrip()


def _last_line(preview: RevisionPreview, *, is_moved: bool) -> str:
    if is_moved:
        return _("The draft was moved. Undo in the open audit takes it back.")
    if not preview.changes_something:
        return _("The draft uses this version already; there is nothing to do.")
    return _("Nothing was changed. Add --apply to move the draft.")


def _plain(preview: RevisionPreview) -> dict[str, Any]:
    plan = preview.plan
    return {
        "audit": preview.audit.id,
        "checklist": plan.new.id,
        "old": plan.old.version,
        "new": plan.new.version,
        "warnings": plan.warnings,
        "counts": dict(plan.counts),
        "answers": [_plain_fate(fate) for fate in plan.fates],
        "now_hidden": preview.now_hidden,
        "newly_open": preview.newly_open,
        "suggested_grades": [
            {"key": each.key, "before": each.before, "after": each.after} for each in preview.shifts
        ],
    }


def _plain_fate(fate: AnswerFate) -> dict[str, Any]:
    return {
        "question": fate.key,
        "state": fate.state,
        "why": fate.why,
        "question_text": fate.question_text,
        "answer_text": fate.answer_text,
        "new_question": fate.new_key,
        "beside": fate.beside,
    }


def _id(key: str) -> str:
    """Return the id of a question inside its checklist."""
    return key.partition("/")[2]
