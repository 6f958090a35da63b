# SPDX-License-Identifier: MPL-2.0
"""Put into lines what a package would do here, and what was done."""

from collections.abc import Mapping, Sequence
from typing import Final

from auditapp.exchange.incoming import AuditDone, AuditPlan, IncomingPackage
from auditapp.i18n import _, ngettext
from auditapp.model.exchange import Choice, Outcome
from auditapp.model.ids import AuditId
from ui.exchange.like_cases import CHOICE_WORDS
from ui.rows.row import Cell, Column, Remark, Row

ARRIVAL_COLUMNS: Final = (Column(_("What is done"), 220),)

_DONE_BY_ITSELF: Final = frozenset(
    {Outcome.NEW, Outcome.MERGE, Outcome.FOLLOWED_UP, Outcome.BOTH_SIGNED}
)


_SIGNED_APART: Final = _(
    "Theirs stands in the list of audits as one of its own. Agree with whoever signed it which of "
    "the two counts, amend that one by what only the other says, and remove the other."
)
"""What is to be done where two people signed different things as one audit."""


def arrival_rows(incoming: IncomingPackage, choices: Mapping[AuditId, Choice]) -> tuple[Row, ...]:
    """Return a line for each audit, first those that need a choice, which is made by their id."""
    plans = sorted(incoming.plans, key=lambda plan: (not plan.choices, plan.words))
    return tuple(_row(plan, choices.get(plan.here, Choice.LEAVE)) for plan in plans)


def next_choice(plan: AuditPlan, now: Choice) -> Choice:
    """Return the choice that follows ``now`` among those that there are."""
    offered = [each for each in Choice if each is Choice.LEAVE or each in plan.choices]
    return offered[(offered.index(now) + 1) % len(offered)]


def would_change(incoming: IncomingPackage, choices: Mapping[AuditId, Choice]) -> int:
    """Count the audits that would change here."""
    return sum(
        plan.outcome in _DONE_BY_ITSELF or choices.get(plan.here, Choice.LEAVE) is not Choice.LEAVE
        for plan in incoming.plans
    )


def would_words(count: int) -> str:
    """Say how much would change."""
    if not count:
        return _("Nothing here would change.")
    words = ngettext("{count} audit would change here.", "{count} audits would change here.", count)
    return words.format(count=count)


def done_words(done: Sequence[AuditDone]) -> str:
    """Say how much was done."""
    changed = sum(each.is_changed for each in done)
    left = len(done) - changed
    words = ngettext("{count} audit brought in", "{count} audits brought in", changed)
    parts = [words.format(count=changed)] if changed else []
    if left:
        words = ngettext("{count} left as it was", "{count} left as they were", left)
        parts.append(words.format(count=left))
    return ", ".join(parts)


def done_rows(done: Sequence[AuditDone]) -> tuple[Row, ...]:
    """Return a line for each audit: what was done, and why nothing was; it opens the audit."""
    return tuple(map(_done_row, done))


def _done_row(done: AuditDone) -> Row:
    plan = done.plan
    remarks = [Remark(done.why_left or plan.words, "danger" if done.why_left else "text2")]
    if plan.outcome is Outcome.BOTH_SIGNED and done.is_changed:
        remarks.append(Remark(_SIGNED_APART, "text"))
    elif done.set_aside is not None:
        words = (
            _("Theirs is in the list of audits as well, as an audit of its own.")
            if done.choice is not Choice.TAKE
            else _("The draft that was here stays in the list, as an audit of its own.")
        )
        remarks.append(Remark(words))
    key = plan.here if done.is_changed else ""
    return Row(plan.reference, tuple(remarks), (_done_cell(done),), key=key)


def _done_cell(done: AuditDone) -> Cell:
    if done.why_left:
        return Cell(_("Not brought in"), "danger", "triangle-alert")
    if not done.is_changed:
        return Cell(CHOICE_WORDS[Choice.LEAVE], "neutral")
    if done.plan.outcome is Outcome.NEW:
        return Cell(_("Came in"), "ok", "circle-check")
    if done.plan.outcome is Outcome.BOTH_SIGNED:
        return Cell(CHOICE_WORDS[Choice.KEEP_BOTH], "warn", "layers")
    if done.choice is not Choice.LEAVE:
        return Cell(CHOICE_WORDS[done.choice], "ok", "circle-check")
    tone = "warn" if done.plan.differences else "ok"
    return Cell(_("Put together"), tone, "layers")


def _row(plan: AuditPlan, choice: Choice) -> Row:
    remarks = [Remark(plan.words)]
    if plan.outcome is Outcome.BOTH_SIGNED:
        remarks.append(Remark(_SIGNED_APART, "text"))
    if plan.choices:
        remarks.append(Remark(_("Choose this line to change what is done."), "primary_text"))
    key = plan.here if plan.choices else ""
    return Row(plan.reference, tuple(remarks), (_cell(plan, choice),), key=key)


def _cell(plan: AuditPlan, choice: Choice) -> Cell:
    if plan.outcome is Outcome.NEW:
        return Cell(_("Comes in"), "ok", "download")
    if plan.outcome is Outcome.BOTH_SIGNED:
        return Cell(CHOICE_WORDS[Choice.KEEP_BOTH], "warn", "layers")
    if plan.outcome in (Outcome.MERGE, Outcome.FOLLOWED_UP):
        tone = "warn" if plan.differences else "ok"
        return Cell(_("Put together"), tone, "layers")
    if choice is not Choice.LEAVE:
        return Cell(CHOICE_WORDS[choice], "warn", "pencil")
    return Cell(CHOICE_WORDS[choice], "neutral")
