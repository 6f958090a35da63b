# SPDX-License-Identifier: MPL-2.0
"""Tell in sentences what became of an action: each step, who said so, and when."""

from collections.abc import Iterator

from auditapp.i18n import _
from auditapp.judgement.day_words import day_words
from auditapp.judgement.moment_words import moment_words
from auditapp.model.action_progress import ActionStep, as_it_stands
from auditapp.model.audit import Audit
from auditapp.model.follow_up import Action, ActionStatus
from auditapp.model.ids import RecordId
from auditapp.model.labels import label


def action_course(audit: Audit, action_id: RecordId) -> list[str]:
    """Return a line for each step of an action, oldest first; none where nothing became of it.

    What an action says of itself as it stands now, such as its evidence, is not said once more.
    """
    progress = audit.action_progress.get(action_id)
    if progress is None:
        return []
    now = as_it_stands(audit.actions[action_id], progress)
    said = (now.completion_evidence, now.dropped_reason)
    return [*_as_set(audit.actions[action_id]), *(_line(step, said) for step in progress.steps)]


def step_words(step: ActionStep) -> str:
    """Return how an action stands after a step, why, and who did it, without who said so when."""
    state = _step_words(step)
    if step.keeps:
        state = _("Chosen of what two computers said: {state}").format(state=_state_words(step))
    if step.done_by.strip():
        state = _("{state} (done by {who})").format(state=state, who=step.done_by)
    if not step.words.strip():
        return state
    return _("{state}: {words}").format(state=state, words=step.words)


def _state_words(step: ActionStep) -> str:
    return _step_words(step) if step.is_move else label(step.status)


def _step_words(step: ActionStep) -> str:
    if step.due is not None and step.owner_role:
        words = _("Due date moved to {day}, and handed to another owner, {owner}")
        return words.format(day=day_words(step.due), owner=step.owner_role)
    if step.due is not None:
        return _("Due date moved to {day}").format(day=day_words(step.due))
    if step.owner_role:
        return _("Handed to another owner, {owner}").format(owner=step.owner_role)
    return _("Left as it is") if step.is_left else step_name(step.status)


def step_name(status: ActionStatus) -> str:
    """Return what a step to ``status`` is called."""
    return _("Opened again") if status is ActionStatus.OPEN else label(status)


def _as_set(action: Action) -> Iterator[str]:
    """Yield how the action was set, where it was not set as open: later steps hide that."""
    if action.status is not ActionStatus.OPEN:
        texts = (action.completion_evidence, action.verified_by, action.dropped_reason)
        words = "; ".join(filter(None, (label(action.status), *texts)))
        yield _("As it was set: {words}").format(words=words)


def _line(step: ActionStep, said: tuple[str, ...]) -> str:
    shown = step.model_copy(update={"words": ""}) if step.words in said else step
    words = _("{when}, {who}. {what}")
    return words.format(when=moment_words(step.at), who=step.by, what=step_words(shown))
