# SPDX-License-Identifier: MPL-2.0
"""Say which step an action may take next, and what it needs for that.

Done needs evidence, so that "done" can be looked at. Verified needs another person than whoever did
it and whoever said that it was done: audits found actions signed off by the people who owned them
(``hull-2015`` para 126, 133). Dropped, and opened again, need a reason. So does another date or
owner: whoever reads the plan has to see that an action was put off, how often, and why.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from auditapp.errors import NotAllowedError
from auditapp.i18n import _
from auditapp.judgement.moment_words import uk_time
from auditapp.model.action_progress import ActionStep
from auditapp.model.audit import Audit
from auditapp.model.follow_up import ActionStatus
from auditapp.model.ids import RecordId

NEXT: Final[Mapping[ActionStatus, frozenset[ActionStatus]]] = MappingProxyType(
    {
        ActionStatus.OPEN: frozenset({ActionStatus.DONE, ActionStatus.DROPPED}),
        ActionStatus.DONE: frozenset({ActionStatus.VERIFIED, ActionStatus.OPEN}),
        ActionStatus.VERIFIED: frozenset({ActionStatus.OPEN}),
        ActionStatus.DROPPED: frozenset({ActionStatus.OPEN}),
    }
)
"""How an action stands, and how it may stand next."""

WAITING: Final = frozenset({ActionStatus.OPEN, ActionStatus.DONE})
"""How an action stands on which somebody still has to do or say something."""


def require_step(audit: Audit, action_id: RecordId, step: ActionStep) -> None:
    """Refuse a step that an action may not take as it stands, or that lacks what it needs.

    Raises:
        NotAllowedError: It does, or there is no such action.
    """
    if action_id not in audit.actions:
        raise NotAllowedError(
            _("This action is no longer in the audit."), _("Nothing was changed.")
        )
    progress = audit.action_progress.get(action_id)
    if progress is not None and progress.is_split:
        raise NotAllowedError(
            _("Two computers say different things of how this action stands."),
            _("Open the audit and choose which of them stands, then go on."),
        )
    if not step.by.strip():
        raise NotAllowedError(
            _("Nobody is named who says so."), _("Put your name in the settings, then try again.")
        )
    if step.is_move:
        _require_move(audit, action_id, step)
    elif step.is_left:
        _require_leaving(audit.action_now(action_id).status, step)
    else:
        _require_state(audit, action_id, step)


def _require_state(audit: Audit, action_id: RecordId, step: ActionStep) -> None:
    """Refuse another state that may not come next, or that lacks what it needs."""
    if step.status not in NEXT[audit.action_now(action_id).status]:
        raise NotAllowedError(*_OUT_OF_TURN[step.status])
    if not step.words.strip() and step.status is not ActionStatus.VERIFIED:
        raise NotAllowedError(*_WORDS_MISSING[step.status])
    if step.status is ActionStatus.VERIFIED and is_own_work(audit, action_id, step.by):
        raise NotAllowedError(
            _("An action is verified by somebody else than whoever did it or said it was done."),
            _("Ask a colleague to look at the evidence and to verify it."),
        )


def require_choice(audit: Audit, action_id: RecordId, chosen: ActionStep, name: str) -> None:
    """Refuse to let an action count as verified on the word of whoever did it.

    Raises:
        NotAllowedError: That is what somebody of this ``name`` chose.
    """
    progress = audit.action_progress[action_id]
    own = [step for step in progress.steps if step.says_done]
    people = [each for step in own for each in (step.by, step.done_by)]
    people.append(audit.actions[action_id].owner_role)
    is_own = any(is_same_person(name, each) for each in people)
    if chosen.status is ActionStatus.VERIFIED and is_own:
        raise NotAllowedError(
            _("That it is verified is chosen by somebody else than whoever did it."),
            _("Ask a colleague to look at both and to choose."),
        )


def _require_leaving(now: ActionStatus, step: ActionStep) -> None:
    """Refuse to leave as it stands what nobody waits for any more, or without a reason."""
    if step.status is not now or now not in WAITING:
        raise NotAllowedError(
            _("Only an action that is not verified or dropped can be left as it stands."),
            _("Nothing was changed."),
        )
    if not step.words.strip():
        raise NotAllowedError(
            _("An action is left as it stands for a reason."),
            _("Write why nothing is done about it now."),
        )


def _require_move(audit: Audit, action_id: RecordId, step: ActionStep) -> None:
    """Refuse another date or owner of what is not open, or was never signed, or without a reason.

    A date that has passed when it is given is none that anybody can keep.
    """
    if not was_signed(audit):
        raise NotAllowedError(
            _("The audit is not signed off yet."),
            _("Open it, and change the date or the owner in the action itself."),
        )
    if audit.action_now(action_id).status is not ActionStatus.OPEN:
        raise NotAllowedError(
            _("Only an open action gets another date or owner."),
            _("Open it again first, if somebody has to do it after all."),
        )
    if step.due is not None and step.due < uk_time(step.at).date():
        raise NotAllowedError(
            _("The new date has passed already."), _("Give a date from today on.")
        )
    if not step.words.strip():
        raise NotAllowedError(
            _("An action gets another date or owner for a reason."),
            _("Write why, for whoever waits for it."),
        )


def was_signed(audit: Audit) -> bool:
    """Tell whether an audit was ever signed off, be it amended now."""
    return not audit.is_draft or audit.is_amending


def is_own_work(audit: Audit, action_id: RecordId, name: str) -> bool:
    """Tell whether a person did an action that is done, owns it by name, or said it was done."""
    action, progress = audit.action_now(action_id), audit.action_progress.get(action_id)
    done = progress.done if progress else None
    # Set as done from the start: then it was whoever wrote the audit who said so.
    people = (done.by, done.done_by) if done else (audit.writer,)
    return any(is_same_person(name, each) for each in (*people, action.owner_role))


def is_same_person(one: str, other: str) -> bool:
    """Tell whether two names are the same, but for capitals and spaces."""
    return plain_name(one) == plain_name(other)


def plain_name(name: str) -> str:
    """Return a name in the form in which names are compared."""
    return " ".join(name.split()).casefold()


_WORDS_MISSING: Final = {
    ActionStatus.DONE: (
        _("An action is done when there is evidence of it."),
        _("Write what shows that it is done, and where that can be seen."),
    ),
    ActionStatus.DROPPED: (
        _("An action is dropped for a reason."),
        _("Write why it is not going to be done."),
    ),
    ActionStatus.OPEN: (
        _("An action is opened again for a reason."),
        _("Write what is still to be done, or what turned out otherwise."),
    ),
}
_OUT_OF_TURN: Final = {
    ActionStatus.DONE: (
        _("Only an open action can be done."),
        _("Open it again first, if it was dropped or is to be done once more."),
    ),
    ActionStatus.VERIFIED: (
        _("Only an action that is done can be verified."),
        _("Record first that it is done, with the evidence."),
    ),
    ActionStatus.DROPPED: (
        _("Only an open action can be dropped."),
        _("Open it again first, if it turned out not to be done."),
    ),
    ActionStatus.OPEN: (_("This action is open already."), _("Nothing was changed.")),
}
