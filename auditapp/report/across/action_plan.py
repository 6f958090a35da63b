# SPDX-License-Identifier: MPL-2.0
"""Put the actions of one audit, or of several, in the order in which they want doing."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from auditapp.i18n import _, ngettext
from auditapp.judgement.action_moves import due_words, handed_words, moved_words
from auditapp.judgement.action_steps import plain_name
from auditapp.judgement.actions import vagueness
from auditapp.judgement.audit_states import AuditState
from auditapp.judgement.day_words import day_words
from auditapp.judgement.moment_words import uk_time
from auditapp.model.follow_up import ActionStatus
from auditapp.model.ids import RecordId
from auditapp.model.labels import label
from auditapp.model.report_kinds import ReportKind
from auditapp.report.across.frame import AcrossOptions, digest_across, footer_of, framed_across
from auditapp.report.across.planned_actions import PlannedAction, planned_across, planned_of
from auditapp.report.audit.amendments import superseded
from auditapp.report.audit.closing_part import amended, closed
from auditapp.report.audit.follow_up import ACTION_TONES
from auditapp.report.audit.frame import framed, short_facts
from auditapp.report.blank_blocks import NewPart
from auditapp.report.blocks import (
    Badge,
    Block,
    Cell,
    Column,
    ColumnKind,
    Facts,
    Heading,
    Noted,
    Paragraph,
    RowGroup,
    Table,
    TableRow,
    TextTone,
)
from auditapp.report.document import ReportDocument


def action_plan(state: AuditState, options: AcrossOptions) -> ReportDocument:
    """Return the action plan of one audit, as it stands on the day of ``options.at``."""
    today = uk_time(options.at).date()
    planned = [replace(each, reference="") for each in planned_of(state)]
    blocks = (
        *superseded(state),
        short_facts(state.audit),
        *amended(state),
        *plan_blocks(planned, today),
    )
    whole = closed(blocks, ReportKind.ACTIONS, state)
    return framed(state, options.report, ReportKind.ACTIONS, _("Action plan"), whole)


def action_plan_across(states: Sequence[AuditState], options: AcrossOptions) -> ReportDocument:
    """Return one action plan of several audits, as ``action_plan``."""
    today = uk_time(options.at).date()
    planned = planned_across(states, options)
    subtitle = _("{actions} from {audits}, as at {day}").format(
        actions=_count_words(len(planned)),
        audits=ngettext("{count} audit", "{count} audits", len(states)).format(count=len(states)),
        day=day_words(today),
    )
    blocks = plan_blocks(planned, today)
    return framed_across(
        ReportKind.ACTIONS,
        _("Action plan"),
        subtitle,
        options,
        digest=digest_across(states),
        blocks=blocks,
    )


def plan_by_owner(
    planned: Iterable[PlannedAction],
    chosen: Collection[RecordId],
    options: AcrossOptions,
    digest: str,
) -> ReportDocument:
    """Return the chosen ones of some actions, each owner's on pages of their own to hand over.

    Owners are told apart by their role, whatever its letter case and spaces; ``digest`` stands for
    the audits that the actions come from.
    """
    today = uk_time(options.at).date()
    taken = [each for each in planned if each.id in chosen]
    owners = _by_owner(taken)
    subtitle = _("{actions} of {owners}, as at {day}").format(
        actions=_count_words(len(taken)),
        owners=ngettext("{count} owner", "{count} owners", len(owners)).format(count=len(owners)),
        day=day_words(today),
    )
    title = options.report.layout.wording.title_of(ReportKind.ACTIONS) or _("Action plan")
    return framed_across(
        ReportKind.ACTIONS,
        title,
        subtitle,
        options,
        digest=digest,
        blocks=_owner_blocks(owners, today, footer_of(title, digest)),
    )


def _by_owner(planned: Sequence[PlannedAction]) -> dict[str, list[PlannedAction]]:
    """Return the actions of each owner, by name; those that nobody owns come last."""
    owners: dict[str, list[PlannedAction]] = {}
    for each in planned:
        owners.setdefault(plain_name(each.action.owner_role), []).append(each)
    names = sorted(owners, key=lambda name: (not name, name))
    return {owners[name][-1].action.owner_role.strip(): owners[name] for name in names}


def _owner_blocks(
    owners: dict[str, list[PlannedAction]], today: dt.date, foot: str
) -> Iterator[Block]:
    for place, (owner, planned) in enumerate(owners.items()):
        if place:
            yield NewPart(foot)
        yield Heading(1, owner or _("Nobody named"))
        yield _standing(planned, today)
        yield _table(planned, today, has_owners=False)


def plan_blocks(planned: Sequence[PlannedAction], today: dt.date) -> Iterator[Block]:
    """Show how the actions stand, then all of them: first what is overdue, last what is dropped."""
    yield Heading(1, _("How the actions stand"))
    if not planned:
        yield Paragraph(_("No action was set."))
        return
    yield _standing(planned, today)
    yield Heading(1, _("Actions"))
    text = _("As at {day}. What is overdue stands first, then by date.")
    yield Paragraph(text.format(day=day_words(today)), TextTone.MUTED, leads_in=True)
    yield _table(planned, today)


def _table(planned: Sequence[PlannedAction], today: dt.date, *, has_owners: bool = True) -> Table:
    has_cases = any(each.reference for each in planned)
    columns = [
        Column(_("No."), 5, ColumnKind.ROW_HEAD),
        Column(_("Action"), 41 if has_cases else 49),
        Column(_("Owner"), 14),
        Column(_("Due"), 19),
        Column(_("Status"), 13),
    ]
    if has_cases:
        columns.insert(2, Column(_("Case"), 11))
    rows = list(_rows(planned, today, has_cases=has_cases))
    if not has_owners:
        place = next(i for i, each in enumerate(columns) if each.title == _("Owner"))
        wide = columns[1]
        columns[1] = Column(wide.title, wide.width + columns.pop(place).width)
        rows = [_without(row, place) for row in rows]
    return Table(tuple(columns), rows, _("Actions in the order in which they want doing"))


def _without(row: TableRow, place: int) -> TableRow:
    return row if isinstance(row, RowGroup) else (*row[:place], *row[place + 1 :])


def _standing(planned: Sequence[PlannedAction], today: dt.date) -> Facts:
    """Count the actions by status, those that are overdue, and those that leave something open."""
    still = [each for each in planned if each.action.status is ActionStatus.OPEN]
    counts = [
        (label(status), sum(each.action.status is status for each in planned))
        for status in ActionStatus
    ]
    counts.insert(1, (_("Overdue"), sum(each.days_late(today) > 0 for each in still)))
    vague = sum(bool(vagueness(each.action)) for each in still)
    counts.append((_("Open and vague"), vague))
    seconds = sum(each.is_second for each in planned)
    if seconds:
        counts.append((_("Set by second readings"), seconds))
    return Facts(tuple((name, str(count)) for name, count in counts))


def _rows(
    planned: Sequence[PlannedAction], today: dt.date, *, has_cases: bool
) -> Iterator[TableRow]:
    """Yield the rows, numbered through, with a head for each group."""
    number = 0
    for title, group in _groups(planned, today):
        if group:
            yield RowGroup(title)
        for each in group:
            number += 1
            yield _row(number, each, today, has_cases=has_cases)


def _groups(
    planned: Sequence[PlannedAction], today: dt.date
) -> Iterable[tuple[str, list[PlannedAction]]]:
    late = [each for each in planned if each.days_late(today)]
    groups = [(_("Overdue"), late)]
    for status in ActionStatus:
        same = [each for each in planned if each.action.status is status]
        if status is ActionStatus.OPEN:
            same = [each for each in same if not each.days_late(today)]
        title = _("To be done") if status is ActionStatus.OPEN else label(status)
        groups.append((title, same))
    return [(title, sorted(group, key=_by_date)) for title, group in groups]


def _by_date(planned: PlannedAction) -> dt.date:
    return planned.action.due or dt.date.max


def _row(
    number: int, planned: PlannedAction, today: dt.date, *, has_cases: bool
) -> tuple[Cell, ...]:
    action = planned.action
    is_open = action.status is ActionStatus.OPEN
    lines = (
        (_("How we will know"), action.how_we_will_know),
        (_("Evidence it is done"), action.completion_evidence),
        (_("Verified by"), action.verified_by),
        (_("Dropped because"), action.dropped_reason),
        (_("From"), planned.question),
    )
    notes = [
        _("{name}: {text}").format(name=name, text=text) for name, text in lines if text.strip()
    ]
    notes += planned.course
    notes.append(_("Set by a second reading") if planned.is_second else "")
    notes.append(vagueness(action) if is_open else "")
    late = planned.days_late(today)
    words = ngettext("{count} day overdue", "{count} days overdue", late)
    cells: list[Cell] = [
        str(number),
        Noted(action.what, tuple(notes)),
        Noted(action.owner_role or _("Nobody named"), (handed_words(action),)),
        Noted(due_words(action), (words.format(count=late) if late else "", moved_words(action))),
        Badge(label(action.status), ACTION_TONES[action.status]),
    ]
    if has_cases:
        cells.insert(2, planned.reference)
    return tuple(cells)


def _count_words(count: int) -> str:
    return ngettext("{count} action", "{count} actions", count).format(count=count)
